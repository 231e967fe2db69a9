import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Baseline, makingDigest, type Seen } from '../../src/baselines/baseline.ts';
import { readBaseline, writeBaseline } from '../../src/baselines/directory.ts';
import { randomKernel, sketchOfAll } from '../lineage/_kernels.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace } from '../support/workspace.ts';

const digest = (letter: string) => letter.repeat(64);
/** Values that only a bit-exact store brings back. */
const awkward = [-0, 1e-45, -3.4e38, 1 / 3, Math.fround(0.1), 0];

const seen = (classIndex = 0, values: readonly number[] = awkward): Seen => ({
  digest: digest('d'),
  classIndex,
  predicted: 1,
  probabilities: Float32Array.of(1 / 3, 2 / 3),
  maps: {
    'grad-cam': { width: 3, height: 2, data: Float32Array.from(values) },
    cam: { refused: 'No GAP head.' },
  },
});

const baseline = (fixtures: Readonly<Record<string, Seen>>, model = 'a'): Baseline => ({
  model: { path: 'm', format: 'tfjs-layers', digest: digest(model) },
  layer: { name: 'conv', width: 3, height: 2 },
  methods: ['grad-cam', 'cam'],
  score: 'logit',
  preprocess: { scale: 1 / 255, mean: [0], std: [1], order: 'rgb' },
  fit: 'fill',
  input: { width: 8, height: 8, channels: 3 },
  classes: 2,
  engine: { name: 'wasm', version: '1' },
  tool: 'camdrift 0',
  seen: new Map(Object.entries(fixtures)),
});

const bits = (values: Float32Array) => [...new Uint32Array(values.buffer, values.byteOffset, values.length)];

test('every bit comes back, the sign of zero and subnormal numbers included', async t => {
  const { root } = await emptyWorkspace(t);
  const stored = baseline({ 'a.png': seen(), 'sub/a.png': seen(1) });
  await writeBaseline(root, stored);
  const found = await readBaseline(root);
  assert.deepEqual({ ...found, seen: undefined }, { ...stored, seen: undefined });
  assert.deepEqual([...found.seen.keys()].sort(), ['a.png', 'sub/a.png']);
  const map = found.seen.get('a.png')!.maps['grad-cam'] as { data: Float32Array };
  assert.deepEqual(bits(map.data), bits(Float32Array.from(awkward)));
  assert.deepEqual(found.seen.get('a.png')!.maps.cam, { refused: 'No GAP head.' });
  assert.equal(found.seen.get('sub/a.png')!.classIndex, 1);
});

test('what probes showed comes back, without the maps that are only drawn', async t => {
  const { root } = await emptyWorkspace(t);
  const map = { width: 3, height: 2, data: new Float32Array(6) };
  const told = { moved: 0.25, onMark: 1 / 3, predicted: 1, divergence: 0.125 };
  const refused = { refused: 'An array is no picture that could be edited.' };
  const probes = [{ name: 'mark', digest: digest('e') }];
  const stored = baseline({ 'a.png': { ...seen(), probes: { mark: { ...told, map }, frame: refused } } });
  await writeBaseline(root, { ...stored, probes });
  const found = await readBaseline(root);
  assert.deepEqual(found.seen.get('a.png')!.probes, { mark: told, frame: refused });
  assert.deepEqual(found.probes, probes);
});

test('what is read and written again is the same files, byte by byte', async t => {
  const workspace = await emptyWorkspace(t);
  const folder = workspace.path('first');
  await writeBaseline(folder, baseline({ 'a.png': seen(), 'b.png': seen() }));
  await writeBaseline(workspace.path('second'), await readBaseline(folder));
  assert.deepEqual(await workspace.digests('second'), await workspace.digests('first'));
});

test('names that read alike have files of their own, inside the folder', async t => {
  const { root } = await emptyWorkspace(t);
  const names = [
    'a b.png',
    'a-b.png',
    'a/b.png',
    'a/b.jpg',
    '../../x.png',
    `${'long/'.repeat(80)}z.png`,
    'ü.png',
    '.png',
  ];
  await writeBaseline(root, baseline(Object.fromEntries(names.map(name => [name, seen()]))));
  const files = await readdir(root);
  assert.equal(files.length, names.length + 1);
  for (const file of files) assert.match(file, /^(manifest\.json|[\w-]{0,60}-[0-9a-f]{8}\.map\.json)$/);
  assert.deepEqual([...(await readBaseline(root)).seen.keys()].sort(), names.sort());
});

test('records that no fixture has are removed, and nothing else is', async t => {
  const { root } = await emptyWorkspace(t);
  await writeBaseline(root, baseline({ 'a.png': seen(), 'b.png': seen() }));
  await writeFile(join(root, 'README.md'), 'ours');
  await writeBaseline(root, baseline({ 'b.png': seen() }));
  const files = await readdir(root);
  assert.deepEqual([files.length, files.includes('README.md')], [3, true]);
});

test('records left behind by another model are reported', async t => {
  const { root } = await emptyWorkspace(t);
  await writeBaseline(root, baseline({ 'a.png': seen() }, 'a'));
  const [old] = (await readdir(root)).filter(name => name.endsWith('.map.json'));
  const text = await readFile(join(root, old!), 'utf8');
  await writeBaseline(root, baseline({ 'a.png': seen(), 'b.png': seen() }, 'b'));
  await writeFile(join(root, old!), text);
  await assert.rejects(readBaseline(root), problem('baseline-unavailable', /is mixed: the record of a\.png/));
});

test('what is not finite, or not the size of the layer, is damage', async t => {
  const { root } = await emptyWorkspace(t);
  const damaged = (words: RegExp) => problem('baseline-unavailable', words, /camdrift baseline/);
  await writeBaseline(root, baseline({ 'a.png': seen(0, [0, 0, 0, 0, 0, Number.NaN]) }));
  await assert.rejects(readBaseline(root), damaged(/a\.png should have maps of 3 x 2 finite values/));
  await writeBaseline(root, baseline({ 'a.png': seen(0, [0, 0, 0]) }));
  await assert.rejects(readBaseline(root), damaged(/has one of 3 x 2 with 3/));
  await writeBaseline(root, baseline({ 'a.png': seen(2) }));
  await assert.rejects(readBaseline(root), damaged(/names a class beyond the model's 2/));
  await writeBaseline(root, { ...baseline({ 'a.png': seen() }), classes: 3 });
  await assert.rejects(readBaseline(root), damaged(/should have 3 finite probabilities and has 2/));
  await writeBaseline(root, baseline({ 'a.png': seen() }));
  await writeFile(join(root, 'manifest.json'), '{"version": 1}');
  await assert.rejects(readBaseline(root), damaged(/manifest\.json is not a baseline file of this version/));
  await assert.rejects(readBaseline(join(root, 'none')), damaged(/There is no baseline in/));
});

test('the sketch of the weights comes back, and does not enter what the maps were made from', async t => {
  const { root } = await emptyWorkspace(t);
  const weights = sketchOfAll([randomKernel(1, [3, 3, 3, 8]), randomKernel(2, [8, 2])]);
  const plain = baseline({ 'a.png': seen() });
  await writeBaseline(root, { ...plain, weights });
  assert.deepEqual((await readBaseline(root)).weights, weights);
  assert.equal(makingDigest({ ...plain, weights } as Baseline), makingDigest(plain));
  const text = await readFile(join(root, 'manifest.json'), 'utf8');
  await writeFile(join(root, 'manifest.json'), text.replace('"3x3x3x8"', '"5x5x3x8"'));
  await assert.rejects(readBaseline(root), problem('baseline-unavailable', /manifest\.json is not a baseline file/));
});

test('a baseline of an earlier version, without weights, is read as before', async t => {
  const { root } = await emptyWorkspace(t);
  await writeBaseline(root, baseline({ 'a.png': seen() }));
  assert.ok(!(await readFile(join(root, 'manifest.json'), 'utf8')).includes('weights'));
  assert.equal((await readBaseline(root)).weights, undefined);
});
