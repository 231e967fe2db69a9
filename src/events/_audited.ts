import { type Audit, audit } from '../audit.ts';
import type { Config } from '../config/config.ts';
import type { Explainer } from '../explainer/explainer.ts';
import type { SeparateExplainer } from '../explainer/separate-explainer.ts';
import { engineWords } from '../reports/engine.ts';
import type { Change } from '../results/change.ts';
import type { Results } from '../results/results.ts';
import { engineOf, joinedBy } from '../shards/joined.ts';
import { writeAudit } from '../targets/directory.ts';
import { startedFor } from './_engine.ts';
import { judgingJob } from './_legs.ts';
import { withMapCache } from './_map-cache.ts';
import { inOwnPaths, type OwnPaths } from './_own-paths.ts';
import { oneShard, shardsOf } from './_shards.ts';
import type { ActionWorld } from './world.ts';

/** Audits every model of the configuration and writes the output folder. */
export async function judged(world: ActionWorld, config: Config, told: OwnPaths, change?: Change): Promise<Results> {
  const shards = await shardsOf(world);
  await using engine = await startedFor(world, shards ? engineOf(shards) : config.engine);
  const whole = await withMapCache(engine, world);
  const share = world.inputs.shard && oneShard(whole, world.inputs.shard);
  const by = share ? share.by : shards ? joinedBy(whole, shards) : whole;
  const { results, pictures } = inOwnPaths(await audited(world, config, engine, by), told);
  if (share) world.runner.line(`Written to ${await share.write(config)}, for the job that joins all shards.`);
  if (share) return results;
  return await writeAudit(
    config.out,
    { pictures, results: { ...results, ...(change && { change }), ...judgingJob(world) } },
    engine,
  );
}

function audited(world: ActionWorld, config: Config, engine: SeparateExplainer, by: Explainer): Promise<Audit> {
  const count = config.models.length;
  world.runner.line(`${count} ${count === 1 ? 'model' : 'models'} to audit; engine: ${engineWords(engine)}`);
  const titled = (label: string) => `${label} ${place(config, label)}`.trimEnd();
  const bounded = { ...config, runTimeout: Math.min(config.runTimeout, world.inputs.timeout) };
  return audit(bounded, by, label => world.runner.progress(titled(label)), world.now);
}

/** `(2 of 3)`, from a title such as `baseline of shoes`. */
function place({ models }: Config, label: string): string {
  const index = models.findIndex(({ name }) => label === name || label.endsWith(` ${name}`));
  return models.length > 1 && index >= 0 ? `(${index + 1} of ${models.length})` : '';
}
