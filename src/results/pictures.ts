import type { ModelResult } from './model.ts';

/** Paths of all pictures of models, relative to the results file. */
export function picturePaths(models: readonly ModelResult[]): string[] {
  const edits = models.flatMap(({ probes = [], flips = [] }) => [...probes, ...flips]);
  const fixtures = models.flatMap(model => model.fixtures);
  const wide = [...edits.flatMap(({ picture }) => picture ?? []), ...fixtures.flatMap(({ montage }) => montage ?? [])];
  return [...new Set([...wide, ...narrowPaths(models)])];
}

/** Of those for narrow screens alone. */
export const narrowPaths = (models: readonly ModelResult[]): string[] =>
  models
    .flatMap(({ probes = [], flips = [], fixtures }) => [...probes, ...flips, ...fixtures])
    .flatMap(({ narrow }) => narrow ?? []);
