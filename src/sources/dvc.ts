import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { BaselineModel } from '../config/config.ts';
import { modelDigest, modelFiles } from '../models/index.ts';
import { folderModels } from '../models/model.ts';
import { type FolderList, isFolderObject, readFolderList } from './_dvc-folder.ts';
import { isObject } from './_dvc-hash.ts';
import type { DvcObject, DvcPointer } from './_dvc-pointer.ts';
import type { DvcStore } from './_dvc-stores.ts';
import { asEarlier } from './_earlier.ts';
import { unavailable } from './_unavailable.ts';

export { dvcConfig } from './_dvc-config.ts';
export { type DvcPointer, dvcPointer, type TextFiles } from './_dvc-pointer.ts';
export { cacheStore, type DvcStore, webStore } from './_dvc-stores.ts';

/** Whether two pointers say that the same lies at their paths. */
export const isSamePointer = (a: DvcPointer, b: DvcPointer): boolean =>
  a.object.md5 === b.object.md5 && a.object.isFolder === b.object.isFolder && a.within === b.within;

/**
 * Makes sure that what lies on disk is what its pointer says.
 * @param out the file or folder of the pointer, on disk
 * @throws CamdriftError `model-unavailable`
 */
export async function requirePulled({ object, place, out: path }: DvcPointer, out: string): Promise<void> {
  if (object.isFolder ? await isFolderObject(out, object) : await isObject(out, object)) return;
  const isThere = await stat(out).catch(() => undefined);
  const what = isThere
    ? `What lies at ${path} is not what ${place} says`
    : `There is nothing at ${path}, where ${place} says that DVC holds something`;
  throw unavailable(`${what}: expected MD5 ${object.md5}.`, `Run \`dvc pull ${path}\` in a step before.`);
}

/**
 * The model that a pointer of an earlier commit names, from the first of the stores that has it.
 * @param stores asked for with the first question
 * @param folder to write to
 * @param missing what to do when none of them has it
 */
export function dvcModel(
  pointer: DvcPointer,
  stores: () => Promise<readonly DvcStore[]>,
  folder: string,
  missing: string,
): BaselineModel {
  let model: Promise<string> | undefined;
  const path = () => {
    model ??= stores()
      .then(found => fetchedModel(pointer, found, folder, missing))
      .catch(asEarlier);
    return model;
  };
  return { origin: pointer.place, digest: async () => modelDigest(await path()), path };
}

async function fetchedModel(
  pointer: DvcPointer,
  stores: readonly DvcStore[],
  folder: string,
  missing: string,
): Promise<string> {
  const { object, out, within, place } = pointer;
  const fetch = (wanted: DvcObject, name: string, to: string) => fetchFrom(stores, wanted, name, to, missing);
  const to = join(folder, 'dvc', posix.basename(out));
  await rm(to, { recursive: true, force: true });
  if (!object.isFolder) {
    await fetch(object, place, to);
    return to;
  }
  const listFile = join(folder, 'dvc.list');
  await fetch(object, place, listFile);
  const list = await readFolderList(listFile, place);
  const named = namedFile(list, within, place);
  const part = async (name: string) => {
    const md5 = list.get(name);
    if (md5 === undefined) throw unavailable(`${place} has no ${name}, which the model needs.`);
    await fetch({ md5, isFolder: false, legacy: object.legacy }, `${name} of ${place}`, insideOf(to, name));
  };
  await part(named);
  await follow(join(to, named), posix.dirname(named), part);
  return named === within ? join(to, named) : join(to, within);
}

/** The file that makes the folder a model, or the one that is named. */
function namedFile(list: FolderList, within: string, place: string): string {
  const names = [within, ...folderModels.map(name => posix.join(within, name))];
  const found = names.find(name => list.has(name));
  if (found !== undefined) return found;
  throw unavailable(`${place} has neither ${names.filter(Boolean).join(' nor ')}.`);
}

/** A list comes from a stranger's storage. */
function insideOf(folder: string, name: string): string {
  const steps = name.split(/[\\/]/);
  if (!steps.includes('..') && !steps.includes('') && !name.includes('\0')) return join(folder, name);
  throw unavailable(`DVC's list of files has the name ${JSON.stringify(name)}, which leads out of its folder.`);
}

/** The files that the model names, until it names no more: some formats tell only file by file. */
async function follow(model: string, folder: string, part: (name: string) => Promise<void>): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const { files } = await modelFiles(model);
    const news = files.slice(1).filter(name => !done.has(name));
    if (news.length === 0) return;
    for (const name of news) {
      await part(posix.join(folder, name));
      done.add(name);
    }
  }
}

async function fetchFrom(
  stores: readonly DvcStore[],
  object: DvcObject,
  name: string,
  to: string,
  missing: string,
): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  for (const store of stores) if (await store.fetch(object, to)) return;
  const where = stores.map(store => store.name).join(' nor in ') || 'any place that is read';
  throw unavailable(
    `The earlier version is not on this machine: ${name}, MD5 ${object.md5}, is not in ${where}.`,
    missing,
  );
}
