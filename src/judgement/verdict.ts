import type { FixtureResult } from '../results/fixture.ts';
import type { MeanInterval } from '../results/interval.ts';
import type {
  Drift,
  DriftScore,
  ModelResult,
  Predictions,
  ProbeSummary,
  RegionSummary,
  Slice,
} from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason } from '../results/reason.ts';
import type { Repair } from '../results/repair.ts';
import { type Verdict, worst } from '../results/verdict.ts';
import { judgeAccuracy, lostClasses } from './accuracy.ts';
import { emptyMaps, unjudged } from './coverage.ts';
import { judgeDrift, summariseDrift } from './drift.ts';
import { changedSet, evidenceOf } from './fixture-set.ts';
import { intervalsOf } from './intervals.ts';
import { judgeLabels } from './per-label.ts';
import { predictionReasons, summarisePredictions } from './predictions.ts';
import { summariseProbes } from './probe-summaries.ts';
import { editSignals, judgeProbes, pulls, silentProbes } from './probes.ts';
import { judgeRegions, leftTheObject, mutedRegions, summariseRegions } from './regions.ts';
import { type Mending, withRepair } from './repairs.ts';
import { slicesOf } from './slices.ts';

/** What is judged of a model by itself. */
export interface LoneJudgement {
  readonly reasons: readonly Reason[];
  readonly probes?: readonly ProbeSummary[];
  readonly regions?: readonly RegionSummary[];
  readonly intervals?: readonly MeanInterval[];
}

interface Judgement extends LoneJudgement {
  readonly verdict: Verdict;
  readonly drift: Drift;
  readonly predictions: Predictions;
  readonly score?: DriftScore;
  readonly slices?: readonly Slice[];
  readonly repair?: Repair;
}

/**
 * Judges one model from what its fixtures show. Means over the fixtures are judged, never the worst image: single images
 * move even between honest retrains.
 *
 * Three questions are asked apart, and each can fail the model: did attention and answers drift from the baseline
 * (`judgeDrift`, statistics), does attention follow an edit that should not matter (`judgeProbes`), does heat lie where the
 * team says it must (`judgeRegions`). The reason that fired is named first, rules before statistics, because
 * they say what to look for.
 *
 * All of it rests on the fixtures that both sides have (`evidenceOf`), and says so where these are too few.
 * @param notes things that the run itself has to say, in order
 * @param same whether both sides are one model, used in one way
 * @param mending without it nothing counts as a repair
 */
export function judge(
  all: readonly FixtureResult[],
  policy: Policy,
  notes: readonly Reason[],
  same = false,
  mending?: Mending,
): Judgement {
  const fixtures = evidenceOf(all);
  const drift = summariseDrift(fixtures);
  const predictions = summarisePredictions(fixtures);
  const probes = summariseProbes(fixtures, policy);
  const regions = summariseRegions(fixtures, policy.regions);
  const slices = slicesOf(fixtures, policy.method);
  const intervals = intervalsOf(fixtures, policy);
  const { divergence, change } = predictions;
  const edits = editSignals(probes, policy);
  const { score, reasons: drifted } = judgeDrift(drift, divergence?.mean, policy, change, intervals, edits);
  const seen = { fixtures, regions, policy, predictions, intervals, edits, notes };
  const { repair, reasons: moved } = withRepair(drifted, seen, mending);
  const answers = judgeAccuracy(fixtures, policy);
  const reasons = failuresFirst([
    ...judgeProbes(probes, intervals, policy),
    ...judgeRegions(fixtures, regions, policy.regions),
    ...answers,
    ...pulls(probes, lostClasses(answers), policy),
    ...moved,
    ...judgeLabels(fixtures, policy),
    ...unjudged(fixtures, policy),
    ...silentProbes(probes, fixtures, policy, true),
    ...leftTheObject(fixtures, predictions, policy.regions),
    ...mutedRegions(fixtures, policy.regions),
    ...predictionReasons(predictions, fixtures, policy),
    ...changedSet(all, same),
    ...emptyMaps(fixtures, policy.method),
    ...notes,
  ]);
  return {
    verdict: worst(reasons.map(reason => reason.level)),
    reasons,
    drift,
    predictions,
    ...(score && { score }),
    ...(probes.length > 0 && { probes }),
    ...(regions.length > 0 && { regions }),
    ...(slices.length > 0 && { slices }),
    ...(repair && { repair }),
    ...(intervals.length > 0 && { intervals }),
  };
}

/** Judges what needs no earlier version: the rules of regions. Says why drift is not judged, where the team wants it so. */
export function judgeAlone(all: readonly FixtureResult[], policy: Policy): LoneJudgement {
  const fixtures = evidenceOf(all);
  const regions = summariseRegions(fixtures, policy.regions);
  const probes = summariseProbes(fixtures, policy);
  return {
    reasons: [
      ...judgeRegions(fixtures, regions, policy.regions),
      ...mutedRegions(fixtures, policy.regions),
      ...silentProbes(probes, fixtures, policy, false),
      ...(policy.baseline === 'none' ? [withoutBaseline(policy)] : []),
    ],
    ...(probes.length > 0 && { probes }),
    ...(regions.length > 0 && { regions }),
  };
}

/** Who asks for no comparison has the rules of regions judged instead; without any nothing is, which is no pass. */
function withoutBaseline({ regions = {} }: Policy): Reason {
  const ruled = Object.values(regions).some(rules => rules.length > 0);
  return { level: ruled ? 'pass' : 'incomplete', code: 'baseline-none', ruled };
}

const failuresFirst = (reasons: readonly Reason[]): Reason[] =>
  reasons.toSorted((a, b) => Number(b.level === 'fail') - Number(a.level === 'fail'));

/** The verdict over all models. */
export const overall = (models: readonly Pick<ModelResult, 'verdict'>[]): Verdict =>
  worst(models.map(model => model.verdict));
