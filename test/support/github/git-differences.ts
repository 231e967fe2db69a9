import type { Git } from './git.ts';
import { fields } from './git-objects.ts';

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
  const counts = await lineCounts(git, from, to);
  const raw = fields(await git.run(['diff-tree', '-r', '-M', '-z', '--no-abbrev', '--raw', from, to]));
  const found: FileDifference[] = [];
  for (let i = 0; i < raw.length; ) {
    const [, , old = '', fresh = '', letter = ''] = raw[i++]!.split(' ');
    const renamed = letter.startsWith('R');
    const previous = renamed ? raw[i++] : undefined;
    const filename = raw[i++]!;
    const { additions, deletions } = counts.get(filename) ?? { additions: 0, deletions: 0 };
    const sha = letter === 'D' ? old : fresh;
    found.push({ filename, previous, status: statuses[letter[0]!] ?? 'changed', sha, additions, deletions });
  }
  return found.sort((a, b) => (a.filename < b.filename ? -1 : 1));
}

const statuses: Record<string, FileDifference['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
};

async function lineCounts(git: Git, from: string, to: string) {
  const counted = await git.run(['diff-tree', '-r', '-M', '-z', '--numstat', from, to]);
  const counts = new Map<string, { additions: number; deletions: number }>();
  const parts = counted.toString().split('\0');
  for (let i = 0; i < parts.length - 1; i++) {
    const [additions = '', deletions = '', path = ''] = parts[i]!.split('\t');
    // Of a renamed file, the old and the new path follow on their own. Binary files count as '-'.
    if (path === '') i += 2;
    counts.set(path || parts[i]!, { additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
  }
  return counts;
}
