import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

export const root = join(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');

export const isBuilt = (): boolean => existsSync(cli);

/** What a run of the shipped command line took. */
export interface CommandRun {
  readonly seconds: number;
  /** Of processor time, in all threads. */
  readonly cpuSeconds: number;
  /** The most memory it had resident at any time, in megabytes. */
  readonly peak: number;
  readonly exitCode: number | null;
}

/** Tells what it used on its way out: no other program can be relied on to do that on every system. */
const reporter = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage()) + '\\n'));",
)}`;

/** Runs `dist/cli.js`, as users do, from process start to process end. Throws when it did not get as far as a verdict. */
export async function runCommand(args: readonly string[], cwd: string): Promise<CommandRun> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', reporter, cli, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [errors, told] = [text(child.stdio[2] as Readable), text(child.stdio[3] as Readable)];
  const [exitCode] = (await once(child, 'exit')) as [number | null];
  const seconds = (performance.now() - start) / 1000;
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`camdrift ${args[0]} ended with ${exitCode}:\n${await errors}`);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse((await told).trim().split('\n').at(-1)!);
  return { seconds, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024, exitCode };
}
