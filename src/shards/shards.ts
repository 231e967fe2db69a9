import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { regularLines } from '../files/regular-file.ts';
import { ReadMap } from '../spill/read-map.ts';
import { type Slot, spill } from '../spill/spill.ts';
import { tool } from '../version.ts';
import { type Outcome, readRecord, type ShardHead } from './record.ts';

/** What all shards of a run found, and what is wrong with them. */
export interface Shards {
  /** Which engine made the first of them. */
  readonly engine: ShardHead['engine'];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Sentences: with any the run cannot pass. */
  readonly problems: readonly string[];
}

/** Of a file and of an outcome: they are read one at a time, and set aside. */
const mostBytes = { file: 2 ** 31, line: 64 * 2 ** 20 };
const mostFiles = 4096;
/** Outcomes of all shards: where each lies is in memory. */
const mostOutcomes = 1_000_000;

/**
 * Reads the shards in a folder, and in folders within it. What does not belong together is left out, and told.
 * @throws CamdriftError `shards-incomplete` when there is none
 */
export async function readShards(folder: string): Promise<Shards> {
  const records: Found[] = [];
  const problems: string[] = [];
  const room = { left: mostOutcomes };
  for (const name of await shardFiles(folder)) {
    const read = await readShard(folder, name, room);
    if (typeof read === 'string') problems.push(read);
    else records.push(read);
  }
  const [first] = records;
  if (!first) throw none(folder, problems);
  const fitting = records.filter(({ head }) => head.tool === tool && isAlike(head, first.head));
  problems.push(...records.filter(record => !fitting.includes(record)).map(({ head }) => foreign(head)));
  return { engine: first.head.engine, ...joined(fitting, first.head.shard.of, problems) };
}

/** Each shard once: of one that is there twice nobody knows which is right. */
function joined(records: readonly Found[], of: number, told: readonly string[]): Omit<Shards, 'engine'> {
  const problems = [...told];
  const slots = new Map<string, Slot>();
  for (let at = 1; at <= of; at++) {
    const [one, ...more] = records.filter(({ head }) => head.shard.at === at);
    if (!one) problems.push(`Shard ${at} of ${of} is missing.`);
    else if (more.length > 0) problems.push(`Shard ${at} of ${of} is there ${more.length + 1} times.`);
    else for (const [key, slot] of one.slots) slots.set(key, slot);
  }
  return { outcomes: new ReadMap(slots, slot => spill.get<Outcome>(slot)), problems };
}

const isAlike = (a: ShardHead, b: ShardHead): boolean =>
  a.shard.of === b.shard.of && a.engine.name === b.engine.name && a.engine.version === b.engine.version;

const foreign = ({ shard: { at, of }, tool: made, engine }: ShardHead): string =>
  `Shard ${at} of ${of} is of another run: made by ${made} with ${engine.name} (${engine.version}).`;

async function shardFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true }).catch(cause => {
    throw none(folder, [(cause as Error).message]);
  });
  return found
    .slice(0, mostFiles)
    .filter(name => /(^|[\\/])shard-\d+-of-\d+\.json$/.test(name))
    .sort();
}

/** A shard that could be read, and where what it holds was set aside. */
interface Found {
  readonly head: ShardHead;
  readonly slots: ReadonlyMap<string, Slot>;
}

/** What a file holds, or why that is nothing, in a sentence. What is damaged further down is nothing from its beginning. */
async function readShard(folder: string, name: string, room: { left: number }): Promise<Found | string> {
  const slots = new Map<string, Slot>();
  const keep = (key: string, outcome: Outcome) => {
    if (slots.has(key) || room.left === 0) throw new Error('It holds an outcome twice, or too many.');
    room.left--;
    slots.set(key, spill.put(outcome));
  };
  try {
    const lines = regularLines(join(folder, name), mostBytes, why => new Error(why));
    return { head: await readRecord(lines, keep), slots };
  } catch {
    return `${name} is damaged, or not written by this version of camdrift.`;
  }
}

const none = (folder: string, why: readonly string[]) =>
  new CamdriftError('shards-incomplete', `There is no shard that can be read in ${folder}. ${why.join(' ')}`.trim());
