import { resolve } from 'node:path';
import { audit } from '../audit.ts';
import { engineOf, joinedBy } from '../shards/joined.ts';
import { readShards } from '../shards/shards.ts';
import { readAccepted } from './_accepted-files.ts';
import { type AuditCommandOptions, finish } from './audit.ts';
import { configOf } from './configuration.ts';
import { startedEngine, type World, writable } from './world.ts';

export interface MergeOptions extends AuditCommandOptions {
  readonly shards: string;
}

/** `camdrift merge`: joins what `camdrift audit --shard` wrote on several machines into the verdict that one would have given. */
export async function mergeCommand(options: MergeOptions, world: World): Promise<number> {
  const config = await configOf(options, world);
  const shards = await readShards(resolve(world.cwd, options.shards));
  const files = await readAccepted(options.accepted ?? [], world.cwd);
  await writable(config.out);
  await using engine = await startedEngine(engineOf(shards), world);
  const joined = joinedBy(engine, shards);
  return await finish(await audit(config, joined, world.terminal.progress, world.now), {
    config,
    engine: joined,
    options,
    files,
    world,
  });
}
