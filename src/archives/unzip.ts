import { inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { CamdriftError } from '../errors.ts';

/** What a stranger's zip may hold. Sizes in bytes. */
export interface UnzipLimits {
  readonly entries: number;
  readonly file: number;
  readonly total: number;
  /** Of unpacked to packed, for files that unpack to more than `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly name: number;
}

/** How one kind of zip is read, and what is said of one that breaks the rules. */
export interface UnzipRules {
  /** What the zip is called in messages: `The artifact`. */
  readonly what: string;
  readonly limits: UnzipLimits;
  takes(name: string): boolean;
  rejected(message: string, options?: { cause: unknown }): CamdriftError;
  /** A stranger's words, made fit for a message. */
  quoted(text: string): string;
}

/** Files by their path in the zip, with `/` between folders. */
export interface Unzipped {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** How many files were left where they are, because nothing here reads such. */
  readonly ignored: number;
}

/**
 * The files of a zip that the rules take, in memory: nothing is written to disk.
 * One bad entry condemns the whole, even one that is not taken.
 *
 * @throws CamdriftError as `rules.rejected` makes it, past any of the limits, which hold for the bytes that come out and
 *   not for those that are declared; for names that are absolute, climb, or occur twice; for links, encryption and damage
 */
export async function unzip(archive: Uint8Array, rules: UnzipRules): Promise<Unzipped> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    // Names stay raw until their length is known.
    return await readEntries(await fromBufferPromise(bytes, { decodeStrings: false }), bytes, rules);
  } catch (error) {
    if (error instanceof CamdriftError) throw error;
    throw rules.rejected(`${rules.what} is not a zip that can be read: ${rules.quoted(String(error))}.`, {
      cause: error,
    });
  }
}

async function readEntries(zip: ZipFile, bytes: Buffer, rules: UnzipRules): Promise<Unzipped> {
  const { what, limits, rejected, quoted } = rules;
  if (zip.entryCount > limits.entries)
    throw rejected(`${what} has ${zip.entryCount} entries; at most ${limits.entries} are read.`);
  const files = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  let [ignored, total] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry, rules);
    if (seen.has(name)) throw rejected(`${what} has two entries ${quoted(name)}.`);
    seen.add(name);
    requirePlain(entry, name, rules);
    const taken = rules.takes(name);
    const content = taken ? await contentOf(zip, entry, { name, bytes, left: limits.total - total, rules }) : undefined;
    total += content?.length ?? entry.uncompressedSize;
    if (content) files.set(name, content);
    else if (!name.endsWith('/')) ignored++;
    if (total > limits.total) throw overTotal(rules);
  }
  return { files, ignored };
}

function nameOf({ fileNameRaw }: Entry, { what, limits, rejected, quoted }: UnzipRules): string {
  if (fileNameRaw.length > limits.name)
    throw rejected(`${what} has a name of ${fileNameRaw.length} bytes; at most ${limits.name} are read.`);
  const name = fileNameRaw.toString('utf8');
  const wrong = faults.find(([pattern]) => pattern.test(name))?.[1];
  if (wrong) throw rejected(`${what} has an entry ${quoted(name)}, whose name ${wrong}.`);
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

function requirePlain(entry: Entry, name: string, rules: UnzipRules): void {
  const { limits, rejected, quoted } = rules;
  const type = (entry.externalFileAttributes >>> 16) & fileTypes;
  if (type !== 0 && type !== regularFile && type !== folder)
    throw rejected(`The entry ${quoted(name)} is a link or a device; expected a file.`);
  if (entry.isEncrypted()) throw rejected(`The entry ${quoted(name)} is encrypted.`);
  // What nobody reads may be larger, and counts with all the rest.
  if (rules.takes(name) && entry.uncompressedSize > limits.file) throw overFile(name, rules);
}

interface Wanted {
  readonly name: string;
  readonly bytes: Buffer;
  /** What all files together may still take. */
  readonly left: number;
  readonly rules: UnzipRules;
}

/** One ceiling for what is inflated: the smallest of what the file, its ratio and all files together may take. */
async function contentOf(zip: ZipFile, entry: Entry, wanted: Wanted): Promise<Uint8Array> {
  const { name, bytes, left, rules } = wanted;
  const { limits, rejected, quoted } = rules;
  if (!entry.canDecodeFileData())
    throw rejected(`The entry ${quoted(name)} is packed by method ${entry.compressionMethod}; expected deflate.`);
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  const byRatio = Math.max(limits.ratioFrom, limits.ratio * packed.length);
  const ceiling = Math.min(limits.file, byRatio, left);
  const content = entry.compressionMethod === 0 ? packed : inflated(packed, ceiling);
  if (!content || content.length > ceiling) {
    if (ceiling === limits.file) throw overFile(name, rules);
    throw ceiling === left
      ? overTotal(rules)
      : rejected(`The entry ${quoted(name)} unpacks to more than ${limits.ratio} times its size.`);
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

const overFile = (name: string, { limits, rejected, quoted }: UnzipRules) =>
  rejected(`The entry ${quoted(name)} unpacks to more than ${limits.file} bytes.`);

const overTotal = ({ what, limits, rejected }: UnzipRules) =>
  rejected(`${what} unpacks to more than ${limits.total} bytes.`);
