import type { Tensor } from '@tensorflow/tfjs-core';
import type { Numbers, Runtime, Session } from '../../engines/engine.ts';
import type { Core } from './layout.ts';
import type { Plan } from './plan.ts';
import { type Part, writtenPart } from './write-model.ts';

/**
 * The part of a network in front of the layer, where the engine has a runtime for it. There is one at a time: another layer
 * makes another.
 */
export class Trunk implements Disposable {
  /** Why the runtime does not run it, where it does not: foreign text, it may hold names of the model's. */
  problem: string | undefined;
  readonly #core: Core;
  readonly #runtime: Runtime;
  readonly #plan: Plan;
  readonly #facts: Pick<Part, 'turns' | 'shape'>;
  #values: readonly string[] = [];
  #session: Session | undefined;

  constructor(core: Core, runtime: Runtime, plan: Plan, facts: Pick<Part, 'turns' | 'shape'>) {
    this.#core = core;
    this.#runtime = runtime;
    this.#plan = plan;
    this.#facts = facts;
  }

  /** The values that it makes of images, when it runs. */
  get values(): readonly string[] {
    return this.#session ? this.#values : [];
  }

  /** Ends at other values from here on. */
  endAt(input: string, values: readonly string[]): void {
    if (this.#values.length === values.length && values.every((value, at) => value === this.#values[at])) return;
    this[Symbol.dispose]();
    this.#values = values;
    this.problem = undefined;
    this.#attempt(() => {
      const { file, apart } = writtenPart(this.#plan, { input, outputs: values, ...this.#facts });
      this.#session = this.#runtime.session(file, apart);
    });
  }

  /** In the form that is seen outside, the caller's own; `undefined` where the runtime cannot. */
  run(images: Tensor): Tensor[] | undefined {
    const data = images.dataSync() as Float32Array;
    const found = this.#attempt(() => this.#session?.run({ data, shape: images.shape }));
    return found?.map(({ data, shape }: Numbers) => this.#core.tensor(data, [...shape]));
  }

  [Symbol.dispose](): void {
    this.#session?.[Symbol.dispose]();
    this.#session = undefined;
  }

  /** What it cannot run the other engine can. */
  #attempt<T>(what: () => T): T | undefined {
    try {
      return what();
    } catch (error) {
      this.problem = (error as Error).message;
      this[Symbol.dispose]();
      return undefined;
    }
  }
}
