import { type DataType, Known, sizeOf } from '../value.ts';
import { strides } from './_indexing.ts';
import { numbers } from './arithmetic.ts';
import type { Exact } from './index.ts';

/** The places of all entries that are not zero: one row per axis, in reading order. */
const nonZero: Exact = call => {
  const x = call.known(0);
  const found = Array.from(x.data.keys()).filter(at => x.data[at] !== 0);
  const steps = strides(x.shape);
  const rows = x.shape.map((size, axis) => found.map(at => Math.floor(at / steps[axis]!) % size));
  return new Known([x.shape.length, found.length], 'int', Float64Array.from(rows.flat()));
};

/** Ones on a diagonal of a matrix of the input's shape. */
const eyeLike: Exact = call => {
  const [height, width] = call.boundedConstant(call.shape(0)) as [number, number];
  if (call.shape(0).length !== 2) return call.fail(`makes a diagonal of ${call.shape(0).length} dimensions`);
  const named = call.attributes.int('dtype', 0);
  const type: DataType = named === 0 ? call.known(0).type : [1, 10, 11, 16].includes(named) ? 'float' : 'int';
  const data = numbers(type, height * width);
  const shift = call.attributes.int('k', 0);
  for (let row = 0; row < height; row++)
    if (row + shift >= 0 && row + shift < width) data[row * width + row + shift] = 1;
  return new Known([height, width], type, data);
};

/** Each entry from the one before it, so that a long constant takes no longer than to read it. */
const cumulativeSum: Exact = call => {
  const { shape, type, data: x } = call.known(0);
  const [named] = call.numbers(1);
  const axis = named! < 0 ? named! + shape.length : named!;
  const size = shape[axis] ?? call.fail(`sums along axis ${named} of a value with ${shape.length} dimensions`);
  const [exclusive, reverse] = ['exclusive', 'reverse'].map(name => call.attributes.int(name, 0) === 1);
  const step = strides(shape)[axis]!;
  const [first, back] = reverse ? [size - 1, step] : [0, -step];
  const data = numbers(type, sizeOf(shape));
  for (let entry = 0; entry < data.length; entry++) {
    const at = reverse ? data.length - 1 - entry : entry;
    const isFirst = Math.floor(at / step) % size === first;
    const before = isFirst ? 0 : data[at + back]!;
    data[at] = exclusive ? before + (isFirst ? 0 : x[at + back]!) : before + x[at]!;
  }
  return new Known(shape, type, data);
};

export const exactSelection = {
  NonZero: nonZero,
  EyeLike: eyeLike,
  CumSum: cumulativeSum,
} satisfies Readonly<Record<string, Exact>>;
