import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLabels } from '../../src/config/labels.ts';
import { problem } from '../support/images.ts';
import { emptyWorkspace } from '../support/workspace.ts';

const files: Readonly<Record<string, readonly [file: string, content: string]>> = {
  'one per line': ['labels.txt', 'cat\ndog\n'],
  'lines of Windows, with a byte order mark': ['labels.txt', '\uFEFFcat\r\ndog\r\n'],
  'a JSON list': ['labels.json', '["cat", "dog"]'],
  'a JSON list with a byte order mark': ['labels.json', '\uFEFF["cat", "dog"]'],
  'objects with a label': ['labels.json', '[{"id": 3, "label": "cat"}, {"label": "dog"}]'],
  'objects with a name': ['labels.json', '[{"name": "cat"}, {"name": "dog"}]'],
  'from index to name, in any order': ['labels.json', '{"1": "dog", "0": "cat"}'],
  'blank lines at the end': ['labels.txt', 'cat\ndog\n\n\n'],
  'the lines of Teachable Machine': ['labels.txt', '0 cat\n1 dog\n'],
  'the metadata of Teachable Machine': [
    'metadata.json',
    '{"tfjsVersion": "1.7.4", "labels": ["cat", "dog"], "imageSize": 224}',
  ],
  'the class_indices of Keras': ['class_indices.json', '{"dog": 1, "cat": 0}'],
  "Hugging Face's config.json": [
    'config.json',
    '{"model_type": "vit", "id2label": {"0": "cat", "1": "dog"}, "label2id": {"cat": 0}}',
  ],
  "Ultralytics' data.yaml, by index": ['data.yaml', 'path: x\nnames:\n  0: cat\n  1: dog\n'],
  "Ultralytics' data.yaml, a list": ['data.yaml', 'nc: 2\nnames: [cat, dog]\n'],
  'the class index of Keras': ['labels.json', '{"0": ["n01", "cat"], "1": ["n02", "dog"]}'],
};

for (const [what, [file, content]] of Object.entries(files)) {
  test(what, async t => {
    const workspace = await emptyWorkspace(t);
    assert.deepEqual(await readLabels(await workspace.write(file, content)), ['cat', 'dog']);
  });
}

test('an empty line in the middle is a class without a name', async t => {
  const workspace = await emptyWorkspace(t);
  assert.deepEqual(await readLabels(await workspace.write('labels.txt', 'cat\n\ndog')), ['cat', '', 'dog']);
});

for (const content of [
  '{"0": "cat", "2": "dog"}',
  '{"1": "cat"}',
  '{"9999999999": "x"}',
  '[1, 2]',
  '"cat"',
  '{',
  '{"a": "b"}',
  '{"a": 0, "b": 0}',
  '{"a": 0, "b": 2}',
  '{"id2label": {"0": 1}}',
]) {
  test(`${content} is not a list of class names`, async t => {
    const workspace = await emptyWorkspace(t);
    const path = await workspace.write('labels.json', content);
    await assert.rejects(readLabels(path), problem('config-invalid', /is not a list of class names/, /--labels/));
  });
}

test('a file that is not there', async () => {
  await assert.rejects(
    readLabels('/nowhere/labels.txt'),
    problem('config-invalid', /no labels file \/nowhere\/labels\.txt/),
  );
});
