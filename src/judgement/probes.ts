import { mean } from '../core/statistics.ts';
import type { FixtureResult, ProbePair, ProbeResult, ProbeSide } from '../results/fixture.ts';
import type { ProbeMeans, ProbeSummary } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import type { Reason, ReasonOf } from '../results/reason.ts';

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
      ...(before && { baseline: before, added: mean(paired.map(added)) }),
      ...(scaledProbes.includes(name) && before ? ranges(limit, before, spoken) : { limit }),
      ...(!requiredProbes.includes(name) && before && tooStrong(name, before.flipped, paired.length)),
      ...pullOf(paired),
      worst: worst.fixture,
    };
  });
}

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
 * An edit that moves the baseline's own attention far is not one that does not matter, and honest retrains differ by a part of
 * that: by up to 0.2 of it under the built-in edits of the drift benchmark, where shortcuts added 0.8 and more
 * (docs/benchmark.md). Twice as much is accepted.
 */
const acceptedShare = 0.4;

/**
 * How much farther honest retrains reach where an edit changes the baseline's own answers: they are drawn anew, and so is what
 * they depend on. On networks that hardly notice the built-in edits (answers change on 1 of 12 fixtures) they add at most a
 * third of the limit, on one whose answers change on a quarter up to 2.1 times it (docs/benchmark.md).
 */
const reach = 6;

/**
 * Attention that moves with an edit which leaves the answers as they are is a weak sign: honest retrains of a family that was in
 * nobody's view went up to 1.3 times the limit. Until the edit changes three answers more than in the baseline, twice the limit
 * is only told, as drift is.
 */
const doubt = { factor: 2, flips: 3 };

/** From the limit on a reader is told; what no honest retrain of any family adds fails. The team's own limit is taken as it is. */
function ranges(limit: number, before: ProbeMeans, paired: readonly Seen[]): Pick<ProbeSummary, 'limit' | 'beyond'> {
  const told = Math.max(limit, acceptedShare * before.moved);
  const flips = paired.filter(({ candidate }) => candidate.flipped).length - before.flipped;
  const factor = Math.max(flips < doubt.flips ? doubt.factor : 1, 1 + (reach * before.flipped) / paired.length);
  return { limit: told, beyond: Math.min(1, told * factor) };
}

/** Answers of the baseline that a built-in edit may change. */
const mostFlips = 0.5;

/** An edit that nobody asked for, and that the baseline's own answers depend on, is no test of the candidate. */
function tooStrong(name: string, flipped: number, fixtures: number): Pick<ProbeSummary, 'unjudged'> {
  if (flipped <= mostFlips * fixtures) return {};
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

/** A probe fails when the edit moves the candidate's attention by more than it moves the baseline's, past the limit. */
export function judgeProbes(summaries: readonly ProbeSummary[]): Reason[] {
  return [...summaries]
    .toSorted(byExcess)
    .flatMap(({ name, added, limit, beyond = limit, candidate, baseline, fixtures, unjudged }): Reason[] => {
      if (added === undefined || added <= limit || unjudged) return [];
      const onMark =
        candidate.onMark !== undefined && baseline?.onMark !== undefined
          ? { before: baseline.onMark, now: candidate.onMark }
          : undefined;
      const flipped = { before: baseline?.flipped ?? 0, now: candidate.flipped };
      const found = { probe: name, added, limit, onMark, flipped, fixtures };
      if (added > beyond) return [{ level: 'fail', code: 'probe-regression', ...found }];
      return [{ level: 'warn', code: 'probe-doubtful', ...found, beyond }];
    });
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
 * to one class too, to another one each. With a class that is being lost it names what took its place.
 * @param lost classes that are being lost
 */
export function pulls(summaries: readonly ProbeSummary[], lost: ReadonlySet<string>): ReasonOf<'probe-pull'>[] {
  return summaries.flatMap(({ name, pull, baseline, fixtures }): ReasonOf<'probe-pull'>[] => {
    if (!pull || !baseline) return [];
    const more = pull.candidate - pull.baseline;
    const known = lost.has(pull.class);
    const { count, share } = known ? knownPull : strongPull;
    const noise = known ? 0 : baseline.flipped;
    if (more < count || more < share * fixtures + noise) return [];
    const { class: to, candidate: now, baseline: before } = pull;
    return [{ level: 'warn', code: 'probe-pull', probe: name, to, turned: { before, now }, fixtures, lost: known }];
  });
}

const byExcess = (a: ProbeSummary, b: ProbeSummary) => (b.added ?? 0) - b.limit - ((a.added ?? 0) - a.limit);
