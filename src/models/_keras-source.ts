import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import { unreadable } from './_keras-config.ts';
import { type WeightPlaces, weightKey } from './_keras-weights.ts';

/** What an initialiser in the topology says: whose values it stands for. */
export interface WeightRequest {
  readonly source: string;
  readonly path: string;
  readonly role: string;
}

/** Files that are being loaded. TensorFlow.js makes initialisers from JSON, so they find theirs by name. */
const open = new Map<string, WeightPlaces>();
let opened = 0;

/** Weights are read while the model is built: no second copy, and nothing is allocated that the file does not hold. */
export async function withWeights<T>(
  places: (source: string) => WeightPlaces,
  use: () => Promise<T>,
  source: string,
): Promise<T> {
  open.set(source, places(source));
  try {
    return await use();
  } finally {
    open.delete(source);
  }
}

export const newSource = (): string => `file${opened++}`;

/** The values of a weight, of the shape that its layer wants. */
export function readWeight(
  core: TensorFlow['core'],
  { source, path, role }: WeightRequest,
  shape: readonly number[],
): Tensor {
  const node = open.get(source)?.get(weightKey(path, role));
  if (!node) throw unreadable(`The file has no weights for \`${path}, ${role}\``);
  const found = node.shape() ?? [];
  if (found.join() !== shape.join())
    throw unreadable(
      `The weight \`${role}\` of \`${path}\` has shape ${describe(found)} in the file; its layer wants ${describe(shape)}`,
    );
  const values = node.floats();
  if (!values.every(Number.isFinite))
    throw new CamdriftError('model-numbers', `Weight \`${role}\` of \`${path}\` holds NaN or infinite values.`);
  return core.tensor(values, [...shape], 'float32');
}

const describe = (shape: readonly number[]) => (shape.length === 0 ? 'of a scalar' : shape.join(' x '));
