import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { EngineChoice } from '../../src/engines/index.ts';
import { forkAhead, forkedAhead } from '../../src/explainer/ahead.ts';
import { startExplainer } from '../../src/explainer/separate-explainer.ts';
import { cli } from '../support/dist.ts';
import { explaining, isGone, onLinux, wordsOf } from '../support/processes.ts';
import { emptyWorkspace } from '../support/workspace.ts';

/** What is started ahead for these words, and then asked for. */
async function adopted(t: TestContext, args: readonly string[], engine: EngineChoice, meanwhile = async () => {}) {
  forkAhead(args);
  const [ahead] = explaining(process.pid);
  await meanwhile();
  const explainer = await startExplainer(engine);
  t.after(() => explainer[Symbol.asyncDispose]());
  return { ahead, explainer };
}

test('what was started ahead is what explains, with the engine that the words name', onLinux, async t => {
  for (const args of [
    ['map', '--engine', 'wasm'],
    ['layers', '--engine', 'native', '--model', 'm', '--engine=wasm'],
  ]) {
    const { ahead, explainer } = await adopted(t, args, 'wasm');
    assert.equal(explainer.pid, ahead, args.join(' '));
    assert.equal(wordsOf(ahead!).at(-1), 'wasm');
    assert.equal(explainer.name, 'wasm');
    await explainer[Symbol.asyncDispose]();
  }
});

test('the engine is the one that the configuration names, where no word does', onLinux, async t => {
  const workspace = await emptyWorkspace(t);
  await workspace.config({ preprocess: 'unit', engine: 'wasm' });
  await workspace.write('quoted.yml', '# engine: native\nmodels: []\nengine:   "wasm" # the slowest\n');
  await workspace.write('engines.yml', 'engine: native\n');
  await workspace.write('nested.yml', 'models:\n  - name: a\n    engine: wasm\n');
  const at = process.cwd();
  t.after(() => process.chdir(at));
  process.chdir(workspace.root);
  for (const [words, engine] of [
    [['audit'], 'wasm'],
    [['baseline', '--config', 'engines.yml', '--config=quoted.yml'], 'wasm'],
    [['doctor', '--config', 'engines.yml', '--engine', 'wasm'], 'wasm'],
    [['accept', '--model', 'm.onnx'], 'auto'],
    [['map', '--image', 'a.png'], 'auto'],
    [['audit', '--config', 'nested.yml'], 'auto'],
    [['calibrate', '--config', 'not-there.yml'], 'auto'],
    [['audit', '--config', '.'], 'auto'],
  ] as const) {
    forkAhead(words);
    const [ahead] = explaining(process.pid);
    assert.equal(wordsOf(ahead!).at(-1), engine, words.join(' '));
    forkedAhead(engine)!.kill('SIGKILL');
    assert.ok(await isGone(ahead!));
  }
});

test('a wrong guess is ended, and nothing but what explains is left', onLinux, async t => {
  const { ahead, explainer } = await adopted(t, ['audit', '--engine', 'of no name'], 'wasm');
  assert.equal(wordsOf(explainer.pid!).at(-1), 'wasm');
  assert.notEqual(explainer.pid, ahead);
  assert.ok(await isGone(ahead!));
  assert.deepEqual(explaining(process.pid), [explainer.pid]);
});

test('what ended before it was asked for is started anew', onLinux, async t => {
  const { ahead, explainer } = await adopted(t, ['map', '--engine', 'wasm'], 'wasm', async () => {
    const [pid] = explaining(process.pid);
    process.kill(pid!, 'SIGKILL');
    while (explaining(process.pid).length > 0) await setTimeout(10);
    await setTimeout(50);
  });
  assert.notEqual(explainer.pid, ahead);
  assert.equal(explainer.name, 'wasm');
});

test('it is given away once, and nothing is started for words that explain nothing', onLinux, async t => {
  await adopted(t, ['map', '--engine', 'wasm'], 'wasm');
  const { explainer } = await adopted(t, ['setup'], 'wasm');
  assert.equal(explaining(process.pid).length, 2);
  for (const words of [[], ['merge'], ['comment'], ['--help'], ['audit', '--help'], ['of no name']]) forkAhead(words);
  assert.equal(explaining(process.pid).length, 2);
  assert.ok(explaining(process.pid).includes(explainer.pid!));
});

/** The words of a command that fails, its end, and what it had started when it did. */
async function ended(t: TestContext, args: readonly string[], stop?: NodeJS.Signals) {
  const workspace = await emptyWorkspace(t);
  const run = spawn(process.execPath, [cli, ...args], {
    cwd: workspace.path('.'),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: Buffer[] = [];
  run.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const started = await firstChild(run);
  if (stop) run.kill(stop);
  const [code] = (await once(run, 'close')) as [number | null];
  return { code, said: Buffer.concat(said).toString(), started };
}

async function firstChild({ pid }: ChildProcess): Promise<number> {
  for (;;) {
    const [found] = explaining(pid!);
    if (found !== undefined) return found;
    await setTimeout(1);
  }
}

test('a command that ends before it explains leaves no process behind', onLinux, async t => {
  const wrong = await ended(t, ['audit', '--config', 'not-there.yml']);
  assert.equal(wrong.code, 3);
  assert.match(wrong.said, /not-there\.yml/);
  assert.ok(await isGone(wrong.started));
  const refused = await ended(t, ['audit', '--out']);
  assert.equal(refused.code, 3);
  assert.match(refused.said, /argument missing/);
  assert.ok(await isGone(refused.started));
  const killed = await ended(t, ['map', '--model', 'm.onnx', '--image', 'a.png'], 'SIGKILL');
  assert.equal(killed.code, null);
  assert.ok(await isGone(killed.started));
});
