import type { Engine } from '../../engines/engine.ts';
import type { TfjsWeight, WeightTable } from '../_tfjs-weights.ts';
import { loweredClassifier } from '../lowering/lowered.ts';
import type { LoadOptions, Model } from '../model.ts';
import { parseLayer, unreadable } from './config.ts';
import type { Weight } from './layer.ts';
import { inWords } from './load.ts';
import { lowered } from './lower.ts';
import { parseModel } from './parse.ts';

export interface TfjsLayers {
  readonly path: string;
  readonly topology: Readonly<Record<string, unknown>>;
  readonly weights: WeightTable;
}

/** A layers model of TensorFlow.js: Keras's architecture as JSON, and weights by their names. */
export function loadTfjsLayers({ path, topology, weights }: TfjsLayers, engine: Engine, options: LoadOptions): Model {
  try {
    const root = (topology.model_config ?? topology) as Record<string, unknown>;
    const dialect = String(topology.keras_version ?? '').startsWith('3') ? 3 : 2;
    const { model } = parseModel(
      parseLayer(typeof root === 'string' ? JSON.parse(root) : root, 'The architecture'),
      dialect,
    );
    const weight = finder(weights);
    const manner = { dialect, inTfjs: dialect === 2, weight, given: options.given?.keys() } as const;
    const built = lowered(model, options.output, manner);
    return loweredClassifier(
      { format: 'tfjs-layers', path, kind: 'TensorFlow.js layers model' },
      built,
      engine,
      options,
    );
  } catch (cause) {
    throw inWords(path, cause);
  }
}

/**
 * Weights by the layer's path, or by its own name; a converter may put the name of the model, of a scope or of an outer
 * layer before it, and that of a scope behind it.
 */
function finder(weights: WeightTable): (path: string, role: string) => Weight | undefined {
  const byEnds = new Map<string, [string, TfjsWeight][]>();
  for (const [name, weight] of weights) {
    const parts = name.split('/');
    const leaf = parts.at(-1)!;
    for (const owner of new Set(parts.slice(0, -1))) {
      const key = `${owner}/${leaf}`;
      byEnds.set(key, [...(byEnds.get(key) ?? []), [name, weight]]);
    }
  }
  return (path, role) => {
    const own = path.split('/').at(-1)!;
    const exact = [`${path}/${role}`, `${own}/${role}`].map(name => weights.get(name)).find(Boolean);
    if (exact) return asWeight(exact);
    const [owner, leaf] = role.includes('/') ? (role.split('/') as [string, string]) : [own, role];
    const all = byEnds.get(`${owner}/${leaf}`) ?? [];
    const found = role.includes('/') ? all.filter(([name]) => name.split('/').includes(own)) : all;
    if (found.length > 1)
      throw unreadable(
        `The weights \`${found.map(([name]) => name).join('`, `')}\` could all be \`${role}\` of \`${path}\``,
      );
    return found[0] && asWeight(found[0][1]);
  };
}

const asWeight = ({ shape, values }: TfjsWeight): Weight => ({
  shape: () => shape,
  floats() {
    const read = values();
    return read instanceof Float32Array ? read : Float32Array.from(read);
  },
});
