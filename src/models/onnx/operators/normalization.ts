import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { normalised } from '../cells.ts';
import type { Core } from '../layout.ts';
import type { CellFacts, Operation } from '../operation.ts';
import { channelsLast, isLive, type Live, plain, sizeOf } from '../value.ts';
import { activationOf, since } from './_families.ts';
import { root, stepwise } from './_gradients.ts';
import { axesOf, axisOf } from './_shapes.ts';

const epsilon = (call: Call) => call.attributes.float('epsilon', 1e-5);

/** Inference: with the statistics of the training. */
const batchNormalization: Operator = call => {
  const { core } = call;
  if (call.attributes.int('training_mode', 0) === 1) return standardisedWeights(call);
  const [scale, shift, mean, variance] = [1, 2, 3, 4].map(at => call.plain(at)) as [Tensor, Tensor, Tensor, Tensor];
  const rank = call.shape(0).length;
  const normalised = (x: Tensor) =>
    core.batchNorm(x as Tensor4D, mean as never, variance as never, shift as never, scale as never, epsilon(call));
  if (rank === 4) return channelsLast(normalised(call.channelsLast(0)));
  if (rank === 2) return plain(normalised(call.plain(0)));
  const along = (tensor: Tensor) => core.reshape(tensor, [1, -1, ...Array.from({ length: rank - 2 }, () => 1)]);
  const factor = core.div(scale, core.sqrt(core.add(variance, epsilon(call))));
  const centred = core.mul(core.sub(call.plain(0), along(mean)), along(factor));
  return plain(core.add(centred, along(shift)));
};

/** In training mode it takes the statistics of what it gets: of a constant, such as a kernel, that is a constant again. */
function standardisedWeights(call: Call): Live[] {
  const { core } = call;
  if (isLive(call.input(0))) return call.fail('normalises in training mode');
  const x = call.plain(0);
  const axes = Array.from({ length: x.rank }, (_, axis) => axis).filter(axis => axis !== 1);
  const along = (at: number) => core.reshape(call.plain(at), [1, -1, ...Array.from({ length: x.rank - 2 }, () => 1)]);
  const { mean, variance } = core.moments(x, axes);
  const momentum = call.attributes.float('momentum', 0.9);
  const moved = (old: Tensor, now: Tensor) => core.add(core.mul(old, momentum), core.mul(now, 1 - momentum));
  const answer = core.add(core.mul(standardised(core, x, axes, epsilon(call)), along(1)), along(2));
  return [answer, moved(call.plain(3), mean), moved(call.plain(4), variance)].slice(0, call.outputs).map(plain);
}

/** Each channel of each image by itself. */
const instanceNormalization: Operator = call => {
  const { core } = call;
  if (call.shape(0).length !== 4) return overRest(call);
  const x = standardised(core, call.channelsLast(0), [1, 2], epsilon(call));
  return channelsLast(core.add(core.mul(x, call.plain(1)), call.plain(2)));
};

/** Of any other number of dimensions, as a group of channels in a row. */
function overRest(call: Call): Live {
  const { core } = call;
  const x = call.plain(0);
  const axes = Array.from({ length: x.rank }, (_, axis) => axis).slice(2);
  const along = (at: number) => core.reshape(call.plain(at), [1, -1, ...axes.map(() => 1)]);
  return plain(core.add(core.mul(standardised(core, x, axes, epsilon(call)), along(1)), along(2)));
}

/** Groups of channels of each image; scale and shift are per group before operator set 21. */
const groupNormalization: Operator = call => {
  const { core } = call;
  const groups = call.attributes.int('num_groups', 1);
  const shape = call.shape(0);
  const channels = shape[1]!;
  if (channels % groups !== 0) return call.fail(`divides ${channels} channels into ${groups} groups`);
  const apart = core.reshape(call.plain(0), [shape[0]!, groups, -1]);
  const x = core.reshape(standardised(core, apart, [2], epsilon(call)), [...shape]);
  const perChannel = (at: number) => {
    const value = call.plain(at);
    const full = value.size === channels ? value : core.tile(core.reshape(value, [groups, 1]), [1, channels / groups]);
    return core.reshape(full, [1, channels, ...shape.slice(2).map(() => 1)]);
  };
  return plain(core.add(core.mul(x, perChannel(1)), perChannel(2)));
};

/** Over all axes from one on; the operators that have it differ in what they take for epsilon when none is given. */
export const layerNormalization =
  (fallback: number): Operator =>
  call => {
    const { core, attributes } = call;
    if (call.outputs > 1) return call.fail('asks for the statistics of a layer normalisation');
    const rank = call.shape(0).length;
    const axes = Array.from({ length: rank }, (_, axis) => axis).slice(axisOf(call, -1));
    const scaled = core.mul(
      standardised(core, call.plain(0), axes, attributes.float('epsilon', fallback)),
      call.plain(1),
    );
    return plain(call.has(2) ? core.add(scaled, call.plain(2)) : scaled);
  };

const rmsNormalization: Operator = call => {
  const { core } = call;
  const rank = call.shape(0).length;
  const axes = Array.from({ length: rank }, (_, axis) => axis).slice(axisOf(call, -1));
  const x = call.plain(0);
  const size = core.sqrt(core.add(core.mean(core.square(x), axes, true), epsilon(call)));
  return plain(core.mul(core.div(x, size), call.plain(1)));
};

function standardised(core: Core, x: Tensor, axes: readonly number[], tiny: number): Tensor {
  const centred = core.sub(x, core.mean(x, [...axes], true));
  const variance = core.mean(core.square(centred), [...axes], true);
  return core.div(centred, core.sqrt(core.add(variance, tiny)));
}

/** Mean and variance over some axes, without scale and shift. */
const meanVarianceNormalization: Operator = call => {
  const x = call.plain(0);
  const axes = axesOf(call, call.attributes.ints('axes') ?? [0, 2, 3], x.shape);
  const centred = call.core.sub(x, call.core.mean(x, axes, true));
  const variance = call.core.mean(call.core.square(centred), axes, true);
  return plain(call.core.div(centred, call.core.add(call.core.sqrt(variance), 1e-9)));
};

/** Each entry by the squares of its neighbouring channels, as sums of shifted copies: with a gradient on every engine. */
const localResponse: Operator = call => {
  const { core, attributes } = call;
  const size = attributes.int('size', 1);
  const before = Math.floor((size - 1) / 2);
  const x = call.channelsLast(0);
  const channels = x.shape[3]!;
  if (size < 1 || size > 2 * channels + 1) return call.fail(`sums over ${size} channels of ${channels}`);
  call.bounded([...x.shape.slice(0, 3), channels + size - 1]);
  call.worked(x.size * size);
  const squares = core.pad(core.square(x), [[0, 0], [0, 0], [0, 0], [before, size - 1 - before]]); // biome-ignore format: one pair per axis
  const copies = Array.from({ length: size }, (_, at) => core.slice(squares, [0, 0, 0, at], [-1, -1, -1, channels]));
  const sum = copies.reduce((total, copy) => core.add(total, copy) as typeof copy);
  const share = core.mul(sum, attributes.float('alpha', 1e-4) / size);
  const divisor = core.pow(core.add(share, attributes.float('bias', 1)), attributes.float('beta', 0.75));
  return channelsLast(core.div(x, divisor));
};

/** Divided by the length along an axis; a value of no length stays 0. */
const lengthNormalization: Operator = call => {
  const { core, attributes } = call;
  const x = call.plain(0);
  const p = attributes.int('p', 2);
  attributes.require('p', p, [1, 2]);
  const sizes = core.sum(p === 1 ? core.abs(x) : core.square(x), axisOf(call, -1), true);
  const length = p === 1 ? sizes : root(core, sizes, 2);
  const none = stepwise(core, y => core.cast(core.equal(y!, 0), 'float32'), length);
  return plain(core.div(x, core.add(length, none)));
};

const softmax =
  (logarithm: boolean): Operator =>
  (call): Live => {
    const { core, opset } = call;
    const operation = (x: Tensor) => (logarithm ? core.logSoftmax(x) : core.softmax(x));
    const { layout } = call;
    const rank = call.shape(0).length;
    const logical = axisOf(call, opset < 13 ? 1 : -1);
    const value = call.input(0);
    if (layout === 'channels-last' && logical === 1 && isLive(value) && (opset >= 13 || onePixel(value)))
      return channelsLast(operation(value.tensor));
    const x = call.plain(0);
    if (opset < 13) {
      const rows = sizeOf(x.shape.slice(0, logical));
      return plain(core.reshape(operation(core.reshape(x, [rows, -1])), x.shape));
    }
    if (logical === rank - 1) return plain(operation(x));
    const order = Array.from({ length: rank }, (_, at) => at);
    [order[logical], order[rank - 1]] = [rank - 1, logical];
    return plain(core.transpose(operation(core.transpose(x, order)), order));
  };

/** Before operator set 13 everything from the axis on is one distribution. */
const onePixel = ({ tensor }: Live) => tensor.shape[1] === 1 && tensor.shape[2] === 1;

/** From an axis on, as layer normalisation counts. */
const fromAxis =
  (fallback: number): AxesOf =>
  (step, rank) => {
    const first = step.attributes.int('axis', fallback);
    return Array.from({ length: rank }, (_, axis) => axis).slice(first < 0 ? first + rank : first);
  };

type AxesOf = Parameters<typeof normalised>[0];
const along =
  (fallback: number): AxesOf =>
  (step, rank) => {
    const axis = step.attributes.int('axis', fallback);
    return [axis < 0 ? axis + rank : axis];
  };

/** Before operator set 13 a distribution is everything from the axis on. */
const distribution: AxesOf = (step, rank, facts) =>
  step.opset < 13 ? fromAxis(1)(step, rank, facts) : along(-1)(step, rank, facts);

/** Images stay apart unless their axis takes part. */
const byAxes =
  (axesOf: AxesOf): Operation['images'] =>
  (step, facts) =>
    axesOf(step, facts.shape(step.inputs[0]!)?.length ?? 0, facts as CellFacts).includes(0) ? 'mixed' : 'apart';

/** Of an image N, C, H, W, over its grid: cells stay where they are. */
const overGrid = (run: Operator, more: Partial<Operation> = {}): Operation =>
  activationOf(run, { cells: 'placed', axes: 'nchw', ...more });

const overAxes = (run: Operator, axesOf: AxesOf, more: Partial<Operation> = {}): Operation =>
  activationOf(run, { cells: normalised(axesOf), images: byAxes(axesOf), ...more });

const named: AxesOf = step => step.attributes.ints('axes') ?? [0, 2, 3];

export const normalization = {
  BatchNormalization: overGrid(batchNormalization, { features: 'pointwise-linear', cells: 'kept' }),
  InstanceNormalization: overGrid(instanceNormalization),
  GroupNormalization: overGrid(groupNormalization, { sets: since(18) }),
  // ONNX Runtime's optimiser writes it into files of older operator sets, too.
  LayerNormalization: overAxes(layerNormalization(1e-5), fromAxis(-1)),
  RMSNormalization: overAxes(rmsNormalization, fromAxis(-1), { sets: since(23), features: 'elementwise' }),
  MeanVarianceNormalization: overAxes(meanVarianceNormalization, named, { sets: since(9), features: 'other' }),
  LRN: overGrid(localResponse, { cells: 'kept' }),
  LpNormalization: overAxes(lengthNormalization, along(-1), { features: 'other' }),
  Softmax: overAxes(softmax(false), distribution, { features: 'softmax' }),
  LogSoftmax: overAxes(softmax(true), distribution, { features: 'log-softmax' }),
} satisfies Readonly<Record<string, Operation>>;

export const softMaximum: Operator = softmax(false);
