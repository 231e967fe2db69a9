import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readlink, stat } from 'node:fs/promises';
import { lfsPointerText, longestLfsPointer, readLfsPointer } from '../lfs/pointer.ts';
import { blobHash, blobName } from './blob-name.ts';
import type { Entry, PlacedEntry, Snapshot } from './snapshot.ts';

/** Larger files are no text whose line ends a checkout rewrites. */
const largestText = 64 * 2 ** 20;

/**
 * Whether a file on disk is what a commit has at a path: byte for byte, or as a checkout writes it: a Git LFS object for its
 * pointer, line ends of Windows. Asks GitHub only where the bytes do not tell.
 * @param entry the commit's, at that path
 */
export async function isCheckedOut(file: string, entry: Entry, path: string, snapshot: Snapshot): Promise<boolean> {
  const { size } = await stat(file);
  const { name, sha256 } = await hashes(file, size, entry.sha);
  if (name === entry.sha || blobName(lfsPointerText({ oid: sha256, size }), entry.sha) === entry.sha) return true;
  if (size <= largestText && blobName(withoutReturns(await readFile(file)), entry.sha) === entry.sha) return true;
  if (entry.size > longestLfsPointer) return false;
  const pointer = readLfsPointer(await snapshot.read(path, longestLfsPointer));
  return pointer?.oid === sha256;
}

async function hashes(file: string, size: number, like: string): Promise<{ name: string; sha256: string }> {
  const [git, sha256] = [blobHash(size, like), createHash('sha256')];
  for await (const chunk of createReadStream(file)) {
    git.update(chunk as Buffer);
    sha256.update(chunk as Buffer);
  }
  return { name: git.digest('hex'), sha256: sha256.digest('hex') };
}

/** Line ends as Git stores them. */
function withoutReturns(bytes: Uint8Array): Uint8Array {
  // With zeros it is no text: returns that came into it are damage.
  if (bytes.includes(0)) return bytes;
  return bytes.filter((byte, index) => byte !== carriageReturn || bytes[index + 1] !== lineFeed);
}

const [carriageReturn, lineFeed] = [13, 10];

/**
 * Where a commit's links lead, as far as the checkout tells: a link that is checked out as its hash says need not be asked for.
 * @param at a path of the commit, on this machine
 */
export async function checkedOutLinks(
  links: readonly PlacedEntry[],
  at: (path: string) => string,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { path, sha } of links) {
    // Where links cannot be made, Git writes a file with the text.
    const text = await readlink(at(path), 'utf8').catch(() => readFile(at(path), 'utf8').catch(() => undefined));
    if (text !== undefined && blobName(Buffer.from(text), sha) === sha) texts.set(sha, text);
  }
  return texts;
}
