import { mean } from '../core/statistics.ts';
import type { FixtureResult, ProbePair, ProbeSide } from '../results/fixture.ts';
import type { ProbeMeans, ProbeSummary } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import { mostChanged, type ProbeMeasure, reachOf, shareUpTo, toldFrom } from './probe-scale.ts';

interface Seen extends ProbePair {
  readonly fixture: string;
}

/** What each probe does to the candidate, and how much more than to the baseline, over the fixtures that both speak for. */
export function summariseProbes(
  fixtures: readonly FixtureResult[],
  { method, probes = {}, requiredProbes = [], scaledProbes = [] }: Policy,
): ProbeSummary[] {
  return Object.entries(probes).map(([name, limit]) => {
    const seen = fixtures.flatMap(fixture => seenOn(fixture, name, method));
    const paired = seen.filter(({ baseline }) => baseline);
    const spoken = paired.length > 0 ? paired : seen;
    if (spoken.length === 0) return { name, fixtures: 0, candidate: { moved: 0, flipped: 0, divergence: 0 }, limit };
    const added = (pair: Seen) => pair.candidate.moved - (pair.baseline?.moved ?? 0);
    const worst = spoken.reduce((most, pair) => (added(pair) > added(most) ? pair : most));
    const before = paired.length > 0 ? means(paired.map(({ baseline }) => baseline!)) : undefined;
    return {
      name,
      fixtures: spoken.length,
      candidate: means(spoken.map(({ candidate }) => candidate)),
      ...(before && { baseline: before, added: mean(paired.map(added)), ...flippedAlone(paired) }),
      ...(scaledProbes.includes(name) && before ? ranges(limit, before, spoken) : { limit }),
      ...(!requiredProbes.includes(name) && before && tooStrong(name, before.flipped, paired.length)),
      ...pullOf(paired),
      worst: worst.fixture,
    };
  });
}

function flippedAlone(paired: readonly Seen[]): Pick<ProbeSummary, 'flippedAlone'> {
  const alone = (side: 'candidate' | 'baseline', other: typeof side) =>
    paired.filter(pair => pair[side]!.flipped && !pair[other]!.flipped).length;
  const [candidate, baseline] = [alone('candidate', 'baseline'), alone('baseline', 'candidate')];
  return candidate + baseline > 0 ? { flippedAlone: { candidate, baseline } } : {};
}

/** What accepted models are compared by; undefined where the baseline says nothing. */
export const measureOf = ({ added, baseline, fixtures }: ProbeSummary): ProbeMeasure | undefined =>
  added === undefined || !baseline
    ? undefined
    : { added, before: { moved: baseline.moved, changed: baseline.flipped / fixtures } };

/** How many pictures more than in the baseline the edit turns into one class, as a share. */
export const pulledBy = ({ pull, fixtures }: Pick<ProbeSummary, 'pull' | 'fixtures'>): number =>
  pull ? (pull.candidate - pull.baseline) / fixtures : 0;

/** How much more than the baseline's the candidate's heat moves, on each fixture that both sides speak for. */
export const addedBy = (fixtures: readonly FixtureResult[], probe: string, method: string): number[] =>
  fixtures
    .flatMap(fixture => seenOn(fixture, probe, method))
    .flatMap(({ candidate, baseline }) => (baseline ? [candidate.moved - baseline.moved] : []));

/** Towards which class the edit pulls the candidate's answers, more than the baseline's. */
function pullOf(paired: readonly Seen[]): Pick<ProbeSummary, 'pull'> {
  const turned = (side: 'candidate' | 'baseline', name: string) =>
    paired.filter(pair => pair[side]?.became === name).length;
  const names = [...new Set(paired.flatMap(({ candidate }) => candidate.became ?? []))];
  const [most] = names
    .map(name => ({ class: name, candidate: turned('candidate', name), baseline: turned('baseline', name) }))
    .sort((a, b) => b.candidate - b.baseline - (a.candidate - a.baseline));
  return most && most.candidate > most.baseline ? { pull: most } : {};
}

/** What a probe shows on one fixture; nothing where neither model has heat there, edited or not. */
function seenOn({ name: fixture, probes, maps }: FixtureResult, probe: string, method: string): Seen[] {
  const found = probes?.[probe];
  if (!found || 'refused' in found) return [];
  const map = maps?.[method];
  const heatless = map && 'empty' in map && map.empty === 'both';
  return heatless && found.candidate.moved === 0 && !found.baseline?.moved ? [] : [{ fixture, ...found }];
}

/**
 * Attention that moves with an edit which leaves the answers as they are is a weak sign: honest retrains of a family that was in
 * nobody's view went up to 1.3 times the limit. Until the edit changes three answers more than in the baseline, twice the limit
 * is only told, as drift is.
 */
const doubt = { factor: 2, flips: 3 };

/**
 * From the limit on a reader is told; what no honest retrain of any family adds fails, as far as these fixtures tell how many of the
 * baseline's answers the edit changes. The team's own limit is taken as it is.
 */
function ranges(limit: number, before: ProbeMeans, paired: readonly Seen[]): Ranges {
  const count = paired.length;
  const baseline = { moved: before.moved, changed: before.flipped / count };
  const told = toldFrom(limit, baseline);
  const flips = paired.filter(({ candidate }) => candidate.flipped).length - before.flipped;
  const beyond = (changed: number) =>
    Math.min(1, told * Math.max(flips < doubt.flips ? doubt.factor : 1, reachOf({ ...baseline, changed })));
  return { limit: told, beyond: beyond(baseline.changed), beyondUpTo: beyond(shareUpTo(before.flipped, count)) };
}

type Ranges = Pick<ProbeSummary, 'limit' | 'beyond' | 'beyondUpTo'>;

/** An edit that nobody asked for, and that the baseline's own answers depend on, is no test of the candidate. */
function tooStrong(name: string, flipped: number, fixtures: number): Pick<ProbeSummary, 'unjudged'> {
  if (flipped <= mostChanged * fixtures) return {};
  const unjudged = `The built-in probe \`${name}\` changes the baseline's own answer on ${flipped} of ${fixtures} fixtures, so it is no edit that does not matter to this model: it is shown and not judged. A mark that your own pictures carry tells more (\`probes\`).`;
  return { unjudged };
}

function means(sides: readonly ProbeSide[]): ProbeMeans {
  const onMark = sides.flatMap(side => side.onMark ?? []);
  return {
    moved: mean(sides.map(side => side.moved)),
    ...(onMark.length > 0 && { onMark: mean(onMark) }),
    flipped: sides.filter(side => side.flipped).length,
    divergence: mean(sides.map(side => side.divergence)),
  };
}
