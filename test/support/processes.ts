import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** What reads /proc says so where there is none. */
export const onLinux = { skip: process.platform === 'linux' ? false : 'reads /proc' };

/** Whether a process runs. */
export function isThere(pid: number): boolean {
  const status = told(pid, 'status');
  return status !== '' && !/^State:\s+Z/m.test(status);
}

/** Waits until a process has ended, for at most ten seconds. @returns whether it has */
export async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 200 && isThere(pid); tries++) await setTimeout(50);
  return !isThere(pid);
}

/** Processes that explain and were started by this one, whatever they do now. Another is there for a moment, and tries what the system can do. */
export const explaining = (pid: number): number[] =>
  told(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number).filter(isThere).filter(explains);

/** Whether a process explains, or becomes one that does. */
export const explains = (pid: number): boolean => wordsOf(pid).some(word => /explainer-process\.[jt]s$/.test(word));

/** The words that a process was started with; none of one that is gone. While one program takes the place of another there are none either. */
export function wordsOf(pid: number): string[] {
  let words: string[];
  do words = told(pid, 'cmdline').split('\0').slice(0, -1);
  while (words.length === 0 && isThere(pid));
  return words;
}

/** What /proc tells of a process; nothing of one that is gone. */
export function told(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
