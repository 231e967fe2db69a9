import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { canWatch, type Used, watchTree } from './tree.ts';

export const root = join(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');

export const isBuilt = (): boolean => existsSync(cli);

/** What a run of the shipped command line took: it, and the process that explains for it. */
export interface CommandRun extends Used {
  readonly seconds: number;
  readonly exitCode: number | null;
}

/** Runs `dist/cli.js`, as users do, from process start to process end. Throws when it did not get as far as a verdict. */
export async function runCommand(args: readonly string[], cwd: string): Promise<CommandRun> {
  if (!canWatch) throw new Error('What a run takes is measured by /proc of Linux.');
  const start = performance.now();
  const child = spawn(process.execPath, [cli, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  const watched = watchTree(child.pid!);
  const errors = text(child.stderr);
  const [exitCode] = (await once(child, 'exit')) as [number | null];
  const seconds = (performance.now() - start) / 1000;
  const used = watched.stop();
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`camdrift ${args[0]} ended with ${exitCode}:\n${await errors}`);
  return { seconds, exitCode, ...used };
}
