import type { FixtureEvidence, ReportResults } from '../reports/html/shape.ts';

const read = <T>(id: string): T => JSON.parse(document.getElementById(id)?.textContent ?? 'null') as T;

export const results = read<ReportResults>('results');

/** Per model, per fixture of it. */
export const evidence = read<readonly (readonly (FixtureEvidence | undefined)[])[]>('evidence');
