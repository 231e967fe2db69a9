import { resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import type { Explainer } from '../explainer/explainer.ts';
import { requireOutside } from '../files/workspace.ts';
import type { Outcome } from '../shards/record.ts';
import { recording } from '../shards/recording.ts';
import type { Shard } from '../shards/shard.ts';
import { readShards, type Shards } from '../shards/shards.ts';
import { writeShard } from '../shards/write.ts';
import { SpilledMap } from '../spill/read-map.ts';
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
  const outcomes = new SpilledMap<Outcome>();
  return { by: recording(engine, shard, outcomes), write: ({ out }) => writeShard(out, shard, engine, outcomes) };
}
