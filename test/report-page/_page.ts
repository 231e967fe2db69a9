import type { ReportFixture, ReportModel, ReportResults } from '../../src/reports/html/shape.ts';

/**
 * A module of the page, which has types of a browser that nothing else here has: as whoever asks says it is.
 * @param results what the page finds in itself
 */
export async function ofPage<T>(module: string, results: ReportResults, more: object = {}): Promise<T> {
  const texts: Readonly<Record<string, string>> = { results: JSON.stringify(results) };
  const getElementById = (id: string) => (texts[id] === undefined ? null : { textContent: texts[id] });
  Object.assign(globalThis, { document: { getElementById, ...more } });
  return import(String(new URL(`../../src/report-page/${module}.ts`, import.meta.url)));
}

export const reportOf = (...models: ReportModel[]): ReportResults => ({
  ...{ verdict: 'fail', tool: 'camdrift 0', engine: 'wasm', started: '2026-01-01T00:00:00.000Z', models, terms: [] },
});

export const modelOf = (name: string, more: Partial<ReportModel> = {}): ReportModel => ({
  ...{ name, path: 'm', verdict: 'fail', words: '', reasons: [], lines: [], judged: 'grad-cam', compared: true },
  methods: ['grad-cam', 'grad-cam++', 'cam'].map(each => ({ name: each, title: each })),
  ...{ slices: [], probes: [], fixtures: [], ...more },
});

export const fixtureOf = (name: string, more: Partial<ReportFixture> = {}): ReportFixture => ({
  ...{ name, status: 'steady', group: 'hat', tags: [], shifts: [0, 0, 0], probes: [], ...more },
});

/** What an address of the page says, as far as tests look at it. */
export interface SomeView {
  readonly model: number;
  readonly fixture: string;
  readonly open: boolean;
  readonly method: number;
  readonly mode: string;
  readonly sort: string;
  readonly search: string;
  readonly status: string;
  readonly group: string;
  readonly tag: string;
  readonly probe: string;
  readonly common: boolean;
}

export interface SomeEntry {
  readonly fixture: ReportFixture;
  readonly index: number;
}
