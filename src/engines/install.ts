import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CamdriftError, systemWords } from '../errors.ts';
import { installedAt, type Programs, programsFor, verify } from './_programs.ts';
import { filesInTar } from './_tar.ts';
import { engineFolder } from './folder.ts';

export interface Installed {
  readonly engine: string;
  readonly folder: string;
  /** Whether it was there before. */
  readonly before: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Installs ONNX Runtime's programs for this machine into the tool's own folder: the package of one version from the registry that
 * npm is configured for, held against its integrity. None of its scripts runs, and nothing of the workspace is asked.
 * @throws CamdriftError `engine-unavailable`
 */
export async function installRuntime(env: Environment, programs: Programs | Error = known()): Promise<Installed> {
  if (programs instanceof Error) throw failed(programs.message);
  const folder = installedAt(engineFolder(env), programs);
  const told = { engine: `ONNX Runtime ${programs.version} for ${programs.platform}`, folder };
  if (isWhole(folder, programs)) return { ...told, before: true };
  const scratch = await mkdtemp(join(tmpdir(), 'camdrift-setup-'));
  try {
    const archive = await downloaded(scratch, env, programs);
    await unpacked(archive, folder, programs).catch(cause => {
      throw cause instanceof CamdriftError
        ? cause
        : failed(`${folder} cannot be written: ${systemWords(cause)}`, cause);
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return { ...told, before: false };
}

function known(): Programs | Error {
  try {
    return programsFor();
  } catch (error) {
    return error as Error;
  }
}

const failed = (why: string, cause?: unknown): CamdriftError =>
  new CamdriftError(
    'engine-unavailable',
    `ONNX Runtime (onnxruntime-node) cannot be installed: ${why.replace(/[.\s]+$/, '')}.`,
    {
      cause,
      remedy:
        'Check that npm is there and reaches its registry, and that the folder can be written; without it the next engine runs.',
    },
  );

function isWhole(folder: string, programs: Programs): boolean {
  try {
    verify(folder, programs);
    return true;
  } catch {
    return false;
  }
}

const run = promisify(execFile);
/** Minutes that npm may take: its package holds the programs of every platform. */
const longest = 10;
/** Of a runner's environment: tokens, and what an action was given. */
const notNpms = /^(INPUT_|ACTIONS_|GITHUB_)/;

/** npm itself fetches it: it knows registry, proxy and credentials. It starts in an empty folder, so that no project tells it others. */
async function downloaded(scratch: string, env: Environment, { version, integrity }: Programs): Promise<string> {
  await writeFile(join(scratch, 'package.json'), '{"private": true}');
  const isWindows = process.platform === 'win32';
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !notNpms.test(name)));
  const args = ['pack', `onnxruntime-node@${version}`, '--ignore-scripts', '--no-update-notifier', '--loglevel=error'];
  const options = { cwd: scratch, env: own, shell: isWindows, timeout: longest * 60_000 };
  await run(isWindows ? 'npm.cmd' : 'npm', args, options).catch(cause => {
    throw failed(npmsWords(cause), cause);
  });
  const [name] = (await readdir(scratch)).filter(each => each.endsWith('.tgz'));
  if (name === undefined) throw failed('npm fetched nothing');
  const archive = join(scratch, name);
  const found = `sha512-${await sha512(archive)}`;
  if (found !== integrity)
    throw failed(
      `what the registry gave is not the package that was published (${found.slice(0, 20)}... instead of ${integrity.slice(0, 20)}...)`,
    );
  return archive;
}

function npmsWords({ code, stderr, killed }: { code?: unknown; stderr?: string; killed?: boolean }): string {
  if (code === 'ENOENT') return 'npm is not there';
  if (killed) return `npm did not end within ${longest} minutes`;
  const lines = (stderr ?? '')
    .split('\n')
    .flatMap(line => /^npm (?:error|ERR!) (?!code |syscall |errno |A complete log)(.+)/.exec(line)?.[1] ?? []);
  const words = lines.slice(0, 2).map(line => line.slice(0, 200));
  return `npm says: ${words.join('; ') || `exit code ${code}`}`;
}

async function sha512(path: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('base64');
}

/** Beside its place first, then there at once: what is in place is whole. */
async function unpacked(archive: string, folder: string, programs: Programs): Promise<void> {
  const beside = `${folder}.${process.pid}`;
  try {
    await mkdir(beside, { recursive: true });
    const from = `package/bin/napi-v6/${programs.platform.replace('-', '/')}/`;
    await filesInTar(archive, from, async (name, bytes) => {
      if (Object.hasOwn(programs.files, name)) await writeFile(join(beside, name), bytes);
    });
    verify(beside, programs);
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}
