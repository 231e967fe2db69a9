import { resolve } from 'node:path';
import { audit } from '../audit.ts';
import { type EngineName, engineNames } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import { replaying } from '../shards/replaying.ts';
import { readShards, type Shards } from '../shards/shards.ts';
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
  const joined = replaying(engine, withEngine(shards, engine.version));
  return await finish(await audit(config, joined, world.terminal.progress, world.now), {
    config,
    engine: joined,
    options,
    files,
    world,
  });
}

/** The engine of the shards checks the explanation, as it would have in one run. */
function engineOf({ engine: { name } }: Shards): EngineName {
  const found = engineNames.find(each => each === name);
  if (found) return found;
  throw new CamdriftError('shards-incomplete', `The shards were made by the engine \`${name}\`, which there is none of.`); // biome-ignore format: one line
}

function withEngine(shards: Shards, version: string): Shards {
  if (shards.engine.version === version) return shards;
  const problem = `The shards were made by ${shards.engine.version}, and here there is ${version}.`;
  return { ...shards, problems: [...shards.problems, problem] };
}
