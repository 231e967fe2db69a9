import { readTensor } from '../read-tensor.ts';
import { integers, Known, type Numbers, sizeOf } from '../value.ts';
import { numbers } from './arithmetic.ts';
import type { Exact } from './index.ts';

const shape: Exact = call => {
  const found = call.shape(0);
  return integers(
    found.slice(
      call.attributes.int('start', 0),
      call.attributes.has('end') ? call.attributes.int('end', 0) : undefined,
    ),
  );
};

const constant: Exact = call => {
  const { attributes, where } = call;
  const [tensor, floats, ints] = [
    attributes.tensor('value'),
    attributes.floats('value_floats'),
    attributes.ints('value_ints'),
  ];
  if (tensor) return readTensor(tensor, undefined, where);
  if (attributes.has('value_floats')) return new Known([floats!.length], 'float', Float32Array.from(floats!));
  if (attributes.has('value_ints')) return integers(ints!);
  if (attributes.has('value_float')) return new Known([], 'float', Float32Array.of(attributes.float('value_float', 0)));
  if (attributes.has('value_int')) return integers([attributes.int('value_int', 0)], []);
  return call.fail('holds no numbers');
};

const filled: Exact = call => {
  const size = call.boundedConstant(call.numbers(0));
  const value = call.attributes.tensor('value');
  const { type, data } = value
    ? readTensor(value, undefined, call.where)
    : new Known([1], 'float', new Float32Array(1));
  return new Known(size, type, numbers(type, sizeOf(size)).fill(data[0]!));
};

const range: Exact = call => {
  const [start, limit, step] = [0, 1, 2].map(at => call.numbers(at)[0]!) as [number, number, number];
  const count = Math.max(0, Math.ceil((limit - start) / step));
  call.boundedConstant([count]);
  const { type } = call.known(0);
  return new Known([count], type, numbers(type, count).map((_, at) => start + at * step) as Numbers);
};

export const creation = {
  Shape: shape,
  Size: call => integers([sizeOf(call.shape(0))], []),
  Constant: constant,
  ConstantOfShape: filled,
  Range: range,
} satisfies Readonly<Record<string, Exact>>;
