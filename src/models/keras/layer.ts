import { CamdriftError } from '../../errors.ts';
import { allFinite } from '../_finite.ts';
import type { Kind } from '../_graph.ts';
import type { Builder, Value } from '../lowering/builder.ts';
import type { Channels, Pair } from '../lowering/pictures.ts';
import { rearranged } from '../lowering/rearranged.ts';
import type { Call } from './calls.ts';
import { type KerasLayer, unreadable, unsupported } from './config.ts';

/** Which generation wrote a model: names such as `hard_sigmoid` mean another function in each. */
export type Dialect = 2 | 3;

/** A weight of a layer, in Keras's order. */
export interface WeightRole {
  /** `kernel`; `query/kernel` where it belongs to a layer inside. */
  readonly role: string;
  readonly trainable: boolean;
  /** Where an archive keeps it, below the layer's own group. */
  readonly place: string;
}

/** The numbers of a weight, wherever they lie. */
export interface Weight {
  shape(): readonly number[];
  floats(): Float32Array;
}

/** What is known of a class of Keras's layers. */
export interface LayerClass {
  /** Its weights, in Keras's order. */
  weights?(config: KerasLayer['config']): readonly WeightRole[];
  /** What it does to features, where its steps do not tell. */
  readonly kind?: Kind;
  /** What it computes. */
  lower(call: LayerCall): Value;
}

interface Setting {
  readonly builder: Builder;
  readonly layer: KerasLayer;
  readonly dialect: Dialect;
  /** Whether TensorFlow.js is what runs the model in the field: some of its layers differ from Keras's. */
  readonly inTfjs: boolean;
  readonly path: string;
  weight(role: string): Weight | undefined;
}

/** One call of a layer: what it reads, its configuration and weights. */
export class LayerCall {
  readonly builder: Builder;
  readonly config: KerasLayer['config'];
  readonly inputs: readonly Value[];
  readonly call: Call;
  readonly setting: Setting;

  constructor(setting: Setting, inputs: readonly Value[], call: Call, config = setting.layer.config) {
    this.setting = setting;
    this.builder = setting.builder;
    this.config = config;
    this.inputs = inputs;
    this.call = call;
  }

  /** The only input. */
  get x(): Value {
    const [x] = this.inputs;
    if (!x) throw unreadable(`${this.where} reads nothing`);
    return x;
  }

  /** In words. */
  get where(): string {
    return `Layer \`${this.setting.path}\``;
  }

  get dialect(): Dialect {
    return this.setting.dialect;
  }

  get channels(): Channels {
    return this.config.data_format === 'channels_first' ? 'first' : 'last';
  }

  /** How many axes the input has. */
  get rank(): number {
    return this.x.rank ?? this.refuse('reads a value of an unknown number of dimensions');
  }

  number(key: string, fallback?: number): number {
    const value = this.config[key] ?? fallback;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw unreadable(`${this.where} has ${key} = ${JSON.stringify(value)}; expected a number`);
  }

  /** Two whole numbers from one on, or one that stands for both. */
  pair(key: string, fallback?: number | Pair): Pair {
    const value = this.config[key] ?? fallback;
    const [rows, columns = rows] = [value].flat() as unknown[];
    const fits = [rows, columns].every(
      size => Number.isSafeInteger(size) && Number(size) >= 1 && Number(size) < 2 ** 31,
    );
    if (fits && [value].flat().length <= 2) return [Number(rows), Number(columns)];
    throw unreadable(`${this.where} has ${key} = ${JSON.stringify(value)}; expected two whole numbers from 1 on`);
  }

  /** Axes counted from the start, the batch being 0. */
  axes(key: string, fallback: number): number[] {
    const given = [this.config[key] ?? fallback].flat() as unknown[];
    return given.map(axis => this.axis(axis));
  }

  axis(axis: unknown, rank = this.rank): number {
    const counted = Number(axis) < 0 ? Number(axis) + rank : Number(axis);
    if (Number.isInteger(counted) && counted >= 0 && counted < rank) return counted;
    return this.refuse(`names axis ${JSON.stringify(axis)} of a value with ${rank} dimensions`);
  }

  has(role: string): boolean {
    return this.setting.weight(role) !== undefined;
  }

  /**
   * A weight as a constant.
   * @param shape what the layer wants; `null` where any size will do
   * @param order of the constant's axes, by those of the weight
   */
  weight(role: string, shape: readonly (number | null)[], order?: readonly number[]): string {
    const weight = this.#found(role, shape);
    const found = weight.shape();
    const axes = order ?? found.map((_, axis) => axis);
    return this.builder.constant(
      axes.map(axis => found[axis]!),
      () => rearranged(this.#finite(role, weight), found, axes),
      `Weight \`${role}\` of \`${this.setting.path}\``,
    );
  }

  /**
   * A constant that is worked out from a weight.
   * @param shape what the layer wants; `null` where any size will do
   */
  derived(
    role: string,
    shape: readonly (number | null)[],
    made: readonly number[],
    make: (values: Float32Array) => Float32Array,
  ): string {
    const weight = this.#found(role, shape);
    const name = `Weight \`${role}\` of \`${this.setting.path}\``;
    return this.builder.constant(made, () => make(this.#finite(role, weight)), name);
  }

  shapeOf(role: string): readonly number[] {
    return this.#found(role).shape();
  }

  /** The numbers of a weight, to make others of them. */
  valuesOf(role: string): Float32Array {
    return this.#finite(role, this.#found(role));
  }

  #finite(role: string, weight: Weight): Float32Array {
    const values = weight.floats();
    if (allFinite(values)) return values;
    throw new CamdriftError(
      'model-numbers',
      `Weight \`${role}\` of \`${this.setting.path}\` holds NaN or infinite values.`,
    );
  }

  refuse(what: string, remedy?: string): never {
    throw unsupported(`${this.where} ${what}.`, remedy);
  }

  #found(role: string, shape?: readonly (number | null)[]): Weight {
    const weight = this.setting.weight(role);
    if (!weight) throw unreadable(`The file has no weights for \`${this.setting.path}, ${role}\``);
    const found = weight.shape();
    const fits =
      !shape || (shape.length === found.length && shape.every((size, axis) => size === null || size === found[axis]));
    if (fits) return weight;
    const wanted = shape.map(size => size ?? 'any').join(' x ') || 'of a scalar';
    throw unreadable(
      `The weight \`${role}\` of \`${this.setting.path}\` has shape ${found.join(' x ') || 'of a scalar'} in the file; its layer wants ${wanted}`,
    );
  }
}
