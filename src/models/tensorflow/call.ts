import { CamdriftError } from '../../errors.ts';
import type { Kind } from '../_graph.ts';
import type { Step } from '../_saved-model/step.ts';
import type { AttrValue } from '../_saved-model/tensorflow_pb.ts';
import type { Value as Numbers } from '../_saved-model/values.ts';
import type { Builder, Value } from '../lowering/builder.ts';
import type { Channels, Pair } from '../lowering/pictures.ts';

/** A value that a node reads, and its numbers where they stand in the file. */
export interface Input extends Value {
  readonly numbers?: Numbers;
}

/** What an operation of TensorFlow computes. */
export interface Operation {
  /** What it does to features, where its steps do not tell. */
  readonly kind?: Kind;
  lower(call: NodeCall): Value | readonly Value[];
}

type Case = NonNullable<AttrValue['value']['case']>;

/** One node: what it reads, and its attributes with TensorFlow's own defaults. */
export class NodeCall {
  readonly builder: Builder;
  readonly inputs: readonly Input[];
  readonly #step: Step;

  constructor(builder: Builder, step: Step, inputs: readonly Input[]) {
    this.builder = builder;
    this.inputs = inputs;
    this.#step = step;
  }

  get operation(): string {
    return this.#step.op;
  }

  get name(): string {
    return this.#step.name;
  }

  input(at: number): Input {
    return this.inputs[at] ?? this.refuse(`has no input ${at + 1}`);
  }

  /** The first input. */
  get x(): Input {
    return this.input(0);
  }

  int(name: string, fallback: number): number {
    return Number(this.#value(name, 'i') ?? fallback);
  }

  float(name: string, fallback: number): number {
    return (this.#value(name, 'f') as number | undefined) ?? fallback;
  }

  flag(name: string, fallback = false): boolean {
    return (this.#value(name, 'b') as boolean | undefined) ?? fallback;
  }

  text(name: string, fallback: string): string {
    const found = this.#value(name, 's');
    return found instanceof Uint8Array ? Buffer.from(found).toString('latin1') : fallback;
  }

  ints(name: string): number[] | undefined {
    const { value } = this.#step.attr[name] ?? {};
    return value?.case === 'list' ? value.value.i.map(Number) : undefined;
  }

  texts(name: string): string[] {
    const { value } = this.#step.attr[name] ?? {};
    return value?.case === 'list' ? value.value.s.map(text => Buffer.from(text).toString('latin1')) : [];
  }

  /** The type that a cast makes. */
  type(name: string): number | undefined {
    return this.#value(name, 'type') as number | undefined;
  }

  get channels(): Channels {
    const format = this.text('data_format', 'NHWC');
    if (format !== 'NHWC' && format !== 'NCHW') return this.refuse(`counts axes ${format}`);
    return format === 'NCHW' ? 'first' : 'last';
  }

  /** Of a list with one number per axis, those of rows and columns. */
  grid(name: string, fallback: Pair = [1, 1]): Pair {
    const all = this.ints(name) ?? [];
    const [rows, columns] = this.channels === 'first' ? all.slice(2) : all.slice(1);
    if (all.length === 0) return fallback;
    const others = all.filter((_, at) => (this.channels === 'first' ? at < 2 : at === 0 || at === 3));
    if (all.length !== 4 || others.some(size => size !== 1) || !(rows! >= 1) || !(columns! >= 1))
      return this.refuse(`has ${name} = ${all.join(', ')}`);
    return [rows!, columns!];
  }

  /** Numbers that have to stand in the file. */
  numbers(at: number): number[] {
    const { numbers } = this.input(at);
    return numbers
      ? Array.from(numbers.data, Number)
      : this.refuse(`computes what its input ${at + 1} says, which camdrift does not read`);
  }

  refuse(what: string): never {
    throw new CamdriftError('model-unsupported', `\`${this.name}\` (${this.operation}) ${what}.`);
  }

  #value(name: string, kind: Case): unknown {
    const { value } = this.#step.attr[name] ?? {};
    return value?.case === kind ? value.value : undefined;
  }
}
