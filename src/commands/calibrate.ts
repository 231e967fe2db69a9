import { auditAgainst } from '../audit.ts';
import { type Accepted, type Calibration, noCalibration, scoreOf, withAccepted } from '../calibration/calibration.ts';
import { writeCalibration } from '../calibration/file.ts';
import { settingsDigest, signalsOf } from '../calibration/measured.ts';
import type { ModelConfig } from '../config/config.ts';
import { CamdriftError, exitCodes } from '../errors.ts';
import { deadlines } from '../explainer/deadlines.ts';
import { policyFor } from '../judgement/policy.ts';
import {
  type AcceptedRow,
  acceptedTable,
  besideScore,
  type PoolRow,
  poolLines,
  violations,
} from '../reports/calibration.ts';
import { oneLine, printable } from '../reports/printable.ts';
import { sentenceOf } from '../reports/reasons.ts';
import type { ModelResult } from '../results/model.ts';
import { says } from '../results/reason.ts';
import { type ChosenBaseline, chooseBaseline } from '../versions/choose-baseline.ts';
import type { Run } from '../versions/sides.ts';
import { type AcceptedModel, acceptedModels } from './_accepted-models.ts';
import { configOf } from './configuration.ts';
import type { AuditOptions } from './options.ts';
import { startedEngine, type World, writeJson } from './world.ts';

export interface CalibrateOptions extends AuditOptions {
  readonly models: readonly string[];
  readonly only?: string;
  readonly fresh?: boolean;
}

/**
 * `camdrift calibrate`: how far models that the team accepts drift from the baseline, stored beside it. Nothing is written
 * before all of them are audited.
 */
export async function calibrateCommand(options: CalibrateOptions, world: World): Promise<number> {
  const config = await configOf(options, world);
  const model = chosenModel(config.models, options.only);
  const { models, left } = await acceptedModels(options.models, world.cwd);
  const stored = options.fresh ? noCalibration : (await model.calibration.read()).calibration;
  await using engine = await startedEngine(config.engine, world);
  const limit = deadlines(config.runTimeout);
  const run: Run = { engine, jobs: config.jobs, batch: config.batch, progress: world.terminal.progress };
  const chosen = await chooseBaseline(model, { ...run, deadline: limit(model.timeout) });
  if (!chosen) throw nothingToCompare(model.name);
  const [others, same] = apart(models, chosen);
  for (const line of [...left, ...same]) world.terminal.note(oneLine(line));
  const found = [];
  for (const each of others)
    found.push(await measured(each, model, chosen, { ...run, deadline: limit(model.timeout) }));
  const calibration = withAccepted(
    stored,
    found.map(({ accepted }) => accepted),
  );
  await writeCalibration(model.calibration.path, calibration);
  await say(options, world, model, calibration, found);
  return exitCodes.pass;
}

const nothingToCompare = (name: string): CamdriftError =>
  new CamdriftError(
    'usage-wrong',
    `Model ${name} is compared with nothing (\`baseline-model: none\`), so there is no drift to measure.`,
    {
      remedy: 'Name the version that accepted models are held against with --baseline-model or --baseline.',
    },
  );

function chosenModel(models: readonly ModelConfig[], only: string | undefined): ModelConfig {
  const found = only === undefined && models.length === 1 ? models[0] : models.find(({ name }) => name === only);
  if (found) return found;
  const names = models.map(({ name }) => name).join(', ');
  const message =
    only === undefined
      ? `The configuration has ${models.length} models, and one is calibrated at a time: ${names}.`
      : `The configuration has no model \`${only}\`; it has ${names}.`;
  throw new CamdriftError('usage-wrong', message, { remedy: 'Say which one with --only NAME.' });
}

/** Those that differ from the baseline, and words for those that are it. */
function apart(models: readonly AcceptedModel[], { baseline }: ChosenBaseline): [AcceptedModel[], string[]] {
  const isSame = ({ digest }: AcceptedModel) => digest === baseline.model.digest;
  const same = models.filter(isSame).map(({ name }) => `${name} is the baseline itself and is left out.`);
  return [models.filter(model => !isSame(model)), same];
}

interface Measured {
  readonly accepted: Accepted;
  readonly result: ModelResult;
}

/** By the audit's own way, so that the numbers are the very same. */
async function measured(
  { path, name, digest }: AcceptedModel,
  model: ModelConfig,
  chosen: ChosenBaseline,
  run: Run,
): Promise<Measured> {
  const calibration = { ...model.calibration, read: async () => ({ calibration: noCalibration }) };
  const { result } = await auditAgainst(chosen, { ...model, name, path, calibration }, run);
  requireScore(name, result);
  const lineage = result.judged?.lineage;
  if (lineage === undefined)
    throw new CamdriftError('usage-wrong', `How ${name} descends from the baseline is not known.`, {
      remedy: 'Say it with --lineage, for instance --lineage retrained; it then holds for every model given.',
    });
  const against = chosen.baseline.model.digest;
  const settings = settingsDigest(model, result);
  const signals = signalsOf(result, model.methods[0]!);
  return { accepted: { name, digest, lineage, against, settings, signals }, result };
}

/** A mean over some of the fixtures is not the number that other models are compared with. */
function requireScore(name: string, { reasons, score }: ModelResult): void {
  const gap = reasons.find(reason => says(reason, 'fixture-failed', 'method-refused'));
  if (score && !gap) return;
  const remedy = 'Mend that, or leave the model out. Nothing was written.';
  throw new CamdriftError(
    'fixture-unreadable',
    `${name} has no score: ${gap ? sentenceOf(gap) : 'nothing is judged.'}`,
    {
      remedy,
    },
  );
}

async function say(
  options: CalibrateOptions,
  world: World,
  model: ModelConfig,
  calibration: Calibration,
  found: readonly Measured[],
): Promise<void> {
  const rows = found.map(({ accepted: { name, lineage, signals }, result }): AcceptedRow => {
    const { thresholds, divergence } = result.judged!;
    const limits = { ...thresholds, ...(divergence !== undefined && { divergence }) };
    return { name, lineage, signals, limits, score: result.score!.value, beside: besideScore(result) };
  });
  const pools = poolsOf(calibration, model, new Set(found.map(({ accepted }) => accepted.settings)));
  const lines = [
    acceptedTable(rows),
    ...found.flatMap(({ accepted, result }) => violations(accepted.name, result)).map(oneLine),
    ...pools.flatMap(pool => poolLines(pool, model.falseAlarms)),
  ];
  const words = options.json === '-' ? world.terminal.note : world.terminal.out;
  words(printable(lines.join('\n')));
  world.terminal.note(oneLine(`Written to ${model.calibration.path}: commit it.`));
  await writeJson(options.json, { calibration: model.calibration.path, models: rows, pools }, world);
}

/** The stored scores of every lineage by the limits of today; of those made as just now, when anything was. */
function poolsOf({ models }: Calibration, model: ModelConfig, settings: ReadonlySet<string>): PoolRow[] {
  const kinds = [...new Set(models.map(({ lineage }) => lineage))];
  return kinds.map((lineage): PoolRow => {
    const limits = policyFor(model, lineage);
    const own = models.filter(each => each.lineage === lineage);
    const current = own.filter(each => settings.size === 0 || settings.has(each.settings));
    const scores = current.flatMap(({ signals }) => scoreOf(signals, limits) ?? []);
    return { lineage, scores, otherSettings: own.length - scores.length };
  });
}
