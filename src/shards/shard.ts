import { CamdriftError } from '../errors.ts';

/** One of several machines that explain the same fixtures: every `of`-th of them, beginning with the `at`-th. */
export interface Shard {
  /** From 1. */
  readonly at: number;
  readonly of: number;
}

const most = 256;

/**
 * @param text `2/8`
 * @throws CamdriftError `usage-wrong`
 */
export function shardFrom(text: string): Shard {
  const [, at, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(text)?.map(Number) ?? [];
  if (at !== undefined && of !== undefined && at >= 1 && at <= of && of <= most) return { at, of };
  throw new CamdriftError(
    'usage-wrong',
    `The shard \`${text}\` is none: expected \`2/8\`, the second of eight; at most ${most}.`,
    { remedy: 'Count from 1: with eight machines, 1/8 to 8/8.' },
  );
}

export const isOwn = ({ at, of }: Shard, index: number): boolean => index % of === at - 1;

export const shardFile = ({ at, of }: Shard): string => `shard-${at}-of-${of}.json`;
