import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { cli, type Finished } from './dist.ts';

/** Why memory is not measured here; `false`: it is. */
export const whyNoPeaks: string | false = process.platform === 'linux' ? false : 'memory is measured by /proc of Linux';

export interface Measured extends Finished {
  /** The most that each process of the run had at once, in MB, the command line's own first. */
  readonly peaks: readonly number[];
}

/**
 * Runs the command line, and looks every few milliseconds at the high-water mark that the system keeps of it and of each process
 * that it starts: one of them decodes pictures and loads models.
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
    for (const pid of family(child.pid!)) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakOf(pid)));
    await setTimeout(5);
  }
  return { ...said, code, peaks: [...peaks.values()] };
}

function family(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const children = threads.flatMap(thread => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' '));
    return [pid, ...children.filter(Boolean).flatMap(child => family(Number(child)))];
  } catch {
    return [];
  }
}

/** MB; 0 for a process that is gone. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
