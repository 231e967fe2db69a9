import { createHash } from 'node:crypto';

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
