import { isDeepStrictEqual } from 'node:util';
import type { ModelConfig } from '../config/config.ts';
import { picturesMeant } from '../config/pictures.ts';
import { parseConfig } from '../config/read.ts';
import { CamdriftError } from '../errors.ts';
import { baseText } from '../repository/base-model.ts';
import type { Snapshot } from '../repository/snapshot.ts';

const longestConfig = 2 ** 20;

/**
 * Why a version cannot be fed as the one of today is, in a sentence, when the configuration of its time says so; undefined when it says
 * the same, does not know the model, or is none that is read today.
 * @param path of the configuration in the repository
 */
export async function fedOtherwise(
  snapshot: Snapshot,
  path: string | undefined,
  model: ModelConfig,
): Promise<string | undefined> {
  const raw = path === undefined ? undefined : await configAt(snapshot, path);
  const then = raw?.models.find(({ name }) => name === model.name);
  if (!raw || !then) return undefined;
  const { preprocess, fit, pixels, load } = model;
  const own = { ...raw, ...then };
  if (!isDeepStrictEqual(picturesMeant(own), { preprocess, fit, pixels }))
    return 'it was fed in another way, as its configuration says.';
  const sameOutput = own.output === load.output && own.signature === load.signature;
  return sameOutput ? undefined : 'another output of it was explained, as its configuration says.';
}

async function configAt(snapshot: Snapshot, path: string) {
  try {
    const text = await baseText(snapshot, path, longestConfig);
    return text === undefined ? undefined : parseConfig(text, path);
  } catch (error) {
    if (error instanceof CamdriftError) return undefined;
    throw error;
  }
}
