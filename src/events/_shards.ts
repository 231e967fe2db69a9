import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import type { Explainer } from '../explainer/explainer.ts';
import { requireOutside } from '../files/workspace.ts';
import { type Outcome, recordText } from '../shards/record.ts';
import { recording } from '../shards/recording.ts';
import { type Shard, shardFile } from '../shards/shard.ts';
import { readShards, type Shards } from '../shards/shards.ts';
import { tool } from '../version.ts';
import type { ActionWorld } from './world.ts';

/** What other jobs of this run found, where the input `shards` says that they did. They come from outside of what a pull request can write. */
export async function shardsOf({ inputs, workspace }: ActionWorld): Promise<Shards | undefined> {
  if (inputs.shards === '') return undefined;
  const folder = resolve(workspace, inputs.shards);
  await requireOutside(workspace, folder, 'input `shards`');
  return readShards(folder);
}

/** An explainer of one share of the fixtures, and the file of what it found. */
export function oneShard(engine: Explainer, shard: Shard): { by: Explainer; write(config: Config): Promise<string> } {
  const outcomes = new Map<string, Outcome>();
  const { name, version } = engine;
  return {
    by: recording(engine, shard, outcomes),
    async write({ out }) {
      const file = join(out, shardFile(shard));
      await mkdir(out, { recursive: true });
      await writeFile(file, recordText({ version: 1, tool, engine: { name, version }, shard, outcomes }));
      return file;
    },
  };
}
