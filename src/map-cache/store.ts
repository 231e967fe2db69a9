import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { z } from 'zod';
import { systemWords } from '../errors.ts';
import { readRegular } from '../files/regular-file.ts';

/** Where entries are written, and where they are read: names of folders. The first is one's own. */
export type Scopes = readonly [own: string, ...others: string[]];

export interface StoreOptions {
  readonly folder: string;
  readonly scopes: Scopes;
  /** Bytes of all entries together; those that were not used for longest go. */
  readonly most?: number;
}

const usualBytes = 512 * 2 ** 20;
/** Of one entry: a map has at most 16 million cells, and a usual one some hundreds. */
const mostEntry = 64 * 2 ** 20;
const layout = 'v1';

/** A folder of entries that are known by their keys, each with the digest of what it holds. */
export class Store {
  /** Entries that were not as they were written. */
  damaged = 0;
  /** Why nothing can be written any more. */
  refusal: string | undefined;
  readonly #folder: string;
  readonly #scopes: Scopes;
  readonly #most: number;

  constructor({ folder, scopes, most = usualBytes }: StoreOptions) {
    this.#folder = join(folder, layout);
    this.#scopes = scopes;
    this.#most = most;
  }

  /** What was written under the key, if it is whole and of the form that is expected. */
  async read<S extends z.ZodType>(key: string, schema: S): Promise<z.output<S> | undefined> {
    for (const scope of this.#scopes) {
      const path = join(this.#folder, scope, `${key}.json`);
      const bytes = await readRegular(path, mostEntry, why => new Error(why)).catch(() => undefined);
      if (!bytes) continue;
      const found = this.#sound(bytes, key, schema);
      if (found === undefined) continue;
      await utimes(path, new Date(), new Date()).catch(() => {});
      return found;
    }
    return undefined;
  }

  #sound<S extends z.ZodType>(bytes: Buffer, key: string, schema: S): z.output<S> | undefined {
    const [line, body] = [bytes.toString('latin1', 0, 64), bytes.subarray(65)];
    const parsed = line === digestOf(key, body) ? schema.safeParse(jsonOf(body.toString('utf8'))) : undefined;
    if (parsed?.success) return parsed.data;
    this.damaged++;
    return undefined;
  }

  /** @param body JSON */
  async write(key: string, body: string): Promise<void> {
    if (this.refusal !== undefined || body.length > mostEntry / 2) return;
    const folder = join(this.#folder, this.#scopes[0]);
    try {
      await mkdir(folder, { recursive: true });
      // An entry that never reached the disk is found damaged, and made again: nobody waits for the disk.
      await writeFileAtomic(join(folder, `${key}.json`), `${digestOf(key, body)}\n${body}`, { fsync: false });
    } catch (error) {
      this.refusal = systemWords(error);
    }
  }

  /** Removes what was not used for longest until the rest is small enough. */
  async trim(): Promise<void> {
    const names = await readdir(this.#folder, { recursive: true }).catch(() => []);
    const found = [];
    for (const name of names)
      found.push({ path: join(this.#folder, name), ...(await looked(join(this.#folder, name))) });
    let left = this.#most;
    for (const { path, size } of found.filter(each => each.isFile).sort((a, b) => b.used - a.used)) {
      left -= size;
      if (left < 0) await rm(path, { force: true }).catch(() => {});
    }
  }
}

/** Of the key as well: an entry under another name is none. */
const digestOf = (key: string, body: string | Buffer): string =>
  createHash('sha256').update(`${key}\n`).update(body).digest('hex');

/** Whoever can write there can write a digest, too. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const looked = (path: string) =>
  stat(path).then(
    found => ({ isFile: found.isFile(), size: found.size, used: found.mtimeMs }),
    () => ({ isFile: false, size: 0, used: 0 }),
  );
