/** How much of an audit a comment shows. */
export interface Extent {
  /** Pictures in the open, over all models. */
  readonly inline: number;
  /** Pictures behind a click. */
  readonly folded: number;
  readonly steady: 'listed' | 'counted';
  /** Warnings, and fixtures that could not be compared. */
  readonly asides: 'listed' | 'counted';
  /** Rows of moved fixtures per model. */
  readonly rows: number;
  /** `sections`: all of the above. A number: only counts, and so many models by name. */
  readonly models: 'sections' | number;
}

const everything: Extent = {
  inline: 12,
  folded: Number.POSITIVE_INFINITY,
  steady: 'listed',
  asides: 'listed',
  rows: Number.POSITIVE_INFINITY,
  models: 'sections',
};

/** What is given up for length, one after the other: first what a reader misses least. */
const steps: readonly Partial<Extent>[] = [
  { folded: 48 },
  { folded: 24 },
  { folded: 12 },
  { folded: 0 },
  { steady: 'counted' },
  { asides: 'counted' },
  { rows: 100 },
  { inline: 6 },
  { inline: 3 },
  { inline: 0 },
  { rows: 30 },
  { rows: 10 },
  { rows: 3 },
  { models: 100 },
  { models: 30 },
  { models: 10 },
  { models: 0 },
];

/** From the richest to the shortest. */
export const plans: readonly Extent[] = [
  everything,
  ...steps.map((_, given): Extent => Object.assign({}, everything, ...steps.slice(0, given + 1))),
];
