import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Explainer } from '../explainer/explainer.ts';
import { writePieces } from '../files/write-pieces.ts';
import { tool } from '../version.ts';
import { type Outcome, recordPieces } from './record.ts';
import { type Shard, shardFile } from './shard.ts';

/** Writes what one machine found into a folder. @returns the file */
export async function writeShard(
  folder: string,
  shard: Shard,
  { name, version }: Pick<Explainer, 'name' | 'version'>,
  outcomes: ReadonlyMap<string, Outcome>,
): Promise<string> {
  const file = join(folder, shardFile(shard));
  await mkdir(folder, { recursive: true });
  await writePieces(file, recordPieces({ version: 1, tool, engine: { name, version }, shard }, outcomes));
  return file;
}
