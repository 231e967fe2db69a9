import { unreadable } from '../judgement/coverage.ts';
import { isSameModel } from '../judgement/differences.ts';
import { fateOf } from '../judgement/fate.ts';
import { judge, judgeAlone, type LoneJudgement, overall } from '../judgement/verdict.ts';
import { type FixtureResult, isCompared } from '../results/fixture.ts';
import type { ModelResult, ProbeSummary } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason } from '../results/reason.ts';
import { type ReasonCode, says } from '../results/reason.ts';
import type { Results } from '../results/results.ts';
import { type Level, type Verdict, worst } from '../results/verdict.ts';

/**
 * How the base branch judges a model, told by its name; `undefined` when it has none of that name. The lineage is the run's
 * own claim, as the numbers are: whoever would forge one can forge the other.
 */
export type PolicyOf = (claimed: ModelResult) => Policy | undefined;

/**
 * Results with every verdict, reason, summary and status that follows from the fixtures' numbers worked out anew.
 * Where the base branch has a policy, it takes the place of the one that the results say they were judged by. What the run
 * noted beside the numbers is kept, and a claimed verdict that is worse than all that. So is the lineage: nobody here has
 * the weights that it was told from.
 */
export function rejudge(results: Results, policyOf: PolicyOf): Results {
  const models = results.models.map(model => rejudgeModel(model, policyOf(model)));
  return { ...results, models, verdict: worst([overall(models), unaccepted(results.verdict)]) };
}

function rejudgeModel(model: ModelResult, ofBase: Policy | undefined): ModelResult {
  if (!model.judged)
    return { ...model, ...byReasons(andWorse(model.reasons, worst([unaccepted(model.verdict), 'incomplete']))) };
  const policy = ofBase ?? model.judged;
  const fixtures = model.fixtures.map(fixture => restated(fixture, policy));
  const notes = model.reasons.filter(reason => !says(reason, ...ownCodes));
  const { name, path, candidate, sanity, pinned, baseline, lineage, flips } = model;
  const kept = {
    name,
    path,
    candidate,
    judged: policy,
    fixtures,
    ...(sanity && { sanity }),
    ...(pinned && { pinned }),
  };
  const found = (judgement: LoneJudgement) => ({
    ...(judgement.probes && { probes: withPictures(judgement.probes, model.probes) }),
    ...(judgement.regions && { regions: judgement.regions }),
    ...(judgement.intervals && { intervals: judgement.intervals }),
    ...byReasons(andWorse(judgement.reasons, unaccepted(model.verdict))),
  });
  if (isAlone(model, ofBase)) return { ...kept, ...found(alone(fixtures, policy, notes)) };
  const judgement = judge(fixtures, policy, [...notes, ...missingProbes(fixtures, policy)], isSame(model));
  if (!baseline) return { ...kept, ...found(judgement) };
  return { ...kept, baseline, ...(lineage && { lineage }), ...(flips && { flips }), ...judgement, ...found(judgement) };
}

/** Whoever says that nothing was changed has numbers that say so too. */
const isSame = ({ baseline, candidate, fixtures }: ModelResult): boolean =>
  baseline !== undefined &&
  candidate !== undefined &&
  isSameModel(baseline, candidate) &&
  fixtures.every(({ maps = {} }) =>
    Object.values(maps).every(map => !('drift' in map) || Object.values(map.drift).every(drift => drift < 1e-9)),
  );

/** What was drawn stays with what it shows. */
function withPictures(found: readonly ProbeSummary[], claimed: readonly ProbeSummary[] = []): ProbeSummary[] {
  return found.map(summary => {
    const { picture, narrow } = claimed.find(({ name }) => name === summary.name) ?? {};
    return { ...summary, ...(picture !== undefined && { picture }), ...(narrow !== undefined && { narrow }) };
  });
}

function alone(fixtures: readonly FixtureResult[], policy: Policy, notes: readonly Reason[]) {
  const judgement = judgeAlone(fixtures, policy);
  return { ...judgement, reasons: [...judgement.reasons, ...notes, ...unreadable(fixtures)] };
}

/** What `judge` says by itself. Claims of it are dropped, and made again if the numbers bear them out. */
const ownCodes: readonly ReasonCode[] = [
  'attention-regression',
  'drift-doubtful',
  'cannot-tell',
  'class-doubtful',
  'accuracy-regression',
  'class-regression',
  'tag-regression',
  'prediction-regression',
  'answer-regression',
  'label-regression',
  'answer-limit-none',
  'calibration-small',
  'method-refused',
  'method-missing',
  'heat-missing',
  'limits-none',
  'answers-unmeasured',
  'fixture-failed',
  'prediction-drift',
  'fixtures-new',
  'fixtures-lost',
  'fixtures-touched',
  'fixtures-missing',
  'nothing-compared',
  'attention-lost',
  'maps-empty',
  'probe-regression',
  'probe-doubtful',
  'probe-pull',
  'probe-no-baseline',
  'probe-unseen',
  'probe-too-strong',
  'region-rule',
  'region-broken-before',
  'region-unseen',
  'region-heatless',
  'region-invisible',
  'attention-left',
  'baseline-none',
  'repair',
  'repair-unproven',
];

function restated(fixture: FixtureResult, policy: Policy): FixtureResult {
  if (!isCompared(fixture)) return fixture;
  const { reason: _, ...rest } = fixture;
  const { baseline, candidate } = rest;
  const flipped =
    candidate.present === undefined
      ? baseline.predicted.index !== candidate.predicted.index
      : baseline.present !== candidate.present;
  return { ...rest, ...fateOf(rest.maps, policy, rest.touched), flipped };
}

/** Nothing to compare with, which nobody can claim of a model that the base branch judges, unless it asks for none itself. */
function isAlone({ baseline, fixtures, reasons, judged }: ModelResult, ofBase: Policy | undefined): boolean {
  if ((ofBase ?? judged)?.baseline === 'none') return true;
  const said = reasons.some(reason => says(reason, 'model-new'));
  return said && !baseline && !ofBase && !fixtures.some(({ maps }) => maps);
}

const unaccepted = (verdict: Verdict): Level => (verdict === 'accepted' ? 'fail' : verdict);

/** An audit puts every probe to every fixture, and says so when one does not apply. */
function missingProbes(fixtures: readonly FixtureResult[], { probes = {} }: Policy): Reason[] {
  const compared = fixtures.filter(({ maps }) => maps);
  return Object.keys(probes).flatMap((name): Reason[] => {
    const without = compared.filter(fixture => !fixture.probes?.[name]).length;
    if (without === 0) return [];
    return [{ level: 'incomplete', code: 'probe-missing', probe: name, without, compared: compared.length }];
  });
}

/** A claimed verdict that is worse than what is found stands, and the reader learns that nothing here bears it out. */
function andWorse(found: readonly Reason[], claimed: Verdict): readonly Reason[] {
  const verdict = worst(found.map(({ level }) => level));
  if (worst([verdict, claimed]) === verdict) return found;
  const level = unaccepted(claimed);
  return [...found, { level, code: 'claimed-verdict', verdict: level }];
}

const byReasons = (reasons: readonly Reason[]) => ({ verdict: worst(reasons.map(({ level }) => level)), reasons });
