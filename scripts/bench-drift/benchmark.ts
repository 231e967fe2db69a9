import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const models = z.array(
  z.object({
    name: z.string(),
    model: z.string(),
    kind: z.enum(['base', 'benign', 'regression']),
    group: z.string(),
    description: z.string(),
    acc_clean: z.number().optional(),
  }),
);

const fixtures = z.array(
  z.object({
    id: z.string(),
    file: z.string(),
    mask: z.string().optional().nullable(),
    label: z.string(),
    set: z.string(),
    parent: z.string().nullable().optional(),
  }),
);

/** One base model, what became of it, and the pictures that all are asked about. */
export interface Benchmark {
  /** Holds `fixtures`. */
  readonly folder: string;
  readonly classes: readonly string[];
  /** `model` is a whole path. */
  readonly models: z.output<typeof models>;
  /** All pictures; `set` is `clean`, or says what was edited in. */
  readonly fixtures: z.output<typeof fixtures>;
}

/**
 * Reads `manifest.json` and `fixtures/fixtures.json` of a benchmark's folder. A folder that has other models only takes its
 * base model and its pictures from the public benchmark.
 */
export async function readBenchmark(folder: string, publicFolder: string): Promise<Benchmark> {
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(
      `There is no benchmark in ${folder}: expected manifest.json, models and fixtures. Name its folder: --folder DIR.`,
    );
  const own = await readManifest(folder);
  const pictured = existsSync(join(folder, 'fixtures/fixtures.json')) ? folder : publicFolder;
  const { fixtures: pictures } = await readJson(join(pictured, 'fixtures/fixtures.json'));
  const hasBase = own.models.some(({ kind }) => kind === 'base');
  const known = hasBase && own.classes ? own : await readManifest(publicFolder);
  const base = known.models.filter(({ kind }) => kind === 'base');
  return {
    folder: pictured,
    classes: z.array(z.string()).parse(own.classes ?? known.classes),
    models: hasBase ? own.models : [...base, ...own.models],
    fixtures: fixtures.parse(pictures),
  };
}

async function readManifest(folder: string) {
  const { classes, models: listed } = await readJson(join(folder, 'manifest.json'));
  const found = models.parse(listed).map(each => ({ ...each, model: join(folder, each.model) }));
  return { classes: z.array(z.string()).optional().parse(classes), models: found };
}

const readJson = async (path: string) => JSON.parse(await readFile(path, 'utf8'));
