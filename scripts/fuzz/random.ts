import { random as uniform } from '../../src/core/random.ts';

/** Choices, the same ones for the same seed. */
export interface Chooser {
  /** A number in 0..1. */
  number(): number;
  /** A whole number from 0 to `below - 1`. */
  below(below: number): number;
  /** Whether, with this probability. */
  maybe(probability: number): boolean;
  one<T>(items: readonly T[]): T;
}

/** @param path what the choices are for: another seed, target or number of the input chooses otherwise */
export function chooser(...path: readonly (string | number)[]): Chooser {
  let hash = 0x811c9dc5;
  for (const letter of path.join('/')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  const number = uniform(hash);
  const below = (count: number) => Math.floor(number() * count);
  return { number, below, maybe: probability => number() < probability, one: items => items[below(items.length)]! };
}
