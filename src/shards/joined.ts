import { type EngineName, engineNames } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import type { Explainer } from '../explainer/explainer.ts';
import { replaying } from './replaying.ts';
import type { Shards } from './shards.ts';

/** An explainer that answers from shards; `engine`, of the kind that made them, checks the explanation, as it would have in one run. */
export const joinedBy = (engine: Explainer, shards: Shards): Explainer =>
  replaying(engine, withEngine(shards, engine.version));

/** @throws CamdriftError `shards-incomplete` */
export function engineOf({ engine: { name } }: Shards): EngineName {
  const found = engineNames.find(each => each === name);
  if (found) return found;
  throw new CamdriftError(
    'shards-incomplete',
    `The shards were made by the engine \`${name}\`, which there is none of.`,
  );
}

function withEngine(shards: Shards, version: string): Shards {
  if (shards.engine.version === version) return shards;
  const problem = `The shards were made by ${shards.engine.version}, and here there is ${version}.`;
  return { ...shards, problems: [...shards.problems, problem] };
}
