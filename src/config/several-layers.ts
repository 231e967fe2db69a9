import type { RawConfig } from './schema.ts';
import { fileNameOf } from './source.ts';

type RawModel = RawConfig['models'][number];

/**
 * Each model of several target layers as several models, one per layer: a layer has maps, a baseline and a verdict of its own.
 * `pair` with `layer: [/a/Relu, /b/Relu]` becomes `pair.a-Relu` and `pair.b-Relu`.
 * @param typed layers named on the command line, which win
 */
export function perLayer(raw: RawConfig, typed?: RawModel['layer']): RawConfig {
  return { ...raw, models: raw.models.flatMap(model => split(model, raw, typed ?? model.layer ?? raw.layer)) };
}

function split(model: RawModel, shared: RawConfig, layers: RawModel['layer']): RawModel[] {
  if (!Array.isArray(layers)) return [model];
  const [only, ...more] = new Set(layers);
  if (more.length === 0) return [{ ...model, layer: only! }];
  const baseline = model.baseline ?? shared.baseline;
  return [only!, ...more].map(layer => ({
    ...model,
    name: fileNameOf(`${model.name}.${slug(layer)}`),
    layer,
    ...(baseline !== undefined && { baseline: `${baseline}/${slug(layer)}` }),
  }));
}

const slug = (layer: string): string =>
  fileNameOf(layer.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|-+$/g, '') || 'layer');

/** The layers of one output of one model file, where several are explained. */
export function layersBeside({ models }: RawConfig, { path, output }: RawModel): readonly string[] {
  const own = models.filter(each => each.path === path && each.output === output).flatMap(each => each.layer ?? []);
  return own.length > 1 ? own : [];
}
