import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, project } from '../support/workspace.ts';

test('map names every image it cannot read, and draws the others', async t => {
  const workspace = await project(t);
  await workspace.write('images/empty.png', '');
  const images = ['images/gone.png', 'images/a.png', 'images/empty.png'];
  const run = await workspace.run('map', '--engine', 'wasm', '--model', 'models/after', '--image', ...images);
  assertEnded(run, {
    code: 4,
    err: [
      `There is no file ${workspace.path('images/gone.png')}.`,
      `${workspace.path('images/empty.png')} is not a picture that can be read: the file is empty.`,
      'Every other image is done.',
    ],
  });
  const drawn = Object.keys(await workspace.digests('camdrift-out'));
  assert.deepEqual(drawn, ['a.cam.png', 'a.grad-cam++.png', 'a.grad-cam.png', 'a.panel.png']);
});
