import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTruth } from '../../src/config/truth.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace } from '../support/workspace.ts';

test('folder: the name of the folder that holds the file', async () => {
  const truth = await readTruth('folder');
  assert.deepEqual([truth('/data/cat/1.png'), truth('/data/a.b c/1.png')], ['cat', 'a.b c']);
});

test('COCO: the category of the largest object, by area or else by its box', async t => {
  const workspace = await emptyWorkspace(t);
  const images = ['one', 'two', 'none'].map((name, index) => ({ id: `i${index}`, file_name: `${name}.png` }));
  const annotations = [
    { image_id: 'i0', category_id: 1, bbox: [0, 0, 3, 3] },
    { image_id: 'i0', category_id: 2, bbox: [0, 0, 4, 4] },
    { image_id: 'i1', category_id: 1, area: 20, bbox: [0, 0, 1, 1] },
    { image_id: 'i1', category_id: 2, area: 19.5 },
    { image_id: 'i9', category_id: 1, area: 99 },
    { image_id: 'i2', category_id: 77, area: 5 },
  ];
  const categories = [
    { id: 1, name: 'cat', supercategory: 'animal' },
    { id: 2, name: 'dog' },
  ];
  const path = await workspace.write('notes/coco.json', JSON.stringify({ images, annotations, categories }));
  const truth = await readTruth(path);
  const found = ['one', 'two', 'none', 'other'].map(name => truth(workspace.path(`notes/${name}.png`)));
  assert.deepEqual(found, ['dog', 'cat', undefined, undefined]);
});

test('anything else is refused', async t => {
  const workspace = await emptyWorkspace(t);
  const refused = problem('config-invalid', /is not a COCO annotation file/, /--truth/);
  for (const text of [
    '',
    '[]',
    '{"images": [], "annotations": []}',
    '{"images": [{"id": 1}], "annotations": [], "categories": []}',
  ])
    await assert.rejects(readTruth(await workspace.write('coco.json', text)), refused);
  await assert.rejects(readTruth('/nowhere.json'), problem('config-invalid', /no annotation file/));
});
