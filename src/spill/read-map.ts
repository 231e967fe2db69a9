import { type Slot, type Spill, spill } from './spill.ts';

/** A map whose values are made when they are asked for, from what is kept under their keys. */
export class ReadMap<K, S, V> implements ReadonlyMap<K, V> {
  readonly #kept: ReadonlyMap<K, S>;
  readonly #read: (kept: S) => V;

  constructor(kept: ReadonlyMap<K, S>, read: (kept: S) => V) {
    this.#kept = kept;
    this.#read = read;
  }

  get size(): number {
    return this.#kept.size;
  }

  has(key: K): boolean {
    return this.#kept.has(key);
  }

  get(key: K): V | undefined {
    return this.#kept.has(key) ? this.#read(this.#kept.get(key)!) : undefined;
  }

  keys(): MapIterator<K> {
    return this.#kept.keys();
  }

  *values(): Generator<V, undefined> {
    for (const kept of this.#kept.values()) yield this.#read(kept);
  }

  *entries(): Generator<[K, V], undefined> {
    for (const [key, kept] of this.#kept) yield [key, this.#read(kept)];
  }

  [Symbol.iterator](): Generator<[K, V], undefined> {
    return this.entries();
  }

  forEach(tell: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) tell(value, key, this);
  }
}

/** A map whose values are set aside as they come. */
export class SpilledMap<V> extends ReadMap<string, Slot, V> {
  readonly #slots: Map<string, Slot>;
  readonly #to: Spill;

  constructor(to: Spill = spill) {
    const slots = new Map<string, Slot>();
    super(slots, slot => to.get<V>(slot));
    this.#slots = slots;
    this.#to = to;
  }

  set(key: string, value: V): void {
    this.#slots.set(key, this.#to.put(value));
  }
}
