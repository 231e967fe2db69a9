import type { Tensor } from '@tensorflow/tfjs-core';

export type Numbers =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array;

export type Shape = readonly number[];

/** Where the axes of an image-like value lie in memory. ONNX counts N, C, H, W; TensorFlow.js convolves N, H, W, C. */
export type Layout = 'plain' | 'channels-last';

/** A value that depends on the image. Its logical shape is ONNX's; only the tensor knows how it lies in memory. */
export interface Live {
  readonly tensor: Tensor;
  readonly layout: Layout;
}

/** A value that does not depend on the image's pixels: a weight, or arithmetic with shapes. Integers are exact to 2^53. */
export class Known {
  readonly shape: Shape;
  readonly type: DataType;
  /** Tensors made of it are kept as long as the model. */
  readonly lasting: boolean;
  #data: Numbers | (() => Numbers);

  constructor(shape: Shape, type: DataType, data: Numbers | (() => Numbers), lasting = false) {
    this.shape = shape;
    this.type = type;
    this.lasting = lasting;
    this.#data = data;
  }

  get data(): Numbers {
    return typeof this.#data === 'function' ? this.#data() : this.#data;
  }

  /** Lets go of the numbers, once an engine has them. */
  release(): void {
    this.#data = () => {
      throw new RangeError('these numbers were let go of');
    };
  }

  /** The same numbers in another shape. */
  reshaped(shape: Shape): Known {
    return new Known(shape, this.type, () => this.data, this.lasting);
  }
}

export type Value = Live | Known;

/** What of ONNX's element types matters here: how arithmetic rounds, and the range a quantised value saturates at. */
export type DataType = 'float' | 'bool' | 'int' | 'uint8' | 'int8' | 'uint16' | 'int16' | 'uint4' | 'int4';

export const isLive = (value: Value | undefined): value is Live => value !== undefined && 'tensor' in value;

export const sizeOf = (shape: Shape): number => shape.reduce((product, size) => product * size, 1);

/** The shape in ONNX's order of axes. */
export function shapeOf(value: Value): Shape {
  if (!isLive(value)) return value.shape;
  const { shape } = value.tensor;
  return value.layout === 'plain' ? shape : [shape[0]!, shape[3]!, shape[1]!, shape[2]!];
}

export const plain = (tensor: Tensor): Live => ({ tensor, layout: 'plain' });
export const channelsLast = (tensor: Tensor): Live => ({ tensor, layout: 'channels-last' });

/** Logical axes in the order in which they lie in memory. */
export const axisOrder = (layout: Layout, rank: number): number[] =>
  layout === 'plain' ? Array.from({ length: rank }, (_, axis) => axis) : [0, 2, 3, 1];

export const integers = (values: readonly number[], shape: Shape = [values.length]): Known =>
  new Known(shape, 'int', Float64Array.from(values));
