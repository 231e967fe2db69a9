import type { FixtureResult, ProbeResult } from '../results/fixture.ts';
import type { MeanInterval } from '../results/interval.ts';
import type { ProbeSummary } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason, ReasonOf } from '../results/reason.ts';
import { undecided, undecidedAbove } from './cannot-tell.ts';
import { probeRatio } from './probe-scale.ts';
import { measureOf, pulledBy } from './probe-summaries.ts';
import type { Signal } from './signals.ts';

/**
 * A probe fails when the edit moves the candidate's attention by more than it moves the baseline's, past the limit. Where
 * accepted models tell what is usual under the very edit, it is a signal among others (`editSignals`) and not judged here; where these
 * are too few, what moves no farther than in one of them does not fail.
 * @param intervals of what probes add; where one has a limit of camdrift's own inside, it cannot be told
 */
export function judgeProbes(
  summaries: readonly ProbeSummary[],
  intervals: readonly MeanInterval[],
  policy: Pick<Policy, 'probes' | 'scaledProbes' | 'calibration'>,
): Reason[] {
  return summaries.toSorted(byExcess).flatMap(summary => {
    if (isInScore(summary, policy)) return [];
    const reasons = judgeProbe(summary, intervals);
    return isTolerated(summary, policy) ? reasons.map((reason): Reason => ({ ...reason, level: 'warn' })) : reasons;
  });
}

type Calibrated = Pick<Policy, 'probes' | 'scaledProbes' | 'calibration'>;

const isInScore = ({ name }: ProbeSummary, { calibration, scaledProbes = [] }: Calibrated): boolean =>
  calibration?.whole === true && scaledProbes.includes(name);

function isTolerated(summary: ProbeSummary, { probes = {}, scaledProbes = [], calibration }: Calibrated): boolean {
  const { name } = summary;
  const measure = measureOf(summary);
  if (!measure || !scaledProbes.includes(name)) return false;
  const own = probeRatio(measure, probes[name]!);
  return calibration?.probes?.[name]?.some(({ ratio }) => ratio >= own) ?? false;
}

/** Probes as signals of the score that is compared with those of accepted models. */
export function editSignals(
  summaries: readonly ProbeSummary[],
  policy: Calibrated,
): Signal<ReasonOf<'probe-regression'>>[] {
  return summaries.flatMap(summary => {
    const measure = measureOf(summary);
    if (!measure || summary.unjudged || !isInScore(summary, policy)) return [];
    const value = probeRatio(measure, policy.probes![summary.name]!);
    const found = followed(summary, measure.added);
    const name = `probe ${summary.name}`;
    return [{ of: 'probe', name, value, limit: 1, beyond: 1, written: false, reason: among => ({ ...found, among }) }];
  });
}

function followed(
  { name, limit, candidate, baseline, fixtures }: ProbeSummary,
  added: number,
): ReasonOf<'probe-regression'> {
  const onMark =
    candidate.onMark !== undefined && baseline?.onMark !== undefined
      ? { before: baseline.onMark, now: candidate.onMark }
      : undefined;
  const flipped = { before: baseline?.flipped ?? 0, now: candidate.flipped };
  return { level: 'fail', code: 'probe-regression', probe: name, added, limit, onMark, flipped, fixtures };
}

function judgeProbe(summary: ProbeSummary, intervals: readonly MeanInterval[]): Reason[] {
  const { name, added, limit, beyond, beyondUpTo: highest = beyond, unjudged } = summary;
  if (added === undefined || unjudged) return [];
  const found = followed(summary, added);
  if (beyond === undefined) return added > limit ? [found] : [];
  if (added > limit && added <= beyond) return [{ ...found, level: 'warn', code: 'probe-doubtful', beyond }];
  const range = { limit: beyond, highest: highest ?? beyond };
  const of = { of: 'probe', name } as const;
  const below = added <= beyond ? undecided(added, beyond, intervals, of) : undefined;
  const unsure = below ?? undecidedAbove(added, range, intervals, of, summary.fixtures);
  if (unsure) return [{ level: 'warn', code: 'cannot-tell', found, ...unsure }];
  return added > beyond ? [found] : [];
}

/** What the verdict should rest on and no probe could tell. @param compared whether there is an earlier version */
export function silentProbes(
  summaries: readonly ProbeSummary[],
  fixtures: readonly FixtureResult[],
  { requiredProbes = [] }: Policy,
  compared: boolean,
): Reason[] {
  const probed = fixtures.some(({ probes }) => probes);
  const unseen = summaries.flatMap(({ name, fixtures: spoken }): Reason[] => {
    if (spoken > 0 || !probed) return [];
    const why = fixtures.flatMap(({ probes }) => refusal(probes?.[name]))[0];
    const level = requiredProbes.includes(name) ? 'incomplete' : 'pass';
    return [{ level, code: 'probe-unseen', probe: name, why }];
  });
  const strong = summaries.flatMap(({ unjudged }): Reason[] =>
    unjudged === undefined ? [] : [{ level: 'pass', code: 'probe-too-strong', words: unjudged }],
  );
  const alone = summaries.filter(({ fixtures: spoken, baseline }) => compared && spoken > 0 && !baseline);
  return [...unseen, ...strong, ...(alone.length > 0 ? [withoutBaseline(alone, requiredProbes)] : [])];
}

const refusal = (found: ProbeResult | undefined): string[] => (found && 'refused' in found ? [found.refused] : []);

function withoutBaseline(alone: readonly ProbeSummary[], required: readonly string[]): Reason {
  const probes = alone.map(({ name }) => name);
  const level = probes.some(name => required.includes(name)) ? 'incomplete' : 'warn';
  return { level, code: 'probe-no-baseline', probes };
}

/** A pull of so many fixtures, and of such a share beyond what the edit changes in the baseline, is worth a word by itself. */
const strongPull = { count: 3, share: 0.3 };
/** Towards a class that is being lost on its own fixtures, less is enough: the edit is what it is now known by. */
const knownPull = { count: 2, share: 0.1 };

/**
 * Edits that turn pictures of other classes into one class. By itself that only warns: honest networks that an edit throws fall
 * to one class too, to another one each; so it says nothing where an accepted one does. With a class that is being lost it names what took its place.
 * @param lost classes that are being lost
 */
export function pulls(
  summaries: readonly ProbeSummary[],
  lost: ReadonlySet<string>,
  { calibration }: Pick<Policy, 'calibration'>,
): ReasonOf<'probe-pull'>[] {
  return summaries.flatMap(({ name, pull, baseline, fixtures }): ReasonOf<'probe-pull'>[] => {
    if (!pull || !baseline) return [];
    const more = pull.candidate - pull.baseline;
    const known = lost.has(pull.class);
    const usual = calibration?.probes?.[name]?.some(({ pulled }) => pulled >= pulledBy({ pull, fixtures })) ?? false;
    if (usual && !known) return [];
    const { count, share } = known ? knownPull : strongPull;
    const noise = known ? 0 : baseline.flipped;
    if (more < count || more < share * fixtures + noise) return [];
    const { class: to, candidate: now, baseline: before } = pull;
    return [{ level: 'warn', code: 'probe-pull', probe: name, to, turned: { before, now }, fixtures, lost: known }];
  });
}

const byExcess = (a: ProbeSummary, b: ProbeSummary) => (b.added ?? 0) - b.limit - ((a.added ?? 0) - a.limit);
