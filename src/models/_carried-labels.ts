import { dirname, join } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { confined } from '../files/workspace.ts';
import { isRecord, parseNames } from './_names-text.ts';
import { readLimited } from './_read-limited.ts';
import type { Model } from './model.ts';

const keys = ['names', 'labels', 'classes', 'class_names', 'id2label'] as const;
const mostNames = 10_000;
const mostCharacters = 200;
const mostBytes = 4 * 2 ** 20;

/**
 * The model with the class names that its file carries: the first of `sources` under a known key that is a list, or a
 * mapping from every index, with exactly one name per class. Names are 1 to 200 characters without control characters, of
 * at most 10,000 classes. Anything else is no list of names, and passed by: the file was not made for camdrift.
 *
 * @param sources what the file says of itself: values by key, lists, mappings or texts of either
 */
export function withLabels(model: Model, ...sources: readonly unknown[]): Model {
  if (model.classes > mostNames) return model;
  for (const source of sources.filter(isRecord)) {
    for (const key of keys) {
      const names = Object.hasOwn(source, key) ? namesIn(source[key]) : undefined;
      if (names?.length === model.classes && names.every(isName)) return { ...model, labels: names };
    }
  }
  return model;
}

const isName = (name: unknown): name is string =>
  typeof name === 'string' && name.length <= mostCharacters && /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u.test(name);

function namesIn(value: unknown): string[] | undefined {
  const found = typeof value === 'string' && value.length <= mostBytes ? parseNames(value) : value;
  if (Array.isArray(found)) return found.slice(0, mostNames + 1);
  if (!isRecord(found)) return undefined;
  const size = Object.keys(found).length;
  const names = size > mostNames ? [] : Array.from({ length: size }, (_, index) => found[index]);
  return names as string[];
}

/** What Teachable Machine writes beside its model.json. One that is not there, or is of another kind, says nothing. */
export async function metadataBeside(path: string): Promise<unknown> {
  const folder = dirname(path);
  try {
    const file = await confined(folder, join(folder, 'metadata.json'), 'metadata.json of the model');
    return JSON.parse((await readLimited(file, mostBytes)).toString('utf8'));
  } catch (error) {
    if (error instanceof CamdriftError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
