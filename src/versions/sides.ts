import type { Baseline, Seen } from '../baselines/baseline.ts';
import type { Fixture, ModelConfig } from '../config/config.ts';
import type { Deadline, Explainer } from '../explainer/explainer.ts';
import type { Preprocess } from '../images/preprocess.ts';
import { type Explanation, type Failure, isFailure } from '../maps/explain.ts';
import type { Progress } from '../maps/maps.ts';
import { modelDigest } from '../models/index.ts';
import type { Takes, Task, TaskKind } from '../models/model.ts';
import { probeDigest } from '../probes/digest.ts';
import type { ProblemReason } from '../results/reason.ts';
import type { CheckLevel, Findings } from '../sanity/sanity.ts';
import { ReadMap } from '../spill/read-map.ts';
import type { Sequence } from '../spill/spilled.ts';
import { tool } from '../version.ts';
import { fixtureTasks, type OtherSide } from './fixture-tasks.ts';
import { itemName } from './items.ts';
import { type RanBy, ranBy } from './ran-by.ts';
import { useOf } from './use.ts';

/** The maps of one model version over the fixtures, and which of them could not be read. */
export interface Side extends Baseline, Pick<RanBy, 'fallback'> {
  readonly failures: ReadonlyMap<string, string>;
  /** Why this layer. */
  readonly layerReason: string;
  /** Layers that the scores read past it. */
  readonly layersBeside: readonly string[];
  /** How much finer its grid is than that of the layer that `auto` takes. */
  readonly layerFiner: number;
  /** What the model's answers are read as, and why. */
  readonly read: Task;
  /** What numbers it is made for, where its file shows it. */
  readonly takes?: Takes | undefined;
  /** When checks were asked for. */
  readonly findings?: Findings;
  /** Why it is not whole, when time ran out or something broke down. */
  readonly unfinished?: ProblemReason;
}

export interface SideRequest extends OtherSide {
  /** What the progress says is being explained. */
  readonly title: string;
  readonly path: string;
  /** Where the model comes from, for reports, when that is not where it lies. */
  readonly origin?: string | undefined;
  readonly preprocess: Preprocess;
  /** The layer to take instead of `auto`, if the model has it. */
  readonly prefer?: string | undefined;
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
  { title, path, origin, preprocess, prefer, checks, ...other }: SideRequest,
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
    digest: true,
    checks,
  };
  const made = await run.engine.maps(request, fixtureTasks(config, other), run.progress(title), run.deadline);
  const digest = made.digest ?? (await modelDigest(path, config.load.within));
  const { kind } = made.task;
  return {
    model: { path: origin ?? config.shown(path), format: made.format, digest },
    layer: { name: made.layer.name, width: made.layer.width, height: made.layer.height },
    layerReason: made.layer.reason,
    layersBeside: made.layer.beside ?? [],
    layerFiner: made.layer.finer ?? 1,
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
    ...byName(fixtures, made.outcomes, kind),
  };
}

/** Where a name's explanation lies: in which fixture's outcome, and which of its labels. */
type Slot = readonly [fixture: number, label: number];

/** What was seen stays where it is until somebody asks for it: of a multi-label model an item for each label that was explained. */
function byName(
  fixtures: readonly Fixture[],
  outcomes: Sequence<Explanation | Failure>,
  kind: TaskKind,
): Pick<Side, 'seen' | 'failures'> {
  const slots = new Map<string, Slot>();
  const failures = new Map<string, string>();
  for (const [at, { name }] of fixtures.entries()) {
    const outcome = outcomes.at(at)!;
    if (isFailure(outcome)) failures.set(name, outcome.failed);
    else if (kind !== 'multi-label') slots.set(name, [at, 0]);
    else
      for (const [label, { classIndex }] of labelled(outcome).entries())
        slots.set(itemName(name, classIndex), [at, label]);
  }
  const read = ([at, label]: Slot): Seen => labelled(outcomes.at(at) as Explanation)[label]!;
  return { seen: new ReadMap(slots, read), failures };
}

const labelled = ({ others = [], ...first }: Explanation): readonly Explanation[] => [first, ...others];
