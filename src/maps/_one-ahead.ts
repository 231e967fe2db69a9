import type { Model } from '../models/model.ts';
import {
  type ExplainOptions,
  type Explanation,
  explainLoaded,
  type Failure,
  type FixtureTask,
  type Loaded,
  loadBatch,
} from './explain.ts';

/** Explains batches one after the other; the pictures of the next one are decoded in the background meanwhile. */
export function oneAhead(
  model: Model,
  batches: readonly (readonly FixtureTask[])[],
  options: ExplainOptions,
): (batch: readonly FixtureTask[], at: number) => Promise<(Explanation | Failure)[]> {
  const begun = new Map<number, Promise<Loaded[]>>();
  const begin = (at: number): Promise<Loaded[]> => {
    const loading = begun.get(at) ?? loadBatch(model.input, batches[at] ?? [], options);
    // Whoever waits for it hears of an error; nobody may.
    loading.catch(() => {});
    begun.set(at, loading);
    return loading;
  };
  return async (batch, at) => {
    const loaded = await begin(at);
    begin(at + 1);
    begun.delete(at);
    return explainLoaded(model, batch, loaded, options);
  };
}
