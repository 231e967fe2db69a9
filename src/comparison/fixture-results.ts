import type { Baseline, Provenance, Seen } from '../baselines/baseline.ts';
import type { Fixture, ModelConfig } from '../config/config.ts';
import { CamdriftError } from '../errors.ts';
import { fateOf } from '../judgement/fate.ts';
import { isPresent } from '../models/model.ts';
import type { ProbeSeen } from '../probes/probe.ts';
import type { Answer, FixtureResult } from '../results/fixture.ts';
import type { Policy } from '../results/policy.ts';
import type { Side } from '../versions/sides.ts';
import { compare } from './compare.ts';

/**
 * Each fixture's fate, and then the fixtures that only the baseline has. Without a baseline all are new.
 * @throws CamdriftError `baseline-unavailable` when not a single fixture can be compared
 */
export function fixtureResults(
  config: ModelConfig,
  baseline: Baseline | undefined,
  candidate: Side,
  policy: Policy,
): FixtureResult[] {
  const present = config.fixtures.map(fixture => fixtureResult(config, fixture, baseline, candidate, policy));
  if (!baseline) return present;
  if (present.every(fixture => fixture.status === 'new')) {
    throw new CamdriftError(
      'baseline-unavailable',
      `None of the ${present.length} fixtures of model ${config.name} can be compared. ${present[0]?.reason ?? 'The baseline has none of them.'}`,
    );
  }
  const lost = [...baseline.seen.keys(), ...(config.gone ?? [])]
    .filter(name => !candidate.seen.has(name) && !candidate.failures.has(name))
    .map((name): FixtureResult => ({ name, status: 'lost' }));
  return [...present, ...lost];
}

function fixtureResult(
  config: Pick<ModelConfig, 'labels' | 'methods'>,
  fixture: Fixture,
  baseline: Baseline | undefined,
  candidate: Side,
  policy: Policy,
): FixtureResult {
  const { name, label, expected, tags, touched, copyOf } = fixture;
  const truth = { ...(label !== undefined && { truth: label }), ...(expected !== undefined && { expected }) };
  const after = candidate.seen.get(name);
  if (!after)
    return { name, ...truth, status: 'failed', reason: candidate.failures.get(name) ?? 'It could not be read.' };
  const before = baseline?.seen.get(name);
  const tagged = tags.length > 0 ? { tags: [...tags] } : {};
  const { task } = candidate;
  const own = sideOf(after, namesOf(config, candidate, baseline), task);
  const known = {
    name,
    digest: after.digest,
    ...truth,
    ...tagged,
    ...(touched && { touched }),
    ...(copyOf && { copyOf }),
    candidate: own,
  };
  const unfit = before ? whyNotComparable(before, after, candidate.classes) : undefined;
  if (!before || unfit)
    return {
      ...known,
      ...beside(undefined, after, namesOf(config, candidate, baseline)),
      status: 'new',
      ...(unfit && { reason: unfit }),
    };
  const { maps, prediction } = compare(before, after, config.methods, task);
  const earlier = sideOf(before, namesOf(config, baseline!, candidate), task);
  if (Object.keys(before.maps).length === 0)
    return { ...known, status: 'moved', reason: onlyHere, baseline: earlier, ...prediction, maps: {} };
  const comparable = sameProbes(baseline!, candidate);
  return {
    ...known,
    ...beside({ ...before, probes: comparable(before.probes) }, after, namesOf(config, candidate, baseline)),
    ...fateOf(maps, policy, touched),
    baseline: earlier,
    ...prediction,
    maps,
  };
}

const onlyHere =
  'The earlier version does not name this label: there is no map of it to compare with, only its answer.';

/** What probes and regions show of both sides. */
function beside(
  before: Partial<Seen> | undefined,
  after: Seen,
  labels: readonly string[] | undefined,
): Pick<FixtureResult, 'probes' | 'regions'> {
  const probes = Object.entries(after.probes ?? {}).map(([name, seen]) => {
    if ('refused' in seen) return [name, seen];
    const earlier = before?.probes?.[name];
    const side = ({ predicted, map: _, ...found }: ProbeSeen, of: number) => ({
      ...found,
      flipped: predicted !== of,
      ...(predicted !== of && { became: labels?.[predicted] ?? String(predicted) }),
    });
    const both = earlier && 'moved' in earlier ? { baseline: side(earlier, before!.predicted!) } : {};
    return [name, { ...both, candidate: side(seen, after.predicted) }];
  });
  const regions = Object.entries(after.regions ?? {}).map(([name, { area, heat, earlier }]) => [
    name,
    { area, ...(before && earlier && { baseline: earlier }), ...(heat && { candidate: heat }) },
  ]);
  return {
    ...(probes.length > 0 && { probes: Object.fromEntries(probes) }),
    ...(regions.length > 0 && { regions: Object.fromEntries(regions) }),
  };
}

/** Keeps the probes that edited both sides' fixtures in the same way. */
function sameProbes(baseline: Baseline, candidate: Side): (seen: Seen['probes']) => NonNullable<Seen['probes']> {
  const digestOf = ({ probes }: Provenance, name: string) => probes?.find(probe => probe.name === name)?.digest;
  return (seen = {}) =>
    Object.fromEntries(Object.entries(seen).filter(([name]) => digestOf(baseline, name) === digestOf(candidate, name)));
}

function whyNotComparable(before: Seen, after: Seen, classes: number): string | undefined {
  if (before.digest !== after.digest) return 'Its file is not the one that the baseline was made from.';
  return before.classIndex >= classes
    ? `The class it explains (${before.classIndex}) is not among the candidate's ${classes}.`
    : undefined;
}

/** Of the configuration, else of the side itself, else of the other one: stored maps carry no names. */
export function namesOf(
  { labels }: Pick<ModelConfig, 'labels'>,
  own: Baseline | undefined,
  other: Baseline | undefined,
) {
  return labels ?? own?.labels ?? (other?.classes === own?.classes ? other?.labels : undefined);
}

function sideOf(
  { predicted, classIndex, probabilities, value }: Seen,
  labels: readonly string[] | undefined,
  task: Provenance['task'],
): Answer {
  const described = (index: number) => {
    const label = labels?.[index];
    return { index, ...(label !== undefined && { label }), probability: probabilities[index] ?? 0 };
  };
  const explained = described(classIndex);
  if (task === 'multi-label') return { predicted: explained, explained, present: isPresent(explained.probability) };
  if (task === 'regression') return { predicted: { index: 0 }, explained: { index: 0 }, value: value ?? 0 };
  return { predicted: described(predicted), explained };
}
