import type { Results } from '../results/results.ts';
import type { ActionWorld } from './world.ts';

/** What the job that publishes must know of a matrix whose legs judge. */
export const legsOf = ({ inputs: { mode, legs } }: Pick<ActionWorld, 'inputs'>): Pick<Results, 'legs'> =>
  mode === 'judge' && legs > 1 ? { legs } : {};

/**
 * Why what was found is not all: a leg that broke down leaves nothing, and its silence is no pass.
 * @param found by each leg that has left something
 * @param publishing how many legs publish, each for as many of those that judge
 */
export function silence(found: readonly Results[], publishing: number): string | undefined {
  const all = Math.ceil(Math.max(...found.map(({ legs = 1 }) => legs)) / publishing);
  if (found.length >= all) return undefined;
  return `Only ${found.length} of ${all} legs of the matrix that judges have left results.`;
}
