import { type Slot, type Spill, spill } from './spill.ts';

/** Values in their order, which need not be in memory: each is there when it is asked for. An array is one. */
export interface Sequence<T> extends Iterable<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** A sequence whose values are read when they are asked for. */
export class ReadSequence<T> implements Sequence<T> {
  readonly length: number;
  readonly #read: (index: number) => T;

  /** @param read a value of one's own each time, at an index below `length` */
  constructor(length: number, read: (index: number) => T) {
    this.length = length;
    this.#read = read;
  }

  at(index: number): T | undefined {
    return index >= 0 && index < this.length ? this.#read(index) : undefined;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let at = 0; at < this.length; at++) yield this.#read(at);
  }
}

/** A sequence that is set aside as it comes, in any order. */
export class Spilled<T> implements Sequence<T> {
  readonly #slots: (Slot | undefined)[] = [];
  readonly #to: Spill;

  constructor(to: Spill = spill) {
    this.#to = to;
  }

  get length(): number {
    return this.#slots.length;
  }

  has(index: number): boolean {
    return this.#slots[index] !== undefined;
  }

  set(index: number, value: T): void {
    this.#slots[index] = this.#to.put(value);
  }

  at(index: number): T | undefined {
    const slot = this.#slots[index];
    return slot && this.#to.get<T>(slot);
  }

  /** Those that are there. */
  *[Symbol.iterator](): Generator<T> {
    for (const slot of this.#slots) if (slot) yield this.#to.get<T>(slot);
  }
}
