import { posix } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { unavailable } from './_unavailable.ts';

/** Text files of one state of the repository; paths are relative to it, with `/`. */
export interface TextFiles {
  /** Of at most `mostBytes`; undefined when there is no such file. */
  text(path: string, mostBytes: number): Promise<string | undefined>;
  /** What messages call a file: `models/a.onnx.dvc at commit 1a2b3c4`. */
  place(path: string): string;
}

/** What DVC says lies at a path. */
export interface DvcPointer {
  /** The file that says so, and its place for messages. */
  readonly file: string;
  readonly place: string;
  /** The file or folder that DVC holds. */
  readonly out: string;
  /** The path asked for, within that folder; empty when it is the very thing. */
  readonly within: string;
  readonly object: DvcObject;
}

/** One object in DVC's storage. */
export interface DvcObject {
  /** MD5, in 32 hex digits. */
  readonly md5: string;
  /** A folder's object is a list of its files. */
  readonly isFolder: boolean;
  /** Of a file, in bytes. */
  readonly size?: number | undefined;
  /** DVC before version 3 hashed text without carriage returns. */
  readonly legacy: boolean;
}

const mostPointerBytes = 2 ** 20;
const mostLockBytes = 8 * 2 ** 20;

const outSchema = z.looseObject({
  path: z.string(),
  md5: z
    .string()
    .regex(/^[0-9a-f]{32}(\.dir)?$/)
    .optional(),
  hash: z.string().optional(),
  size: z.int().min(0).optional(),
});
type Out = z.output<typeof outSchema>;
const pointerSchema = z.looseObject({ wdir: z.string().optional(), outs: z.array(outSchema).default([]) });
const lockSchema = z.looseObject({
  stages: z.record(z.string(), z.looseObject({ outs: z.array(outSchema).default([]) })).default({}),
});

/**
 * DVC's word for what lies at a path, from the `.dvc` file beside it or beside a folder above, or from a `dvc.lock` above;
 * undefined when there is none.
 * @throws CamdriftError `model-unavailable` when it cannot be read, or names no MD5
 */
export async function dvcPointer(path: string, files: TextFiles): Promise<DvcPointer | undefined> {
  for (const above of withParents(path)) {
    const found = await inDvcFile(`${above}.dvc`, path, files);
    if (found) return found;
  }
  for (const above of [...withParents(path).slice(1), '.']) {
    const found = await inLock(posix.join(above, 'dvc.lock'), path, files);
    if (found) return found;
  }
  return undefined;
}

/** The path, its folder, the folder above, and so on, without the repository itself. */
function withParents(path: string): string[] {
  const steps = posix
    .normalize(path)
    .split('/')
    .filter(step => step !== '.' && step !== '');
  return steps.map((_, index) => steps.slice(0, steps.length - index).join('/'));
}

async function inDvcFile(file: string, path: string, files: TextFiles): Promise<DvcPointer | undefined> {
  const text = await files.text(file, mostPointerBytes);
  if (text === undefined) return undefined;
  const { outs, wdir = '.' } = parsed(text, pointerSchema, files.place(file));
  return pointerIn(outs, posix.join(posix.dirname(file), wdir), { file, path, place: files.place(file) });
}

async function inLock(file: string, path: string, files: TextFiles): Promise<DvcPointer | undefined> {
  const text = await files.text(file, mostLockBytes);
  if (text === undefined) return undefined;
  const { stages } = parsed(text, lockSchema, files.place(file));
  const outs = Object.values(stages).flatMap(stage => stage.outs);
  return pointerIn(outs, posix.dirname(file), { file, path, place: files.place(file) });
}

function parsed<T extends z.ZodType>(text: string, schema: T, place: string): z.output<T> {
  try {
    const document = parseDocument(text, { logLevel: 'error' });
    if (document.errors[0]) throw document.errors[0];
    return schema.parse(document.toJS({ maxAliasCount: 100 }));
  } catch (cause) {
    throw unavailable(`${place} is no file of DVC's, or is damaged.`, 'Let DVC write it again.', cause);
  }
}

function pointerIn(
  outs: readonly Out[],
  folder: string,
  { file, path, place }: { file: string; path: string; place: string },
): DvcPointer | undefined {
  for (const out of outs) {
    const at = posix.join(folder, out.path);
    if (at !== path && !path.startsWith(`${at}/`)) continue;
    const object = objectOf(out, place);
    const within = path.slice(at.length + 1);
    if (within === '' || object.isFolder) return { file, place, out: at, within, object };
  }
  return undefined;
}

function objectOf({ md5, hash, size, path }: Out, place: string): DvcObject {
  if (md5 === undefined || (hash !== undefined && hash !== 'md5'))
    throw unavailable(
      `${place} has no MD5 of ${path}, which is what the model is known by.`,
      'Let DVC track the model with `dvc add`, or name its address as `path`, with `sha256`.',
    );
  const isFolder = md5.endsWith('.dir');
  return { md5: md5.slice(0, 32), isFolder, ...(!isFolder && { size }), legacy: hash === undefined };
}
