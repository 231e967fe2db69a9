import { stat } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { modelFiles } from '../models/index.ts';
import { folderModels } from '../models/model.ts';
import { isCheckedOut } from '../repository/on-disk.ts';
import type { Place, Snapshot } from '../repository/snapshot.ts';
import { checkedOutCommit } from './_checkout.ts';
import type { Project } from './_project.ts';

/** Where the bytes of a model on disk come from, which decides how its earlier version is found. */
export type Standing =
  /**
   * Git holds every file of it, and the checkout has them: Git's names for their contents, by their own names relative to the
   * model's folder, the named one first.
   */
  | { readonly kind: 'tracked'; readonly files: ReadonlyMap<string, string> }
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
  project: Pick<Project, 'inRepository' | 'root'>,
  candidate: Snapshot | undefined,
): Promise<Standing> {
  try {
    const { root, files, isPointer } = await filesOf(path, project.root);
    const contents = new Map<string, string>();
    for (const name of files) {
      const file = join(root, name);
      const place = project.inRepository(file);
      const found = await candidate?.locate(place);
      await requireThere(file, place, found?.kind === 'file');
      const contentName = found && nameOf(found);
      if (!candidate || !contentName) return { kind: 'untracked', path: place };
      if (!(await isOnDisk(file, found, place, project, candidate))) throw another(place, candidate);
      contents.set(name, contentName);
    }
    const beside = isPointer && candidate ? await siblings(project.inRepository(path), candidate) : [];
    return { kind: 'tracked', files: new Map([...contents, ...beside]) };
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
async function filesOf(path: string, within: string): Promise<Found> {
  const found = await modelFiles(path, within).catch(error => {
    if (!(error instanceof CamdriftError) || error.code !== 'model-lfs-pointer') throw error;
    return undefined;
  });
  if (found) return { ...found, isPointer: false };
  return { root: dirname(path), files: [basename(path)], isPointer: true };
}

/** What lies beside a file may belong to it; in the repository's own folder, what begins with its name. */
async function siblings(path: string, candidate: Snapshot): Promise<[string, string][]> {
  const folder = posix.dirname(path);
  const start = folder === '.' ? posix.basename(path).replace(/\.[^.]*$/, '') : '';
  return (await candidate.under(folder))
    .map(({ path: found, sha }): [string, string] => [folder === '.' ? found : found.slice(folder.length + 1), sha])
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
export async function isSameInGit(
  files: ReadonlyMap<string, string>,
  before: Snapshot,
  path: string,
): Promise<boolean> {
  const [named = ''] = files.keys();
  const place = await before.locate(path);
  // Inside a submodule that cannot be read, the same commit has the same files.
  const isFolder = place?.kind === 'submodule' ? posix.basename(path) !== named : place?.kind === 'folder';
  const folder = isFolder ? path : posix.dirname(path);
  if (place?.kind === 'folder' && named !== (await modelIn(before, folder))) return false;
  if (!isFolder && named !== posix.basename(path)) return false;
  for (const [name, content] of files) {
    const found = await before.locate(posix.join(folder, name));
    if (!found || nameOf(found) !== content) return false;
  }
  return true;
}

/** A name that no other content has; none of a folder, and of what is not in Git. */
function nameOf(place: Place): string | undefined {
  if (place.kind === 'submodule') return `${place.commit}:${place.rest}`;
  return place.kind === 'file' ? place.entry.sha : undefined;
}

/** Whether the checkout has it: by content, and inside a submodule that cannot be read by the commit that is checked out there. */
async function isOnDisk(
  file: string,
  place: Place,
  path: string,
  { root }: Pick<Project, 'root'>,
  candidate: Snapshot,
): Promise<boolean> {
  if (place.kind === 'file') return isCheckedOut(file, place.entry, path, candidate);
  return place.kind === 'submodule' && (await checkedOutCommit(join(root, place.path))) === place.commit;
}

async function modelIn(before: Snapshot, folder: string): Promise<string | undefined> {
  for (const name of folderModels) if (await before.entry(posix.join(folder, name))) return name;
  return undefined;
}
