import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started have used. */
export interface Used {
  /** Of processor time, in all threads. */
  readonly cpuSeconds: number;
  /** The most memory that they had resident at one time, in megabytes. */
  readonly peak: number;
}

/** Milliseconds between two looks: what a process uses after the last look before it ends is missed. */
const pause = 10;
/** Ticks of the system's clock in a second: Linux tells times of processes in hundredths, on every machine. */
const ticks = 100;

/**
 * Looks at a process and its descendants until it is told to stop. What explains is killed when it is done, so that nobody is told
 * what it used but who looks in time. Linux only.
 */
export function watchTree(root: number): { stop(): Used } {
  const cpu = new Map<number, number>();
  let peak = 0;
  const look = () => {
    const seen = [...family(root)].flatMap(pid => usedBy(pid) ?? []);
    for (const { pid, seconds } of seen) cpu.set(pid, Math.max(cpu.get(pid) ?? 0, seconds));
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
      return { cpuSeconds: [...cpu.values()].reduce((sum, each) => sum + each, 0), peak };
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

function usedBy(pid: number): { pid: number; seconds: number; resident: number } | undefined {
  return attempt(() => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0;
    return { pid, seconds: (Number(fields[11]) + Number(fields[12])) / ticks, resident: Number(resident) / 1024 };
  });
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
