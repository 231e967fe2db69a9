import type { BaselineModel, Config, ModelConfig } from '../config/config.ts';
import { asEarlier } from './_earlier.ts';
import { type Address, digestAt, shownUrl } from './address.ts';
import { fetched, placeIn } from './fetched.ts';
import type { Network } from './network.ts';

/** The configuration with a place in the cache for each model at an address; nothing is fetched before it is needed. */
export const located = (config: Config, network: Network): Config => ({
  ...config,
  models: config.models.map(model => locatedModel(model, network)),
});

export function locatedModel(model: ModelConfig, network: Network): ModelConfig {
  const { address } = model;
  if (!address) return model;
  const path = placeIn(network.cache, address);
  return {
    ...model,
    path,
    obtain: () => fetched(address, network),
    shown: file => (file === path ? shownUrl(address.url) : model.shown(file)),
  };
}

/** An earlier version at an address: its digest is known before it is fetched. */
export function addressModel(address: Address, network: Network): BaselineModel {
  const path = async () => {
    await fetched(address, network).catch(asEarlier);
    return placeIn(network.cache, address);
  };
  return { origin: shownUrl(address.url), digest: async () => digestAt(address), path };
}
