import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds of the processor that one input may take, and of the clock, on a machine that is busy otherwise. */
const [longest, longestWait] = [2000, 60_000];
const mostBytes = 500 * 2 ** 20;

export interface Task {
  readonly target: string;
  readonly seed: string;
  readonly from: number;
  readonly inputs: number;
  readonly seconds: number;
  /** Folder for the inputs of findings. */
  readonly keep: string | undefined;
}

export interface Found {
  readonly index: number;
  readonly kind: 'bug' | 'slow' | 'memory' | 'died';
  readonly message: string;
}

export interface Tried {
  readonly target: string;
  read: number;
  refused: number;
  /** Seconds of the processor. */
  cpu: number;
  /** Bytes of memory, of the process as a whole. */
  peak: number;
  readonly findings: Found[];
}

/** Tries inputs until the time or their number is up. Whoever does not end is killed, and the next input has a new process. */
export async function fuzzed(task: Task): Promise<Tried> {
  const folder = mkdtempSync(join(tmpdir(), 'camdrift-fuzz-'));
  const tried: Tried = { target: task.target, read: 0, refused: 0, cpu: 0, peak: 0, findings: [] };
  const [end, last] = [performance.now() + task.seconds * 1000, task.from + task.inputs];
  try {
    for (let from = task.from; from < last; ) {
      const left = (end - performance.now()) / 1000;
      if (left <= 0 && tried.read + tried.refused > 0) break;
      const next = await once(task, { from, last, seconds: Math.max(left, 1) }, folder, tried);
      from = next;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return tried;
}

/** One process. @returns the input to go on from */
async function once(task: Task, span: { from: number; last: number; seconds: number }, folder: string, tried: Tried) {
  rmSync(join(folder, 'tally'), { force: true });
  const args = [task.target, task.seed, span.from, span.last, span.seconds, folder].map(String);
  const child = fork(join(import.meta.dirname, 'child.ts'), args, {
    execArgv: ['--max-old-space-size=500'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr!.on('data', chunk => {
    words = `${words}${chunk}`.slice(-2000);
  });
  const found: Found[] = [];
  child.on('message', message => found.push(message as Found));
  const why = await watched(child, folder, tried);
  const tally = tallyIn(folder);
  if (!tally) throw new Error(`The process for ${task.target} did not begin: ${words}`);
  tried.read += tally.read;
  tried.refused += tally.refused;
  tried.cpu += tally.before / 1000;
  if (!tally.done) {
    const message =
      why ?? `the process ended: ${words.split('\n').find(line => /error|fatal/i.test(line)) ?? words.slice(0, 200)}`;
    found.push({ index: tally.index, kind: why === undefined ? 'died' : kindOf(why), message });
    if (why !== undefined) tried.cpu += longest / 1000;
  }
  for (const each of found) {
    tried.findings.push(each);
    if (task.keep !== undefined) keep(task, each, folder);
  }
  return tally.done ? tally.index : tally.index + 1;
}

const kindOf = (why: string): Found['kind'] => (why.includes('MB') ? 'memory' : 'slow');

/** Waits for the end of a process, or ends it: the words say why. */
async function watched(child: ChildProcess, folder: string, tried: Tried): Promise<string | undefined> {
  let ended = false;
  const exit = new Promise<void>(resolve => child.once('close', () => resolve()));
  void exit.then(() => {
    ended = true;
  });
  let [at, since] = [-1, performance.now()];
  while (!ended) {
    await Promise.race([exit, setTimeout(100)]);
    const tally = tallyIn(folder);
    if (!tally || ended) continue;
    if (tally.index !== at) [at, since] = [tally.index, performance.now()];
    const usage = usageOf(child.pid!);
    tried.peak = Math.max(tried.peak, usage.memory);
    const why = tally.done ? undefined : tooMuch(usage.cpu - tally.before, performance.now() - since, usage.memory);
    if (why === undefined) continue;
    child.kill('SIGKILL');
    await exit;
    return tallyIn(folder)?.done ? undefined : why;
  }
  return undefined;
}

function tooMuch(cpu: number, waited: number, memory: number): string | undefined {
  if (cpu > longest && waited > longest) return 'more than 2 s of the processor, and ended';
  if (waited > longestWait) return 'more than 60 s of the clock, and ended';
  return memory > 3 * mostBytes ? `${(memory / 2 ** 20).toFixed(0)} MB in all, and ended` : undefined;
}

function tallyIn(folder: string) {
  try {
    const bytes = readFileSync(join(folder, 'tally'));
    if (bytes.length < 40) return undefined;
    const [index, read, refused, before, done] = new Float64Array(new Uint8Array(bytes).buffer);
    return { index: index!, read: read!, refused: refused!, before: before!, done: done! };
  } catch {
    return undefined;
  }
}

/** Milliseconds of the processor and bytes of a process; zeros where there is no /proc. */
function usageOf(pid: number): { cpu: number; memory: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, memory: Number(fields[21]) * 4096 };
  } catch {
    return { cpu: 0, memory: 0 };
  }
}

/** Makes the input again, which is the same for the same seed, and keeps it. */
function keep({ target, seed, keep: place }: Task, { index }: Found, folder: string): void {
  const child = join(import.meta.dirname, 'child.ts');
  execFileSync(process.execPath, [child, target, seed, String(index), String(index + 1), '60', folder, 'lay']);
  cpSync(join(folder, 'input'), join(place!, `${target}-${seed}-${index}`), { recursive: true });
}
