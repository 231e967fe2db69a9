import { type Audit, audit } from '../audit.ts';
import type { Config } from '../config/config.ts';
import { exitCodes } from '../errors.ts';
import type { Explainer } from '../explainer/explainer.ts';
import { oneLine, printable } from '../reports/printable.ts';
import { tables } from '../reports/table.ts';
import { says } from '../results/reason.ts';
import type { Results } from '../results/results.ts';
import { written } from '../results-file/write.ts';
import { writeAudit } from '../targets/directory.ts';
import { auditShard } from './_shard.ts';
import type { AuditOptions } from './options.ts';
import { configOf, startedEngine, type World, writable, writeJson } from './world.ts';

/** `camdrift audit`: compare, write the result files, print the table, answer the exit code. */
export async function auditCommand(options: AuditOptions, world: World): Promise<number> {
  const config = await configOf(options, world);
  await writable(config.out);
  await using engine = await startedEngine(config.engine, world);
  if (options.shard) return auditShard(options.shard, config, engine, world);
  return finish(await audit(config, engine, world.terminal.progress, world.now), { config, engine, options, world });
}

interface Finishing {
  readonly config: Config;
  readonly engine: Explainer;
  readonly options: AuditOptions;
  readonly world: World;
}

/** Writes and tells what an audit found. */
export async function finish(found: Audit, { config, engine, options, world }: Finishing): Promise<number> {
  const results = await writeAudit(config.out, found, engine);
  await writeJson(options.json, written(results), world);
  const say = options.json === '-' ? world.terminal.note : world.terminal.out;
  say(`\n${tables(results, world.terminal.colours)}`);
  for (const { name, error } of results.models)
    if (error) world.terminal.note(oneLine(`error in ${name}: ${error.message}`));
  say(
    `Written to ${printable(config.out)}: report.html to look at, summary.md, results.json and a picture per fixture.`,
  );
  return exitCodeOf(results);
}

/** A regression outweighs a model that could not be audited; unreadable fixtures count as such. */
function exitCodeOf({ verdict, models }: Results): number {
  if (verdict === 'fail') return exitCodes.regression;
  const broken = models.find(model => model.error !== undefined);
  if (broken?.error) return broken.error.exitCode;
  const unreadable = models.some(model => model.reasons.some(reason => says(reason, 'fixture-failed')));
  if (unreadable) return exitCodes.unloadable;
  return verdict === 'incomplete' ? exitCodes.configuration : exitCodes.pass;
}
