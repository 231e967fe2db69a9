import { resolve } from 'node:path';
import { type Calibration, noCalibration, scoreOf, withAccepted } from '../calibration/calibration.ts';
import { writeCalibration } from '../calibration/file.ts';
import type { ModelConfig } from '../config/config.ts';
import { CamdriftError, exitCodes } from '../errors.ts';
import { deadlines } from '../explainer/deadlines.ts';
import type { Deadline } from '../explainer/explainer.ts';
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
import { type ChosenBaseline, chooseBaseline } from '../versions/choose-baseline.ts';
import type { Run } from '../versions/sides.ts';
import { type AcceptedModel, acceptedModels } from './_accepted-models.ts';
import { earlierVersions, wordsOf } from './_earlier-versions.ts';
import { type Measured, measured } from './_measured.ts';
import { configOf } from './configuration.ts';
import type { AuditOptions } from './options.ts';
import { startedEngine, type World, writeJson } from './world.ts';

export interface CalibrateOptions extends AuditOptions {
  readonly models?: readonly string[];
  readonly history?: number;
  readonly branch?: string;
  readonly only?: string;
  readonly fresh?: boolean;
}

/**
 * `camdrift calibrate`: how far models that the team accepts drift from the baseline, stored beside it. Nothing is written
 * before all of them are audited. A model that is named must be measured; an earlier version that cannot be is told.
 */
export async function calibrateCommand(options: CalibrateOptions, world: World): Promise<number> {
  const config = await configOf(options, world);
  const model = chosenModel(config.models, options.only);
  if (options.models === undefined && options.history === undefined) throw nothingAsked();
  const named = await acceptedModels(options.models ?? [], world.cwd);
  const stored = options.fresh ? noCalibration : (await model.calibration.read()).calibration;
  await using engine = await startedEngine(config.engine, world);
  const limit = deadlines(config.runTimeout);
  const run: Run = { engine, jobs: config.jobs, batch: config.batch, progress: world.terminal.progress };
  const chosen = await chooseBaseline(model, { ...run, deadline: limit(model.timeout) });
  if (!chosen) throw nothingToCompare(model.name);
  const earlier = await merged(options, model, world, limit(model.timeout));
  const [others, same] = apart(named.models, chosen);
  const digests = new Set([...named.models.map(({ digest }) => digest), chosen.baseline.model.digest]);
  const fromHistory = earlier.models.filter(({ digest }) => !digests.has(digest));
  for (const line of [...named.left, ...same, ...earlier.left]) world.terminal.note(oneLine(line));
  const measure = (each: AcceptedModel) => measured(each, model, chosen, { ...run, deadline: limit(model.timeout) });
  const found: Measured[] = [];
  for (const each of others) found.push(await measure(each));
  for (const each of fromHistory) {
    const version = await measure(each).catch(error =>
      world.terminal.note(oneLine(`${each.name} is left out: ${wordsOf(error)}`)),
    );
    if (version) found.push(version);
  }
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

const nothingAsked = (): CamdriftError =>
  new CamdriftError('usage-wrong', 'No accepted model is named.', {
    remedy: 'Name them with --models, or take earlier versions of this one with --history 20.',
  });

/** Earlier versions on the default branch, where they are asked for. */
async function merged(options: CalibrateOptions, model: ModelConfig, { cwd }: World, deadline: Deadline) {
  const { history, branch } = options;
  if (history === undefined) return { models: [], left: [] };
  const config = options.model === undefined ? resolve(cwd, options.config ?? 'camdrift.yml') : undefined;
  return earlierVersions(model, { history, branch, config, deadline });
}

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
