import type { Results } from '../../results/results.ts';
import { codeQuality } from './code-quality.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';

/** A report for another service. */
interface CiReport {
  readonly name: string;
  /** As it is typed. */
  readonly option: `--${string}`;
  readonly help: string;
  /** Pure: the same text for the same results. */
  report(results: Results): string;
}

/** Every report that is written where it is asked for. */
export const ciReports = [
  { name: 'junit', option: '--junit', help: 'write them as JUnit XML, which most CI services show', report: junit },
  { name: 'sarif', option: '--sarif', help: 'write them as SARIF 2.1.0, for code scanning', report: sarif },
  { name: 'codeQuality', option: '--code-quality', help: "write them as GitLab's Code Quality report", report: codeQuality }, // biome-ignore format: a table
] as const satisfies readonly CiReport[];

/** The file of each that was asked for. */
export type CiReportFiles = { readonly [R in (typeof ciReports)[number]['name']]?: string };
