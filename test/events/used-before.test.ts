import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parseConfig } from '../../src/config/read.ts';
import type { BeforeChange } from '../../src/events/_before-change.ts';
import { usedAsBefore } from '../../src/events/_used-before.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';
import { commitOf } from './_commit.ts';

const now = {
  load: { output: 'new', size: { width: 9, height: 9 }, inputs: { words: 'of the change' }, within: '/w' },
};

/** How the version before is used whose configuration said this, after a change of these files. */
async function used(
  t: TestContext,
  before: object,
  {
    changed = [],
    held = {},
    path = 'ml/m',
    name = 'shoes',
  }: Partial<Record<'changed', string[]>> & { held?: Record<string, string>; path?: string; name?: string } = {},
) {
  const root = await temporaryFolder(t);
  const folder = join(root, 'earlier');
  const read: string[] = [];
  const written = parseConfig(JSON.stringify({ models: [{ name: 'shoes', path: 'm' }], ...before }), 'camdrift.yml');
  const side = {
    written,
    project: { root, workspace: root, written: (given: string) => `ml/${given}` },
    comparison: {
      files: { files: changed.map(file => ({ path: file, status: 'modified' })), complete: true },
      sides: { before: commitOf(held, read) },
    },
  } as unknown as BeforeChange;
  const found = await usedAsBefore(side, { name, ...now }, path, folder);
  return { ...found, load: found.baselineUse?.load, root, folder, read };
}

test('the version before is given what its own configuration says, at its own size, and from its own output', async t => {
  const said = {
    inputs: { meta: 0.5 },
    size: '4x4',
    output: 'old',
    preprocess: 'caffe',
    fit: 'cover',
  };
  const { load, baselinePreprocess, baselineUse } = await used(t, said);
  const { signature, ...rest } = load!;
  assert.deepEqual(
    [rest, signature],
    [{ output: 'old', size: { width: 4, height: 4 }, inputs: { meta: 0.5 }, within: '/w' }, undefined],
  );
  assert.equal(baselinePreprocess?.order, 'bgr');
  assert.equal(baselineUse?.fit, 'cover');
});

test('what its configuration does not say it is not given, whatever the change’s does', async t => {
  const { load } = await used(t, {});
  assert.deepEqual([load!.inputs, load!.output, load!.size], [undefined, undefined, undefined]);
});

test('its own word goes before that for all, and its place tells it when it had another name', async t => {
  const models = [
    { name: 'other', path: 'o', output: 'theirs' },
    { name: 'boots', path: 'm', inputs: { meta: 1 } },
  ];
  const { load } = await used(t, { models, inputs: { meta: 2 }, output: 'all' });
  assert.deepEqual([load!.inputs, load!.output], [{ meta: 1 }, 'all']);
  const nowhere = await used(t, { models }, { path: 'ml/elsewhere' });
  assert.deepEqual([nowhere.baselineUse, nowhere.baselinePreprocess], [undefined, undefined]);
});

test('an array that the change edits is fetched as it was; one that it leaves alone lies on disk already', async t => {
  const inputs = { words: 'a/words.npy', more: 'a/more.npy', meta: 0 };
  const held = { 'ml/a/words.npy': 'as it was', 'ml/a/more.npy': 'the same' };
  const { load, root, folder, read } = await used(t, { inputs }, { changed: ['ml/a/words.npy', 'ml/m'], held });
  const { words, more, meta } = load!.inputs as Record<string, string>;
  assert.equal(words, join(folder, 'ml/a/words.npy'));
  assert.equal(await readFile(words!, 'utf8'), 'as it was');
  assert.deepEqual([more, meta, read], [join(root, 'ml/a/more.npy'), 0, ['ml/a/words.npy']]);
});

test('an array that Git did not hold is what a step put there', async t => {
  const { load, root, read } = await used(t, { inputs: { words: 'a.npy' } }, { changed: ['ml/a.npy'] });
  assert.deepEqual([load!.inputs, read], [{ words: join(root, 'ml/a.npy') }, []]);
});

test('no array lies outside of the workspace, and not too many are fetched', async t => {
  await assert.rejects(used(t, { inputs: { words: '../../up.npy' } }), { code: 'path-outside' });
  const many = Array.from({ length: 17 }, (_, at) => [`i${at}`, `${at}.npy`] as const);
  const held = Object.fromEntries(many.map(([, path]) => [`ml/${path}`, 'x']));
  const asked = { changed: Object.keys(held), held };
  await assert.rejects(used(t, { inputs: Object.fromEntries(many) }, asked), { code: 'baseline-unavailable' });
  const { load } = await used(t, { inputs: Object.fromEntries(many.slice(1)) }, asked);
  assert.equal(Object.keys(load!.inputs!).length, 16);
});
