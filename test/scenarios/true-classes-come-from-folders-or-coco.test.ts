import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, onlyModel, project } from '../support/workspace.ts';

const labels = ['red', 'green', 'blue'];

test('the folder is the class, which is explained whatever is predicted, and counted', async t => {
  const workspace = await project(t, {
    after: { sees: ['red', 'nothing', 'blue'] },
    images: {
      'images/red/a.png': [['red', 1, 1]],
      'images/green/b.png': [
        ['green', 1, 1],
        ['red', 3, 3],
      ],
    },
    config: { fixtures: ['images/**'], labels, truth: 'folder' },
  });
  const run = await workspace.run('audit');
  assertEnded(run, { code: run.code === 1 ? 1 : 0, out: ['accuracy 100 % -> 50 %'] });
  const model = await onlyModel(workspace);
  const explained = model.fixtures.map(({ name, truth, candidate }) => [name, truth, candidate?.explained.label]);
  assert.deepEqual(explained, [
    ['images/green/b.png', 'green', 'green'],
    ['images/red/a.png', 'red', 'red'],
  ]);
});

test('accuracy that falls is a warning', async t => {
  const workspace = await project(t, {
    after: { sees: ['green', 'red', 'blue'] },
    images: { 'images/red/a.png': [['red', 1, 1]], 'images/green/b.png': [['green', 1, 1]] },
    config: { fixtures: ['images/**'], labels, truth: 'folder' },
  });
  const run = await workspace.run('audit');
  assertEnded(run, { code: run.code === 1 ? 1 : 0, out: ['accuracy on the fixtures fell from 100.0 % to 0.0 %'] });
});

test('in a COCO file it is the category of the largest object; an image it does not list has none', async t => {
  const workspace = await project(t, { config: { labels, truth: 'annotations/coco.json' } });
  const coco = {
    images: [
      { id: 1, file_name: '../images/a.png' },
      { id: 2, file_name: '../images/b.png' },
    ],
    annotations: [
      { image_id: 1, category_id: 9, bbox: [0, 0, 10, 10] },
      { image_id: 1, category_id: 7, bbox: [0, 0, 2, 2] },
      { image_id: 2, category_id: 7, area: 50 },
      { image_id: 2, category_id: 9, bbox: [0, 0, 7, 7] },
    ],
    categories: [
      { id: 7, name: 'red' },
      { id: 9, name: 'blue' },
    ],
  };
  await workspace.write('annotations/coco.json', JSON.stringify(coco));
  assertEnded(await workspace.run('audit'), { code: 0 });
  const found = (await onlyModel(workspace)).fixtures.map(({ name, truth }) => [name, truth]);
  assert.deepEqual(Object.fromEntries(found), {
    'images/a.png': 'blue',
    'images/b.png': 'red',
    'images/c.png': undefined,
  });

  await workspace.write('annotations/coco.json', '{"images": []}');
  assertEnded(await workspace.run('audit'), { code: 3, err: ['is not a COCO annotation file', '(or --truth)'] });
});
