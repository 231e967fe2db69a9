import type { Fixture, LeftOut } from '../config/config.ts';
import type { Reason } from '../results/results.ts';

/**
 * Which fixtures have the content of another one: copies would give one picture the weight of several. Of equal ones that
 * counts which the baseline knows by its name, else which the change did not add, else the first; so no copy can take a
 * fixture's place.
 * @param digests of the fixtures' files, by name; a file that could not be read has none
 * @param before digests of the baseline's fixtures, by name
 * @returns by the name of the copy, the name of the one that counts
 */
export function copiesAmong(
  fixtures: readonly Pick<Fixture, 'name' | 'touched'>[],
  digests: ReadonlyMap<string, { readonly digest: string }>,
  before: ReadonlyMap<string, { readonly digest: string }> | undefined,
): ReadonlyMap<string, string> {
  const rank = ({ name, touched }: Pick<Fixture, 'name' | 'touched'>) =>
    (before && before.get(name)?.digest === digests.get(name)?.digest ? 0 : 2) + (touched ? 1 : 0);
  const read = fixtures.flatMap(fixture => {
    const digest = digests.get(fixture.name)?.digest;
    return digest === undefined ? [] : [{ name: fixture.name, digest, rank: rank(fixture) }];
  });
  const counting = new Map<string, (typeof read)[number]>();
  for (const each of read) {
    const other = counting.get(each.digest);
    if (!other || each.rank < other.rank) counting.set(each.digest, each);
  }
  return new Map(
    read.flatMap(({ name, digest }) => {
      const first = counting.get(digest)!.name;
      return first === name ? [] : [[name, first] as const];
    }),
  );
}

/** What of all that the globs match is not among the fixtures, in words. */
export function leftOutReasons({ own, again }: LeftOut, copies: readonly string[]): Reason[] {
  const some = (names: readonly string[]) => `${names.slice(0, 3).join(', ')}${names.length > 3 ? ', ...' : ''}`;
  const reasons: Reason[] = [];
  const said = (code: string, message: string) => reasons.push({ level: 'pass', code, message });
  if (copies.length > 0)
    said(
      'fixtures-copied',
      `${copies.length} ${copies.length === 1 ? 'fixture has' : 'fixtures have'} the content of another one and ${copies.length === 1 ? 'was' : 'were'} not counted again (${some(copies)}).`,
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
