import type { ModelConfig } from '../config/config.ts';
import type { Reason } from '../results/reason.ts';

/** Whether a map is of a part of the model, and what is explained beside it. */
export function layerReasons(
  { layer, ofLayers }: Pick<ModelConfig, 'layer' | 'ofLayers'>,
  found: { readonly layer: { readonly name: string }; readonly layersBeside: readonly string[] },
): Reason[] {
  if (ofLayers.length > 1)
    return [{ level: 'pass', code: 'layer-of-several', layer: found.layer.name, layers: ofLayers }];
  if (layer !== 'auto' || found.layersBeside.length === 0) return [];
  return [{ level: 'warn', code: 'layer-part', layer: found.layer.name, beside: found.layersBeside }];
}
