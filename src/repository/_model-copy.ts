import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { confined } from '../files/workspace.ts';
import { downloadLfs } from '../lfs/download.ts';
import { copyLfs } from '../lfs/local.ts';
import { type LfsPointer, longestLfsPointer, readLfsPointer } from '../lfs/pointer.ts';
import { contentHash } from '../models/content-hash.ts';
import { combinedDigest, modelFiles } from '../models/index.ts';
import { folderModels } from '../models/model.ts';
import type { Objects } from './_objects.ts';
import { several } from './several.ts';
import { largestBlob, type Snapshot } from './snapshot.ts';
import { unavailable } from './unavailable.ts';

/** A model of an earlier commit that is becoming a model on disk. */
export interface ModelCopy {
  /** `modelDigest` of it, as far as its files are known. */
  digest(): string;
  /** Puts Git LFS objects in place of their pointers, and fetches what they in turn name. Returns where the model lies. */
  complete(): Promise<string>;
}

interface Part {
  readonly sha256: string;
  readonly size: number;
  /** As long as the object has not been fetched. */
  readonly pointer: LfsPointer | undefined;
}

interface Copy {
  readonly snapshot: Snapshot;
  /** What has the named file, and so its Git LFS objects. */
  readonly objects: Objects | undefined;
  /** The folder of the model's files: in the repository, and on disk. */
  readonly from: string;
  readonly to: string;
  /** The file that names the others. */
  readonly named: string;
  /** By path relative to the model's folder. */
  readonly parts: Map<string, Part>;
}

const mostBytes = 4 * 2 ** 30;
/** A workflow's token has a thousand requests an hour. */
const mostFiles = 500;
const mostAtOnce = 4;

/** Fetches the named file and those it names, with Git LFS pointers as they are. */
export async function modelCopy(snapshot: Snapshot, path: string, folder: string): Promise<ModelCopy> {
  const isFolder = (await snapshot.entry(path))?.kind === 'folder';
  const named = posix.normalize(isFolder ? await modelIn(snapshot, path) : path);
  const place = await snapshot.locate(named);
  if (place?.kind !== 'file') await snapshot.file(named);
  const objects = place && 'objects' in place ? place.objects : undefined;
  const from = posix.dirname(named);
  const to = join(folder, from);
  await confined(folder, to, `model ${path}`).catch(cause => unusable(cause, named, snapshot, folder));
  const copy: Copy = { snapshot, objects, from, to, named: posix.basename(named), parts: new Map() };
  const grow = () => follow(copy).catch(cause => unusable(cause, named, snapshot, folder));
  await addParts(copy, [copy.named]);
  do {
    if (namesOthers(copy)) await fetchObjects(copy);
    await grow();
  } while (namesOthers(copy));
  return {
    digest: () => combinedDigest([...copy.parts].map(([name, { sha256 }]) => ({ name, sha256 }))),
    complete: async () => {
      while (pending(copy).length > 0) {
        await fetchObjects(copy);
        await grow();
      }
      return isFolder ? to : join(to, copy.named);
    },
  };
}

/** The file that makes the folder a model; the first of their names when none is there, for the message. */
async function modelIn(snapshot: Snapshot, folder: string): Promise<string> {
  const paths = folderModels.map(name => posix.join(folder, name));
  const entries = await Promise.all(paths.map(path => snapshot.entry(path)));
  return paths.find((_, at) => entries[at]) ?? paths[0]!;
}

/** These are never the whole model; any other file that Git LFS keeps is taken for one until it is here. */
const namesOthers = (copy: Copy): boolean =>
  pending(copy).some(([name]) =>
    name === copy.named ? name.endsWith('.json') || folderModels.includes(name) : name.endsWith('.index'),
  );

/** Adds the files that the model names until it names no more: some formats tell only file by file. */
async function follow(copy: Copy): Promise<void> {
  for (;;) {
    const { files } = await modelFiles(join(copy.to, copy.named)).catch(error => {
      if (copy.parts.get(copy.named)?.pointer && error instanceof CamdriftError) return { files: [] };
      throw error;
    });
    const news = files.filter(name => !copy.parts.has(name));
    if (news.length === 0) return;
    await addParts(copy, news);
  }
}

async function addParts(copy: Copy, names: readonly string[]): Promise<void> {
  const { snapshot, from, to, parts } = copy;
  const entries = await Promise.all(names.map(name => snapshot.file(posix.join(from, name))));
  refuseTooMuch(copy, entries);
  await several(mostAtOnce, names, async name => {
    const target = await confined(to, join(to, name), `file ${name} of the model`);
    const bytes = await snapshot.read(posix.join(from, name), largestBlob);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
    const pointer = bytes.length <= longestLfsPointer ? readLfsPointer(bytes) : undefined;
    const sha256 = pointer?.oid ?? contentHash(name).update(bytes).digest();
    parts.set(name, { sha256, size: pointer?.size ?? bytes.length, pointer });
  });
}

async function fetchObjects(copy: Copy): Promise<void> {
  const { snapshot, objects: source, from, to, parts } = copy;
  const objects = pending(copy).map(([name, { pointer }]) => ({
    pointer: pointer!,
    place: snapshot.place(posix.join(from, name)),
    to: join(to, name),
  }));
  const plain = bytesOf([...parts.values()].filter(({ pointer }) => !pointer));
  if (source?.repository) await downloadLfs(source.repository, objects, mostBytes - plain);
  else await copyLfs(objects, mostBytes - plain, async pointer => source?.lfs?.(pointer));
  for (const [name, part] of pending(copy)) parts.set(name, { ...part, pointer: undefined });
}

const pending = ({ parts }: Copy): [string, Part][] => [...parts].filter(([, { pointer }]) => pointer);

const bytesOf = (sized: readonly { readonly size: number }[]): number => sized.reduce((sum, { size }) => sum + size, 0);

function refuseTooMuch({ snapshot, from, named, parts }: Copy, more: readonly { readonly size: number }[]): void {
  const files = parts.size + more.length;
  const bytes = bytesOf([...parts.values(), ...more]);
  if (files <= mostFiles && bytes <= mostBytes) return;
  throw unavailable(
    `The model ${snapshot.place(posix.join(from, named))} has ${files} files of ${bytes} bytes; at most ${mostFiles} of ${mostBytes} are fetched.`,
    'Commit a baseline made with `camdrift baseline`.',
  );
}

/** What is wrong with the earlier version, without the folder that it was written to. */
function unusable(cause: unknown, named: string, snapshot: Snapshot, folder: string): never {
  if (!(cause instanceof CamdriftError) || cause.code === 'baseline-unavailable') throw cause;
  const message = cause.message.replaceAll(`${join(folder, '/')}`, '');
  throw unavailable(
    `The model ${snapshot.place(named)} cannot be compared with: ${message}`,
    'Commit a baseline made with `camdrift baseline`; once this change is merged, later ones are compared with it.',
    cause,
  );
}
