import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { readRegular } from '../files/regular-file.ts';
import { tool } from '../version.ts';
import { type Outcome, recordFrom, type ShardRecord } from './record.ts';

/** What all shards of a run found, and what is wrong with them. */
export interface Shards {
  /** Which engine made the first of them. */
  readonly engine: ShardRecord['engine'];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Sentences: with any the run cannot pass. */
  readonly problems: readonly string[];
}

const mostBytes = 256 * 2 ** 20;
const mostFiles = 4096;

/**
 * Reads the shards in a folder, and in folders within it. What does not belong together is left out, and told.
 * @throws CamdriftError `shards-incomplete` when there is none
 */
export async function readShards(folder: string): Promise<Shards> {
  const records: ShardRecord[] = [];
  const problems: string[] = [];
  for (const name of await shardFiles(folder)) {
    const read = await readRecord(folder, name);
    if (typeof read === 'string') problems.push(read);
    else records.push(read);
  }
  const [first] = records;
  if (!first) throw none(folder, problems);
  const fitting = records.filter(record => record.tool === tool && isAlike(record, first));
  problems.push(...records.filter(record => !fitting.includes(record)).map(foreign));
  return { engine: first.engine, ...joined(fitting, first.shard.of, problems) };
}

/** Each shard once: of one that is there twice nobody knows which is right. */
function joined(records: readonly ShardRecord[], of: number, told: readonly string[]): Omit<Shards, 'engine'> {
  const problems = [...told];
  const outcomes = new Map<string, Outcome>();
  for (let at = 1; at <= of; at++) {
    const [one, ...more] = records.filter(({ shard }) => shard.at === at);
    if (!one) problems.push(`Shard ${at} of ${of} is missing.`);
    else if (more.length > 0) problems.push(`Shard ${at} of ${of} is there ${more.length + 1} times.`);
    else for (const [key, outcome] of one.outcomes) outcomes.set(key, outcome);
  }
  return { outcomes, problems };
}

const isAlike = (a: ShardRecord, b: ShardRecord): boolean =>
  a.shard.of === b.shard.of && a.engine.name === b.engine.name && a.engine.version === b.engine.version;

const foreign = ({ shard: { at, of }, tool: made, engine }: ShardRecord): string =>
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

/** The record, or why there is none, in a sentence. */
async function readRecord(folder: string, name: string): Promise<ShardRecord | string> {
  try {
    const bytes = await readRegular(join(folder, name), mostBytes, why => new Error(why));
    return recordFrom(bytes.toString('utf8'));
  } catch {
    return `${name} is damaged, or not written by this version of camdrift.`;
  }
}

const none = (folder: string, why: readonly string[]) =>
  new CamdriftError('shards-incomplete', `There is no shard that can be read in ${folder}. ${why.join(' ')}`.trim());
