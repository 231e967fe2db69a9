import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** What reads /proc says so where there is none. */
export const onLinux = { skip: process.platform === 'linux' ? false : 'reads /proc' };

/** Whether a process runs. */
export function isThere(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits until a process has ended, for at most ten seconds. @returns whether it has */
export async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 200 && isThere(pid); tries++) await setTimeout(50);
  return !isThere(pid);
}

/** Processes that a process started, whatever they do now. */
export const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number).filter(isThere);

/** The words that a process was started with. */
export const wordsOf = (pid: number): string[] => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
