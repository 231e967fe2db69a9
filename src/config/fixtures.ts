import { dirname, extname, sep } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { fixtureEndings } from '../images/load.ts';
import { confined, inside } from '../workspace.ts';
import type { Fixture } from './config.ts';
import { globbed } from './glob.ts';
import { type Source, shown } from './source.ts';
import type { Truth } from './truth.ts';

/**
 * The fixtures that the globs match, less those that a glob with a leading `!` matches, sorted by name; every glob must
 * match something. Symbolic links are followed, and what they lead to must lie inside the workspace too, also where a folder is only walked. Names are relative to where the
 * settings come from; when fixtures lie elsewhere, to the folder that holds them all.
 */
export async function findFixtures(
  patterns: readonly string[],
  source: Source,
  truth: Truth,
): Promise<readonly Fixture[]> {
  const excluded = patterns.filter(pattern => pattern.startsWith('!')).map(pattern => pattern.slice(1));
  const wanted = patterns.filter(pattern => !pattern.startsWith('!'));
  const found = await Promise.all(wanted.map(pattern => matches(pattern, excluded, source)));
  const paths = [...new Set(found.flat())];
  const base = paths.every(path => inside(source.base, path)) ? source.base : commonFolder(paths);
  const named = paths.map(path => ({ name: shown(base, path), path, label: truth(path), tags: [], regions: [] }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function matches(pattern: string, excluded: readonly string[], { base, workspace }: Source): Promise<string[]> {
  const files = await globbed(pattern, { base, workspace }, { ignore: excluded, what: 'fixture' });
  const fixtures = files.filter(file => fixtureEndings.includes(extname(file).slice(1).toLowerCase()));
  if (fixtures.length === 0)
    throw new CamdriftError('fixtures-none', `No image matches \`fixtures: ${pattern}\` in ${base}.`);
  if (workspace !== undefined) await Promise.all(fixtures.map(file => confined(workspace, file, `fixture ${file}`)));
  return fixtures;
}

function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map(path => dirname(path).split(sep));
  return others.reduce((found, steps) => found.slice(0, firstDifference(found, steps)), first).join(sep) || sep;
}

const firstDifference = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((step, index) => step !== b[index]);
  return at < 0 ? a.length : at;
};
