import type { Tensor } from '@tensorflow/tfjs-core';
import { CamdriftError } from '../../errors.ts';
import { refuseNothing } from './nothing.ts';
import type { Step } from './operation.ts';
import type { Plan } from './plan.ts';
import { isLive, Known, type Live, plain, type Shape, shapeOf } from './value.ts';
import { toTensor, type Weights } from './weights.ts';

/** Runs a plan, from any values to any others. */
export class Runner {
  /** Sees every value as it is made. */
  watch: ((name: string, value: Live) => void) | undefined;
  readonly #plan: Plan;
  readonly #weights: Weights;
  readonly #start: (images: number) => ReadonlyMap<string, Live>;
  readonly #makers = new Map<string, Step>();
  /** Shapes that shape arithmetic reads, and its results, by the number of images: nothing else changes them. */
  readonly #seen = new Map<number, { shapes: Map<string, Shape>; values: Map<string, Known> }>();
  readonly #observed: ReadonlySet<string>;
  readonly #end: string;
  #measuring = false;

  /** @param start the input for a number of images, to find out shapes with */
  constructor(plan: Plan, weights: Weights, end: string, start: (images: number) => ReadonlyMap<string, Live>) {
    this.#plan = plan;
    this.#weights = weights;
    this.#end = end;
    this.#start = start;
    for (const step of plan.steps) for (const output of step.outputs) this.#makers.set(output, step);
    this.#observed = new Set([...plan.shapeSteps.values()].flatMap(step => step.inputs));
  }

  /** The caller owns what comes back; everything in between is released. */
  run(feeds: ReadonlyMap<string, Live>, fetches: readonly string[], images: number): Live[] {
    const values = new Map<string, Live>(feeds);
    for (const [name, value] of feeds) this.#observe(name, value, images);
    const needed = this.#needed(feeds, fetches);
    const readers = countReaders(needed);
    for (const name of [...fetches, ...feeds.keys()]) readers.set(name, Number.POSITIVE_INFINITY);
    for (const step of needed) {
      for (const [name, value] of this.#runStep(step, values, images)) values.set(name, values.get(name) ?? value);
      for (const name of step.inputs) this.#release(name, readers, values);
      for (const name of step.outputs) if (!readers.has(name)) this.#drop(name, values);
    }
    return fetches.map(name => values.get(name) ?? missing(name));
  }

  /** A value that follows from the shapes of the fed ones alone. */
  known(name: string, images: number, feeds: ReadonlyMap<string, Live>): Known {
    for (const [fed, value] of feeds) this.#observe(fed, value, images);
    return this.#known(name, images);
  }

  /** The same from shapes that a run has seen, if it has seen enough. */
  seen(name: string, images: number): Known | undefined {
    if (!this.#plan.shapeSteps.has(name)) return undefined;
    const { shapes } = this.#of(images);
    const isSeen = this.#shapeStepsFor(name, images).every(step =>
      step.inputs.every(input => input === '' || shapes.has(input) || this.#isKnown(input, images)),
    );
    return isSeen ? this.#known(name, images) : undefined;
  }

  #isKnown(name: string, images: number): boolean {
    return this.#plan.constants.has(name) || this.#plan.shapeSteps.has(name) || this.#of(images).values.has(name);
  }

  #needed(feeds: ReadonlyMap<string, Live>, fetches: readonly string[]): Step[] {
    const wanted = new Set<Step>();
    const ask = (name: string) => {
      const step = this.#makers.get(name);
      if (step && !feeds.has(name)) wanted.add(step);
    };
    for (const name of fetches) ask(name);
    for (const step of this.#plan.steps.toReversed()) if (wanted.has(step)) for (const name of step.inputs) ask(name);
    return this.#plan.steps.filter(step => wanted.has(step));
  }

  #runStep(step: Step, values: ReadonlyMap<string, Live>, images: number): [string, Live][] {
    const inputs = step.inputs.map(name => (name === '' ? undefined : (values.get(name) ?? this.#known(name, images))));
    refuseNothing(step, inputs, this.#makers);
    const given = new Set(inputs.flatMap(value => (value && isLive(value) ? [value.tensor] : [])));
    const { core } = this.#weights;
    const layouts: Live['layout'][] = [];
    const tensors = core.tidy(() =>
      step.run(inputs, images).map(value => {
        const live: Live = isLive(value) ? value : plain(toTensor(core, value)); // a copy of its own: it is released with the others
        layouts.push(live.layout);
        return given.has(live.tensor) || live.tensor.kept ? core.clone(live.tensor) : live.tensor; // a weight is kept
      }),
    ) as Tensor[];
    return tensors.flatMap((tensor, at) => {
      const name = step.outputs[at];
      const value = { tensor, layout: layouts[at]! };
      this.#weights.limits.entries(tensor.size / images, `Node \`${step.name}\` (${step.operation})`);
      if (name) this.#observe(name, value, images);
      else tensor.dispose();
      return name ? [[name, value] as [string, Live]] : [];
    });
  }

  #observe(name: string, value: Live, images: number): void {
    this.watch?.(name, value);
    if (this.#observed.has(name)) this.#of(images).shapes.set(name, shapeOf(value));
  }

  #of(images: number) {
    const seen = this.#seen.get(images) ?? { shapes: new Map<string, Shape>(), values: new Map<string, Known>() };
    this.#seen.set(images, seen);
    return seen;
  }

  /** A constant, or the result of arithmetic with shapes. */
  #known(name: string, images: number): Known {
    const { values } = this.#of(images);
    const found = this.#plan.constants.get(name) ?? values.get(name);
    if (found) return found;
    for (const step of this.#shapeStepsFor(name, images)) {
      const inputs = step.inputs.map(input => (input === '' ? undefined : this.#ready(input, images)));
      for (const [at, value] of step.exactly(inputs, images).entries())
        if (step.outputs[at]) values.set(step.outputs[at], value);
    }
    return values.get(name) ?? missing(name);
  }

  /** What has to be computed for a shape value, in execution order, without recursion. */
  #shapeStepsFor(name: string, images: number): Step[] {
    const { values } = this.#of(images);
    const needed = new Set<Step>();
    const queue = [name];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const step = this.#plan.shapeSteps.get(next);
      if (!step || values.has(next) || needed.has(step)) continue;
      needed.add(step);
      queue.push(...step.inputs);
    }
    return [...new Set(this.#plan.shapeSteps.values())].filter(step => needed.has(step));
  }

  #ready(name: string, images: number): Known {
    const { shapes, values } = this.#of(images);
    const known = this.#plan.constants.get(name) ?? values.get(name);
    if (known) return known;
    if (!shapes.has(name) && this.#measuring) throw unmeasured(name);
    if (!shapes.has(name)) this.#measure(images);
    const shape = shapes.get(name) ?? missing(name);
    return new Known(shape, 'float', () => {
      throw new CamdriftError('model-unsupported', `The pixels of \`${name}\` take part in arithmetic with shapes.`);
    });
  }

  /** Runs everything whose shape is read, also what nothing but its shape is read of. */
  #measure(images: number): void {
    this.#measuring = true;
    try {
      this.#weights.core.tidy(() => {
        this.run(this.#start(images), this.everything, images);
      });
    } finally {
      this.#measuring = false;
    }
  }

  /** The end, and every value whose shape is read. */
  get everything(): readonly string[] {
    return [...new Set([this.#end, ...[...this.#observed].filter(name => this.#makers.has(name))])];
  }

  #release(name: string, readers: Map<string, number>, values: Map<string, Live>): void {
    const left = (readers.get(name) ?? Number.POSITIVE_INFINITY) - 1;
    readers.set(name, left);
    if (left === 0) this.#drop(name, values);
  }

  #drop(name: string, values: Map<string, Live>): void {
    values.get(name)?.tensor.dispose();
    values.delete(name);
  }
}

function countReaders(steps: readonly Step[]): Map<string, number> {
  const readers = new Map<string, number>();
  for (const name of steps.flatMap(step => step.inputs)) readers.set(name, (readers.get(name) ?? 0) + 1);
  return readers;
}

const unmeasured = (name: string): CamdriftError =>
  new CamdriftError(
    'model-unsupported',
    `A shape is computed from that of \`${name}\`, which has none before it is needed.`,
  );

const missing = (name: string): never => {
  throw new RangeError(`the value ${name} was not computed`);
};
