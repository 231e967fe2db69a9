import { resolve } from 'node:path';
import { type Audit, audit } from '../audit.ts';
import type { Config } from '../config/config.ts';
import { exitCodes } from '../errors.ts';
import type { Explainer } from '../explainer/explainer.ts';
import { requireOutside } from '../files/workspace.ts';
import { cached } from '../map-cache/cached.ts';
import { ciReports } from '../reports/ci/index.ts';
import { oneLine, printable } from '../reports/printable.ts';
import { tables } from '../reports/table.ts';
import { says } from '../results/reason.ts';
import type { Results } from '../results/results.ts';
import { written } from '../results-file/write.ts';
import { rewriteAudit, writeAudit } from '../targets/directory.ts';
import { readAccepted, withAcceptedFiles } from './_accepted-files.ts';
import { auditShard, requireUnjudged } from './_shard.ts';
import { configOf } from './configuration.ts';
import type { AuditOptions } from './options.ts';
import { startedEngine, type World, writable, writeJson, writeText } from './world.ts';

export interface AuditCommandOptions extends AuditOptions {
  readonly accepted?: readonly string[];
}

/** `camdrift audit`: compare, write the result files, print the table, answer the exit code. */
export async function auditCommand(options: AuditCommandOptions, world: World): Promise<number> {
  if (options.shard) requireUnjudged(options);
  const config = await configOf(options, world);
  const files = await readAccepted(options.accepted ?? [], world.cwd);
  await writable(config.out);
  await using started = await startedEngine(config.engine, world);
  const engine =
    options.mapCache === undefined ? started : await withMapCache(started, options.mapCache, options, world);
  if (options.shard) return await auditShard(options.shard, config, engine, world);
  const found = await audit(config, engine, world.terminal.progress, world.now);
  return await finish(found, { config, engine, options, files, world });
}

/** One folder for all that is audited from this command line: who may write there may say what maps are. */
async function withMapCache(
  engine: Explainer,
  given: string,
  options: AuditOptions,
  { cwd, terminal }: World,
): Promise<Explainer> {
  const folder = resolve(cwd, given);
  await requireOutside(resolve(cwd, options.workspace ?? '.'), folder, 'folder of --map-cache');
  return cached(engine, { folder, scopes: ['local'] }, terminal.note);
}

interface Finishing {
  readonly config: Config;
  readonly engine: Explainer;
  readonly options: AuditOptions;
  readonly files: Awaited<ReturnType<typeof readAccepted>>;
  readonly world: World;
}

/** Writes and tells what an audit found. */
export async function finish(found: Audit, { config, engine, options, files, world }: Finishing): Promise<number> {
  const applied = withAcceptedFiles(await writeAudit(config.out, found, engine), files);
  const { results } = applied;
  if (files.length > 0) await rewriteAudit(config.out, results);
  await writeJson(options.json, written(results), world);
  await writeForOthers(results, options, world);
  const say = options.json === '-' ? world.terminal.note : world.terminal.out;
  say(`\n${tables(results, world.terminal.colours)}`);
  for (const { name, accepted } of results.models)
    if (accepted) world.terminal.note(oneLine(`${name}: accepted by ${accepted.by}: ${accepted.why}`));
  for (const { by, model, code } of applied.void)
    world.terminal.note(oneLine(`${model}: what ${by} accepted (${code}) is not what failed, or nothing did.`));
  for (const { name, error } of results.models)
    if (error) world.terminal.note(oneLine(`error in ${name}: ${error.message}`));
  say(
    `Written to ${printable(config.out)}: report.html to look at, summary.md, results.json and a picture per fixture.`,
  );
  return exitCodeOf(results);
}

/** What other services read, where it was asked for. */
async function writeForOthers(results: Results, options: AuditOptions, { cwd }: World): Promise<void> {
  for (const { name, report } of ciReports) {
    const file = options[name];
    if (file !== undefined) await writeText(resolve(cwd, file), [report(results)]);
  }
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
