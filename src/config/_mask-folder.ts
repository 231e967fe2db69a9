import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { confined } from '../files/workspace.ts';
import type { Shapes } from '../regions/region.ts';
import type { Fixture } from './config.ts';

/**
 * Masks of fixtures in a folder: PNG files of the fixtures' names, below it where the fixtures lie below the configuration, or
 * right in it.
 *
 * @param workspace what no mask may lead out of
 * @throws CamdriftError `config-invalid` when one mask would be that of two fixtures; `path-outside`
 */
export async function maskShapes(
  folder: string,
  fixtures: readonly Fixture[],
  workspace: string | undefined,
): Promise<(fixture: Fixture) => Shapes | undefined> {
  const owners = new Map<string, Fixture>();
  const masks = new Map<string, string>();
  for (const fixture of fixtures) {
    const mask = await maskOf(folder, fixture);
    if (mask === undefined) continue;
    const other = owners.get(mask);
    if (other) throw ambiguous(mask, other.name, fixture.name);
    owners.set(mask, fixture);
    masks.set(fixture.path, workspace === undefined ? mask : await confined(workspace, mask, `mask ${mask}`));
  }
  return ({ path }) => {
    const mask = masks.get(path);
    return mask === undefined ? undefined : { mask };
  };
}

async function maskOf(folder: string, { name }: Fixture): Promise<string | undefined> {
  const png = `${name.replace(/\.[^./]*$/, '')}.png`;
  for (const candidate of [join(folder, png), join(folder, basename(png))]) {
    const found = await stat(candidate).catch(() => undefined);
    if (found?.isFile()) return candidate;
  }
  return undefined;
}

function ambiguous(mask: string, one: string, other: string): CamdriftError {
  return new CamdriftError('config-invalid', `${mask} would be the mask of two fixtures: ${one} and ${other}.`, {
    remedy: 'Put masks into folders as the fixtures are, below the folder that `from` of the region names.',
  });
}
