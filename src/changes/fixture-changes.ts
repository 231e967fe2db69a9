import type { DecidingFiles } from './deciding-files.ts';
import { policyOf } from './policy-edits.ts';

/** What a change does to the fixtures of one model. Paths are relative to the repository. */
export interface FixtureChanges {
  /** Fixtures whose content is none of the base's. */
  readonly touched: ReadonlyMap<string, 'added' | 'edited'>;
  /** Fixtures of the base whose path and content both went away. */
  readonly gone: readonly string[];
}

/**
 * Told by content: a fixture that moved, or was copied, was there before.
 * @param was path and content hash of each fixture that the base has
 * @param is the same of those that the candidate has, as far as Git holds them; of others nothing can be told
 */
export function fixtureChanges(was: ReadonlyMap<string, string>, is: ReadonlyMap<string, string>): FixtureChanges {
  const before = new Set(was.values());
  const now = new Set(is.values());
  const changed = [...is].filter(([, sha]) => !before.has(sha));
  const gone = [...was].filter(([path, sha]) => !is.has(path) && !now.has(sha));
  return {
    touched: new Map(changed.map(([path]) => [path, was.has(path) ? 'edited' : 'added'] as const)),
    gone: gone.map(([path]) => path),
  };
}

/**
 * The fixtures among the files of a commit, as its own configuration names them.
 * @param rules of the commit's configuration
 * @param own folders that camdrift writes
 */
export function fixturesAmong(
  entries: ReadonlyMap<string, { readonly kind: string; readonly sha: string }>,
  rules: DecidingFiles,
  own: readonly string[],
): ReadonlyMap<string, string> {
  const { fixture } = policyOf(rules, '');
  const isOwn = (path: string) => own.some(folder => path.startsWith(`${folder}/`));
  return new Map(
    [...entries].flatMap(([path, { kind, sha }]) =>
      kind === 'file' && fixture(path) && !isOwn(path) ? [[path, sha] as const] : [],
    ),
  );
}
