import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { readerOf } from './git-reader.ts';

/** Runs Git in one repository. Nothing of the machine's own Git configuration is heeded. */
export interface Git {
  readonly folder: string;
  /** @throws GitError when Git does not succeed. */
  run(args: readonly string[], how?: { input?: Uint8Array | string; env?: Record<string, string> }): Promise<Buffer>;
  /** What `cat-file --batch` says of one object; `undefined` when there is none. */
  object(sha: string): Promise<Buffer | undefined>;
  /** The digest of the object that a revision names. */
  named(revision: string): Promise<string | undefined>;
  /** What Git prints, without the final newline; `undefined` when it does not succeed. */
  ask(...args: readonly string[]): Promise<string | undefined>;
}

export class GitError extends Error {}

export function gitIn(folder: string): Git {
  const remembered = new Map<string, Outcome>();
  const said = async (args: readonly string[], input?: Uint8Array | string, env?: Record<string, string>) => {
    if (input !== undefined || env || !isLasting(args)) return spawned(['-C', folder, ...args], input, env);
    const question = args.join('\0');
    const outcome = remembered.get(question) ?? (await spawned(['-C', folder, ...args]));
    // What does not succeed may do so when an object has come.
    if (outcome.code === 0 && outcome.out.length < largestRemembered) remembered.set(question, outcome);
    return outcome;
  };
  const run: Git['run'] = async (args, { input, env } = {}) => {
    const { code, out, complaint } = await said(args, input, env);
    if (code !== 0) throw new GitError(`git ${args[0]} failed with ${code}: ${complaint.trim()}`);
    return out;
  };
  const ask: Git['ask'] = async (...args) => {
    const { code, out } = await said(args);
    return code === 0 ? out.toString().trimEnd() : undefined;
  };
  const reader = readerOf(folder, surroundings());
  const objects = new Map<string, Buffer>();
  const object: Git['object'] = async sha => {
    const answer = objects.get(sha) ?? (await reader.whole(sha));
    if (answer && answer.length < largestRemembered) objects.set(sha, answer);
    return answer;
  };
  const named: Git['named'] = async revision =>
    revision.includes('\n')
      ? ask('rev-parse', '--verify', '--quiet', '--end-of-options', revision)
      : (await reader.about(revision))?.toString('latin1', 0, 40);
  return { folder, run, object, named, ask };
}

/** Bytes. */
const largestRemembered = 2 ** 20;
const readers = new Set([
  'rev-parse',
  'cat-file',
  'ls-tree',
  'log',
  'diff-tree',
  'merge-base',
  'rev-list',
  'merge-tree',
]);
const byDigest = /^[0-9a-f]{40}(\^\{\w+\}|:.*|\.\.[0-9a-f]{40})?$/s;

/** What is said of objects never changes as long as they are named by their digests. */
function isLasting([command = '', ...rest]: readonly string[]): boolean {
  const end = rest.indexOf('--');
  const named = (end < 0 ? rest : rest.slice(0, end)).filter(each => !each.startsWith('-'));
  return readers.has(command) && named.length > 0 && named.every(each => byDigest.test(each));
}

/** A bare repository without any commit. */
export async function bareRepository(folder: string, defaultBranch: string): Promise<Git> {
  await initialise(folder, '\tbare = true\n[uploadpack]\n\tallowAnySHA1InWant = true\n', defaultBranch);
  return gitIn(folder);
}

/** As `git init` does, without starting it. */
export async function initialise(folder: string, config = '\tbare = false\n', branch = 'master'): Promise<void> {
  for (const inner of ['objects', 'refs']) await mkdir(join(folder, inner), { recursive: true });
  await writeFile(join(folder, 'HEAD'), `ref: refs/heads/${branch}\n`);
  await writeFile(join(folder, 'config'), `[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n${config}`);
}

interface Outcome {
  readonly code: number | null;
  readonly out: Buffer;
  readonly complaint: string;
}

function spawned(
  args: readonly string[],
  input?: Uint8Array | string,
  env: Record<string, string> = {},
): Promise<Outcome> {
  const child = spawn('git', args, { env: { ...surroundings(), ...env }, stdio: 'pipe' });
  const out: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', chunk => out.push(chunk));
  child.stderr.on('data', chunk => complaints.push(chunk));
  // Git may end before it has read everything; its exit code then says why.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code =>
      resolve({ code, out: Buffer.concat(out), complaint: Buffer.concat(complaints).toString() }),
    );
  });
}

function surroundings(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const quiet = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  const somebody = { GIT_AUTHOR_NAME: 'GitHub', GIT_AUTHOR_EMAIL: 'noreply@github.com' };
  const committer = { GIT_COMMITTER_NAME: 'GitHub', GIT_COMMITTER_EMAIL: 'noreply@github.com' };
  return { ...Object.fromEntries(own), ...quiet, ...somebody, ...committer };
}
