import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call } from '../call.ts';
import { type DataType, type Live, plain } from '../value.ts';
import { straightThrough } from './_gradients.ts';

const ranges: Partial<Record<DataType, readonly [number, number]>> = {
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  uint16: [0, 65535],
  int4: [-8, 7],
  uint4: [0, 15],
};

/**
 * Whole numbers of a quantised type, held as floats: rounded half to even, moved by the zero point, saturated. The gradient
 * passes where the value does not saturate, and everywhere where it is the answer.
 * @param scaled the value in steps of the grid
 * @param at where the zero point is among the inputs; without one the type is uint8
 */
export function ontoGrid(
  call: Call,
  scaled: Tensor,
  at: number,
  zero = call.has(at) ? call.plain(at) : undefined,
): Tensor {
  const { core } = call;
  const whole = straightThrough(core, scaled, x => core.round(x));
  const range =
    ranges[call.has(at) ? call.known(at).type : 'uint8'] ?? call.fail('quantises to a type that is not known');
  const steps = zero ? core.add(whole, core.cast(zero, 'float32')) : whole;
  const saturated = (x: Tensor) => core.clipByValue(x, ...range);
  return call.isLast ? straightThrough(core, steps, saturated) : saturated(steps);
}

/** A quantised input less its zero point, in the layout it has: still whole numbers. */
export function centred(call: Call, at: number, zeroAt: number, axis = 0): Live {
  const { core } = call;
  const { tensor, layout } = call.asIs(at);
  const x = core.cast(tensor, 'float32');
  if (!call.has(zeroAt)) return { tensor: x, layout };
  const zero = core.cast(call.plain(zeroAt), 'float32');
  if (zero.size === 1) return { tensor: core.sub(x, core.reshape(zero, [])), layout };
  return plain(core.sub(core.cast(call.plain(at), 'float32'), along(call, zero, call.shape(at).length, axis)));
}

/** One number, or one per entry of an axis counted from the start or the end, as broadcasting wants it. */
export function along(call: Call, values: Tensor, rank: number, axis: number): Tensor {
  if (values.size === 1) return call.core.reshape(values, []);
  if (values.rank !== 1) return values;
  const logical = axis < 0 ? axis + rank : axis;
  return call.core.reshape(
    values,
    Array.from({ length: rank }, (_, at) => (at === logical ? values.size : 1)),
  );
}
