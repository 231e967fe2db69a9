import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../engines/engine.ts';
import type { AddedLayer, Config, Shape, Weights } from './_added-layer.ts';
import { unsupported } from './_keras-config.ts';

type Core = TensorFlow['core'];

export const normalizations: readonly AddedLayer[] = [
  {
    className: 'KerasNormalization',
    kind: 'pointwise-linear',
    weights: (config, input) => {
      const shape = axesOf(config, input).map(axis => input[axis] ?? 0);
      return { moving_mean: shape, moving_variance: shape };
    },
    call({ core }, [x], config, weights) {
      const mean = weights('moving_mean') ?? constant(core, config.mean);
      const spread = core.maximum(core.sqrt(weights('moving_variance') ?? constant(core, config.variance)), 1e-7);
      return config.invert ? core.add(core.mul(x!, spread), mean) : core.div(core.sub(x!, mean), spread);
    },
  },
  {
    className: 'KerasLayerNormalization',
    kind: 'elementwise',
    weights: (config, input) => scaleOf(axesOf(config, input).map(axis => input[axis] ?? 0)),
    call({ core }, [x], config, weights) {
      if (config.rms_scaling) throw unsupported('Layer normalisation with rms_scaling is not read.');
      return scaled(core, standardized(core, x!, axesOf(config, x!.shape), epsilonOf(config)), weights);
    },
  },
  {
    className: 'KerasGroupNormalization',
    kind: 'elementwise',
    weights: (config, input) => {
      lastAxis(config, input);
      return scaleOf([input.at(-1) ?? 0]);
    },
    call({ core }, [x], config, weights) {
      const [batch, height, width, channels] = x!.shape as [number, number, number, number];
      const groups = Number(config.groups) === -1 ? channels : Number(config.groups ?? 32);
      const grouped = core.reshape(x!, [batch, height, width, groups, channels / groups]);
      const even = core.reshape(standardized(core, grouped, [1, 2, 4], epsilonOf(config)), x!.shape);
      return scaled(core, even, weights);
    },
  },
  {
    className: 'KerasUnitNormalization',
    kind: 'elementwise',
    call({ core }, [x], config) {
      const squares = core.sum(core.square(x!), axesOf(config, x!.shape), true);
      return core.mul(x!, core.rsqrt(core.maximum(squares, 1e-24)));
    },
  },
  {
    className: 'KerasLayerScale',
    kind: 'pointwise-linear',
    weights: config => ({ gamma: [Number(config.projection_dim)] }),
    call: ({ core }, [x], _, weights) => core.mul(x!, weights('gamma')!),
  },
  {
    className: 'KerasRescaling',
    kind: 'pointwise-linear',
    call: ({ core }, [x], { scale, offset }) =>
      core.add(core.mul(x!, constant(core, scale)), constant(core, offset ?? 0)),
  },
];

const scaleOf = (shape: readonly number[]) => ({ gamma: shape, beta: shape });

const epsilonOf = ({ epsilon }: Config): number => (typeof epsilon === 'number' ? epsilon : 1e-3);

function standardized(core: Core, x: Tensor, axes: number[], epsilon: number): Tensor {
  const centred = core.sub(x, core.mean(x, axes, true));
  return core.mul(centred, core.rsqrt(core.add(core.mean(core.square(centred), axes, true), epsilon)));
}

function scaled(core: Core, x: Tensor, weights: Weights): Tensor {
  const [gamma, beta] = [weights('gamma'), weights('beta')];
  const wide = gamma ? core.mul(x, gamma) : x;
  return beta ? core.add(wide, beta) : wide;
}

/** Numbers of the configuration, which Keras may nest: [[[0.5, 0.5, 0.5]]]. */
function constant(core: Core, value: unknown): Tensor {
  return core.tensor([value].flat(Number.POSITIVE_INFINITY as 1) as number[]);
}

/** Axes as Keras counts them, the batch included; only the last ones, which broadcast without being moved. */
function axesOf(config: Config, input: Shape): number[] {
  const given = [config.axis ?? -1].flat() as number[];
  const axes = given.map(axis => (axis < 0 ? axis + input.length : axis)).toSorted((a, b) => a - b);
  const last = axes.every((axis, index) => axis === input.length - axes.length + index);
  if (axes.length > 0 && last && axes[0]! > 0) return axes;
  throw unsupported(`A normalisation over the axes ${given.join(', ')} is not read; expected the last ones.`);
}

function lastAxis(config: Config, input: Shape): void {
  if (axesOf(config, input).length !== 1) throw unsupported('A group normalisation over several axes is not read.');
}
