import type { Fixture, LeftOut } from '../config/config.ts';
import type { Reason } from '../results/reason.ts';

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
  const rank = ({ name, touched }: Pick<Fixture, 'name' | 'touched'>, digest: string) =>
    (before?.get(name)?.digest === digest ? 0 : 2) + (touched ? 1 : 0);
  const read = fixtures.flatMap(fixture => {
    const digest = digests.get(fixture.name)?.digest;
    return digest === undefined ? [] : [{ name: fixture.name, digest, rank: rank(fixture, digest) }];
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

/** What of all that the globs match is not among the fixtures. */
export function leftOutReasons({ own, again, others }: LeftOut, copies: readonly string[]): Reason[] {
  const reasons: Reason[] = [];
  if (copies.length > 0) reasons.push({ level: 'pass', code: 'fixtures-copied', copies });
  if (again > 0) reasons.push({ level: 'pass', code: 'fixtures-linked', links: again });
  if (own > 0) reasons.push({ level: 'pass', code: 'fixtures-left-out', pictures: own });
  const meant = others.some(({ ending }) => meantAsPictures.has(ending));
  if (others.length > 0) reasons.push({ level: meant ? 'warn' : 'pass', code: 'files-left-out', others });
  return reasons;
}

/** Whoever has such files among fixtures took them for pictures that would be judged. */
const meantAsPictures: ReadonlySet<string> = new Set(
  '.heic .heif .dcm .dicom .jp2 .j2k .jxl .psd .svg .tga .ico .exr .hdr .dng .cr2 .cr3 .nef .arw .raf .nii .fits .npz .mp4 .mov .avi'.split(
    ' ',
  ),
);
