import { audit } from '../audit.ts';
import type { Config } from '../config/config.ts';
import { CamdriftError, exitCodes } from '../errors.ts';
import type { Explainer } from '../explainer/explainer.ts';
import { ciReports } from '../reports/ci/index.ts';
import { oneLine, printable } from '../reports/printable.ts';
import type { Outcome } from '../shards/record.ts';
import { recording } from '../shards/recording.ts';
import type { Shard } from '../shards/shard.ts';
import { writeShard } from '../shards/write.ts';
import { SpilledMap } from '../spill/read-map.ts';
import type { World } from './world.ts';

/** One machine's share of an audit: what it found is written, and nothing judged. A model that fails here fails where all is joined, too. */
export async function auditShard(shard: Shard, config: Config, engine: Explainer, world: World): Promise<number> {
  const outcomes = new SpilledMap<Outcome>();
  const { results } = await audit(config, recording(engine, shard, outcomes), world.terminal.progress, world.now);
  for (const { name, error } of results.models)
    if (error) world.terminal.note(oneLine(`error in ${name}: ${error.message}`));
  const file = await writeShard(config.out, shard, engine, outcomes);
  world.terminal.out(`Written to ${printable(file)}: shard ${shard.at} of ${shard.of}, for \`camdrift merge\`.`);
  return exitCodes.pass;
}

const judged = [{ name: 'accepted', option: '--accepted' }, { name: 'json', option: '--json' }, ...ciReports] as const;

/**
 * One shard has no verdict: options that ask for one are for `camdrift merge`.
 * @throws CamdriftError `usage-wrong`
 */
export function requireUnjudged(options: Partial<Record<(typeof judged)[number]['name'], unknown>>): void {
  const given = judged.filter(({ name }) => options[name] !== undefined).map(({ option }) => option);
  if (given.length === 0) return;
  throw new CamdriftError(
    'usage-wrong',
    `A shard is not judged, so ${given.join(' and ')} cannot be with \`--shard\`.`,
    { remedy: `Give ${given.join(' and ')} to \`camdrift merge\`.` },
  );
}
