import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { inPlace } from '../cells.ts';
import type { Core } from '../layout.ts';
import type { CellRule, Operation } from '../operation.ts';
import { isLive, type Live, plain } from '../value.ts';
import { entrywiseOf, since } from './_families.ts';
import { stepwise, straightThrough } from './_gradients.ts';
import { ontoGrid } from './_grid.ts';

const quantize: Operator = call => {
  const { tensor, layout } = call.asIs();
  const scaled = call.core.div(tensor, parameter(call, 1));
  return { tensor: ontoGrid(call, scaled, 2, call.has(2) ? parameter(call, 2) : undefined), layout };
};

const dequantize: Operator = call => {
  const { core } = call;
  const { tensor, layout } = call.asIs();
  const x = core.cast(tensor, 'float32');
  const centred = call.has(2) ? core.sub(x, core.cast(parameter(call, 2), 'float32')) : x;
  return { tensor: core.mul(centred, parameter(call, 1)), layout };
};

/** One number, or one per entry of an axis, as it is broadcast against the value where it lies. */
function parameter(call: Call, at: number): Tensor {
  const value = call.plain(at);
  if (value.size === 1) return call.core.reshape(value, []);
  const shape = call.shape(0);
  if (call.attributes.int('block_size', 0) > 0 || value.rank !== 1) return call.fail('is quantised in blocks');
  const axis = call.attributes.int('axis', 1);
  const logical = axis < 0 ? axis + shape.length : axis;
  const wide = call.core.reshape(
    value,
    shape.map((_, other) => (other === logical ? value.size : 1)),
  );
  return call.layout === 'plain' ? wide : call.core.transpose(wide, [0, 2, 3, 1]);
}

/** A dynamically quantised value is the value itself, rounded; the scale and zero point depend on the pixels, and have no slope. */
const dynamicQuantize: Operator = (call): readonly Live[] => {
  const { core } = call;
  const x = call.plain(0);
  if (!isLive(call.input(0))) return call.fail('quantises a constant dynamically');
  const low = stepwise(core, y => core.minimum(core.min(y!), 0), x);
  const high = stepwise(core, y => core.maximum(core.max(y!), 0), x);
  const scale = stepwise(core, range => stepOver(core, range!), core.sub(high, low));
  const zero = core.round(core.clipByValue(core.div(core.neg(low), scale), 0, 255));
  const whole = straightThrough(core, core.div(x, scale), y => core.round(y));
  return [core.clipByValue(core.add(whole, zero), 0, 255), scale, zero].map(plain);
};

/** Of nothing but zeros there is no step: as in ONNX Runtime it is one then. */
const stepOver = (core: Core, range: Tensor): Tensor =>
  core.where(core.equal(range, 0), core.onesLike(range), core.div(range, 255));

/** Scale and zero point are no cells. */
const inFirst: CellRule = (step, facts, output) => (output === 0 ? inPlace(step, facts, output) : undefined);

export const quantization = {
  QuantizeLinear: entrywiseOf(quantize, { sets: since(10), features: 'identity', scale: 1 }),
  DequantizeLinear: entrywiseOf(dequantize, { sets: since(10), features: 'identity' }),
  DynamicQuantizeLinear: entrywiseOf(dynamicQuantize, {
    sets: since(11),
    features: 'identity',
    cells: inFirst,
    images: 'mixed',
  }),
} satisfies Readonly<Record<string, Operation>>;
