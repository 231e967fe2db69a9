import { inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { CamdriftError } from '../errors.ts';
import { quoted, rejected } from './_rejection.ts';

/** What a stranger's zip may hold. Sizes in bytes. */
export const unpackLimits = {
  entries: 2_000,
  file: 5_000_000,
  total: 100_000_000,
  /** Of unpacked to packed, for files that unpack to more than `ratioFrom`. */
  ratio: 200,
  ratioFrom: 1_000_000,
  name: 300,
} as const;

/** Files by their path in the zip, with `/` between folders. */
export interface Unpacked {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** How many files were left where they are, because nothing here reads such. */
  readonly ignored: number;
}

/**
 * The JSON, WebP and Markdown files of a zip, in memory: nothing is written to disk.
 * One bad entry condemns the whole, even one that is not taken.
 *
 * @throws CamdriftError `claims-rejected` past any of `unpackLimits`, which hold for the bytes that come out and not for
 *   those that are declared; for names that are absolute, climb, or occur twice; for links, encryption and damage
 */
export async function unpack(archive: Uint8Array): Promise<Unpacked> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    // Names stay raw until their length is known.
    return await readEntries(await fromBufferPromise(bytes, { decodeStrings: false }), bytes);
  } catch (error) {
    if (error instanceof CamdriftError) throw error;
    throw rejected(`The artifact is not a zip that can be read: ${quoted(String(error))}.`, { cause: error });
  }
}

async function readEntries(zip: ZipFile, bytes: Buffer): Promise<Unpacked> {
  if (zip.entryCount > unpackLimits.entries)
    throw rejected(`The artifact has ${zip.entryCount} entries; at most ${unpackLimits.entries} are read.`);
  const files = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  let [ignored, total] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    if (seen.has(name)) throw rejected(`The artifact has two entries ${quoted(name)}.`);
    seen.add(name);
    requirePlain(entry, name);
    const taken = /\.(json|webp|md)$/.test(name);
    const content = taken ? await contentOf(zip, entry, name, bytes, unpackLimits.total - total) : undefined;
    total += content?.length ?? entry.uncompressedSize;
    if (content) files.set(name, content);
    else if (!name.endsWith('/')) ignored++;
    if (total > unpackLimits.total) throw overTotal();
  }
  return { files, ignored };
}

function nameOf({ fileNameRaw }: Entry): string {
  if (fileNameRaw.length > unpackLimits.name)
    throw rejected(`The artifact has a name of ${fileNameRaw.length} bytes; at most ${unpackLimits.name} are read.`);
  const name = fileNameRaw.toString('utf8');
  const wrong = faults.find(([pattern]) => pattern.test(name))?.[1];
  if (wrong) throw rejected(`The artifact has an entry ${quoted(name)}, whose name ${wrong}.`);
  return name;
}

const faults: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'is empty'],
  [/\p{Cc}/u, 'has control characters'],
  [/\\/, 'has a backslash'],
  [/^\//, 'is absolute'],
  [/^[a-z]:/i, 'begins with a drive'],
  [/(^|\/)\.\.(\/|$)/, 'leaves the folder'],
];

const [fileTypes, regularFile, folder] = [0o170000, 0o100000, 0o040000];

function requirePlain(entry: Entry, name: string): void {
  const type = (entry.externalFileAttributes >>> 16) & fileTypes;
  if (type !== 0 && type !== regularFile && type !== folder)
    throw rejected(`The entry ${quoted(name)} is a link or a device; expected a file.`);
  if (entry.isEncrypted()) throw rejected(`The entry ${quoted(name)} is encrypted.`);
  if (entry.uncompressedSize > unpackLimits.file) throw overFile(name);
}

/** One ceiling for what is inflated: the smallest of what the file, its ratio and all files together may take. */
async function contentOf(zip: ZipFile, entry: Entry, name: string, bytes: Buffer, left: number): Promise<Uint8Array> {
  if (!entry.canDecodeFileData())
    throw rejected(`The entry ${quoted(name)} is packed by method ${entry.compressionMethod}; expected deflate.`);
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  const byRatio = Math.max(unpackLimits.ratioFrom, unpackLimits.ratio * packed.length);
  const ceiling = Math.min(unpackLimits.file, byRatio, left);
  const content = entry.compressionMethod === 0 ? packed : inflated(packed, ceiling);
  if (!content || content.length > ceiling) {
    if (ceiling === unpackLimits.file) throw overFile(name);
    throw ceiling === left
      ? overTotal()
      : rejected(`The entry ${quoted(name)} unpacks to more than ${unpackLimits.ratio} times its size.`);
  }
  if (content.length !== entry.uncompressedSize)
    throw rejected(`The entry ${quoted(name)} declares ${entry.uncompressedSize} bytes and has ${content.length}.`);
  return content;
}

/** `undefined` when more than `ceiling` bytes would come out. */
function inflated(packed: Buffer, ceiling: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, ceiling) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}

const overFile = (name: string) =>
  rejected(`The entry ${quoted(name)} unpacks to more than ${unpackLimits.file} bytes.`);

const overTotal = () => rejected(`The artifact unpacks to more than ${unpackLimits.total} bytes.`);
