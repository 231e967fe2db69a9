import { realpath } from 'node:fs/promises';
import { dirname, extname, relative, resolve, sep } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { confined, inside } from '../files/workspace.ts';
import { fixtureEndings } from '../images/load.ts';
import type { Fixture, LeftOut } from './config.ts';
import { globbed } from './glob.ts';
import { type Source, shown } from './source.ts';
import type { Truth } from './truth.ts';

export interface FoundFixtures {
  readonly fixtures: readonly Fixture[];
  readonly leftOut: LeftOut;
}

/**
 * The fixtures that the globs match, less those that a glob with a leading `!` matches, sorted by name; every glob must
 * match something. Symbolic links are followed, and what they lead to must lie inside the workspace too, also where a folder is only
 * walked; a file that is reached twice is one fixture, under the name that goes through no link. Names are relative to where the settings come from; when fixtures lie elsewhere, to the folder
 * that holds them all.
 * @param own folders that camdrift itself writes: pictures in them are no fixtures
 * @throws CamdriftError `fixtures-none`, `path-outside`
 */
export async function findFixtures(
  patterns: readonly string[],
  source: Source,
  truth: Truth,
  own: readonly string[] = [],
): Promise<FoundFixtures> {
  const excluded = patterns.filter(pattern => pattern.startsWith('!')).map(pattern => pattern.slice(1));
  const wanted = patterns.filter(pattern => !pattern.startsWith('!'));
  const written = own.filter(folder => !inside(folder, source.base));
  const found = await Promise.all(wanted.map(pattern => matches(pattern, excluded, source, written)));
  const { paths, again } = await once([...new Set(found.flatMap(({ files }) => files))].sort(), source.base);
  const base = paths.every(path => inside(source.base, path)) ? source.base : commonFolder(paths);
  const fixtures = paths.map(path => ({
    name: shown(base, path),
    path,
    label: truth(path),
    labels: truth.all?.(path),
    tags: [],
    regions: [],
  }));
  return {
    fixtures: fixtures.sort((a, b) => (a.name < b.name ? -1 : 1)),
    leftOut: {
      own: new Set(found.flatMap(({ ours }) => ours)).size,
      again,
      others: endingsOf(found.flatMap(({ others }) => others)),
    },
  };
}

async function matches(pattern: string, excluded: readonly string[], source: Source, own: readonly string[]) {
  const { base, workspace } = source;
  const found = await globbed(pattern, source, { ignore: excluded, nocase: true, what: 'fixture' });
  const images = found.filter(file => fixtureEndings.includes(extname(file).slice(1).toLowerCase()));
  const others = found.filter(file => !images.includes(file) && !own.some(folder => inside(folder, file)));
  const ours = images.filter(file => own.some(folder => inside(folder, file)));
  const files = images.filter(file => !ours.includes(file));
  if (files.length === 0) throw nothing(pattern, base, ours.length, endingsOf(others));
  if (workspace !== undefined) await Promise.all(files.map(file => confined(workspace, file, `fixture ${file}`)));
  return { files, ours, others };
}

function nothing(pattern: string, base: string, ours: number, others: LeftOut['others']): CamdriftError {
  const but = ours > 0 ? ` but for ${ours} in camdrift's own output and baselines, which are no fixtures` : '';
  const message = `No image matches \`fixtures: ${pattern}\` in ${base}${but}.`;
  if (others.length === 0) return new CamdriftError('fixtures-none', message);
  const found = others.slice(0, 5).map(({ ending, files }) => `${files} ${ending}`);
  return new CamdriftError(
    'fixtures-none',
    `${message} What matches is named as no picture that is read: ${found.join(', ')}.`,
    { remedy: convert },
  );
}

const convert = `Fixtures are files named ${fixtureEndings.map(ending => `.${ending}`).join(', ')}; convert others in the way in which the training code reads them.`;

/** How many files there are of each ending, most first. */
function endingsOf(files: readonly string[]): LeftOut['others'] {
  const counts = new Map<string, number>();
  for (const file of new Set(files)) {
    const ending = extname(file).toLowerCase() || 'without an ending';
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return [...counts].map(([ending, count]) => ({ ending, files: count })).sort((a, b) => b.files - a.files);
}

/** Each file once. @param sorted absolute paths @param base below which they are written */
async function once(sorted: readonly string[], base: string): Promise<{ paths: string[]; again: number }> {
  const files = new Map<string, string>();
  const root = await realpath(base);
  for (const path of sorted) {
    const real = await realpath(path);
    const isPlain = path === real || path === resolve(base, relative(root, real));
    if (!files.has(real) || isPlain) files.set(real, path);
  }
  return { paths: [...files.values()], again: sorted.length - files.size };
}

function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map(path => dirname(path).split(sep));
  return others.reduce((found, steps) => found.slice(0, firstDifference(found, steps)), first).join(sep) || sep;
}

const firstDifference = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((step, index) => step !== b[index]);
  return at < 0 ? a.length : at;
};
