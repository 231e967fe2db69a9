import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { engineFolder, folderVariable } from '../engines/folder.ts';
import type { EngineChoice } from '../engines/index.ts';

/** Megabytes of JavaScript objects: the largest topology that is read takes a quarter of it. */
export const heap = 2048;

/** Megabytes of one half of the space of young objects: it would double to 64, and stay so (`spill/young`). */
const young = 1;

/** Starts a process that explains; it starts the engine that it will be asked for. It ends with this one. */
export function forkExplainer(engine: EngineChoice): ChildProcess {
  const flags = [`--max-old-space-size=${heap}`, `--max-semi-space-size=${young}`];
  bound ??= canBind();
  const child = fork(new URL(entry, import.meta.url), [engine], {
    env: {
      ...harmless(process.env),
      ...temporary(),
      ...hugePages(),
      [folderVariable]: engineFolder(process.env),
      ...(bound && { [boundVariable]: 'yes' }),
    },
    ...(bound
      ? { execPath: binding[0], execArgv: [...binding.slice(1), process.execPath, ...flags] }
      : { execArgv: flags }),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return child;
}

/** Set where Linux ends the process with its parent: it needs no thread that looks. */
export const boundVariable = 'CAMDRIFT_BOUND';
let bound: boolean | undefined;

/** Of util-linux: becomes the program that follows, which is killed with its parent whatever it does. A thread takes 70 ms of a processor. */
const binding = ['/usr/bin/setpriv', '--pdeathsig', 'KILL', '--'] as const;
/** Older ones know no such signal. */
const canBind = () =>
  process.platform === 'linux' && spawnSync(binding[0], [...binding.slice(1), '/bin/true'], { env: {} }).status === 0;

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Beside this file when running from source; the build gives it a file of its own. */
const entry = import.meta.url.endsWith('.ts') ? './explainer-process.ts' : './explainer-process.js';

/** Whether this process waits for it. */
export function keepAlive(child: ChildProcess, busy: boolean): void {
  const change = busy ? 'ref' : 'unref';
  child[change]();
  child.channel?.[change]();
  (child.stderr as unknown as { ref(): void; unref(): void } | null)?.[change]();
}

const harmlessNames =
  /^(PATH|TMPDIR|TEMP|TMP|SYSTEMROOT|WINDIR|LANG|LC_\w+|TZ|(DY)?LD_LIBRARY_PATH|UV_THREADPOOL_SIZE|NODE_COMPILE_CACHE|CUDA_VISIBLE_DEVICES|OMP_NUM_THREADS|TF_(CPP_MIN_LOG_LEVEL|ENABLE_ONEDNN_OPTS|NUM_INTRAOP_THREADS|NUM_INTEROP_THREADS))$/i;

/** The runner's folder for temporary files, by the names that every system has: its own variables stay here. */
const temporary = () => {
  const folder = process.env.RUNNER_TEMP || tmpdir();
  return { TMPDIR: folder, TEMP: folder };
};

/**
 * Memory of weights in pages of 2 MB, where Linux gives them to whoever asks: a run of ResNet-50 has a third of the page faults, and takes
 * a tenth less time with `onnxruntime` and `native`. Other C libraries than glibc do not look at it.
 */
const hugePages = () => (process.platform === 'linux' ? { GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1' } : {});

/** What a process needs to run, and no secret of whoever started this one. */
const harmless = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => harmlessNames.test(name)));
