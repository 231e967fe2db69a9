import type { ChildProcess } from 'node:child_process';
import { engineNames } from '../engines/engine.ts';
import type { EngineChoice } from '../engines/index.ts';
import { forkExplainer, keepAlive } from './fork.ts';

/** Commands that load models. */
const explaining: ReadonlySet<string> = new Set([
  'audit',
  'accept',
  'baseline',
  'calibrate',
  'map',
  'doctor',
  'layers',
]);

let ahead: { readonly child: ChildProcess; readonly engine: EngineChoice } | undefined;

/**
 * Starts what explains before the command line is loaded and read, where it names a command that will want it. Which engine that is, is
 * a guess: a wrong one costs what it would have cost to wait.
 * @param args of the command line
 */
export function forkAhead([command = '', ...args]: readonly string[]): void {
  if (!explaining.has(command)) return;
  const engine = guess(args);
  const child = forkExplainer(engine);
  ahead = { child, engine };
  // It is asked for later, and started once more where it is gone by then.
  child.on('error', () => {});
  keepAlive(child, false);
}

/** What was started ahead, if it is there and its engine is the one that is wanted; it is given away once. */
export function forkedAhead(engine: EngineChoice): ChildProcess | undefined {
  const found = ahead;
  ahead = undefined;
  if (found?.engine === engine && found.child.connected) return found.child;
  found?.child.kill('SIGKILL');
  return undefined;
}

/** The last word counts, as everywhere on the command line; a configuration may say otherwise. */
function guess(args: readonly string[]): EngineChoice {
  const said = args.flatMap((word, at) =>
    word === '--engine' ? (args[at + 1] ?? '') : (word.split('--engine=')[1] ?? ''),
  );
  return engineNames.find(name => name === said.findLast(word => word !== '')) ?? 'auto';
}
