import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Engine } from '../engines/engine.ts';
import { CamdriftError, systemWords } from '../errors.ts';
import { requireRegular } from '../files/regular-file.ts';
import { isLfsPointer, longestLfsPointer, readLfsPointer } from '../lfs/pointer.ts';
import { givenInputs } from './_given-inputs.ts';
import { otherByContent, otherByName, refusedFormat } from './_other-formats.ts';
import { contentHash, type ReadDigests } from './content-hash.ts';
import { kerasH5 } from './keras-h5.ts';
import { kerasZip } from './keras-zip.ts';
import { folderModels, type LoadOptions, type Model, type ModelFile, type ModelFormat } from './model.ts';
import { onnx } from './onnx.ts';
import { savedModel } from './saved-model.ts';
import { tfjsGraph } from './tfjs-graph.ts';
import { tfjsLayers } from './tfjs-layers.ts';

/** Every model format, in the order in which they are asked. */
export const formats: readonly ModelFormat[] = [tfjsGraph, tfjsLayers, savedModel, kerasZip, kerasH5, onnx];

/** Loads a model of any known format, told by its content. `path` is a file, or a folder that holds one of `folderModels`. */
export async function loadModel(path: string, engine: Engine, options: LoadOptions): Promise<Model> {
  const file = await modelFile(path);
  return formatOf(file).load(file.path, engine, { ...options, given: await givenInputs(options.inputs) });
}

/**
 * SHA-256 over every file of the model, as `sha256sum` would list them: one `<hex>  <path relative to the model's folder>`
 * line per file, sorted by path; JSON without its carriage returns. So it can be had from Git LFS pointers too, which hold the hash of each file.
 * @param read files that need not be read again
 */
export async function modelDigest(path: string, within?: string, read?: ReadDigests): Promise<string> {
  const { root, files } = await modelFiles(path, within);
  const digestOf = async (file: string) => read?.of(file) ?? (await fileDigest(file));
  return combinedDigest(
    await Promise.all(files.map(async name => ({ name, sha256: await digestOf(join(root, name)) }))),
  );
}

/** The digest of a model from those of its files; names are relative to the model's folder, with `/`. */
export function combinedDigest(files: readonly { name: string; sha256: string }[]): string {
  const lines = files.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, sha256 }) => `${sha256}  ${name}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/**
 * Every file of a model, the named one first, relative to its folder, with `/`. Only the first has to be there; the
 * others are what it names.
 * @param within the folder that links among them must not leave; the model's own when not given
 */
export async function modelFiles(path: string, within?: string): Promise<{ root: string; files: readonly string[] }> {
  const file = await modelFile(path);
  const root = dirname(file.path);
  const names = await formatOf(file).files(file.path, within);
  return { root, files: [...new Set(names.map(name => relative(root, name).split(sep).join('/')))] };
}

/** `contentHash` of a file; SHA-256 of the file that it stands for when it is a Git LFS pointer. */
async function fileDigest(path: string): Promise<string> {
  const hash = contentHash(path);
  await requireRegular(path, Number.POSITIVE_INFINITY, unreadable(path));
  try {
    const { size } = await stat(path);
    const pointer = size <= longestLfsPointer ? readLfsPointer(await readFile(path)) : undefined;
    if (pointer) return pointer.oid;
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (cause) {
    throw new CamdriftError('model-unreadable', `There is no readable file ${path}.`, { cause });
  }
  return hash.digest();
}

async function modelFile(path: string): Promise<ModelFile> {
  const found = await stat(path).catch(() => undefined);
  const file = found?.isDirectory() ? await modelIn(path) : path;
  await requireRegular(file, Number.POSITIVE_INFINITY, unreadable(file));
  const handle = await open(file).catch(cause => {
    throw unreadable(file)(systemWords(cause), cause);
  });
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(4096), 0, 4096, 0);
    return { path: file, head: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}

const unreadable = (path: string) => (why: string, cause?: unknown) => {
  const missing = (cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
  const message = missing ? `There is no model at ${path}.` : `The model ${path} cannot be read: ${why}.`;
  return new CamdriftError('model-unreadable', message, { cause });
};

async function modelIn(folder: string): Promise<string> {
  const names = await readdir(folder);
  const name = folderModels.find(candidate => names.includes(candidate));
  if (name) return join(folder, name);
  const other = names.find(each => otherByName(each)) ?? folder;
  const format = otherByName(other);
  if (format) throw refusedFormat(other === folder ? folder : join(folder, other), format);
  throw new CamdriftError(
    'model-unreadable',
    `There is no model in the folder ${folder}: it holds no ${folderModels.join(' or ')}.`,
  );
}

function formatOf(file: ModelFile): ModelFormat {
  const other = otherByContent(file);
  if (other) throw refusedFormat(file.path, other);
  const format = formats.find(candidate => candidate.recognises(file));
  if (format) return format;
  if (isLfsPointer(file.head)) {
    throw new CamdriftError('model-lfs-pointer', `${file.path} is a Git LFS pointer, not the file itself.`);
  }
  const named = otherByName(file.path);
  if (named) throw refusedFormat(file.path, named);
  throw new CamdriftError(
    'model-unreadable',
    `${file.path} is of no known model format (${formats.map(({ name }) => name).join(', ')}).`,
  );
}
