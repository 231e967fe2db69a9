import type { Baseline, Seen } from '../baselines/baseline.ts';
import { readBaseline } from '../baselines/directory.ts';
import type { Fixture, ModelConfig } from '../config/config.ts';
import type { Heatmap } from '../core/heatmap.ts';
import { CamdriftError } from '../errors.ts';
import type { Deadline, Explainer } from '../explainer/explainer.ts';
import type { Preprocess } from '../images/preprocess.ts';
import { type Explanation, type Failure, type FixtureTask, isFailure } from '../maps/explain.ts';
import type { ModelFacts, Progress } from '../maps/maps.ts';
import type { Refusal } from '../methods/method.ts';
import { modelDigest } from '../models/index.ts';
import type { Takes, Task, TaskKind } from '../models/model.ts';
import { probeDigest } from '../probes/digest.ts';
import type { ProblemReason, Reason } from '../results/reason.ts';
import type { CheckLevel, Findings } from '../sanity/sanity.ts';
import { tool } from '../version.ts';
import { fixtureOf, itemName } from './items.ts';
import { type RanBy, ranBy } from './ran-by.ts';
import { otherProbes, staleness } from './staleness.ts';
import { useOf } from './use.ts';

/** The maps of one model version over the fixtures, and which of them could not be read. */
export interface Side extends Baseline, Pick<RanBy, 'fallback'> {
  readonly failures: ReadonlyMap<string, string>;
  /** Why this layer. */
  readonly layerReason: string;
  /** Layers that the scores read past it. */
  readonly layersBeside: readonly string[];
  /** What the model's answers are read as, and why. */
  readonly read: Task;
  /** What numbers it is made for, where its file shows it. */
  readonly takes?: Takes | undefined;
  /** When checks were asked for. */
  readonly findings?: Findings;
  /** Why it is not whole, when time ran out or something broke down. */
  readonly unfinished?: ProblemReason;
}

export interface SideRequest {
  /** What the progress says is being explained. */
  readonly title: string;
  readonly path: string;
  /** Where the model comes from, for reports, when that is not where it lies. */
  readonly origin?: string | undefined;
  readonly preprocess: Preprocess;
  /** The layer to take instead of `auto`, if the model has it. */
  readonly prefer?: string | undefined;
  /** The class to explain when the fixture has no label: the one that the other side explains. */
  readonly classOf?: (fixture: Fixture) => number | undefined;
  /** The other side: what its maps show of the regions is seen under the same shapes, whenever it was made. */
  readonly earlier?: Baseline | undefined;
  /** How far the explanation itself is checked; without it not at all. */
  readonly checks?: CheckLevel;
}

export interface Run {
  readonly engine: Explainer;
  readonly jobs: number | undefined;
  readonly batch: number | undefined;
  readonly progress: (label: string) => Progress;
  /** When the model that is being audited must be done. */
  readonly deadline?: Deadline;
}

/** Explains every fixture of a configuration with one model file. */
export async function explainSide(
  config: ModelConfig,
  { title, path, origin, preprocess, prefer, classOf, earlier, checks }: SideRequest,
  run: Run,
): Promise<Side> {
  const { load, layer, methods, score, fit, pixels, fixtures, probes } = config;
  const request = {
    path,
    load,
    layer,
    prefer,
    methods,
    score,
    preprocess,
    fit,
    pixels,
    probes,
    batch: run.batch,
    jobs: run.jobs,
    checks,
  };
  const tasks = (facts: ModelFacts) => {
    const names = classNames(config, facts);
    const other = (fixture: Fixture) => {
      const index = classOf?.(fixture);
      return index !== undefined && index < facts.classes ? index : undefined;
    };
    return fixtures.map(fixture => ({
      path: fixture.path,
      regions: fixture.regions,
      ...(facts.task.kind === 'multi-label'
        ? { class: 'predicted' as const, labels: labelsOf(fixture, names, earlier, config, facts) }
        : {
            class: facts.task.kind === 'regression' ? 0 : (other(fixture) ?? classIndex(fixture, names)),
            earlier: earlier && earlierMap(fixture, earlier, config, facts),
          }),
    }));
  };
  const made = await run.engine.maps(request, tasks, run.progress(title), run.deadline);
  const digest = await modelDigest(path, config.load.within);
  const { kind } = made.task;
  const named = fixtures.flatMap((fixture, index) => namedOutcomes(fixture, made.outcomes[index]!, kind));
  return {
    model: { path: origin ?? config.shown(path), format: made.format, digest },
    layer: { name: made.layer.name, width: made.layer.width, height: made.layer.height },
    layerReason: made.layer.reason,
    layersBeside: made.layer.beside ?? [],
    ...(made.findings && { findings: made.findings }),
    ...(made.unfinished && { unfinished: { level: 'incomplete', ...made.unfinished } }),
    methods: [...methods],
    score,
    preprocess: { ...preprocess, mean: [...preprocess.mean], std: [...preprocess.std] },
    fit,
    pixels,
    input: made.input,
    classes: made.classes,
    ...(kind !== 'single-label' && { task: kind }),
    ...(await useOf(load)),
    read: made.task,
    takes: made.takes,
    weights: made.sketch,
    ...(made.labels && { labels: made.labels }),
    ...ranBy(run.engine, made),
    tool,
    ...(probes.length > 0 && {
      probes: probes.map(probe => ({ name: probe.name, digest: probeDigest(probe) })),
    }),
    seen: new Map(named.flatMap(([name, outcome]) => (isFailure(outcome) ? [] : [[name, outcome satisfies Seen]]))),
    failures: new Map(named.flatMap(([name, outcome]) => (isFailure(outcome) ? [[name, outcome.failed]] : []))),
  };
}

/** One outcome of a fixture, or one for each label that was explained. */
function namedOutcomes(
  { name }: Fixture,
  outcome: Explanation | Failure,
  kind: TaskKind,
): [string, Explanation | Failure][] {
  if (kind !== 'multi-label' || isFailure(outcome)) return [[name, outcome]];
  const { others = [], ...first } = outcome;
  return [first, ...others].map(each => [itemName(name, each.classIndex), each]);
}

/** Labels that are explained whatever the model answers: the true ones, and those that the other side explained. */
function labelsOf(
  fixture: Fixture,
  names: readonly string[],
  earlier: Baseline | undefined,
  config: ModelConfig,
  facts: ModelFacts,
): NonNullable<FixtureTask['labels']> {
  const { label, labels = label === undefined ? [] : [label] } = fixture;
  const asked = new Set(labels.map(each => classIndex({ ...fixture, label: each }, names)));
  for (const [name, { classIndex: index }] of earlier?.seen ?? [])
    if (fixtureOf(name) === fixture.name && index < facts.classes) asked.add(index);
  return [...asked].flatMap(index =>
    index === 'predicted'
      ? []
      : [
          {
            index,
            earlier: earlier && earlierMap({ ...fixture, name: itemName(fixture.name, index) }, earlier, config, facts),
          },
        ],
  );
}

/** The other side's judged map, where both sides show the same part of the picture. */
function earlierMap(
  { name }: Fixture,
  earlier: Baseline,
  { fit, pixels, methods }: ModelConfig,
  { input }: ModelFacts,
): Heatmap | Refusal | undefined {
  const cut = pixels.resizeTo !== undefined || pixels.crop !== undefined;
  const isSquashed = fit === 'fill' && !cut;
  const alike = isSquashed || earlier.input.width * input.height === earlier.input.height * input.width;
  const isFramed = earlier.fit === fit && earlier.pixels?.resizeTo === pixels.resizeTo && earlier.pixels?.crop === pixels.crop; // biome-ignore format: one condition
  return isFramed && alike ? earlier.seen.get(name)?.maps[methods[0]!] : undefined;
}

/** The labels, after checking that there is one per class; without any, those that the model carries. */
function classNames({ labels, name }: ModelConfig, { classes, task, labels: carried }: ModelFacts): readonly string[] {
  if (task.kind === 'regression') return [];
  if (labels === undefined || labels.length === classes) return labels ?? carried ?? [];
  const message = `Model ${name} has ${classes} classes and ${labels.length} labels.`;
  if (classes < 2 * labels.length) throw new CamdriftError('labels-mismatch', message);
  throw new CamdriftError('labels-mismatch', message, { remedy: farMore });
}

const farMore =
  'Give one label per class. So many more numbers than labels may be features, an embedding or boxes: then the output is not the class scores; name that with `output`.';

function classIndex({ name, label }: Fixture, names: readonly string[]): number | 'predicted' {
  if (label === undefined) return 'predicted';
  const index = names.indexOf(label);
  if (index >= 0) return index;
  throw new CamdriftError(
    'labels-mismatch',
    `The true class of ${name} is \`${label}\`, which is not among the labels${names.length > 0 ? ` (${names.slice(0, 8).join(', ')}${names.length > 8 ? ', ...' : ''})` : ': none are given, and the model carries none'}.`,
    {
      remedy: 'Give `labels` with the names that the data set uses, or leave `truth` out.',
    },
  );
}

export interface ChosenBaseline {
  readonly baseline: Baseline;
  readonly source: 'stored' | 'recomputed';
  readonly notes: readonly Reason[];
}

/**
 * The side to compare with: stored maps, or a baseline model explained now. When both are named, the stored maps are
 * taken only if that very model made them in the same way.
 * @throws CamdriftError `baseline-unavailable`
 */
export async function chooseBaseline(config: ModelConfig, run: Run): Promise<ChosenBaseline> {
  const { baseline: folder, baselineModel } = config;
  if (typeof baselineModel !== 'object') {
    const stored = await readBaseline(folder!);
    const stale = await staleness(stored, config);
    if (stale)
      throw new CamdriftError(
        'baseline-unavailable',
        `The baseline in ${config.shown(folder!)} does not fit: ${stale}.`,
      );
    return { baseline: stored, source: 'stored', notes: [] };
  }
  const stored = folder === undefined ? undefined : await readBaseline(folder).catch(tolerateMissing);
  const stale =
    stored &&
    (stored.model.digest === (await baselineModel.digest())
      ? ((await staleness(stored, config)) ?? otherProbes(stored, config))
      : 'another model made it');
  if (stored && !stale) return { baseline: stored, source: 'stored', notes: [] };
  const recomputed = await explainSide(
    { ...config, ...config.baselineUse },
    {
      title: `baseline of ${config.name}`,
      path: await baselineModel.path(),
      origin: baselineModel.origin,
      preprocess: config.baselinePreprocess,
    },
    run,
  );
  const { unfinished } = recomputed;
  if (unfinished) {
    const code = unfinished.code === 'shards-incomplete' ? unfinished.code : 'baseline-unavailable';
    throw new CamdriftError(code, `The baseline model was not explained: ${unfinished.message}`);
  }
  const { fallback } = recomputed;
  const notes: Reason[] = [
    ...(stale ? [{ level: 'pass', code: 'baseline-stale', why: stale } as const] : []),
    ...(fallback ? [{ ...fallback, side: 'baseline' } as const] : []),
  ];
  return { baseline: recomputed, source: 'recomputed', notes };
}

function tolerateMissing(error: unknown): undefined {
  if (!(error instanceof CamdriftError) || error.code !== 'baseline-unavailable') throw error;
}
