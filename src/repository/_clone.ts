import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { promisify } from 'node:util';
import type { Objects } from './_objects.ts';
import { entriesOf } from './_tree.ts';
import { blobName } from './blob-name.ts';

const started = promisify(execFile);

/** Of what Git prints about one tree. */
const longestListing = 64 * 2 ** 20;
/** Milliseconds for one answer. */
const patience = 60_000;

/**
 * The objects that a clone on disk has. Git reads them, and does nothing else: no hook, filter or helper is run, nothing is
 * fetched, and no configuration but the clone's own is heeded.
 * @param folder of Git's own files, such as `.git/modules/weights`
 */
export function clone(folder: string): Objects {
  const git = async (args: readonly string[], maxBuffer: number) => {
    const options = { encoding: 'buffer', env: quiet(), maxBuffer, timeout: patience } as const;
    const { stdout } = await started('git', [...safely, '--git-dir', folder, ...args], options);
    return stdout;
  };
  return {
    repository: undefined,
    tree: async sha => {
      const listed = await git(['ls-tree', '-r', '-t', '-l', '-z', '--full-tree', sha], longestListing);
      return { whole: true, entries: entriesOf(lines(listed).map(entryOf)) };
    },
    blob: async ({ sha, size }) => {
      const bytes = await git(['cat-file', 'blob', sha], size + 1);
      if (blobName(bytes, sha) !== sha) throw new Error(`its bytes are not those of blob ${sha}`);
      return new Uint8Array(bytes);
    },
  };
}

/** A container's user is often not the one who cloned. */
const safely = ['-c', 'safe.directory=*', '-c', 'protocol.allow=never'];

const quiet = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
});

const lines = (listed: Buffer): string[] => listed.toString('utf8').split('\0').filter(Boolean);

/** `100644 blob 8baef1b…     7\tREADME.md`; a size of `-` is none. */
function entryOf(line: string) {
  const [about = '', path = ''] = [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)];
  const [mode = '', , sha = '', size = ''] = about.split(/ +/);
  return { path, mode, sha, size: Number(size) || 0 };
}
