/** A version of a model, at one commit of a branch. */
export interface MergedVersion {
  readonly commit: string;
  /** `modelDigest` of it. */
  readonly digest: string;
}

export interface Standing<V extends MergedVersion> {
  /** Newest first, those of the same bytes once. */
  readonly versions: readonly V[];
  /** What came back to an earlier version's bytes afterwards. */
  readonly takenBack: readonly V[];
}

/**
 * Which merged versions a team may be said to have accepted. A version between two of the same bytes was taken back: whoever
 * restores an earlier version byte by byte rejects what came in between, which is no honest spread. A version that was taken
 * back and merged again stands.
 * @param merged newest first
 */
export function standing<V extends MergedVersion>(merged: readonly V[]): Standing<V> {
  const [first, last] = [new Map<string, number>(), new Map<string, number>()];
  for (const [at, { digest }] of merged.entries()) {
    if (!first.has(digest)) first.set(digest, at);
    last.set(digest, at);
  }
  const spans = [...first].map(([digest, from]) => ({ digest, from, to: last.get(digest)! }));
  const isTakenBack = ({ digest }: V, at: number) =>
    spans.some(span => span.digest !== digest && span.from < at && at < span.to);
  const kept = new Map<string, V>();
  const others = new Map<string, V>();
  for (const [at, version] of merged.entries()) {
    const group = isTakenBack(version, at) ? others : kept;
    if (!group.has(version.digest)) group.set(version.digest, version);
  }
  return {
    versions: [...kept.values()],
    takenBack: [...others.values()].filter(({ digest }) => !kept.has(digest)),
  };
}
