import type { KerasLayer } from './config.ts';
import type { WeightRole } from './layer.ts';

type Weights = (config: KerasLayer['config']) => readonly WeightRole[];

/** Weights by name, those that are `false` left out; statistics and the like are not trained. */
export const roles = (...names: readonly (string | false)[]): WeightRole[] =>
  names
    .filter(name => name !== false)
    .map((role, at) => ({ role, trainable: !/^(moving_|vector_u)/.test(role), place: `vars/${at}` }));

/** Those of a layer inside another one. @param group where an archive keeps it */
export const inside = (name: string, group: string, own: readonly WeightRole[]): WeightRole[] =>
  own.map(({ role, trainable, place }) => ({ role: `${name}/${role}`, trainable, place: `${group}/${place}` }));

export const withBias =
  (...kernels: string[]): Weights =>
  config =>
    roles(...kernels, config.use_bias !== false && 'bias');

export const scaled: Weights = config => roles(config.scale !== false && 'gamma', config.center !== false && 'beta');
