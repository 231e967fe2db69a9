import { z } from 'zod';
import { CamdriftError } from '../errors.ts';
import { readTextFile } from './text-file.ts';

const remedy = 'Correct `labels` (or --labels): a text file with one name per line, or JSON.';

const name = z.union([
  z.string(),
  z.looseObject({ label: z.string() }).transform(entry => entry.label),
  z.looseObject({ name: z.string() }).transform(entry => entry.name),
]);
const list = z.array(name);
const byIndex = z.record(
  z.string().regex(/^\d+$/),
  z.union([z.string(), z.tuple([z.string(), z.string()]).transform(pair => pair[1])]),
);

/**
 * Class names in the order of the outputs, from a text file with one name per line, a JSON list (of names, or of
 * objects with a `label` or `name`), or a JSON object from index to name (also Keras' `{"0": ["n01440764", "tench"]}`).
 * @throws CamdriftError `config-invalid`
 */
export async function readLabels(path: string): Promise<readonly string[]> {
  const text = withoutMark(
    await readTextFile(path, { code: 'config-invalid', message: `There is no labels file ${path}.`, remedy }),
  );
  return path.endsWith('.json')
    ? fromJson(text, path)
    : text
        .replace(/\r?\n$/, '')
        .split(/\r?\n/)
        .map(line => line.trim());
}

/** Editors on Windows put a byte order mark at the start. */
const withoutMark = (text: string) => text.replace(/^\uFEFF/, '');

function fromJson(text: string, path: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return list.parse(value);
    const named = byIndex.parse(value);
    return Array.from({ length: Object.keys(named).length }, (_, index) => z.string().parse(named[index]));
  } catch (cause) {
    throw new CamdriftError(
      'config-invalid',
      `${path} is not a list of class names: expected ["a", "b"], or {"0": "a", "1": "b"} with every index from 0 on.`,
      { cause, remedy },
    );
  }
}
