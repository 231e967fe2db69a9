import { type Baseline, provenanceOf } from '../baselines/baseline.ts';
import { calibrated } from '../calibration/calibrated.ts';
import { historyOf } from '../calibration/history.ts';
import { settingsDigest } from '../calibration/measured.ts';
import { fixtureResults } from '../comparison/fixture-results.ts';
import type { PinnedDrift } from '../comparison/pinned.ts';
import type { ModelConfig } from '../config/config.ts';
import { unexplained, unreadable } from '../judgement/coverage.ts';
import { differences, isSameModel } from '../judgement/differences.ts';
import { limitsOf } from '../judgement/limits.ts';
import { pictureReasons } from '../judgement/pictures.ts';
import { policyFor } from '../judgement/policy.ts';
import type { Mending } from '../judgement/repairs.ts';
import { judge, judgeAlone } from '../judgement/verdict.ts';
import { metrics } from '../metrics/index.ts';
import type { ComparedModel, JudgedModel, LoneModel } from '../results/model.ts';
import type { Reason } from '../results/reason.ts';
import type { LineageResult } from '../results/reference.ts';
import { worst } from '../results/verdict.ts';
import { judgeSanity, sanityReasons } from '../sanity/judge.ts';
import type { SanityCheck } from '../sanity/sanity.ts';
import type { ChosenBaseline } from '../versions/choose-baseline.ts';
import type { Side } from '../versions/sides.ts';

/** What is found beside the comparison with the baseline. */
export interface Beside extends PinnedDrift {
  readonly mending: Mending;
  readonly sanity: readonly SanityCheck[];
}

const shownOf = ({ pinned, sanity }: Beside): Pick<JudgedModel, 'pinned' | 'sanity'> => ({
  ...(sanity.length > 0 && { sanity: [...sanity] }),
  ...(pinned && { pinned }),
});

/** A shuffled head is a new one, whatever the lineage: a retrained model's limits are what its maps must exceed. */
export function sanityOf(config: ModelConfig, baseline: Baseline | undefined, candidate: Side): SanityCheck[] {
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

export async function resultCompared(
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
  const history = historyOf(calibration, {
    digest: compared.candidate.model.digest,
    against: compared.baseline.model.digest,
    settings: settingsDigest(config, compared),
  });
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
    ...(history.length > 0 && { history }),
  };
}

/** A model that is compared with none: its maps are shown, and its regions judged. */
export function resultAlone(config: ModelConfig, candidate: Side, beside: Beside): LoneModel {
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
