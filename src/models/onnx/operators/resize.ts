import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import type { Operation } from '../operation.ts';
import { channelsLast, sizeOf } from '../value.ts';
import { since, spatialOf } from './_families.ts';
import { type Interpolation, interpolationMatrix } from './_interpolation.ts';

/** Scales or sizes are inputs 3 and 4 from operator set 11 on, input 2 in 10, an attribute of Upsample in 9. */
const resize: Operator = call => {
  const { attributes, opset } = call;
  const shape = call.shape(0);
  if (shape.length !== 4) return call.fail(`resizes a value of ${shape.length} dimensions`);
  const axes = attributes.ints('axes')?.map(axis => (axis < 0 ? axis + 4 : axis)) ?? [0, 1, 2, 3];
  const spread = (values: readonly number[] | undefined, other: (axis: number) => number) =>
    shape.map((_, axis) => (values && axes.includes(axis) ? values[axes.indexOf(axis)]! : other(axis)));
  const named = (at: number) => (call.has(at) && call.shape(at)[0] !== 0 ? call.numbers(at) : undefined);
  const scaleInput = attributes.floats('scales') ?? named(opset < 11 ? 1 : 2);
  const sizes = opset < 11 ? undefined : named(3);
  const wanted = sizes && fitted(call, sizes, axes, shape);
  const target = wanted
    ? spread(wanted, axis => shape[axis]!)
    : spread(scaleInput, () => 1).map((scale, axis) => Math.floor(scale * shape[axis]!));
  const scales = sizes ? target.map((size, axis) => size / shape[axis]!) : spread(scaleInput, () => 1);
  if (target[0] !== shape[0] || target[1] !== shape[1]) return call.fail('resizes the batch or the channels');
  call.bounded(target);
  return channelsLast(
    [2, 3].reduce(
      (x, axis) => alongAxis(call, x, axis - 1, shape[axis]!, target[axis]!, scales[axis]!),
      call.channelsLast(0),
    ),
  );
};

/** One scale for all named axes where the proportions are to be kept. */
function fitted(call: Call, sizes: number[], axes: readonly number[], shape: readonly number[]): number[] {
  const policy = call.attributes.string('keep_aspect_ratio_policy', 'stretch');
  call.attributes.require('keep_aspect_ratio_policy', policy, ['stretch', 'not_larger', 'not_smaller']);
  if (policy === 'stretch') return sizes;
  const scales = sizes.map((size, at) => size / shape[axes[at]!]!);
  const scale = policy === 'not_larger' ? Math.min(...scales) : Math.max(...scales);
  return axes.map(axis => Math.round(scale * shape[axis]!));
}

/** Every kind of interpolation is a matrix product along one axis, so it has a gradient everywhere. */
function alongAxis(call: Call, x: Tensor, axis: number, from: number, to: number, scale: number): Tensor {
  if (from === to && scale === 1) return x;
  const { core } = call;
  const [outer, inner] = [x.shape.slice(0, axis), x.shape.slice(axis + 1)];
  call.bounded([to, from]);
  call.bounded([...outer, to, ...inner]);
  call.worked(x.size * to);
  const matrix = core.tensor(interpolationMatrix(from, to, scale, interpolation(call)), [1, to, from]);
  const mixed = core.matMul(matrix, core.reshape(x, [-1, from, sizeOf(inner)]));
  return core.reshape(mixed, [...outer, to, ...inner]);
}

function interpolation(call: Call): Interpolation {
  const { attributes, opset } = call;
  const mode = attributes.string('mode', 'nearest').replace('bilinear', 'linear');
  const coordinates = attributes.string('coordinate_transformation_mode', opset < 11 ? 'asymmetric' : 'half_pixel');
  const nearest = attributes.string('nearest_mode', opset < 11 ? 'floor' : 'round_prefer_floor');
  attributes.require('mode', mode, ['nearest', 'linear', 'cubic']);
  attributes.require('coordinate_transformation_mode', coordinates, [
    'half_pixel',
    'half_pixel_symmetric',
    'pytorch_half_pixel',
    'align_corners',
    'asymmetric',
  ]);
  attributes.require('antialias', attributes.int('antialias', 0), [0]);
  return {
    mode,
    coordinates,
    nearest,
    cubic: attributes.float('cubic_coeff_a', -0.75),
    excludeOutside: attributes.int('exclude_outside', 0) === 1,
  };
}

export const resizing = {
  Resize: spatialOf(resize, { sets: since(10) }),
  Upsample: spatialOf(resize, { sets: [1, 9] }),
} satisfies Readonly<Record<string, Operation>>;
