import type { FixtureResult, Reason } from '../reports/results.ts';

/** What the verdict should rest on and does not. */
export function unjudged(fixtures: readonly FixtureResult[], method: string): Reason[] {
  const reasons = unreadable(fixtures);
  const refusals = fixtures.flatMap(({ maps }) => {
    const map = maps?.[method];
    return map && 'refused' in map ? [map.refused] : [];
  });
  if (refusals.length > 0) {
    const message = `${method} is judged, and has no map for ${refusals.length} of ${fixtures.length} fixtures: ${refusals[0]}`;
    reasons.push({ level: 'incomplete', code: 'method-refused', message });
  }
  return reasons;
}

/** A reason per fixture that could not be read. */
export function unreadable(fixtures: readonly FixtureResult[]): Reason[] {
  return fixtures
    .filter(fixture => fixture.status === 'failed')
    .map(({ name, reason }) => ({
      level: 'incomplete',
      code: 'fixture-failed',
      message: reason ?? `${name} could not be read.`,
    }));
}

/** Fixtures that only one side has. */
export function changedSet(fixtures: readonly FixtureResult[]): Reason[] {
  const count = (status: FixtureResult['status']) => fixtures.filter(fixture => fixture.status === status).length;
  const [added, lost] = [count('new'), count('lost')];
  const reasons: Reason[] = [];
  if (added > 0)
    reasons.push({
      level: 'warn',
      code: 'fixtures-new',
      message: `${added} of ${fixtures.length} fixtures are not in the baseline and were not judged.`,
    });
  if (lost > 0)
    reasons.push({ level: 'warn', code: 'fixtures-lost', message: `${lost} fixtures of the baseline are gone.` });
  return reasons;
}

/** Maps without positive heat. */
export function emptyMaps(fixtures: readonly FixtureResult[], method: string): Reason[] {
  const empty = (which: 'both' | 'candidate') =>
    fixtures.filter(({ maps }) => {
      const map = maps?.[method];
      return map && 'drift' in map && map.empty === which;
    }).length;
  const [both, candidate] = [empty('both'), empty('candidate')];
  const reasons: Reason[] = [];
  if (candidate > 0)
    reasons.push({
      level: 'warn',
      code: 'attention-lost',
      message: `On ${candidate} fixtures nothing speaks for the class any more: the candidate's map has no positive heat.`,
    });
  if (both > 0)
    reasons.push({
      level: 'warn',
      code: 'maps-empty',
      message: `On ${both} fixtures neither map has positive heat; they count as unchanged.`,
    });
  return reasons;
}
