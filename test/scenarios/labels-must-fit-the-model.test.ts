import { test } from 'node:test';
import { assertEnded, project, settings } from '../support/workspace.ts';

test('one label per class', async t => {
  const workspace = await project(t);
  await workspace.write('labels.txt', 'red\ngreen\n');
  const words = ['3 classes and 2 labels', 'Give one label per class, in the order of the output units.'];
  assertEnded(await workspace.run('audit', '--labels', 'labels.txt'), { code: 3, out: words });
  const map = ['map', '--engine', 'wasm', '--model', 'models/after', '--image', 'images/a.png', '--json', '-'];
  assertEnded(await workspace.run(...map, '--labels', 'labels.txt'), {
    code: 3,
    err: ['The model has 3 classes and 2 labels are given.'],
  });
});

test('a labels file that is not there, or holds something else', async t => {
  const workspace = await project(t);
  assertEnded(await workspace.run('audit', '--labels', 'labels.txt'), {
    code: 3,
    err: [`There is no labels file ${workspace.path('labels.txt')}.`, '(or --labels)'],
  });
  await workspace.write('labels.json', '{"0": "red", "2": "blue"}');
  assertEnded(await workspace.run('audit', '--labels', 'labels.json'), {
    code: 3,
    err: ['labels.json is not a list of class names', 'every index from 0 on'],
  });
});

test('a true class must be among the labels', async t => {
  const workspace = await project(t);
  assertEnded(await workspace.run('audit', '--truth', 'folder'), {
    code: 3,
    out: [
      'The true class of images/a.png is `images`, which is not among the labels: none are given, and the model carries none.',
    ],
  });
  await workspace.config({
    ...settings,
    'baseline-model': 'models/before',
    labels: ['red', 'green', 'blue'],
    truth: 'folder',
    models: [{ name: 'tiny', path: 'models/after' }],
  });
  assertEnded(await workspace.run('audit'), { code: 3, out: ['which is not among the labels (red, green, blue).'] });
});
