import { createHash } from 'node:crypto';

/**
 * The name that Git gives a file of these bytes.
 * @param like another name: SHA-1, or SHA-256 in a repository made so
 */
export function blobName(bytes: Uint8Array, like: string): string {
  return blobHash(bytes.length, like).update(bytes).digest('hex');
}

/** As `blobName`, for bytes that come one after the other. */
export const blobHash = (size: number, like: string) =>
  createHash(like.length === 64 ? 'sha256' : 'sha1').update(`blob ${size}\0`);
