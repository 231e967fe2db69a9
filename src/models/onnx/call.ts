import type { Tensor } from '@tensorflow/tfjs-core';
import { CamdriftError } from '../../errors.ts';
import type { Attributes } from './attributes.ts';
import { type Core, inLayout, padded, permuted } from './layout.ts';
import { isLive, type Known, type Layout, type Live, type Shape, shapeOf, type Value } from './value.ts';
import type { Weights } from './weights.ts';

/** What an operator computes; it runs in a tidy scope, and possibly under the tape. Several outputs come as a list. */
export type Operator = (call: Call) => Value | readonly Value[];

interface Setting {
  readonly weights: Weights;
  readonly attributes: Attributes;
  readonly opset: number;
  /** The node, in words. */
  readonly where: string;
  /** How many outputs the node has. */
  readonly outputs: number;
  /** Whether it quantises the answer: then slopes pass where it saturates, too. */
  readonly isLast?: boolean;
}

/** One run of one node: its inputs, in whatever layout the operator asks for. */
export class Call implements Setting {
  readonly inputs: readonly (Value | undefined)[];
  readonly weights: Weights;
  readonly attributes: Attributes;
  readonly opset: number;
  readonly where: string;
  readonly outputs: number;
  readonly isLast: boolean;
  readonly #images: number;

  constructor(setting: Setting, inputs: readonly (Value | undefined)[], images: number) {
    this.inputs = inputs;
    this.weights = setting.weights;
    this.attributes = setting.attributes;
    this.opset = setting.opset;
    this.where = setting.where;
    this.outputs = setting.outputs;
    this.isLast = setting.isLast === true;
    this.#images = images;
  }

  /** The same node on other inputs: an operator made of another one. */
  with(inputs: readonly (Value | undefined)[], outputs = this.outputs): Call {
    const { weights, attributes, opset, where, isLast } = this;
    return new Call({ weights, attributes, opset, where, outputs, isLast }, inputs, this.#images);
  }

  /** The same node as in a picture of one row: what it says of a row holds of columns. */
  ofRows(inputs: readonly (Value | undefined)[]): Call {
    const { weights, attributes, opset, where, outputs, isLast } = this;
    return new Call({ weights, attributes: attributes.ofRows(), opset, where, outputs, isLast }, inputs, this.#images);
  }

  /** The same node as over two of three axes. */
  without(axis: number, inputs: readonly (Value | undefined)[]): Call {
    const { weights, attributes, opset, where, outputs, isLast } = this;
    return new Call(
      { weights, attributes: attributes.without(axis), opset, where, outputs, isLast },
      inputs,
      this.#images,
    );
  }

  get core(): Core {
    return this.weights.core;
  }

  has(at: number): boolean {
    return this.inputs[at] !== undefined;
  }

  input(at: number): Value {
    return this.inputs[at] ?? this.fail(`has no input ${at + 1}`);
  }

  /** ONNX's shape of an input. */
  shape(at: number): Shape {
    return shapeOf(this.input(at));
  }

  /** How the main input lies in memory; constants are plain. */
  get layout(): Layout {
    const value = this.input(0);
    return isLive(value) ? value.layout : 'plain';
  }

  /** An input with its axes in ONNX's order. */
  plain(at = 0): Tensor {
    const value = this.input(at);
    return isLive(value) ? inLayout(this.core, value, 'plain') : this.weights.tensor(value);
  }

  /** An image-like input with its channels last; lower ranks get leading ones first, as broadcasting aligns them. */
  channelsLast(at = 0): Tensor {
    const value = this.input(at);
    if (isLive(value) && value.layout === 'channels-last') return value.tensor;
    if (isLive(value)) return this.#turned(value.tensor);
    return this.weights.tensor(value, 'channels-last', tensor => this.#turned(tensor));
  }

  inLayout(at: number, layout: Layout): Tensor {
    return layout === 'plain' ? this.plain(at) : this.channelsLast(at);
  }

  /** The main input as it lies. */
  asIs(at = 0): Live {
    const value = this.input(at);
    return isLive(value) ? value : { tensor: this.plain(at), layout: 'plain' };
  }

  /** A constant in a form of its own, made once; computed every time when it depends on the image. */
  formed(at: number, form: string, make: (plain: Tensor) => Tensor): Tensor {
    const value = this.input(at);
    return isLive(value) ? make(this.plain(at)) : this.weights.tensor(value, form, make);
  }

  /** An input that must not depend on the image's pixels, such as a shape or axes. */
  known(at: number): Known {
    const value = this.input(at);
    if (!isLive(value)) return value;
    return this.fail(`computes a shape or an index from the image's pixels (input ${at + 1}), which cannot be mapped`);
  }

  numbers(at: number): number[] {
    return Array.from(this.known(at).data);
  }

  /** Numbers that stand in an attribute in older operator sets and in an input in newer ones. */
  numbersFrom(name: string, at: number): number[] | undefined {
    return this.attributes.ints(name) ?? (this.has(at) ? this.numbers(at) : undefined);
  }

  /** Refuses an absurd output before it is allocated. */
  bounded(shape: Shape): number[] {
    return [...this.weights.limits.value(shape, this.#images, this.where)];
  }

  /** Zeros in place of a product with a constant, where only its shape is asked. */
  outlined(at: number, shape: readonly number[]): Tensor | undefined {
    return this.weights.outlining && !isLive(this.input(at)) ? this.core.zeros([...shape]) : undefined;
  }

  /** The same of a value that does not depend on the image. */
  boundedConstant(shape: Shape): Shape {
    return this.weights.limits.constant(shape, this.where);
  }

  /** Counts the products of all images, before they are computed. */
  worked(products: number): void {
    this.weights.limits.products(products / this.#images, this.where);
  }

  fail(what: string): never {
    throw new CamdriftError('model-unsupported', `${this.where} ${what}.`);
  }

  #turned(tensor: Tensor): Tensor {
    if (tensor.rank > 4) return this.fail(`mixes an image with a value of ${tensor.rank} dimensions`);
    const four = tensor.rank === 4 ? tensor : this.core.reshape(tensor, padded(tensor.shape, 4));
    return permuted(this.core, four, [0, 2, 3, 1]);
  }
}
