import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where Git keeps what belongs to a checkout: `.git` is a folder, or in a worktree and a submodule a file that names one. */
export async function gitFolder(checkout: string): Promise<string> {
  const path = join(checkout, '.git');
  const text = await readFile(path, 'utf8').catch(() => '');
  const [, named] = /^gitdir: (.+)$/.exec(text.trim()) ?? [];
  return named === undefined ? path : resolve(checkout, named);
}
