import type { LoadOptions } from '../models/model.ts';
import type { CheckLevel } from '../sanity/sanity.ts';
import type { ExplainOptions } from './explain.ts';

/** One model to explain, and how. Plain data: it travels to worker threads. */
export interface MapRequest extends ExplainOptions {
  readonly path: string;
  readonly load: LoadOptions;
  /** Taken instead of `auto` when the model has it: the layer that the maps will be compared on. */
  readonly prefer?: string | undefined;
  /** Images per batch; without it the engine's own number, less where activations are large. */
  readonly batch?: number | undefined;
  /** Worker threads; without it one per core where that pays. Engines that use every core by themselves ignore it. */
  readonly jobs?: number | undefined;
  /** How much is asked of the model afterwards, to see whether its maps say anything; without it nothing. */
  readonly checks?: CheckLevel | undefined;
  /** Whether the facts come with the model's digest. */
  readonly digest?: boolean;
  /** `false` where nobody compares the weights with another version's: reading them all takes its time. */
  readonly sketch?: boolean;
}
