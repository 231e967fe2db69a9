import type { Kind } from '../_graph.ts';

/** One layer of a file, made of one or more steps. */
export interface Layer {
  /** The path a user writes. */
  readonly name: string;
  /** In the framework's own words. */
  readonly operation: string;
  /** What it does to features, where its steps do not tell. */
  readonly kind?: Kind | undefined;
  /** The step whose value are the logits, where the layer itself turns them into probabilities. */
  logits?: string;
}
