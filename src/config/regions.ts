import { stat } from 'node:fs/promises';
import { CamdriftError } from '../errors.ts';
import type { Region, Shapes } from '../regions/region.ts';
import { cocoShapes } from './_coco-regions.ts';
import { maskShapes } from './_mask-folder.ts';
import type { RawRegion } from './_region-setting.ts';
import type { Fixture } from './config.ts';
import { locate, type Source } from './source.ts';

/** Fixtures with the regions that lie on them. */
export interface Located {
  readonly regions: readonly Region[];
  readonly fixtures: readonly Fixture[];
}

/**
 * The regions of a model, and where they lie on its fixtures. A fixture need not have every region.
 * @throws CamdriftError `config-invalid` when a source cannot be read, a name is taken twice, or no fixture has the region
 */
export async function locateRegions(
  found: { value: readonly RawRegion[]; source: Source } | undefined,
  fixtures: readonly Fixture[],
  model: string,
): Promise<Located> {
  const { value: raw, source } = found ?? { value: [], source: { base: '' } };
  requireUniqueNames(raw, model);
  const sources: ((fixture: Fixture) => Shapes | undefined)[] = [];
  for (const region of raw) sources.push(await shapesOf(region, fixtures, source, model));
  const located = fixtures.map(fixture => ({
    ...fixture,
    regions: raw.flatMap(({ name }, index) => {
      const shapes = sources[index]!(fixture);
      return shapes ? [{ region: name, ...shapes }] : [];
    }),
  }));
  for (const region of raw) requireUse(region, located, model);
  return { regions: raw.map(({ name, rules }) => ({ name, rules })), fixtures: located };
}

async function shapesOf(
  { name, from, category }: RawRegion,
  fixtures: readonly Fixture[],
  source: Source,
  model: string,
): Promise<(fixture: Fixture) => Shapes | undefined> {
  const path = await locate(from, source, `region ${name} of model ${model}`);
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory();
  if (!isFolder) return cocoShapes(path, category);
  if (category === undefined) return maskShapes(path, fixtures, source.workspace);
  throw new CamdriftError(
    'config-invalid',
    `Region ${name} of model ${model} has a \`category\`, and ${from} is a folder.`,
    {
      remedy: 'Leave `category` out: masks have none. Give each category a folder and a region of its own.',
    },
  );
}

function requireUniqueNames(raw: readonly RawRegion[], model: string): void {
  const twice = raw.find(({ name }, index) => raw.findIndex(other => other.name === name) !== index);
  if (!twice) return;
  throw new CamdriftError('config-invalid', `Model ${model} has two regions named \`${twice.name}\`.`, {
    remedy: 'Give each region a `name` of its own; without one it is `object`.',
  });
}

/** A region that is nowhere is a mistake in a path: nobody would notice that its rules judge nothing. */
function requireUse({ name, from }: RawRegion, fixtures: readonly Fixture[], model: string): void {
  if (fixtures.some(({ regions }) => regions.some(({ region }) => region === name))) return;
  const example = fixtures[0]?.name ?? 'cat.jpg';
  throw new CamdriftError(
    'config-invalid',
    `No fixture of model ${model} has the region \`${name}\` of ${from}; the first fixture is ${example}.`,
    {
      remedy:
        'File names in a COCO JSON file are relative to its folder. A mask has the name of its fixture, with .png, in the folder or where the fixture lies below it.',
    },
  );
}
