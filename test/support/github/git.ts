import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** Runs Git in one repository. Nothing of the machine's own Git configuration is heeded. */
export interface Git {
  readonly folder: string;
  /** @throws GitError when Git does not succeed. */
  run(args: readonly string[], how?: { input?: Uint8Array | string; env?: Record<string, string> }): Promise<Buffer>;
  /** What Git prints, without the final newline; `undefined` when it does not succeed. */
  ask(...args: readonly string[]): Promise<string | undefined>;
}

export class GitError extends Error {}

export function gitIn(folder: string): Git {
  const run: Git['run'] = async (args, { input, env } = {}) => {
    const { code, out, complaint } = await spawned(['-C', folder, ...args], input, env);
    if (code !== 0) throw new GitError(`git ${args[0]} failed with ${code}: ${complaint.trim()}`);
    return out;
  };
  const ask: Git['ask'] = async (...args) => {
    const { code, out } = await spawned(['-C', folder, ...args]);
    return code === 0 ? out.toString().trimEnd() : undefined;
  };
  return { folder, run, ask };
}

/** A bare repository without any commit. */
export async function bareRepository(folder: string, defaultBranch: string): Promise<Git> {
  const git = gitIn(folder);
  await git.run(['init', '--quiet', '--bare', '--template=', `--initial-branch=${defaultBranch}`]);
  await git.run(['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  return git;
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
