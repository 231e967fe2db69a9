import type { Baseline } from '../baselines/baseline.ts';
import { closerToStored } from '../comparison/earlier-stored.ts';
import { lineageFor } from '../comparison/lineage-for.ts';
import { pinnedDrift } from '../comparison/pinned.ts';
import type { Fixture, ModelConfig } from '../config/config.ts';
import { copiesAmong, leftOutReasons } from '../judgement/counted-once.ts';
import { feedingReasons } from '../judgement/feeding.ts';
import { layerReasons } from '../judgement/layers.ts';
import { taskReasons } from '../judgement/task.ts';
import type { JudgedModel } from '../results/model.ts';
import type { ChosenBaseline } from '../versions/choose-baseline.ts';
import { requireSameGrid, requireSameTask } from '../versions/comparable.ts';
import type { Flip } from '../versions/flips.ts';
import { digestsOf, itemsOf, withFurtherLabels } from '../versions/items.ts';
import { explainSide, type Run, type Side } from '../versions/sides.ts';
import { withSweep } from '../versions/sweep.ts';
import { type Beside, resultAlone, resultCompared, sanityOf } from './_result.ts';

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

/**
 * One model against a baseline that is at hand, or against none.
 * @throws CamdriftError when there can be no verdict
 */
export async function auditAgainst(
  chosen: ChosenBaseline | undefined,
  given: ModelConfig,
  run: Run,
): Promise<AuditedModel> {
  const candidate = await explainedLike(chosen?.baseline, given, run);
  if (chosen) requireSameGrid(given, chosen.baseline, candidate);
  if (chosen) requireSameTask(given, chosen.baseline, candidate);
  const { config, baseline, copies } = counted(chosen, given, candidate);
  const compared = chosen && { ...chosen, baseline: baseline! };
  const beside = await besides(compared, config, candidate, copies, run);
  if (!compared) return { config, result: resultAlone(config, candidate, beside), baseline, candidate };
  const lineage = lineageFor(config, chosen.baseline, candidate);
  const result = await resultCompared(config, compared, candidate, lineage, beside);
  const swept = await withSweep(config, result, compared.baseline, candidate, run);
  return { config, ...swept, baseline: chosen.baseline, candidate };
}

/** At the baseline's layer, for the baseline's classes. */
function explainedLike(earlier: Baseline | undefined, given: ModelConfig, run: Run): Promise<Side> {
  const { name: title, path, preprocess, checks } = given;
  const classOf = ({ name }: Fixture) => earlier?.seen.get(name)?.classIndex;
  return explainSide(given, { title, path, preprocess, prefer: earlier?.layer.name, classOf, earlier, checks }, run);
}

interface Counted {
  /** Its fixtures are what is judged: each content once, and of several labels each by itself. */
  readonly config: ModelConfig;
  readonly baseline: Baseline | undefined;
  /** Names of fixtures that are another one's copy, with that one's. */
  readonly copies: ReadonlyMap<string, string>;
}

function counted(chosen: ChosenBaseline | undefined, given: ModelConfig, candidate: Side): Counted {
  const config = chosen?.source === 'stored' ? withoutChanges(given) : given;
  const perLabel = candidate.task === 'multi-label';
  const digests = (seen: Baseline['seen']) => (perLabel ? digestsOf(seen) : seen);
  const earlier = chosen?.baseline;
  const copies = copiesAmong(config.fixtures, digests(candidate.seen), earlier && digests(earlier.seen));
  const once = config.fixtures.map(fixture => ({ ...fixture, copyOf: copies.get(fixture.name) }));
  if (!perLabel) return { config: { ...config, fixtures: once }, baseline: earlier, copies };
  const fixtures = itemsOf(once, candidate.seen, given.labels ?? candidate.labels ?? []);
  const baseline = earlier && { ...earlier, seen: withFurtherLabels(earlier.seen, candidate.seen) };
  return { config: { ...config, fixtures }, baseline, copies };
}

/** Stored maps bring the fixtures that they were made from; what the change does to others makes no difference to them. */
const withoutChanges = (config: ModelConfig): ModelConfig => ({
  ...config,
  fixtures: config.fixtures.map(({ touched: _, ...fixture }) => fixture),
  gone: [],
});

async function besides(
  compared: ChosenBaseline | undefined,
  config: ModelConfig,
  candidate: Side,
  copies: Counted['copies'],
  run: Run,
): Promise<Beside> {
  const pinned = await pinnedDrift(config, candidate, compared?.baseline, run);
  const stored = compared && (await closerToStored(config, compared, candidate));
  return {
    ...pinned,
    mending: { setting: config.repairs, closer: [pinned.closer, stored].filter(each => each !== undefined) },
    sanity: sanityOf(config, compared?.baseline, candidate),
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
}
