import { partId } from '../reports/comment/comment.ts';
import type { Results } from '../results/results.ts';
import { speakerOf } from './_speaker.ts';
import type { ActionWorld } from './world.ts';

/** What the job that publishes must know of one that judges: who it is, and of which matrix. */
export function judgingJob(world: Pick<ActionWorld, 'inputs' | 'run'>): Pick<Results, 'legs' | 'job'> {
  const { mode, legs } = world.inputs;
  if (mode !== 'judge') return {};
  const speaker = speakerOf(world);
  const job = { id: partId(speaker), group: partId({ ...speaker, leg: '' }) };
  return { ...(legs > 1 && { legs }), job };
}

/**
 * Why what was found is not all: a leg that broke down leaves nothing, and its silence is no pass. No other job stands for it, nor another
 * leg that has left two things.
 * @param found by each leg that has left something
 * @param publishing how many legs publish, each for as many of those that judge
 */
export function silence(found: readonly Results[], publishing: number): string | undefined {
  for (const group of new Set(found.map(groupOf))) {
    const ofOne = found.filter(each => groupOf(each) === group);
    const all = Math.ceil(Math.max(...ofOne.map(({ legs = 1 }) => legs)) / publishing);
    const left = new Set(ofOne.map(({ job }, at) => job?.id ?? at)).size;
    if (left < all) return `Only ${left} of ${all} legs of the matrix that judges have left results.`;
  }
  return undefined;
}

const groupOf = ({ job }: Results): string | undefined => job?.group;
