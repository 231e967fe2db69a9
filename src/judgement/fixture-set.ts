import type { FixtureResult } from '../results/fixture.ts';
import type { Reason } from '../results/reason.ts';

/**
 * The fixtures that a verdict may rest on: those that both sides have, each content once. What the change under audit adds or
 * edits is shown, and can pull no mean under a limit nor over it; so are copies.
 */
export const evidenceOf = (fixtures: readonly FixtureResult[]): FixtureResult[] =>
  fixtures.filter(({ touched, copyOf }) => touched === undefined && copyOf === undefined);

/**
 * What became of the set of fixtures, and whether enough of it is left to judge by.
 * @param same whether both sides are one model, used in one way: then nothing can have drifted, whatever it is shown
 */
export function changedSet(fixtures: readonly FixtureResult[], same: boolean): Reason[] {
  return [...tooFew(fixtures, same), ...comeAndGone(fixtures)];
}

/** Fewer than half of the fixtures that the earlier version was seen on stand for none of the others. */
function tooFew(fixtures: readonly FixtureResult[], same: boolean): Reason[] {
  if (same && fixtures.some(({ maps }) => maps)) return [];
  const left = evidenceOf(fixtures).filter(({ maps }) => maps).length;
  if (left === 0) return nothingCompared(fixtures);
  const before = left + fixtures.filter(isGone).length;
  if (2 * left >= before) return [];
  return [{ level: 'incomplete', code: 'fixtures-missing', left, before }];
}

function nothingCompared(fixtures: readonly FixtureResult[]): Reason[] {
  const touched = fixtures.some(fixture => fixture.touched && fixture.maps);
  if (!touched && fixtures.some(({ status }) => status === 'failed')) return [];
  return [{ level: 'incomplete', code: 'nothing-compared', touched }];
}

/** Lost, or there under its name with another content or for a class that is no more. */
const isGone = ({ status, touched, reason }: FixtureResult): boolean =>
  status === 'lost' || touched === 'edited' || (status === 'new' && reason !== undefined);

function comeAndGone(fixtures: readonly FixtureResult[]): Reason[] {
  const [added, touched, lost, of] = [
    evidenceOf(fixtures).filter(({ status }) => status === 'new').length,
    fixtures.filter(fixture => fixture.touched).length,
    fixtures.filter(({ status }) => status === 'lost').length,
    fixtures.length,
  ];
  const reasons: Reason[] = [];
  if (added > 0) reasons.push({ level: 'warn', code: 'fixtures-new', added, of });
  if (touched > 0) reasons.push({ level: 'pass', code: 'fixtures-touched', touched, of });
  if (lost > 0) reasons.push({ level: 'warn', code: 'fixtures-lost', lost });
  return reasons;
}
