import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started have used. */
export interface Used {
  /** Of processor time, in all threads. */
  readonly cpuSeconds: number;
  /** The most memory that they had resident at one time, in megabytes. */
  readonly peak: number;
  /** The most that each of them had resident, in megabytes, in the order in which they were first seen; of those that are Node's own. */
  readonly peaks: readonly number[];
}

/** Milliseconds between two looks: what a process uses after the last look before it ends is missed. */
const pause = 10;
/** Megabytes that no process of Node's does without: others are there for a moment, and try what the system can do. */
const least = 16;
/** Ticks of the system's clock in a second: Linux tells times of processes in hundredths, on every machine. */
const ticks = 100;

/**
 * Looks at a process and its descendants until it is told to stop. What explains is killed when it is done, so that nobody is told
 * what it used but who looks in time. Linux only.
 */
export function watchTree(root: number): { stop(): Used } {
  const cpu = new Map<number, number>();
  const peaks = new Map<number, number>();
  let peak = 0;
  const look = () => {
    const seen = [...family(root)].flatMap(pid => usedBy(pid) ?? []);
    for (const { pid, seconds, most } of seen) {
      cpu.set(pid, Math.max(cpu.get(pid) ?? 0, seconds));
      peaks.set(pid, Math.max(peaks.get(pid) ?? 0, most));
    }
    peak = Math.max(
      peak,
      seen.reduce((sum, { resident }) => sum + resident, 0),
    );
  };
  look();
  const timer = setInterval(look, pause);
  return {
    stop() {
      clearInterval(timer);
      look();
      const cpuSeconds = [...cpu.values()].reduce((sum, each) => sum + each, 0);
      return { cpuSeconds, peak, peaks: [...peaks.values()].filter(most => most >= least) };
    },
  };
}

export const canWatch: boolean = process.platform === 'linux';

/** A process and its descendants; none of one that is gone. */
function* family(pid: number): Generator<number> {
  yield pid;
  for (const thread of attempt(() => readdirSync(`/proc/${pid}/task`)) ?? []) {
    const children = attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')) ?? '';
    for (const child of children.split(' ').filter(Boolean)) yield* family(Number(child));
  }
}

interface Seen {
  readonly pid: number;
  readonly seconds: number;
  readonly resident: number;
  /** The most that was resident. */
  readonly most: number;
}

function usedBy(pid: number): Seen | undefined {
  return attempt(() => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [resident, most] = ['RSS', 'HWM'].map(
      name => Number(new RegExp(`^Vm${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) / 1024,
    );
    return { pid, seconds: (Number(fields[11]) + Number(fields[12])) / ticks, resident: resident!, most: most! };
  });
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
