import { performance } from 'node:perf_hooks';
import type { Deadline } from './explainer.ts';

/**
 * Begins a run: for each model that begins now, when it must be done.
 * @param run seconds for all models together
 */
export function deadlines(run: number): (model: number) => Deadline {
  const end = performance.now() + run * 1000;
  return model => {
    const at = performance.now() + model * 1000;
    return at <= end
      ? { at, words: `${model} s for one model (\`timeout\`)` }
      : { at: end, words: `${run} s for the whole run (\`run-timeout\`)` };
  };
}
