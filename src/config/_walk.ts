import { type Dirent, readdir, realpath as realpathOf } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type FileSystemAdapter, glob } from 'tinyglobby';
import { CamdriftError } from '../errors.ts';
import { inside } from '../workspace.ts';

/** Files and folders that one glob may look at: more than any data set that is explained on every pull request. */
const mostEntries = 500_000;

export interface Found {
  /** Absolute, as the glob reaches them: a file may come more than once, through links. */
  readonly files: readonly string[];
  /** Folders that links lead to outside the workspace, which were not followed. */
  readonly outside: readonly string[];
}

/**
 * What a glob matches. Links to folders are followed inside the workspace, and not into a folder that the walk is already in:
 * no link makes it endless, and what is found does not depend on the order in which folders are read.
 * @throws CamdriftError `fixtures-none` when there is more than anybody can mean
 */
export async function walk(
  pattern: string,
  ignore: readonly string[],
  folder: string,
  workspace: string | undefined,
): Promise<Found> {
  const outside: string[] = [];
  const entries = { count: 0 };
  const fs = { ...counting(entries), ...following(workspace, outside) } as FileSystemAdapter;
  const files = await glob(pattern, { cwd: folder, ignore: [...ignore], absolute: true, onlyFiles: true, fs });
  if (entries.count > mostEntries)
    throw new CamdriftError(
      'fixtures-none',
      `\`fixtures: ${pattern}\` looks at more than ${mostEntries} files in ${folder}.`,
      {
        remedy: 'Begin the glob with the folder that holds the images.',
      },
    );
  return { files: files.map(file => resolve(file)).sort(), outside: outside.sort() };
}

type Callback<T> = (error: Error | null, value: T) => void;

/** Reads folders until there were too many entries, and nothing after that. */
function counting(entries: { count: number }) {
  const read = (path: string, options: { withFileTypes: true }, done: Callback<Dirent[]>) =>
    entries.count > mostEntries
      ? done(null, [])
      : readdir(path, options, (error, found = []) => {
          entries.count += found.length;
          done(error, found);
        });
  return { readdir: read };
}

/** The crawler asks for the real path of links alone; one that is not told is a link that is not followed. */
function following(workspace: string | undefined, outside: string[]) {
  const ask = (path: string, done: Callback<string>) => {
    followed(path, workspace, outside).then(
      real => done(null, real),
      error => done(error, ''),
    );
  };
  return { realpath: Object.assign(ask, { native: realpathOf.native }) };
}

async function followed(path: string, workspace: string | undefined, outside: string[]): Promise<string> {
  const real = await realpath(path);
  // Links to files are looked at one by one, by whoever takes them.
  if (!(await stat(real)).isDirectory()) return real;
  if (workspace !== undefined && !inside(await realpath(workspace), real)) {
    outside.push(path);
    throw new Error(`${path} leads out of ${workspace}.`);
  }
  const place = join(await realpath(dirname(path)), basename(path));
  if (inside(real, place) || (await isOnTheWay(real, path))) throw new Error(`${path} leads back.`);
  return real;
}

/** Whether one of the folders above a path, as it was walked, is that folder. */
async function isOnTheWay(folder: string, path: string): Promise<boolean> {
  const above = dirname(path);
  if ((await realpath(above)) === folder) return true;
  return above === dirname(above) ? false : isOnTheWay(folder, above);
}
