import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unreported } from '../../src/artifacts/unreported.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { ChangedFile } from '../../src/repository/changed-files.ts';
import type { Change } from '../../src/results/change.ts';
import { model, results } from '../support/results.ts';

const raw = {
  models: [
    { name: 'shoes', path: 'models/shoes' },
    { name: 'hats', path: './models/hats_v1.0/model.json' },
  ],
};
const change: Change = {
  head: 'a'.repeat(40),
  base: 'b'.repeat(40),
  baseRef: 'main',
  ...{ unchanged: ['shoes', 'hats'], removed: [], renamed: [], edits: [], settings: [], policyFrom: 'head' },
};

function missing(
  files: readonly (string | ChangedFile)[],
  { told = [], complete = true, removed = [] }: { told?: string[]; complete?: boolean; removed?: string[] } = {},
): string[] {
  const listed = files.map(file => (typeof file === 'string' ? { path: file, status: 'modified' as const } : file));
  const said = {
    ...results(...told.map(name => model([], { name }))),
    change: { ...change, removed: removed.map(name => ({ name, path: name })) },
  };
  return unreported({ files: listed, complete }, raw, 'ml/camdrift.yml', said).map(({ name, verdict, reasons }) => {
    assert.equal(verdict, 'incomplete');
    return `${name}: ${sentenceOf(reasons[0]!)}`;
  });
}

test('a touched model that the results do not have is missing, wherever its files lie below its folder', () => {
  assert.deepEqual(missing(['ml/models/shoes/group1-shard1of1.bin', 'models/hats_v1.0/model.json']), [
    'shoes: The change touches files of it, and the run says nothing about this model.',
  ]);
  assert.deepEqual(missing(['ml/models/hats_v1.0/weights/1.bin']).length, 1);
  assert.deepEqual(missing(['ml/models/shoes/model.json'], { told: ['shoes'] }), []);
  assert.deepEqual(missing(['ml/models/shoestrings/model.json', 'README.md']), []);
});

test('files that moved away touch it; files that are all gone take it along where the run names it as gone', () => {
  const renamed = { path: 'elsewhere/model.json', previous: 'ml/models/shoes/model.json', status: 'renamed' } as const;
  assert.equal(missing([renamed]).length, 1);
  const gone = { path: 'ml/models/shoes/model.json', status: 'removed' } as const;
  assert.deepEqual(missing([gone], { removed: ['shoes'] }), []);
  assert.equal(missing([gone]).length, 1, 'the configuration still names it');
  const shard = { path: 'ml/models/shoes/group1-shard1of1.bin', status: 'removed' } as const;
  assert.equal(missing([shard], { removed: ['hats'] }).length, 1, 'one shard less is another model, not none');
  assert.equal(missing([gone, 'ml/models/shoes/weights.bin'], { removed: ['shoes'] }).length, 1);
});

test('what a model lies in touches it: a submodule or a link above it, and the pointer that DVC has for it or for a folder', () => {
  for (const path of ['ml', 'ml/models', 'ml/models/shoes', 'ml/models/shoes.dvc', 'ml/models.dvc'])
    assert.ok(
      missing([path]).some(each => each.startsWith('shoes: The change touches files of it')),
      path,
    );
  for (const path of ['ml/models/hats_v1.0/model.json.dvc', 'ml/models/hats_v1.0.dvc'])
    assert.ok(missing([path], { told: ['shoes'] }).length === 1, path);
  for (const path of ['ml/models/shoes-2.dvc', 'ml/model', 'ml/models.md', 'models', 'ml/models/other.dvc'])
    assert.deepEqual(missing([path]), [], path);
});

test('a model that DVC’s word moves is missing though none of its files change, whatever the run says is gone', () => {
  for (const removed of [[], [{ name: 'shoes', path: 'shoes' }]]) {
    const said = { ...results(), change: { ...change, removed } };
    const found = unreported({ files: [], complete: true }, raw, 'ml/camdrift.yml', said, new Set(['shoes']));
    assert.deepEqual(
      found.map(({ name, verdict }) => [name, verdict]),
      [['shoes', 'incomplete']],
    );
  }
});

test('a model in the repository’s own folder is its file, and no other one beside it', () => {
  const beside = { models: [{ name: 'cups', path: 'model.json' }] };
  const told = (path: string) =>
    unreported({ files: [{ path, status: 'modified' }], complete: true }, beside, 'camdrift.yml', {
      ...results(),
      change,
    }).length;
  assert.deepEqual(['model.json', 'model.json.dvc', 'weights.bin', 'src/a.ts', '.'].map(told), [1, 1, 0, 0, 0]);
});

test('an array that a model is given is a part of it', () => {
  const given = {
    inputs: { words: 'w.npy' },
    models: [
      { name: 'cups', path: 'cups', inputs: { own: 'a/own.npy', meta: 0 } },
      { name: 'mugs', path: 'mugs' },
    ],
  };
  const told = (path: string) =>
    unreported({ files: [{ path, status: 'modified' }], complete: true }, given, 'ml/camdrift.yml', {
      ...results(),
      change,
    }).map(({ name }) => name);
  assert.deepEqual(told('ml/w.npy'), ['mugs']);
  assert.deepEqual(told('ml/a/own.npy'), ['cups']);
  assert.deepEqual(told('w.npy'), []);
});

test('who edits the configuration speaks about every model of it, or says that it is gone', () => {
  assert.deepEqual(missing(['ml/camdrift.yml'], { told: ['hats'] }), [
    'shoes: The change edits the configuration, and the run says nothing about this model.',
  ]);
  assert.deepEqual(missing(['ml/camdrift.yml'], { told: ['hats'], removed: ['shoes'] }), []);
  assert.deepEqual(missing(['camdrift.yml']), []);
});

test('behind more files than GitHub lists no model can hide', () => {
  assert.deepEqual(missing(['junk/1'], { complete: false, told: ['hats'] }), [
    'shoes: The change has more files than GitHub lists, and the run says nothing about this model.',
  ]);
});
