import { mean } from '../core/statistics.ts';
import { metrics } from '../metrics/index.ts';
import type { FixtureResult } from '../results/fixture.ts';
import type { Slice } from '../results/model.ts';

/** Headline drift per class and per tag, worst first, where a group is not simply all that was compared. */
export function slicesOf(fixtures: readonly FixtureResult[], method: string): Slice[] {
  const compared = fixtures.flatMap(fixture => {
    const map = fixture.maps?.[method];
    return map && 'drift' in map ? [{ ...fixture, shift: map.drift[metrics[0]!.name]! }] : [];
  });
  const grouped = (by: Slice['by'], groupsOf: (fixture: FixtureResult) => readonly string[]): Slice[] => {
    const names = [...new Set(compared.flatMap(groupsOf))];
    return names.flatMap(name => {
      const members = compared.filter(fixture => groupsOf(fixture).includes(name));
      if (names.length < 2 && members.length === compared.length) return [];
      const drift = mean(members.map(({ shift }) => shift));
      return { by, name, fixtures: members.length, drift, flipped: members.filter(({ flipped }) => flipped).length };
    });
  };
  const slices = [
    ...grouped('class', ({ truth }) => (truth === undefined ? [] : [truth])),
    ...grouped('tag', ({ tags }) => tags ?? []),
  ];
  return slices.toSorted((a, b) => b.drift - a.drift);
}
