import { test } from 'node:test';
import { assertEnded, project, settings } from '../support/workspace.ts';
import { npy } from '../support/workspace-npy.ts';

test('an array must have the shape of the model input', async t => {
  const workspace = await project(t);
  const path = await workspace.write('images/array.npy', npy([16, 16, 1], 0.5));
  assertEnded(await workspace.run('audit'), {
    code: 4,
    out: [`${path} is an array of 16 x 16 x 1; the model takes 16 x 16 x 3 (height x width x channels).`],
  });
});

test('an array of the right shape is a fixture like any other', async t => {
  const workspace = await project(t);
  await workspace.write('images/array.npy', npy([16, 16, 3], 0.5));
  assertEnded(await workspace.run('audit'), { code: 0, out: [/images\/array\.npy\s+steady/] });
});

test('a picture cannot feed four channels', async t => {
  const workspace = await project(t, { before: { channels: 4 }, after: { channels: 4 } });
  assertEnded(await workspace.run('audit'), {
    code: 4,
    out: ['a.png is a picture and the model has 4 input channels; a picture can feed 1 or 3.', 'in a .npy file'],
  });
});

test('a colour picture feeds a grey model, and a recipe for three channels does not', async t => {
  const workspace = await project(t, { before: { channels: 1 }, after: { channels: 1 } });
  assertEnded(await workspace.run('audit'), { code: 0 });
  await workspace.config({
    ...settings,
    preprocess: 'torch',
    'baseline-model': 'models/before',
    models: [{ name: 'tiny', path: 'models/after' }],
  });
  assertEnded(await workspace.run('audit'), {
    code: 3,
    out: ['The preprocessing has 3 values of mean [0.485, 0.456, 0.406] and the model has 1 input channel.'],
  });
});

test('a size that contradicts the model is refused', async t => {
  const workspace = await project(t);
  assertEnded(await workspace.run('audit', '--size', '32x32'), {
    code: 3,
    out: ['The model takes images of 16 x 16 pixels, not 32 x 32.', 'Leave the size out'],
  });
});
