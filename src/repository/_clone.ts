import { git } from './_git.ts';
import { localLfs } from './_local-lfs.ts';
import type { Objects } from './_objects.ts';
import { entriesOf } from './_tree.ts';
import { blobName } from './blob-name.ts';

/** Of what Git prints about one tree. */
const longestListing = 64 * 2 ** 20;
/**
 * The objects that a clone on disk has, and the Git LFS objects that were fetched into it.
 * @param folder of Git's own files, such as `.git/modules/weights`
 */
export function clone(folder: string): Objects {
  return {
    repository: undefined,
    lfs: localLfs(folder),
    tree: async sha => {
      const listed = await git(folder, ['ls-tree', '-r', '-t', '-l', '-z', '--full-tree', sha], longestListing);
      return { whole: true, entries: entriesOf(lines(listed).map(entryOf)) };
    },
    blob: async ({ sha, size }) => {
      const bytes = await git(folder, ['cat-file', 'blob', sha], size + 1);
      if (blobName(bytes, sha) !== sha) throw new Error(`its bytes are not those of blob ${sha}`);
      return new Uint8Array(bytes);
    },
  };
}

const lines = (listed: Buffer): string[] => listed.toString('utf8').split('\0').filter(Boolean);

/** `100644 blob 8baef1b…     7\tREADME.md`; a size of `-` is none. */
function entryOf(line: string) {
  const [about = '', path = ''] = [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)];
  const [mode = '', , sha = '', size = ''] = about.split(/ +/);
  return { path, mode, sha, size: Number(size) || 0 };
}
