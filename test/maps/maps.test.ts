import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { presets } from '../../src/images/preprocess.ts';
import { type Explanation, isFailure } from '../../src/maps/explain.ts';
import { makeMaps } from '../../src/maps/maps.ts';
import type { MapRequest } from '../../src/maps/request.ts';
import { isRefusal } from '../../src/methods/method.ts';
import { root } from '../support/dist.ts';
import { problem } from '../support/images.ts';
import type { TinyModel } from '../support/models.ts';
import { emptyWorkspace, type Spot, type Workspace } from '../support/workspace.ts';
import { npy } from '../support/workspace-npy.ts';

const engine = await wasmEngine();
const corners: readonly Spot[] = [
  ['red', 0, 0],
  ['red', 3, 0],
  ['red', 0, 3],
  ['red', 3, 3],
];

async function given(t: Parameters<typeof emptyWorkspace>[0], options: TinyModel = {}) {
  const workspace = await emptyWorkspace(t);
  const path = await workspace.model('tiny', options);
  const images = await Promise.all(corners.map((spot, index) => workspace.picture(`${index}.png`, [spot])));
  const request: MapRequest = {
    path,
    load: {},
    layer: 'auto',
    methods: ['grad-cam', 'cam'],
    score: 'logit',
    preprocess: presets.unit,
    fit: 'fill',
  };
  return { workspace, request, images };
}

const explain = (
  request: MapRequest,
  images: readonly string[],
  choice: number | 'predicted' = 0,
  told: string[] = [],
) =>
  makeMaps(
    engine,
    request,
    () => images.map(path => ({ path, class: choice })),
    (done, total) => told.push(`${done}/${total}`),
  );

/** The hottest cell. */
function hottest(outcome: Explanation, method = 'grad-cam'): readonly [x: number, y: number] {
  const map = outcome.maps[method]!;
  assert.ok(!isRefusal(map));
  const at = map.data.indexOf(Math.max(...map.data));
  return [at % map.width, Math.floor(at / map.width)];
}

test('the heat lies on the red square, wherever it is, under every method', async t => {
  const { request, images } = await given(t);
  const { outcomes, layer, classes, input } = await explain(request, images);
  assert.deepEqual([layer.name, layer.width, layer.height, classes, input.channels], ['conv', 16, 16, 3, 3]);
  for (const [index, outcome] of [...outcomes].entries()) {
    assert.ok(!isFailure(outcome));
    const [, x, y] = corners[index]!;
    for (const method of ['grad-cam', 'cam']) {
      const [column, row] = hottest(outcome, method);
      assert.deepEqual([column >> 2, row >> 2], [x, y]);
    }
    assert.deepEqual([outcome.classIndex, outcome.predicted], [0, 0]);
  }
});

test('outcomes come in the order of the tasks and do not depend on the batch; progress ends at the total', async t => {
  const { request, images } = await given(t, { noise: 0.02 });
  const reference = await explain({ ...request, batch: 4 }, images);
  for (const batch of [1, 3]) {
    const told: string[] = [];
    const found = await explain({ ...request, batch }, images, 0, told);
    assert.deepEqual(found, reference);
    assert.equal(told.at(-1), '4/4');
  }
});

test('one unreadable image costs only itself, also when it has a batch of its own', async t => {
  const { workspace, request, images } = await given(t);
  const bad = await workspace.write('bad.png', 'garbage');
  const failures = async (batch: number, paths: readonly string[]) =>
    [...(await explain({ ...request, batch }, paths)).outcomes].map(outcome => isFailure(outcome));
  assert.deepEqual(await failures(4, [images[0]!, bad, images[1]!]), [false, true, false]);
  assert.deepEqual(await failures(1, [bad, images[0]!, bad]), [true, false, true]);
  assert.deepEqual(await failures(4, [bad]), [true]);
  assert.deepEqual(await failures(4, []), []);
});

test('a layer before the last one tells how much finer its grid is', async t => {
  const { request } = await given(t);
  const demo = { ...request, path: join(root, 'fixtures/demo/models/v1') };
  const layers = await Promise.all(
    ['auto', 'conv4_relu', 'conv5_relu'].map(async layer => (await explain({ ...demo, layer }, [])).layer),
  );
  assert.deepEqual(
    layers.map(({ finer }) => finer),
    [undefined, 2, 1],
  );
});

test('the layer asked for is taken before the preferred one, and that before auto', async t => {
  const { request, images } = await given(t);
  const layerOf = async (change: Partial<MapRequest>) =>
    (await explain({ ...request, ...change }, images.slice(0, 1))).layer;
  assert.equal((await layerOf({ prefer: 'conv' })).reason, 'the layer of the baseline');
  assert.match((await layerOf({ prefer: 'gone' })).reason, /the last feature-producing step/);
  await assert.rejects(layerOf({ layer: 'gone', prefer: 'conv' }), problem('layer-unknown', /no layer `gone`/));
});

test('the class explained is the one asked for, or the predicted one', async t => {
  const { request, images } = await given(t);
  const explained = async (choice: number | 'predicted') => {
    const [outcome] = (await explain(request, images.slice(0, 1), choice)).outcomes;
    assert.ok(outcome && !isFailure(outcome));
    return [outcome.classIndex, outcome.predicted];
  };
  assert.deepEqual(await explained('predicted'), [0, 0]);
  assert.deepEqual(await explained(2), [2, 0]);
});

test('no tensor is left behind, whether a run ends well or not', async t => {
  const { request, images, workspace } = await given(t);
  const before = engine.tf.core.memory().numTensors;
  await explain(request, images);
  await assert.rejects(explain({ ...request, layer: 'pool' }, images));
  await assert.rejects(explain({ ...request, path: await brokenModel(workspace) }, images));
  assert.equal(engine.tf.core.memory().numTensors, before);
});

const brokenModel = (workspace: Workspace) =>
  workspace.model('broken', {
    alter: weights => {
      weights['conv/bias']!.data[0] = Number.NaN;
    },
  });

test('probes travel to worker threads: the same numbers with one thread and with two', async t => {
  const { request, images } = await given(t);
  const red = { width: 1, height: 1, rgba: Uint8Array.of(255, 0, 0, 255) };
  const named = { limit: 0.06, asked: true, ownLimit: false };
  const probes: MapRequest['probes'] = [
    { ...named, name: 'mark', kind: 'mark', mark: red, at: ['bottom-right'], size: 0.25 },
    { ...named, name: 'light', kind: 'light', gains: [1, 1, 1] },
  ];
  const explained = async (jobs: number) =>
    [...(await explain({ ...request, probes, jobs, batch: 1 }, images)).outcomes].map(outcome => {
      assert.ok(!isFailure(outcome));
      return outcome.probes;
    });
  const [alone, together] = [await explained(1), await explained(2)];
  assert.deepEqual(together, alone);
  const moved = alone.map(({ mark }) => ('moved' in mark! ? mark.moved : Number.NaN));
  // A second red square takes half of the heat, up to the border; where there is one already, none.
  assert.ok(
    moved.slice(0, 3).every(value => value > 0.3 && value < 0.6),
    moved.join(' '),
  );
  assert.equal(moved[3], 0);
  assert.ok(alone.every(({ light }) => 'moved' in light! && light.moved === 0 && light.onMark === undefined));
});

test('an array cannot be edited, and says so', async t => {
  const { workspace, request } = await given(t);
  const path = await workspace.write('a.npy', npy([16, 16, 3], 0.5));
  const light = { name: 'light', limit: 0, asked: true, ownLimit: false, kind: 'light', gains: [1, 1, 1] } as const;
  const [outcome] = (await explain({ ...request, probes: [light] }, [path])).outcomes;
  assert.ok(outcome && !isFailure(outcome));
  assert.deepEqual(outcome.probes, { light: { refused: 'An array is no picture that could be edited.' } });
});

test('a picture that is edited first is explained as if it had come so', async t => {
  const { request, images, workspace } = await given(t);
  const cover = { kind: 'cover', part: 'left', size: 0.5, colour: [255, 0, 0] } as const;
  const [path] = images;
  const { outcomes } = await makeMaps(engine, request, () => [
    { path: path!, class: 0, edit: cover },
    { path: path!, class: 0 },
  ]);
  const half = { create: { width: 8, height: 16, channels: 3 as const, background: '#ff0000' } };
  const covered = await sharp(await readFile(path!))
    .composite([{ input: half, left: 0, top: 0 }])
    .png()
    .toBuffer();
  const alike = (await explain(request, [await workspace.write('covered.png', covered)])).outcomes.at(0)!;
  const [edited, plain] = outcomes;
  assert.ok(edited && plain && !isFailure(edited) && !isFailure(plain) && !isFailure(alike));
  assert.deepEqual([edited.maps, edited.logits], [alike.maps, alike.logits]);
  assert.notDeepEqual(edited.logits, plain.logits);
});

test('an array is no picture that could be edited first', async t => {
  const { request, workspace } = await given(t);
  const path = await workspace.write('a.npy', npy([16, 16, 3], new Float32Array(768)));
  const edit = { kind: 'blur', radius: 0.1 } as const;
  const { outcomes } = await makeMaps(engine, request, () => [{ path, class: 0, edit }]);
  assert.deepEqual([...outcomes], [{ failed: 'An array is no picture that could be edited.' }]);
});
