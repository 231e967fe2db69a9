import type { Change } from './change.ts';
import type { ModelResult } from './model.ts';
import type { Verdict } from './verdict.ts';

/** A job as its statuses and parts of a comment tell it from others, in 16 hexadecimal digits each. */
export interface JudgingJob {
  readonly id: string;
  /** As `id`, the same for all legs of a matrix. */
  readonly group: string;
}

/** What an audit found: what `results.json` says and every report is made from. */
export interface Results {
  readonly version: 1;
  /** Name and version of the program. */
  readonly tool: string;
  readonly engine: { readonly name: string; readonly version: string };
  readonly verdict: Verdict;
  readonly models: readonly ModelResult[];
  readonly change?: Change | undefined;
  /** How many jobs of a matrix judge, each for itself, where several do and another job speaks for all. */
  readonly legs?: number | undefined;
  /** Which job has judged, where another one speaks for it. */
  readonly job?: JudgingJob | undefined;
  /** The only part that differs between two runs on the same input. */
  readonly times: { readonly started: string; readonly seconds: number };
}
