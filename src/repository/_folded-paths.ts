import type { Entry, PlacedEntry } from './_tree.ts';

/** Paths without their letters' case, where that tells them from all others. */
export function byFoldedPath(tree: ReadonlyMap<string, Entry>): ReadonlyMap<string, PlacedEntry> {
  const found = new Map<string, PlacedEntry>();
  const twice = new Set<string>();
  for (const [path, entry] of tree) {
    const key = path.toLowerCase();
    if (found.has(key)) twice.add(key);
    found.set(key, { ...entry, path });
  }
  for (const key of twice) found.delete(key);
  return found;
}
