import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gitFolder } from '../repository/git-folder.ts';

const sha = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** The commit that is checked out in a folder; undefined when it is no clone, as after a checkout without Git. */
export async function checkedOutCommit(folder: string): Promise<string | undefined> {
  const git = await gitFolder(folder);
  const head = await textOf(join(git, 'HEAD'));
  if (head === undefined || sha.test(head)) return head;
  const [, ref] = /^ref: (refs\/[\w./-]+)$/.exec(head) ?? [];
  if (ref === undefined || ref.includes('..')) return undefined;
  const common = resolve(git, (await textOf(join(git, 'commondir'))) ?? '.');
  const loose = (await textOf(join(git, ref))) ?? (await textOf(join(common, ref)));
  if (loose !== undefined) return sha.test(loose) ? loose : undefined;
  const packed = (await textOf(join(common, 'packed-refs'))) ?? '';
  return packed
    .split('\n')
    .find(line => line.endsWith(` ${ref}`))
    ?.split(' ')[0];
}

const textOf = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').then(
    text => text.trim(),
    () => undefined,
  );
