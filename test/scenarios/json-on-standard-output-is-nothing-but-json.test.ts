import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, project } from '../support/workspace.ts';

test('map', async t => {
  const workspace = await project(t);
  const map = ['map', '--engine', 'wasm', '--model', 'models/after', '--image', 'images/a.png', 'images/b.png'];
  const run = await workspace.run(...map, '--class', '1', '--method', 'cam,eigen-cam', '--json', '-');
  assertEnded(run, { code: 0, err: ['engine: wasm', 'no --preprocess is given'] });
  const { model, layer, images } = JSON.parse(run.stdout);
  assert.deepEqual([model.classes, layer.name, images.length], [3, 'conv', 2]);
  assert.equal(images[0].explained.index, 1);
  assert.deepEqual(Object.keys(images[0].maps), ['cam', 'eigen-cam']);
  assert.equal(images[0].maps.cam.data.length, 256);
  assert.deepEqual(
    Object.keys(await workspace.digests('.')).filter(name => name.startsWith('camdrift-out')),
    [],
  );
});

test('audit, layers and baseline', async t => {
  const workspace = await project(t);
  const audit = await workspace.run('audit', '--json', '-');
  assertEnded(audit, { code: 0, err: ['tiny: ✓ pass'] });
  assert.deepEqual(JSON.parse(audit.stdout), await workspace.results());
  const layers = await workspace.run('layers', '--engine', 'wasm', '--model', 'models/after', '--json', '-');
  assert.equal(JSON.parse(layers.stdout).auto.name, 'conv');
  const baseline = await workspace.run('baseline', '--baseline', 'stored', '--json', '-');
  assert.equal(JSON.parse(baseline.stdout).baselines[0].fixtures, 3);
});
