import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { cli, type Finished } from './dist.ts';
import { explains, told } from './processes.ts';

/** Why memory is not measured here; `false`: it is. */
export const whyNoPeaks: string | false = process.platform === 'linux' ? false : 'memory is measured by /proc of Linux';

export interface Measured extends Finished {
  /** The most that each process of the run had at once, in MB, the command line's own first. */
  readonly peaks: readonly number[];
}

/**
 * Runs the command line, and looks every few milliseconds at the high-water mark that the system keeps of it and of each process
 * that explains: it decodes pictures and loads models. Others, such as the one that tries what the system can do, are there for a moment.
 */
export async function measured(cwd: string, ...args: readonly string[]): Promise<Measured> {
  const env = { ...process.env, NO_COLOR: '1' };
  const child = spawn(process.execPath, [cli, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', text => {
      said[stream] += text;
    });
  let code: number | null | undefined;
  child.on('close', ended => {
    code = ended;
  });
  const peaks = new Map<number, number>([[child.pid!, 0]]);
  while (code === undefined) {
    for (const pid of family(child.pid!))
      if (pid === child.pid || explains(pid)) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakOf(pid)));
    await setTimeout(5);
  }
  return { ...said, code, peaks: [...peaks.values()] };
}

function family(pid: number): number[] {
  const children = threads(pid).flatMap(thread => told(pid, `task/${thread}/children`).split(' '));
  return [pid, ...children.filter(Boolean).flatMap(child => family(Number(child)))];
}

function threads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** MB; 0 for a process that is gone. */
const peakOf = (pid: number): number => Number(/^VmHWM:\s+(\d+) kB$/m.exec(told(pid, 'status'))?.[1] ?? 0) / 1024;
