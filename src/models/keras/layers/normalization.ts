import type { Value } from '../../lowering/builder.ts';
import { withNumbers } from '../../lowering/numbers.ts';
import { batchNormalized } from '../../lowering/pictures.ts';
import { unreadable } from '../config.ts';
import type { LayerCall, LayerClass } from '../layer.ts';
import { roles, scaled } from '../roles.ts';

const epsilonOf = (call: LayerCall, fallback = 1e-3): number => call.number('epsilon', fallback);

/** Keras 2 writes the axes of a normalisation as a list. */
const batchNormalization: LayerClass = {
  weights: config =>
    [...scaled(config), ...roles('moving_mean', 'moving_variance')].map((role, at) => ({
      ...role,
      place: `vars/${at}`,
    })),
  lower(call) {
    const b = call.builder;
    const [axis, ...more] = call.axes('axis', -1) as [number, ...number[]];
    if (more.length > 0) return call.refuse('normalises over several axes at once');
    const [size] = call.shapeOf('moving_mean');
    const role = (name: string, flag: string, value: number) =>
      call.config[flag] === false ? b.floats(Array.from({ length: size! }, () => value)) : call.weight(name, [size!]);
    const weights = [
      role('gamma', 'scale', 1),
      role('beta', 'center', 0),
      call.weight('moving_mean', [size!]),
      call.weight('moving_variance', [size!]),
    ] as const;
    const last = axis === call.rank - 1;
    if (call.rank === 4 && last) return batchNormalized(b, call.x, weights, epsilonOf(call), 'last');
    if (axis === 1) return batchNormalized(b, call.x, weights, epsilonOf(call), 'first');
    if (!last) return call.refuse(`normalises over axis ${axis} of ${call.rank}`);
    const rows = b.plainStep('Reshape', [call.x, b.integers([-1, size!])], {}, 2);
    const made = b.plainStep('BatchNormalization', [rows, ...weights], { epsilon: { float: epsilonOf(call) } });
    const shape = b.plainStep('Shape', [b.plain(call.x)], {}, 1);
    return b.plainStep('Reshape', [made, shape], {}, call.rank);
  },
  kind: 'pointwise-linear',
};

/** Only the last axes, which broadcast without being moved. */
function lastAxes(call: LayerCall): readonly number[] {
  const axes = call.axes('axis', -1).toSorted((one, other) => one - other);
  const last = axes.every((axis, at) => axis === call.rank - axes.length + at);
  if (axes.length > 0 && last && axes[0]! > 0) return axes;
  return call.refuse(`normalises over the axes ${axes.join(', ')}; expected the last ones`);
}

const layerNormalization: LayerClass = {
  weights: scaled,
  kind: 'elementwise',
  lower(call) {
    if (call.config.rms_scaling) return call.refuse('normalises with rms_scaling, which camdrift does not read');
    const b = call.builder;
    const axes = lastAxes(call);
    const any = axes.map(() => null);
    const gamma = call.config.scale === false ? b.floats([1]) : call.weight('gamma', any);
    const beta = call.config.center === false ? [] : [call.weight('beta', any)];
    const attributes = { axis: axes[0]! - call.rank, epsilon: { float: epsilonOf(call) } };
    return b.plainStep('LayerNormalization', [call.x, gamma, ...beta], attributes);
  },
};

const rmsNormalization: LayerClass = {
  weights: () => roles('scale'),
  kind: 'elementwise',
  lower(call) {
    const axes = lastAxes(call);
    const scale = call.weight(
      'scale',
      axes.map(() => null),
    );
    const attributes = { axis: axes[0]! - call.rank, epsilon: { float: epsilonOf(call, 1e-6) } };
    return call.builder.plainStep('RMSNormalization', [call.x, scale], attributes);
  },
};

const groupNormalization: LayerClass = {
  weights: scaled,
  kind: 'elementwise',
  lower(call) {
    const b = call.builder;
    const axes = lastAxes(call);
    if (axes.length !== 1 || ![3, 4].includes(call.rank)) return call.refuse('normalises groups over several axes');
    const [size] = call.config.scale === false ? call.shapeOf('beta') : call.shapeOf('gamma');
    const groups = call.number('groups', 32);
    const one = (name: string, flag: string, value: number) =>
      call.config[flag] === false ? b.floats(Array.from({ length: size! }, () => value)) : call.weight(name, [size!]);
    const operands = [one('gamma', 'scale', 1), one('beta', 'center', 0)];
    const attributes = { num_groups: groups === -1 ? size! : groups, epsilon: { float: epsilonOf(call) } };
    if (call.rank === 4) return b.turnedStep('GroupNormalization', [call.x, ...operands], attributes);
    const turned = b.plainStep('Transpose', [call.x], { perm: [0, 2, 1] });
    const made = b.plainStep('GroupNormalization', [turned, ...operands], attributes);
    return b.plainStep('Transpose', [made], { perm: [0, 2, 1] });
  },
};

/** To a length of one. */
const unitNormalization: LayerClass = {
  kind: 'elementwise',
  lower(call) {
    const b = call.builder;
    const squares = b.plainStep('ReduceSumSquare', [call.x, b.integers(lastAxes(call))], { keepdims: 1 });
    const length = b.plainStep('Sqrt', [b.plainStep('Max', [squares, b.scalar(1e-24)])]);
    return b.plainStep('Div', [call.x, length]);
  },
};

/** The statistics are constants of the configuration, or were learned with `adapt` and lie among the weights. */
const normalization: LayerClass = {
  weights: config => (config.mean === null || config.mean === undefined ? roles('moving_mean', 'moving_variance') : []),
  kind: 'pointwise-linear',
  lower(call) {
    const b = call.builder;
    const mean = statistic(call, 'mean', 'moving_mean');
    const variance = statistic(call, 'variance', 'moving_variance');
    const spread = { ...variance, data: () => variance.data().map(value => Math.max(Math.sqrt(value), 1e-7)) };
    if (call.config.invert) return withNumbers(b, 'Add', withNumbers(b, 'Mul', call.x, spread), mean);
    return withNumbers(b, 'Div', withNumbers(b, 'Sub', call.x, mean), spread);
  },
};

function statistic(call: LayerCall, key: string, role: string) {
  const of = `\`${key}\` of \`${call.setting.path}\``;
  const axis = call.config.axis;
  if (axis !== null && axis !== undefined) lastAxes(call);
  if (!call.has(role)) return listed(call.config[key], of);
  return { shape: call.shapeOf(role), data: () => call.valuesOf(role), of };
}

/** Numbers of the configuration, which Keras may nest: [[[0.5, 0.5, 0.5]]]. */
function listed(value: unknown, of: string) {
  const values = [value].flat(Number.POSITIVE_INFINITY as 1) as unknown[];
  if (values.length === 0 || !values.every(one => typeof one === 'number' && Number.isFinite(one)))
    throw unreadable(`${of} is ${JSON.stringify(value)?.slice(0, 100)}; expected numbers`);
  return { shape: values.length === 1 ? [] : [values.length], data: () => Float32Array.from(values as number[]), of };
}

const rescaling: LayerClass = {
  kind: 'pointwise-linear',
  lower(call) {
    const of = (key: string) => `\`${key}\` of \`${call.setting.path}\``;
    const wide = withNumbers(call.builder, 'Mul', call.x, listed(call.config.scale ?? 1, of('scale')));
    return withNumbers(call.builder, 'Add', wide, listed(call.config.offset ?? 0, of('offset')));
  },
};

const layerScale: LayerClass = {
  weights: () => roles('gamma'),
  kind: 'pointwise-linear',
  lower(call): Value {
    const shape = [call.number('projection_dim')];
    call.weight('gamma', shape);
    return withNumbers(call.builder, 'Mul', call.x, {
      shape,
      data: () => call.valuesOf('gamma'),
      of: `Weight \`gamma\` of \`${call.setting.path}\``,
    });
  },
};

export const normalizations: Readonly<Record<string, LayerClass>> = {
  BatchNormalization: batchNormalization,
  LayerNormalization: layerNormalization,
  RMSNormalization: rmsNormalization,
  GroupNormalization: groupNormalization,
  UnitNormalization: unitNormalization,
  Normalization: normalization,
  Rescaling: rescaling,
  LayerScale: layerScale,
};
