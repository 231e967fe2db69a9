/**
 * Tries inputs one after another, and writes into a file which one it is at, so that whoever started it can end it and knows why.
 *
 *   node scripts/fuzz/child.ts TARGET SEED FROM UNTIL SECONDS FOLDER [lay]
 *
 * With `lay` it only writes the inputs, and reads none.
 */
import { existsSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { CamdriftError } from '../../src/errors.ts';
import { chooser } from './random.ts';
import type { Input } from './target.ts';
import { targets } from './targets.ts';

/** What a child has tried, in the order of the file's numbers. */
export interface Tally {
  /** The input it is at, which is not counted yet. */
  index: number;
  read: number;
  refused: number;
  /** Processor time of the process, before this input, in milliseconds. */
  before: number;
  done: 0 | 1;
}

export interface Finding {
  readonly index: number;
  readonly kind: 'bug' | 'slow' | 'memory';
  readonly message: string;
}

/** Milliseconds of the processor that one input may take. */
export const longest = 2000;
const mostBytes = 500 * 2 ** 20;

const [name = '', seed = '1', from = '0', until = '0', seconds = '1', folder = '', lay = ''] = process.argv.slice(2);
process.on('unhandledRejection', error => {
  pending = error;
});
let pending: unknown;

async function run(first: number, end: number, deadline: number): Promise<void> {
  const target = await targets[name]!();
  const tally: Tally = { index: first, read: 0, refused: 0, before: 0, done: 0 };
  const file = openSync(join(folder, 'tally'), 'w');
  const put = () =>
    writeSync(file, Float64Array.of(tally.index, tally.read, tally.refused, tally.before, tally.done), 0, 40, 0);
  const place = join(folder, 'input');
  const idle = memory();
  let fresh = true;
  for (; tally.index < end && performance.now() < deadline && fresh; tally.index++) {
    const input = await target.make(chooser(seed, name, tally.index));
    if (target.onDisk || lay) laid(input, place);
    if (lay) continue;
    tally.before = processor();
    put();
    const found = await finding(() => target.read(input, place), tally);
    if (found) process.send!(found);
    // After a finding nothing is known of its state; and what a library never gives back is not counted as an input's.
    fresh = !found && memory() - idle < mostBytes / 2;
  }
  tally.before = processor();
  tally.done = 1;
  put();
}

async function finding(read: () => Promise<void>, tally: Tally): Promise<Finding | undefined> {
  const [highest, start] = [highestMemory(), memory()];
  const bug = await tried(read, tally);
  const took = processor() - tally.before;
  const taken = highestMemory() > highest ? highestMemory() - start : 0;
  const found = (kind: Finding['kind'], message: string): Finding => ({ index: tally.index, kind, message });
  if (bug !== undefined) return found('bug', bug);
  if (took > longest) return found('slow', `${(took / 1000).toFixed(1)} s of the processor`);
  return taken > mostBytes ? found('memory', `${(taken / 2 ** 20).toFixed(0)} MB`) : undefined;
}

/** Bytes of the process as a whole. */
const memory = (): number => process.memoryUsage.rss();
const highestMemory = (): number => process.resourceUsage().maxRSS * 1024;

async function tried(read: () => Promise<void>, tally: Tally): Promise<string | undefined> {
  try {
    await read();
    await new Promise(resolve => setImmediate(resolve));
    if (pending !== undefined) throw pending;
    tally.read++;
    return undefined;
  } catch (error) {
    // A broken engine is a hole that the words only cover, and whatever it is asked next fails as well.
    if (error instanceof CamdriftError && error.code !== 'broke-down') {
      tally.refused++;
      return undefined;
    }
    pending = undefined;
    const { stack } = error instanceof Error ? error : new Error(String(error));
    return stack!.split('\n').slice(0, 4).join(' | ').slice(0, 600);
  }
}

/** Milliseconds. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What lies there, so that what most inputs share is not written again. */
let lying: Input = new Map();

function laid(input: Input, place: string): void {
  if ([...lying.keys()].some(path => !input.has(path)) || lying.size === 0)
    rmSync(place, { recursive: true, force: true });
  const there = existsSync(place) ? lying : new Map();
  lying = input;
  for (const [path, bytes] of input) {
    if (there.get(path) === bytes) continue;
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), bytes);
  }
}

await run(Number(from), Number(until), performance.now() + Number(seconds) * 1000);
if (process.connected) process.disconnect();
