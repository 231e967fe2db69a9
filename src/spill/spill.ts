import { mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { ownValue } from './own-value.ts';
import { keepYoung, makeYoungSmall } from './young.ts';

/** Where a value lies. */
export interface Slot {
  readonly at: number;
  readonly bytes: number;
}

/** Bytes that wait in memory: a small run needs no disk, and a large one writes in large pieces. */
const usualWaiting = 2 ** 20;

/**
 * Values that a run will need again and need not hold meanwhile, in a file without a name: it is gone with the process, however that
 * ends, and nobody else can open it. Where no file can be written, as on a full disk, values stay in memory.
 */
export class Spill {
  readonly #folder: string;
  readonly #most: number;
  readonly #waiting = new Map<number, Buffer>();
  /** What is read lies here until it is a value; the few that are larger have a place of their own. */
  readonly #place = Buffer.allocUnsafeSlow(2 ** 18);
  #file: number | undefined;
  /** Bytes in the file, and after them in memory. */
  #written = 0;
  #held = 0;
  #refused = false;

  /** @param folder with room for some kilobytes per fixture; `most` bytes stay in memory */
  constructor(folder: string = process.env.RUNNER_TEMP || tmpdir(), most: number = usualWaiting) {
    this.#folder = folder;
    this.#most = most;
  }

  /** Bytes in memory. */
  get held(): number {
    return this.#held;
  }

  put(value: unknown): Slot {
    return this.#append(serialize(value));
  }

  /** As it was put; a value of its own each time. */
  get<T>(slot: Slot): T {
    return ownValue(this.#read(slot)) as T;
  }

  #append(bytes: Buffer): Slot {
    const slot = { at: this.#written + this.#held, bytes: bytes.length };
    if (slot.at === 0) keepYoung();
    this.#waiting.set(slot.at, bytes);
    this.#held += bytes.length;
    if (this.#held > this.#most && !this.#refused) this.#write();
    return slot;
  }

  /** Until the next is read. */
  #read({ at, bytes }: Slot): Buffer {
    if (at >= this.#written) return this.#waiting.get(at)!;
    const place = bytes <= this.#place.length ? this.#place : Buffer.allocUnsafeSlow(bytes);
    for (let done = 0; done < bytes; ) {
      const read = readSync(this.#file!, place, done, bytes - done, at + done);
      if (read === 0) throw new Error('The file of what was set aside is shorter than what was written to it.');
      done += read;
    }
    return place.subarray(0, bytes);
  }

  #write(): void {
    if (this.#written === 0) makeYoungSmall();
    try {
      this.#file ??= nameless(this.#folder);
      const bytes = Buffer.concat([...this.#waiting.values()]);
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.#file, bytes, done, bytes.length - done, this.#written + done);
    } catch {
      this.#refused = true;
      return;
    }
    this.#written += this.#held;
    this.#held = 0;
    this.#waiting.clear();
  }
}

/** A file that only this process has: its name is removed at once, as is the folder that kept it from others until then. */
function nameless(folder: string): number {
  const own = mkdtempSync(join(folder, 'camdrift-'));
  try {
    return openSync(join(own, 'spill'), 'wx+', 0o600);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** Of this process. */
export const spill: Spill = new Spill();
