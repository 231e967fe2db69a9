import { mean } from '../core/statistics.ts';
import type { FixtureResult, Policy, ProbeSummary, Reason } from '../reports/results.ts';

type Pair = Extract<NonNullable<FixtureResult['probes']>[string], { candidate: unknown }>;
type Side = Pair['candidate'];
interface Seen extends Pair {
  readonly fixture: string;
}

/** What each probe does to the candidate, and how much more than to the baseline, over the fixtures that both speak for. */
export function summariseProbes(fixtures: readonly FixtureResult[], limits: Policy['probes'] = {}): ProbeSummary[] {
  return Object.entries(limits).map(([name, limit]) => {
    const seen = fixtures.flatMap(({ name: fixture, probes }): Seen[] => {
      const found = probes?.[name];
      return found && 'candidate' in found ? [{ fixture, ...found }] : [];
    });
    const paired = seen.filter(({ baseline }) => baseline);
    const spoken = paired.length > 0 ? paired : seen;
    if (spoken.length === 0) return { name, fixtures: 0, candidate: { moved: 0, flipped: 0, divergence: 0 }, limit };
    const added = (pair: Seen) => pair.candidate.moved - (pair.baseline?.moved ?? 0);
    const worst = spoken.reduce((most, pair) => (added(pair) > added(most) ? pair : most));
    return {
      name,
      fixtures: spoken.length,
      candidate: means(spoken.map(({ candidate }) => candidate)),
      ...(paired.length > 0 && {
        baseline: means(paired.map(({ baseline }) => baseline!)),
        added: mean(paired.map(added)),
      }),
      limit,
      worst: worst.fixture,
    };
  });
}

function means(sides: readonly Side[]): ProbeSummary['candidate'] {
  const onMark = sides.flatMap(side => side.onMark ?? []);
  return {
    moved: mean(sides.map(side => side.moved)),
    ...(onMark.length > 0 && { onMark: mean(onMark) }),
    flipped: sides.filter(side => side.flipped).length,
    divergence: mean(sides.map(side => side.divergence)),
  };
}

/** A probe fails when the edit moves the candidate's attention by more than it moves the baseline's, past the limit. */
export function judgeProbes(summaries: readonly ProbeSummary[]): Reason[] {
  return [...summaries]
    .toSorted(byExcess)
    .flatMap(({ name, added, limit, candidate, baseline, fixtures }): Reason[] => {
      if (added === undefined || added <= limit) return [];
      const onMark =
        candidate.onMark !== undefined && baseline?.onMark !== undefined
          ? ` Heat on the mark ${share(baseline.onMark)} -> ${share(candidate.onMark)}.`
          : '';
      const flips =
        candidate.flipped > (baseline?.flipped ?? 0)
          ? ` The edit changes the answer on ${candidate.flipped} of ${fixtures} fixtures (baseline ${baseline?.flipped ?? 0}).`
          : '';
      const message = `Attention follows the probe \`${name}\`: ${signed(added)} of the heat moves with an edit that should not matter (limit ${signed(limit)}).${onMark}${flips}`;
      return [{ level: 'fail', code: 'probe-regression', message }];
    });
}

const byExcess = (a: ProbeSummary, b: ProbeSummary) => (b.added ?? 0) - b.limit - ((a.added ?? 0) - a.limit);
const share = (value: number) => `${(value * 100).toFixed(0)} %`;
const signed = (value: number) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)}`;
