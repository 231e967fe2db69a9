import type { Git } from './git.ts';

export interface FileDifference {
  readonly filename: string;
  readonly previous: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  /** The new blob, of a removed file the old one. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
}

export function mergeBase(git: Git, a: string, b: string): Promise<string | undefined> {
  return git.ask('merge-base', a, b);
}

export async function isAncestor(git: Git, ancestor: string, of: string): Promise<boolean> {
  return (await git.ask('merge-base', '--is-ancestor', ancestor, of)) !== undefined;
}

/** Files that differ between two trees, renames found as GitHub does, sorted by path. */
export async function differences(git: Git, from: string, to: string): Promise<FileDifference[]> {
  const said = await git.run(['diff-tree', '-r', '-M', '-z', '--no-abbrev', '--raw', '--numstat', from, to]);
  const parts = said.toString().split('\0');
  const found: Omit<FileDifference, 'additions' | 'deletions'>[] = [];
  let at = 0;
  while (parts[at]?.startsWith(':')) {
    const [, , old = '', fresh = '', letter = ''] = parts[at++]!.split(' ');
    const previous = letter.startsWith('R') ? parts[at++] : undefined;
    const filename = parts[at++]!;
    const sha = letter === 'D' ? old : fresh;
    found.push({ filename, previous, status: statuses[letter[0]!] ?? 'changed', sha });
  }
  const counts = lineCounts(parts.slice(at));
  return found
    .map(each => ({ ...each, ...(counts.get(each.filename) ?? { additions: 0, deletions: 0 }) }))
    .sort((a, b) => (a.filename < b.filename ? -1 : 1));
}

const statuses: Record<string, FileDifference['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
};

function lineCounts(parts: readonly string[]) {
  const counts = new Map<string, { additions: number; deletions: number }>();
  for (let i = 0; i < parts.length - 1; i++) {
    const [additions = '', deletions = '', path = ''] = parts[i]!.split('\t');
    // Of a renamed file, the old and the new path follow on their own. Binary files count as '-'.
    if (path === '') i += 2;
    counts.set(path || parts[i]!, { additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
  }
  return counts;
}
