import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { promisify } from 'node:util';

const started = promisify(execFile);

/** Milliseconds for one answer. */
const patience = 60_000;

/**
 * What a clone on disk answers. Git reads it, and does nothing else: no hook, filter or helper is run, nothing is
 * fetched, and no configuration but the clone's own is heeded. Paths are taken as they are written.
 * @param folder of Git's own files, such as `.git/modules/weights`
 * @param mostBytes of the answer
 */
export async function git(folder: string, args: readonly string[], mostBytes: number): Promise<Buffer> {
  const options = { encoding: 'buffer', env: quiet(), maxBuffer: mostBytes, timeout: patience } as const;
  const { stdout } = await started('git', [...safely, '--git-dir', folder, ...args], options);
  return stdout;
}

/** A container's user is often not the one who cloned. */
const safely = ['-c', 'safe.directory=*', '-c', 'protocol.allow=never'];

const quiet = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
});
