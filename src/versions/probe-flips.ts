import type { ModelConfig } from '../config/config.ts';
import type { ProbePair } from '../results/fixture.ts';
import type { ComparedModel } from '../results/model.ts';
import { says } from '../results/reason.ts';
import type { Turned } from './flips.ts';
import type { Side } from './sides.ts';

/**
 * For every probe that stands out, the picture that shows it best: the candidate's answer flips with the edit, and the
 * baseline's does not. Of several it is the one that changes most, among those that become what most of them become. None of
 * a model with several answers per picture, or with a number.
 */
export function turnedByProbes(
  config: Pick<ModelConfig, 'probes' | 'fixtures'>,
  { fixtures, probes = [], reasons }: ComparedModel,
  candidate: Side,
): Turned[] {
  if (candidate.task !== undefined) return [];
  const named = new Set(
    reasons.flatMap(reason => (says(reason, ...standsOut) && 'probe' in reason ? [reason.probe] : [])),
  );
  return probes.flatMap(({ name, pull }): Turned[] => {
    const probe = config.probes.find(each => each.name === name);
    if (!probe || !named.has(name)) return [];
    const flipped = fixtures.flatMap(fixture => {
      const found = fixture.probes?.[name];
      return found && !('refused' in found) && isTurned(found) ? [{ fixture, ...found.candidate }] : [];
    });
    const alike = flipped.filter(({ became }) => became === pull?.class);
    const [clearest] = (alike.length > 0 ? alike : flipped).toSorted((a, b) => b.divergence - a.divergence);
    const fixture = config.fixtures.find(each => each.name === clearest?.fixture.name);
    const seen = fixture && candidate.seen.get(fixture.name)?.probes?.[name];
    if (!seen || 'refused' in seen) return [];
    return [{ edit: name, words: `the probe ${name}`, fixture, index: seen.predicted, done: probe }];
  });
}

const standsOut = ['probe-regression', 'probe-doubtful', 'probe-pull'] as const;

const isTurned = ({ baseline, candidate }: ProbePair): boolean => candidate.flipped && baseline?.flipped === false;
