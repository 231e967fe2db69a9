import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Explainer } from '../../src/explainer/explainer.ts';
import { cached } from '../../src/map-cache/cached.ts';
import type { Explanation, Failure, FixtureTask } from '../../src/maps/explain.ts';
import type { ModelFacts } from '../../src/maps/maps.ts';
import type { MapRequest } from '../../src/maps/request.ts';
import { modelDigest } from '../../src/models/index.ts';
import { ReadSequence } from '../../src/spill/spilled.ts';
import { heldAtLast, heldNow } from '../support/array-memory.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';

const seen = (letter: string): Explanation => ({
  ...{ digest: letter.repeat(64), classIndex: 0, predicted: 1, probes: {}, regions: {} },
  ...{ logits: Float32Array.of(0.5), probabilities: Float32Array.of(1) },
  maps: { 'grad-cam': { width: 1, height: 1, data: Float32Array.of(2) } },
});

/** All that can be known of a model. */
const facts: ModelFacts = {
  ...{ format: 'onnx', input: { width: 8, height: 8, channels: 3 }, classes: 2 },
  ...{ task: { kind: 'single-label', from: 'graph' }, takes: { kind: 'rescaled', node: 'n', becomes: [0, 1] } },
  labels: ['a', 'b'],
  layer: {
    ...{ name: 'conv', operation: 'Conv', channels: 4, width: 4, height: 4, reason: 'named' },
    ...{ beside: ['other'], finer: Math.SQRT2 },
  },
  sketch: { kernels: [] } as unknown as NonNullable<ModelFacts['sketch']>,
};

const modelText = (name: string) =>
  JSON.stringify({ format: 'layers-model', modelTopology: { model_config: { name } }, weightsManifest: [] });

const request = (path: string, more: Partial<MapRequest> = {}): MapRequest => ({
  ...{ path, load: {}, layer: 'conv', methods: ['grad-cam'], score: 'logit', fit: 'fill' },
  preprocess: { scale: 1, mean: [], std: [], order: 'rgb' },
  pixels: { orientation: 'ignore', colour: 'as-stored', resample: 'bilinear', antialias: true },
  ...{ sketch: false, ...more },
});

/** A folder with a model and two pictures, and an engine that counts what it is asked for. */
async function setting(t: TestContext, known: Partial<ModelFacts> = {}) {
  const folder = await temporaryFolder(t);
  const at = (name: string) => join(folder, name);
  for (const name of ['a.png', 'b.png']) await writeFile(at(name), name);
  await writeFile(at('model.json'), modelText('first'));
  const { sketch: _, ...plain } = facts;
  const asked: string[] = [];
  const engine = (version = '1', made: (path: string) => Explanation | Failure = () => seen('c')) =>
    ({
      ...{ name: 'wasm', version },
      maps: async (_request: MapRequest, tasksFor: (facts: ModelFacts) => Promise<readonly FixtureTask[]>) => {
        const all = { ...plain, ...known };
        const tasks = await tasksFor(all);
        asked.push(tasks.map(({ known: found }) => (found ? 'known' : 'made')).join());
        const outcome = ({ path, known: found }: FixtureTask) => found?.() ?? made(path);
        return { ...all, outcomes: new ReadSequence(tasks.length, index => outcome(tasks[index]!)) };
      },
    }) as unknown as Explainer;
  const said: string[] = [];
  const by = (...how: Parameters<typeof engine>) =>
    cached(engine(...how), { folder: at('cache'), scopes: ['own'] }, words => void said.push(words));
  const tasks = (names: readonly string[], more: Partial<FixtureTask> = {}) =>
    names.map(name => ({ path: at(name), class: 0, ...more }));
  const ask = (names: readonly string[], more: Partial<MapRequest> = {}, task: Partial<FixtureTask> = {}, how = by()) =>
    how.maps(request(at('model.json'), more), () => tasks(names, task));
  return { at, asked, said, ask, by };
}

test('what was found once is found again with all that was known of the model, and nothing is asked', async t => {
  const { asked, said, ask } = await setting(t);
  const first = await ask(['a.png', 'b.png']);
  const again = await ask(['a.png', 'b.png']);
  assert.deepEqual(asked, ['made,made']);
  assert.deepEqual({ ...again, outcomes: [...again.outcomes] }, { ...first, outcomes: [...first.outcomes] });
  assert.deepEqual(again.layer, facts.layer);
  assert.deepEqual(said, []);
});

test('where one fixture is new it alone is explained', async t => {
  const { asked, ask } = await setting(t);
  await ask(['a.png']);
  await ask(['a.png', 'b.png']);
  assert.deepEqual(asked, ['made', 'known,made']);
});

test('another model, picture, engine, tool or setting has no entry', async t => {
  const { at, asked, ask, by } = await setting(t);
  const fresh = async (what: string, again: Parameters<typeof ask>) => {
    asked.length = 0;
    await ask(...again);
    assert.deepEqual(asked, ['made'], what);
  };
  await ask(['a.png']);
  await fresh('class', [['a.png'], {}, { class: 1 }]);
  await fresh('layer', [['a.png'], { layer: 'auto' }]);
  await fresh('preferred layer', [['a.png'], { prefer: 'b' }]);
  await fresh('fit', [['a.png'], { fit: 'cover' }]);
  await fresh('size', [['a.png'], { load: { size: { width: 4, height: 4 } } }]);
  await fresh('score', [['a.png'], { score: 'probability' }]);
  await fresh('output', [['a.png'], { load: { output: 'x' } }]);
  await fresh('task', [['a.png'], { load: { task: 'multi-label' } }]);
  await fresh('input', [['a.png'], { load: { inputs: { meta: 0 } } }]);
  await fresh('engine', [['a.png'], {}, {}, by('2')]);
  await writeFile(at('a.png'), 'another');
  await fresh('picture', [['a.png']]);
  await writeFile(at('model.json'), modelText('another'));
  await fresh('model', [['a.png']]);
  await fresh('array', [['a.png'], { load: { inputs: { meta: at('b.png') } } }]);
  await writeFile(at('b.png'), 'another');
  await fresh('array of the same name', [['a.png'], { load: { inputs: { meta: at('b.png') } } }]);
});

test('another picture that gives its surroundings, or another mask, has no entry though it lies at the same path', async t => {
  const { at, asked, ask } = await setting(t);
  const donor = { path: at('b.png') };
  await ask(['a.png'], {}, { donor });
  await ask(['a.png'], {}, { donor });
  assert.deepEqual(asked, ['made']);
  await writeFile(at('b.png'), 'another');
  await ask(['a.png'], {}, { donor });
  const regions = [{ name: 'object', mask: at('b.png') }] as unknown as NonNullable<FixtureTask['regions']>;
  await ask(['a.png'], {}, { donor: { path: at('a.png'), regions } });
  await writeFile(at('b.png'), 'a third');
  await ask(['a.png'], {}, { donor: { path: at('a.png'), regions } });
  assert.deepEqual(asked, ['made', 'made', 'made', 'made']);
});

test('checks ask the model in every run, and weights that are to be compared are read where they are not known', async t => {
  const { asked, ask } = await setting(t);
  await ask(['a.png']);
  await ask(['a.png'], { checks: 'basic' });
  await ask(['a.png'], { sketch: true });
  assert.deepEqual(asked, ['made', 'known', 'known']);
});

const failed = (path: string) => ({ failed: path });

test('failures are not kept, and a model that cannot be read is left to whoever says why', async t => {
  const { asked, ask, by, at } = await setting(t);
  await ask(['a.png'], {}, {}, by('1', failed));
  await ask(['a.png'], {}, {}, by('1', failed));
  assert.deepEqual(asked, ['made', 'made']);
  assert.equal((await readdir(at('cache/v1/own'))).length, 1, 'what is known of the model');
});

test('what was verified is what is used, whatever takes its place meanwhile', async t => {
  const { at, ask, by } = await setting(t);
  await ask(['a.png', 'b.png']);
  const folder = at('cache/v1/own');
  const engine = by();
  const tasks = () => ['a.png', 'b.png'].map(name => ({ path: at(name), class: 0 }));
  const whole = await engine.maps(request(at('model.json')), tasks);
  for (const name of await readdir(folder)) await writeFile(join(folder, name), 'another');
  assert.deepEqual([...whole.outcomes], [seen('c'), seen('c')]);
});

test('of 300 explanations that are kept hardly one is in memory, when they are written and when they are found', async t => {
  const { at, by, asked } = await setting(t);
  const one = await readFile(at('a.png'));
  const names = Array.from({ length: 300 }, (_, index) => `${index}.png`);
  for (const [index, name] of names.entries()) await writeFile(at(name), Buffer.concat([one, Buffer.from(`${index}`)]));
  const tasks = () => names.map(name => ({ path: at(name), class: 0 }));
  const data = new Float32Array(128 * 128).fill(0.5);
  const large = () => ({ ...seen('c'), maps: { 'grad-cam': { width: 128, height: 128, data: data.slice() } } });
  const before = heldNow();
  const isLittle = (megabytes: number) => megabytes - before < 4;
  await by('1', large).maps(request(at('model.json')), tasks);
  for (const more of [{}, { checks: 'basic' } as const]) {
    const found = await by('1', large).maps(request(at('model.json'), more), tasks);
    const held = await heldAtLast(isLittle);
    assert.ok(isLittle(held), `${held - before} MB of 19`);
    assert.deepEqual(found.outcomes.at(299), large());
  }
  assert.equal(asked.filter(each => each.includes('made')).length, 1);
});

test('where another model was loaded than the one that was asked after, nothing is taken and nothing kept', async t => {
  const { at, asked, ask } = await setting(t, { digest: 'f'.repeat(64) });
  await ask(['a.png'], { digest: true });
  await ask(['a.png'], { digest: true, checks: 'basic' });
  assert.deepEqual(asked, ['made', 'made']);
  await assert.rejects(readdir(at('cache/v1/own')), 'nothing is there');
});

test('the digest that a full cache tells is that of the model that is there', async t => {
  const { at, ask } = await setting(t);
  await ask(['a.png'], { digest: true });
  const again = await ask(['a.png'], { digest: true });
  assert.equal(again.digest, await modelDigest(at('model.json')));
});
