import type { FixtureResult, Reason } from '../results/results.ts';

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
  const message = `Only ${left} of the ${before} fixtures of the earlier version are still there as they were, and at least half of them must be. ${apart}`;
  return [{ level: 'incomplete', code: 'fixtures-missing', message }];
}

const apart = 'Change fixtures in a pull request of their own, without the model.';

function nothingCompared(fixtures: readonly FixtureResult[]): Reason[] {
  const touched = fixtures.some(fixture => fixture.touched && fixture.maps);
  if (!touched && fixtures.some(({ status }) => status === 'failed')) return [];
  const message = touched
    ? `Every fixture that could be compared is added or edited by this change, so nothing was judged. ${apart}`
    : 'No fixture was compared with an earlier version of the model, so nothing was judged.';
  return [{ level: 'incomplete', code: 'nothing-compared', message }];
}

/** Lost, or there under its name with another content or for a class that is no more. */
const isGone = ({ status, touched, reason }: FixtureResult): boolean =>
  status === 'lost' || touched === 'edited' || (status === 'new' && reason !== undefined);

function comeAndGone(fixtures: readonly FixtureResult[]): Reason[] {
  const reasons: Reason[] = [];
  const added = evidenceOf(fixtures).filter(({ status }) => status === 'new').length;
  if (added > 0)
    reasons.push({
      level: 'warn',
      code: 'fixtures-new',
      message: `${added} of ${fixtures.length} fixtures are not in the baseline and were not judged.`,
    });
  const touched = fixtures.filter(fixture => fixture.touched).length;
  if (touched > 0)
    reasons.push({
      level: 'pass',
      code: 'fixtures-touched',
      message: `${touched} of ${fixtures.length} fixtures are added or edited by this change: they are shown and not judged.`,
    });
  const lost = fixtures.filter(({ status }) => status === 'lost').length;
  if (lost > 0)
    reasons.push({ level: 'warn', code: 'fixtures-lost', message: `${lost} fixtures of the baseline are gone.` });
  return reasons;
}
