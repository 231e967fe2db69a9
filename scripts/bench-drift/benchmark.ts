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
  readonly folder: string;
  readonly classes: readonly string[];
  readonly models: z.output<typeof models>;
  /** All pictures; `set` is `clean`, or says what was edited in. */
  readonly fixtures: z.output<typeof fixtures>;
}

/** Reads `manifest.json` and `fixtures/fixtures.json` of a benchmark's folder. */
export async function readBenchmark(folder: string): Promise<Benchmark> {
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(
      `There is no benchmark in ${folder}: expected manifest.json, models and fixtures. Name its folder: --folder DIR.`,
    );
  const read = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'));
  const manifest = await read('manifest.json');
  const pictures = await read('fixtures/fixtures.json');
  return {
    folder,
    classes: z.array(z.string()).parse(manifest.classes),
    models: models.parse(manifest.models),
    fixtures: fixtures.parse(pictures.fixtures),
  };
}
