import type { Fixture, LeftOut } from '../config/config.ts';
import type { Reason } from '../reports/results.ts';

export interface CountedOnce {
  readonly fixtures: readonly Fixture[];
  /** Names of those that are left out, because another has the same content. */
  readonly repeated: readonly string[];
}

/**
 * The fixtures, each content once: copies would give one picture the weight of several. Of equal ones that stays which the
 * baseline knows by its name, else which the change did not add, else the first; so no copy can take a fixture's place.
 * @param digests of the fixtures' files, by name; a file that could not be read has none, and stays
 * @param before digests of the baseline's fixtures, by name
 */
export function countedOnce(
  fixtures: readonly Fixture[],
  digests: ReadonlyMap<string, { readonly digest: string }>,
  before: ReadonlyMap<string, { readonly digest: string }> | undefined,
): CountedOnce {
  const rank = ({ name, touched }: Fixture) =>
    (before && before.get(name)?.digest === digests.get(name)?.digest ? 0 : 2) + (touched ? 1 : 0);
  const chosen = new Map<string, Fixture>();
  for (const fixture of fixtures) {
    const digest = digests.get(fixture.name)?.digest;
    if (digest === undefined) continue;
    const other = chosen.get(digest);
    if (!other || rank(fixture) < rank(other)) chosen.set(digest, fixture);
  }
  const stays = (fixture: Fixture) => {
    const digest = digests.get(fixture.name)?.digest;
    return digest === undefined || chosen.get(digest) === fixture;
  };
  return {
    fixtures: fixtures.filter(stays),
    repeated: fixtures.filter(fixture => !stays(fixture)).map(({ name }) => name),
  };
}

/** What of all that the globs match is not among the fixtures, in words. */
export function leftOutReasons({ own, again }: LeftOut, repeated: readonly string[]): Reason[] {
  const some = (names: readonly string[]) => `${names.slice(0, 3).join(', ')}${names.length > 3 ? ', ...' : ''}`;
  const reasons: Reason[] = [];
  const said = (code: string, message: string) => reasons.push({ level: 'pass', code, message });
  if (repeated.length > 0)
    said(
      'fixtures-repeated',
      `${repeated.length} ${repeated.length === 1 ? 'fixture has' : 'fixtures have'} the content of another one and ${repeated.length === 1 ? 'was' : 'were'} not counted again (${some(repeated)}).`,
    );
  if (again > 0)
    said(
      'fixtures-linked',
      again === 1
        ? '1 link leads to a fixture that was there already and was not counted again.'
        : `${again} links lead to fixtures that were there already and were not counted again.`,
    );
  if (own > 0)
    said('fixtures-left-out', `Pictures in camdrift's own output and baselines are no fixtures: ${own} left out.`);
  return reasons;
}
