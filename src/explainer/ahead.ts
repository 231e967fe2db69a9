import type { ChildProcess } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { engineNames } from '../engines/engine.ts';
import type { EngineChoice } from '../engines/index.ts';
import { forkExplainer, keepAlive } from './fork.ts';

/** Commands that load models and have a configuration, which may name the engine. */
const configured: ReadonlySet<string> = new Set(['audit', 'accept', 'baseline', 'calibrate', 'doctor']);
/** Commands that load models. */
const explaining: ReadonlySet<string> = new Set([...configured, 'map', 'layers']);
/** Bytes of the longest configuration that is read for a guess. */
const longest = 2 ** 20;

let ahead: { readonly child: ChildProcess; readonly engine: EngineChoice } | undefined;

/**
 * Starts what explains before the command line is loaded and read, where it names a command that will want it. Which engine that is, is
 * a guess: a wrong one costs what it would have cost to wait.
 * @param args of the command line
 */
export function forkAhead([command = '', ...args]: readonly string[]): void {
  if (!explaining.has(command) || args.includes('--help')) return;
  const engine = guess(command, args);
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

/** What is typed wins over the configuration. */
function guess(command: string, args: readonly string[]): EngineChoice {
  const said = typed('--engine', args) ?? (configured.has(command) ? inConfiguration(args) : undefined);
  return engineNames.find(name => name === said) ?? 'auto';
}

/** What follows an option; the last counts, as everywhere on the command line. */
const typed = (option: string, args: readonly string[]): string | undefined =>
  args
    .map((word, at) => (word === option ? args[at + 1] : word.split(`${option}=`)[1]))
    .findLast(value => value !== undefined && value !== '');

/** The engine that the configuration names in a line of its own, as nearly all do: nothing that reads YAML is loaded yet. */
function inConfiguration(args: readonly string[]): string | undefined {
  if (typed('--model', args) !== undefined) return undefined;
  try {
    const path = typed('--config', args) ?? 'camdrift.yml';
    const facts = statSync(path);
    if (!facts.isFile() || facts.size > longest) return undefined;
    return /^engine:[ \t]*["']?(\w+)/m.exec(readFileSync(path, 'utf8'))?.[1];
  } catch {
    // Whoever reads it in earnest says what is wrong with it.
    return undefined;
  }
}
