import { type Baseline, provenanceOf } from './baselines/baseline.ts';
import { calibrated } from './calibration/calibrated.ts';
import { closerToStored } from './comparison/earlier-stored.ts';
import { fixtureResults } from './comparison/fixture-results.ts';
import { lineageFor } from './comparison/lineage-for.ts';
import { type PinnedDrift, pinnedDrift } from './comparison/pinned.ts';
import type { Config, Fixture, ModelConfig } from './config/config.ts';
import { actionable, unforeseen } from './errors.ts';
import { deadlines } from './explainer/deadlines.ts';
import type { Explainer } from './explainer/explainer.ts';
import { copiesAmong, leftOutReasons } from './judgement/counted-once.ts';
import { unexplained, unreadable } from './judgement/coverage.ts';
import { differences, isSameModel } from './judgement/differences.ts';
import { feedingReasons } from './judgement/feeding.ts';
import { layerReasons } from './judgement/layers.ts';
import { limitsOf } from './judgement/limits.ts';
import { pictureReasons } from './judgement/pictures.ts';
import { policyFor } from './judgement/policy.ts';
import type { Mending } from './judgement/repairs.ts';
import { taskReasons } from './judgement/task.ts';
import { judge, judgeAlone, overall } from './judgement/verdict.ts';
import { metrics } from './metrics/index.ts';
import type { ComparedModel, JudgedModel, LoneModel, ModelResult, UnauditedModel } from './results/model.ts';
import type { Reason } from './results/reason.ts';
import type { LineageResult } from './results/reference.ts';
import type { Results } from './results/results.ts';
import { worst } from './results/verdict.ts';
import { judgeSanity, sanityReasons } from './sanity/judge.ts';
import type { SanityCheck } from './sanity/sanity.ts';
import { tool } from './version.ts';
import { type ChosenBaseline, chooseBaseline } from './versions/choose-baseline.ts';
import { requireSameGrid, requireSameTask } from './versions/comparable.ts';
import type { Flip } from './versions/flips.ts';
import { digestsOf, itemsOf, withFurtherLabels } from './versions/items.ts';
import { explainSide, type Run, type Side } from './versions/sides.ts';
import { withSweep } from './versions/sweep.ts';

/** What an audit found: the result to publish, and the maps behind it for whoever draws them. */
export interface Audit {
  readonly results: Results;
  readonly pictures: readonly AuditedModel[];
}

/** One model's two sides. */
export interface AuditedModel {
  readonly config: ModelConfig;
  readonly result: JudgedModel;
  /** Absent when the model is new, or none was asked for. */
  readonly baseline: Baseline | undefined;
  readonly candidate: Side;
  /** Pictures whose answer an edit changes, with their maps. */
  readonly flips?: readonly Flip[];
}

/** Baseline, candidate, comparison, verdict: for each model of the configuration. A model that fails stops no other. */
export async function audit(
  config: Config,
  engine: Explainer,
  progress: Run['progress'],
  now: () => Date,
): Promise<Audit> {
  const started = now();
  const run: Run = { engine, jobs: config.jobs, batch: config.batch, progress };
  const limit = deadlines(config.runTimeout);
  const models: ModelResult[] = [];
  const pictures: AuditedModel[] = [];
  for (const model of config.models) {
    const audited = await auditModel(model, { ...run, deadline: limit(model.timeout) }).catch(error =>
      notAudited(model, error),
    );
    models.push(audited.result);
    if ('candidate' in audited) pictures.push(audited);
  }
  const results: Results = {
    version: 1,
    tool,
    engine: { name: engine.name, version: engine.version },
    verdict: overall(models),
    models,
    times: { started: started.toISOString(), seconds: (now().getTime() - started.getTime()) / 1000 },
  };
  return { results, pictures };
}

async function auditModel(config: ModelConfig, run: Run): Promise<AuditedModel> {
  await config.obtain?.();
  const chosen = await chooseBaseline(config, run);
  return auditAgainst(chosen, config, run);
}

/**
 * One model against a baseline that is at hand, or against none.
 * @throws CamdriftError when there can be no verdict
 */
export async function auditAgainst(
  chosen: ChosenBaseline | undefined,
  given: ModelConfig,
  run: Run,
): Promise<AuditedModel> {
  const { checks } = given;
  const classOf = ({ name }: Fixture) => chosen?.baseline.seen.get(name)?.classIndex;
  const candidate = await explainSide(
    given,
    {
      title: given.name,
      path: given.path,
      preprocess: given.preprocess,
      prefer: chosen?.baseline.layer.name,
      classOf,
      earlier: chosen?.baseline,
      checks,
    },
    run,
  );
  if (chosen) requireSameGrid(given, chosen.baseline, candidate);
  if (chosen) requireSameTask(given, chosen.baseline, candidate);
  const settled = chosen?.source === 'stored' ? withoutChanges(given) : given;
  const perLabel = candidate.task === 'multi-label';
  const digests = (seen: Baseline['seen'] | undefined) => (perLabel && seen ? digestsOf(seen) : seen);
  const copies = copiesAmong(settled.fixtures, digests(candidate.seen)!, digests(chosen?.baseline.seen));
  const counted = settled.fixtures.map(fixture => ({ ...fixture, copyOf: copies.get(fixture.name) }));
  const fixtures = perLabel ? itemsOf(counted, candidate.seen, given.labels ?? candidate.labels ?? []) : counted;
  const baseline = chosen && perLabel ? { ...chosen.baseline, seen: withFurtherLabels(chosen.baseline.seen, candidate.seen) } : chosen?.baseline; // biome-ignore format: one line
  const config = { ...settled, fixtures };
  const lineage = chosen && lineageFor(config, chosen.baseline, candidate);
  const pinned = await pinnedDrift(config, candidate, baseline, run);
  const stored = chosen && (await closerToStored(config, { ...chosen, baseline: baseline! }, candidate));
  const beside = {
    ...pinned,
    mending: { setting: config.repairs, closer: [pinned.closer, stored].filter(each => each !== undefined) },
    sanity: sanityOf(config, baseline, candidate),
    reasons: [
      ...(candidate.unfinished ? [candidate.unfinished] : []),
      ...(candidate.fallback ? [candidate.fallback] : []),
      ...pinned.reasons,
      ...leftOutReasons(config.leftOut, [...copies.keys()]),
      ...taskReasons(candidate.read),
      ...layerReasons(config, candidate),
      ...feedingReasons(candidate.takes, config.preprocess),
    ],
  };
  if (!chosen) return { config, result: resultAlone(config, candidate, beside), baseline: undefined, candidate };
  const result = await auditResult(config, { ...chosen, baseline: baseline! }, candidate, lineage, beside);
  return {
    config,
    ...(await withSweep(config, result, baseline!, candidate, run)),
    baseline: chosen.baseline,
    candidate,
  };
}

/** Stored maps bring the fixtures that they were made from; what the change does to others makes no difference to them. */
const withoutChanges = (config: ModelConfig): ModelConfig => ({
  ...config,
  fixtures: config.fixtures.map(({ touched: _, ...fixture }) => fixture),
  gone: [],
});

/** What is found beside the comparison with the baseline. */
interface Beside extends PinnedDrift {
  readonly mending: Mending;
  readonly sanity: readonly SanityCheck[];
}

const shownOf = ({ pinned, sanity }: Beside): Pick<JudgedModel, 'pinned' | 'sanity'> => ({
  ...(sanity.length > 0 && { sanity: [...sanity] }),
  ...(pinned && { pinned }),
});

/** A shuffled head is a new one, whatever the lineage: a retrained model's limits are what its maps must exceed. */
function sanityOf(config: ModelConfig, baseline: Baseline | undefined, candidate: Side): SanityCheck[] {
  const { method, thresholds } = policyFor(config, 'retrained');
  const headline = metrics[0]!.name;
  return judgeSanity({
    method,
    layer: candidate.layer.name,
    limit: thresholds[headline] ?? limitsOf('retrained').thresholds[headline]!,
    candidate: candidate.seen,
    baseline: baseline?.seen,
    findings: candidate.findings,
  });
}

async function auditResult(
  config: ModelConfig,
  { baseline, source, notes }: ChosenBaseline,
  candidate: Side,
  lineage: LineageResult | undefined,
  beside: Beside,
): Promise<ComparedModel> {
  const limits = policyFor(config, lineage?.kind);
  const compared = {
    candidate: provenanceOf(candidate),
    baseline: { ...provenanceOf(baseline), source },
    fixtures: fixtureResults(config, baseline, candidate, limits),
  };
  const { calibration, notes: edited = [] } = await config.calibration.read();
  const { policy, notes: pooled } = calibrated(limits, calibration, config, compared);
  return {
    name: config.name,
    path: config.shown(config.path),
    ...judge(
      compared.fixtures,
      policy,
      [
        ...beside.reasons,
        ...notes,
        ...differences(config, baseline, candidate),
        ...pictureReasons(config, candidate.seen),
        ...edited,
        ...pooled,
        ...sanityReasons(beside.sanity),
      ],
      isSameModel(baseline, candidate),
      beside.mending,
    ),
    ...shownOf(beside),
    ...compared,
    judged: policy,
    ...(lineage && { lineage }),
  };
}

/** A model that is compared with none: its maps are shown, and its regions judged. */
function resultAlone(config: ModelConfig, candidate: Side, beside: Beside): LoneModel {
  const policy = policyFor(config, undefined);
  const fixtures = fixtureResults(config, undefined, candidate, policy);
  const notes: Reason[] = config.reference.kind === 'none' ? [] : [{ level: 'pass', code: 'model-new' }];
  const assumed = config.notes.map((note): Reason => ({ level: 'warn', code: 'preprocess-assumed', note }));
  const alone = judgeAlone(fixtures, policy);
  const found = [
    ...beside.reasons,
    ...notes,
    ...unreadable(fixtures),
    ...unexplained(candidate.seen, policy.method),
    ...assumed,
    ...pictureReasons(config, candidate.seen),
    ...sanityReasons(beside.sanity),
  ];
  const reasons = [...alone.reasons, ...found];
  return {
    ...alone,
    name: config.name,
    path: config.shown(config.path),
    verdict: worst(reasons.map(({ level }) => level)),
    reasons,
    ...shownOf(beside),
    candidate: provenanceOf(candidate),
    judged: policy,
    fixtures,
  };
}

/** A model without a verdict: the error takes its place, and the run cannot pass. A bug of ours costs no other model its verdict. */
function notAudited(config: ModelConfig, error: unknown): { result: UnauditedModel } {
  const { code, message, remedy, exitCode } = actionable(error) ?? unforeseen(error);
  const reasons = [{ level: 'incomplete' as const, code, message }];
  return {
    result: {
      name: config.name,
      path: config.shown(config.path),
      verdict: 'incomplete',
      reasons,
      error: { code, message, remedy, exitCode },
      fixtures: [],
    },
  };
}
