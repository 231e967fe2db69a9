import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

/** SHA-256 of a file of a model, fed part by part. */
export interface ContentHash {
  update(part: Uint8Array): ContentHash;
  /** In hex. */
  digest(): string;
}

const carriageReturn = 13;

/**
 * JSON is hashed without carriage returns: they mean nothing in it, and a checkout on Windows puts them in. All other files of a
 * model are hashed as they are.
 * @param name of the file
 */
export function contentHash(name: string): ContentHash {
  const hash = createHash('sha256');
  const isText = name.toLowerCase().endsWith('.json');
  const made: ContentHash = {
    update: part => {
      hash.update(isText && part.includes(carriageReturn) ? part.filter(byte => byte !== carriageReturn) : part);
      return made;
    },
    digest: () => hash.digest('hex'),
  };
  return made;
}

/** Of files that were read as a whole while a model was loaded: of the very bytes that it was made of. */
export class ReadDigests {
  readonly #digests = new Map<string, string>();

  readonly hear = (file: string, bytes: Uint8Array): void => {
    this.#digests.set(resolve(file), contentHash(file).update(bytes).digest());
  };

  /** Of a file that was not read, or in parts alone, none. */
  of(file: string): string | undefined {
    return this.#digests.get(resolve(file));
  }
}
