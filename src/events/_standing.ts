import { stat } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { modelFiles } from '../models/index.ts';
import { folderModels } from '../models/model.ts';
import { isCheckedOut } from '../repository/on-disk.ts';
import type { Entry, Snapshot } from '../repository/snapshot.ts';
import type { Project } from './_project.ts';

/** Where the bytes of a model on disk come from, which decides how its earlier version is found. */
export type Standing =
  /** Git holds every file of it, and the checkout has them: by their names relative to the model's folder, the named one first. */
  | { readonly kind: 'tracked'; readonly files: ReadonlyMap<string, Entry> }
  /** A file of it is on disk and not in Git: an earlier step put it there. */
  | { readonly kind: 'untracked'; readonly path: string }
  /** It cannot be read, or is not the one that the change has. */
  | { readonly kind: 'unusable'; readonly trouble: CamdriftError };

/**
 * What is known of a model before it is loaded: that it is there, whole, and the one that Git has for this change.
 * @param path the model on disk
 * @param candidate undefined when GitHub cannot be asked; a model that is there then counts as untracked
 */
export async function standingOf(
  path: string,
  project: Pick<Project, 'inRepository'>,
  candidate: Snapshot | undefined,
): Promise<Standing> {
  try {
    const { root, files, isPointer } = await filesOf(path);
    const entries = new Map<string, Entry>();
    for (const name of files) {
      const file = join(root, name);
      const place = project.inRepository(file);
      const found = await candidate?.locate(place);
      await requireThere(file, place, found?.kind === 'file');
      if (!candidate || found?.kind !== 'file') return { kind: 'untracked', path: place };
      if (!(await isCheckedOut(file, found.entry, place, candidate))) throw another(place, candidate);
      entries.set(name, found.entry);
    }
    const beside = isPointer && candidate ? await siblings(project.inRepository(path), candidate) : [];
    return { kind: 'tracked', files: new Map([...entries, ...beside]) };
  } catch (error) {
    if (error instanceof CamdriftError) return { kind: 'unusable', trouble: error };
    throw error;
  }
}

interface Found {
  readonly root: string;
  readonly files: readonly string[];
  readonly isPointer: boolean;
}

/** A Git LFS pointer does not tell which other files it needs. */
async function filesOf(path: string): Promise<Found> {
  const found = await modelFiles(path).catch(error => {
    if (!(error instanceof CamdriftError) || error.code !== 'model-lfs-pointer') throw error;
    return undefined;
  });
  if (found) return { ...found, isPointer: false };
  return { root: dirname(path), files: [basename(path)], isPointer: true };
}

/** What lies beside a file may belong to it; in the repository's own folder, what begins with its name. */
async function siblings(path: string, candidate: Snapshot): Promise<[string, Entry][]> {
  const folder = posix.dirname(path);
  const start = folder === '.' ? posix.basename(path).replace(/\.[^.]*$/, '') : '';
  return (await candidate.under(folder))
    .map((entry): [string, Entry] => [folder === '.' ? entry.path : entry.path.slice(folder.length + 1), entry])
    .filter(([name]) => !name.includes('/') && name.startsWith(start) && name !== posix.basename(path));
}

async function requireThere(file: string, place: string, inGit: boolean): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return;
  throw new CamdriftError(
    'model-unreadable',
    `There is no readable file ${place}.`,
    inGit
      ? { remedy: 'The commit has it, the workspace has not: let actions/checkout bring it (`sparse-checkout`).' }
      : {},
  );
}

const another = (place: string, { commit }: Snapshot): CamdriftError =>
  new CamdriftError(
    'workspace-differs',
    `The workspace has another ${place} than commit ${commit.slice(0, 7)}, which this run is about.`,
  );

/**
 * Whether the same files, by their contents, lie at a place of an earlier commit. Git's own names are compared, so nothing is
 * fetched; `false` is no proof that they differ.
 * @param path file or folder of the earlier commit
 */
export async function isSameInGit(files: ReadonlyMap<string, Entry>, before: Snapshot, path: string): Promise<boolean> {
  const [named = ''] = files.keys();
  const isFolder = (await before.locate(path))?.kind === 'folder';
  const folder = isFolder ? path : posix.dirname(path);
  if (named !== (isFolder ? await modelIn(before, folder) : posix.basename(path))) return false;
  for (const [name, { sha }] of files) {
    const found = await before.locate(posix.join(folder, name));
    if (found?.kind !== 'file' || found.entry.sha !== sha) return false;
  }
  return true;
}

async function modelIn(before: Snapshot, folder: string): Promise<string | undefined> {
  for (const name of folderModels) if (await before.entry(posix.join(folder, name))) return name;
  return undefined;
}
