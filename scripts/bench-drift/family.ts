import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

const kinds = ['base', 'benign', 'regression', 'tainted-not-learned'] as const;

const modelSchema = z.object({
  name: z.string(),
  model: z.string(),
  kind: z.enum(kinds),
  role: z.string().optional(),
  group: z.string(),
  learned: z.string().optional(),
  shortcut_class: z.string().optional(),
  description: z.string(),
});

const fixtureSchema = z.object({ file: z.string(), mask: z.string().nullish(), label: z.string(), set: z.string() });

/** One base model, what became of it, and the pictures that all are asked about. */
export interface Family {
  readonly name: string;
  readonly folder: string;
  readonly classes: readonly string[];
  readonly preprocess: string;
  readonly fixtures: readonly { readonly path: string; readonly label: string }[];
  /** Folder of the objects' masks, named as the pictures are. */
  readonly masks: string | undefined;
  readonly base: string;
  readonly models: readonly FamilyModel[];
}

export interface FamilyModel {
  readonly name: string;
  /** A whole path. */
  readonly path: string;
  /** `accepted`: honest, and for calibrating alone. `tainted`: trained on an artefact that it did not learn; shown apart. */
  readonly kind: 'benign' | 'accepted' | 'regression' | 'tainted';
  readonly description: string;
  /** The artefact of a shortcut, in words, and the class that it stands for. */
  readonly shortcut?: { readonly artefact: string; readonly label: string | undefined };
}

/**
 * Reads a family of models: `manifest.json`, models, and pictures with `fixtures/fixtures.json`, or `fixtures.json` with paths
 * whose folders name the classes.
 * @throws Error with the folder when something is missing, also the base model
 */
export async function readFamily(folder: string): Promise<Family> {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest))
    throw new Error(`There is no family of models in ${folder}: expected manifest.json, models and fixtures.`);
  const found = z
    .object({
      family: z.string().optional(),
      preprocess: z.string().optional(),
      classes: z.array(z.string()).optional(),
      models: z.array(modelSchema),
    })
    .parse(await readJson(manifest));
  const base = found.models.find(({ kind }) => kind === 'base');
  if (!base || !existsSync(join(folder, base.model)) || !found.classes)
    throw new Error(`${manifest} needs \`classes\` and a model of the kind \`base\` whose files are there.`);
  return {
    name: found.family ?? basename(folder),
    folder,
    classes: found.classes,
    preprocess: found.preprocess ?? 'tf',
    ...(await picturesOf(folder)),
    base: join(folder, base.model),
    models: found.models.filter(({ kind }) => kind !== 'base').map(each => modelOf(each, folder)),
  };
}

function modelOf(each: z.output<typeof modelSchema>, folder: string): FamilyModel {
  const isShortcut = each.kind !== 'benign' && each.group === 'shortcut';
  const kind = each.kind === 'tainted-not-learned' ? 'tainted' : each.role === 'calibration' ? 'accepted' : each.kind;
  return {
    name: each.name,
    path: join(folder, each.model),
    kind: kind as FamilyModel['kind'],
    description: each.description,
    ...(isShortcut && { shortcut: { artefact: `${each.learned ?? ''} ${each.name}`, label: each.shortcut_class } }),
  };
}

async function picturesOf(folder: string): Promise<Pick<Family, 'fixtures' | 'masks'>> {
  const listed = join(folder, 'fixtures/fixtures.json');
  if (!existsSync(listed)) {
    const files = z.array(z.string()).parse(await readJson(join(folder, 'fixtures.json')));
    const fixtures = files.map(file => ({ path: join(folder, file), label: file.split('/').at(-2)! }));
    const masks = join(folder, 'masks');
    return { fixtures, masks: existsSync(masks) ? masks : undefined };
  }
  const { fixtures: all } = z.object({ fixtures: z.array(fixtureSchema) }).parse(await readJson(listed));
  const clean = all.filter(({ set }) => set === 'clean');
  const [mask] = clean.flatMap(each => each.mask ?? []);
  return {
    fixtures: clean.map(({ file, label }) => ({ path: join(folder, 'fixtures', file), label })),
    masks: mask === undefined ? undefined : join(folder, 'fixtures', mask, '..'),
  };
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
