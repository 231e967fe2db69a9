import { posix } from 'node:path';
import type { Speaker } from '../reports/comment/comment.ts';
import type { ActionWorld } from './world.ts';

/** This step of this job, as against those of other jobs that speak on the same pull request. */
export function speakerOf({ inputs, run }: Pick<ActionWorld, 'inputs' | 'run'>): Speaker {
  return {
    workflow: run.workflow,
    job: run.job,
    leg: legOf(inputs.matrix),
    config: posix.join(inputs['working-directory'], inputs.config),
    step: run.step,
  };
}

/** `ubuntu, 3.12`, from the matrix as JSON; empty without one. */
function legOf(matrix: string): string {
  const read: unknown = jsonOf(matrix);
  if (typeof read !== 'object' || read === null) return read === null ? '' : matrix;
  return Object.values(read)
    .map(value => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
    .join(', ');
}

function jsonOf(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
