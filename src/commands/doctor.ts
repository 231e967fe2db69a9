import type { Fixture, ModelConfig } from '../config/config.ts';
import { type TriedWay, waysToTry } from '../config/tried.ts';
import { CamdriftError, exitCodes } from '../errors.ts';
import { deadlines } from '../explainer/deadlines.ts';
import type { Deadline, Explainer } from '../explainer/explainer.ts';
import { rankWays, type Tried } from '../judgement/ways.ts';
import { type Explanation, isFailure } from '../maps/explain.ts';
import type { ModelFacts } from '../maps/maps.ts';
import { isPresent } from '../models/model.ts';
import { printable } from '../reports/printable.ts';
import { waysReport, waysVerdict } from '../reports/ways.ts';
import { configOf } from './configuration.ts';
import type { AuditOptions } from './options.ts';
import { startedEngine, type World, writeJson } from './world.ts';

/** `camdrift doctor`: feeds models in the usual ways and tells which gives the most right answers. */
export async function doctorCommand(options: AuditOptions, world: World): Promise<number> {
  const config = await configOf(options, world);
  const limit = deadlines(config.runTimeout);
  await using engine = await startedEngine(config.engine, world);
  const models = [];
  for (const model of config.models) {
    await model.obtain?.();
    const run = { engine, jobs: config.jobs, batch: config.batch, deadline: limit(model.timeout) };
    const found = await triedAll(model, run, world);
    models.push({ name: model.name, ...found });
    if (options.json !== '-') world.terminal.out(`${printable(waysReport(model.name, found))}\n`);
  }
  await writeJson(options.json, { models: models.map(json) }, world);
  return exitCodes.pass;
}

type Found = Parameters<typeof waysReport>[1];

const json = ({ name, ranked, of, tells, unfit }: Found & { readonly name: string }) => ({
  name,
  verdict: waysVerdict({ ranked, of, tells }),
  of,
  tells,
  ways: ranked.map(({ way: { written, preprocess, fit, pixels }, right, loss, asGood }) => ({
    written,
    right,
    loss,
    asGood,
    preprocess,
    fit,
    pixels,
  })),
  unfit,
});

interface DoctorRun {
  readonly engine: Explainer;
  readonly jobs: number | undefined;
  readonly batch: number | undefined;
  readonly deadline: Deadline;
}

async function triedAll(model: ModelConfig, run: DoctorRun, world: World): Promise<Found> {
  const known = model.fixtures.filter(
    ({ label, labels, path }) => (label !== undefined || labels !== undefined) && !path.endsWith('.npy'),
  );
  if (known.length === 0) throw noTruth(model.name);
  const tried: { way: TriedWay; found: Tried }[] = [];
  const unfit: { written: string; why: string }[] = [];
  const ways = waysToTry(model);
  const note = world.terminal.progress(model.name);
  for (const [at, way] of ways.entries()) {
    try {
      tried.push({ way, found: await triedOne(model, known, way, run) });
    } catch (error) {
      if (!(error instanceof CamdriftError) || error.code !== 'config-invalid') throw error;
      unfit.push({ written: way.written, why: error.message });
    }
    note(at + 1, ways.length);
  }
  return { ...rankWays(tried, commonest(known)), of: known.length, unfit };
}

/** Share of the commonest class. */
function commonest(fixtures: readonly Fixture[]): number {
  const counts = new Map<string, number>();
  for (const { label, labels } of fixtures) {
    const key = labels ? [...labels].sort().join('\n') : label!;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.max(...counts.values()) / fixtures.length;
}

async function triedOne(
  model: ModelConfig,
  fixtures: readonly Fixture[],
  way: TriedWay,
  run: DoctorRun,
): Promise<Tried> {
  const { path, load, layer } = model;
  const { preprocess, fit, pixels } = way;
  const request = {
    path,
    load,
    layer,
    methods: ['grad-cam'],
    score: 'logit' as const,
    preprocess,
    fit,
    pixels,
    jobs: run.jobs,
    batch: run.batch,
  };
  const tasks = (facts: ModelFacts) => {
    if (facts.task.kind === 'regression') throw noRightAnswers(model.name);
    return fixtures.map(fixture => ({ path: fixture.path, class: 'predicted' as const }));
  };
  const made = await run.engine.maps(request, tasks, undefined, run.deadline);
  if (made.unfinished) throw new CamdriftError(made.unfinished.code, made.unfinished.message);
  const names = model.labels ?? made.labels ?? [];
  const found = Array.from(made.outcomes, (outcome, at) => {
    if (isFailure(outcome)) throw new CamdriftError('fixture-unreadable', outcome.failed);
    return judged(
      outcome,
      indicesOf(fixtures[at]!, names, made.task.kind === 'multi-label'),
      made.task.kind === 'multi-label',
    );
  });
  return { right: found.map(({ right }) => right), probabilities: found.map(({ probability }) => probability) };
}

function judged({ predicted, probabilities }: Explanation, truth: readonly number[], isLabels: boolean) {
  if (!isLabels) return { right: predicted === truth[0], probability: probabilities[truth[0]!]! };
  const each = Array.from(probabilities, (p, index) => (truth.includes(index) ? p : 1 - p));
  return { right: each.every(isPresent), probability: each.reduce((product, p) => product * p, 1) };
}

function indicesOf({ name, label, labels }: Fixture, names: readonly string[], isLabels: boolean): readonly number[] {
  const asked = isLabels ? (labels ?? [label!]) : [label ?? labels![0]!];
  return asked.map(each => {
    const index = names.indexOf(each);
    if (index >= 0) return index;
    throw new CamdriftError(
      'labels-mismatch',
      `The true class of ${name} is \`${each}\`, which is not among the labels.`,
      { remedy: 'Give `labels` with the names that the data set uses.' },
    );
  });
}

const noTruth = (name: string): CamdriftError =>
  new CamdriftError(
    'config-invalid',
    `Of no picture of model ${name} is the true class known, so no way to feed it can be told from another.`,
    {
      remedy:
        'Say `truth: folder` (or --truth folder) where the folder of a picture is its class, or name a COCO file.',
    },
  );

const noRightAnswers = (name: string): CamdriftError =>
  new CamdriftError('config-invalid', `Model ${name} is a regression, which has no right answers to be counted.`, {
    remedy: 'Take the preprocessing from its training code.',
  });
