import { parse } from 'yaml';
import { z } from 'zod';
import { CamdriftError } from '../errors.ts';
import { readTextFile } from './text-file.ts';

const remedy = 'Correct `labels` (or --labels): a text file with one name per line, JSON, or YAML with `names`.';

const name = z.union([
  z.string(),
  z.looseObject({ label: z.string() }).transform(entry => entry.label),
  z.looseObject({ name: z.string() }).transform(entry => entry.name),
]);
const list = z.array(name);
/** Keras' `class_indices`. */
const byName = z.record(z.string(), z.int().min(0));
/** What tools put around the names: Hugging Face's config.json, Teachable Machine's metadata.json, Ultralytics. */
const wrapped = z.union([
  z.looseObject({ id2label: z.unknown() }).transform(({ id2label }) => id2label),
  z.looseObject({ labels: z.array(z.unknown()) }).transform(({ labels }) => labels),
  z.looseObject({ names: z.union([z.array(z.unknown()), z.looseObject({})]) }).transform(({ names }) => names),
]);
const byIndex = z.record(
  z.string().regex(/^\d+$/),
  z.union([z.string(), z.tuple([z.string(), z.string()]).transform(pair => pair[1])]),
);

/**
 * Class names in the order of the outputs, from a text file with one name per line, a JSON list (of names, or of
 * objects with a `label` or `name`), or a JSON object from index to name (also Keras' `{"0": ["n01440764", "tench"]}`) or from
 * name to index (Keras' class_indices.json). So are Hugging Face's config.json and Teachable Machine's metadata.json and labels.txt.
 * @throws CamdriftError `config-invalid`
 */
export async function readLabels(path: string): Promise<readonly string[]> {
  const text = withoutMark(
    await readTextFile(path, { code: 'config-invalid', message: `There is no labels file ${path}.`, remedy }),
  );
  return /\.(json|ya?ml)$/i.test(path) ? fromJson(text, path) : fromText(text);
}

/** Blank lines at the end are no classes. Teachable Machine writes each name behind its index: `0 cat`. */
function fromText(text: string): readonly string[] {
  const lines = text
    .trimEnd()
    .split(/\r?\n/)
    .map(line => line.trim());
  const numbered = lines.every((line, index) => line.startsWith(`${index} `));
  return numbered ? lines.map((line, index) => line.slice(String(index).length).trim()) : lines;
}

/** Editors on Windows put a byte order mark at the start. */
const withoutMark = (text: string) => text.replace(/^\uFEFF/, '');

function fromJson(text: string, path: string): readonly string[] {
  try {
    const value = inside(
      /\.json$/i.test(path) ? JSON.parse(text) : parse(text, { maxAliasCount: 100, logLevel: 'error' }),
    );
    if (Array.isArray(value)) return list.parse(value);
    const indices = byName.safeParse(value);
    const named = byIndex.parse(indices.success ? turnedAround(indices.data) : value);
    return Array.from({ length: Object.keys(named).length }, (_, index) => z.string().parse(named[index]));
  } catch (cause) {
    throw new CamdriftError(
      'config-invalid',
      `${path} is not a list of class names: expected ["a", "b"], or {"0": "a", "1": "b"} with every index from 0 on.`,
      { cause, remedy },
    );
  }
}

function inside(value: unknown): unknown {
  const found = wrapped.safeParse(value);
  return found.success ? found.data : value;
}

/** Two names of one index are no list: the index that is then missing shows. */
const turnedAround = (indices: Readonly<Record<string, number>>): Record<string, string> => {
  const pairs = Object.entries(indices).map(([name, index], at, all) => {
    const first = all.findIndex(([, other]) => other === index) === at;
    return [first ? String(index) : '-', name] as const;
  });
  return Object.fromEntries(pairs);
};
