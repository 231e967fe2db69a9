import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { test } from 'node:test';
import { assertEnded, project } from '../support/workspace.ts';

test('writing it again changes no byte, leaves nothing over, and removes what no fixture has', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline'), { code: 0, err: ['tiny: 3 fixtures written to', '(layer conv, '] });
  const first = await workspace.digests('.camdrift');
  assert.deepEqual(
    Object.keys(first).map(name => name.replace(/-[0-9a-f]{8}\./, '-HASH.')),
    ['a', 'b', 'c'].map(name => `baselines/tiny/images-${name}-HASH.map.json`).concat('baselines/tiny/manifest.json'),
  );
  assertEnded(await workspace.run('baseline'), { code: 0 });
  assert.deepEqual(await workspace.digests('.camdrift'), first);

  await rm(workspace.path('images/b.png'));
  assertEnded(await workspace.run('baseline'), { code: 0, err: ['2 fixtures written'] });
  const fewer = await workspace.digests('.camdrift');
  assert.deepEqual(Object.keys(first).filter(name => !(name in fewer)).length, 1);
  for (const [name, digest] of Object.entries(fewer)) assert.equal(digest, first[name]);
});

test('--check says whether a refresh is due, by its exit code, and writes nothing', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline', '--check'), { code: 2, err: ['stale: There is no baseline in'] });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  const stored = await workspace.digests('.camdrift');
  assertEnded(await workspace.run('baseline', '--check'), {
    code: 0,
    err: ['tiny: the stored baseline is up to date'],
  });
  const asked = await workspace.run('baseline', '--check', '--score', 'probability', '--json', '-');
  assertEnded(asked, { code: 2, err: ['it explains the logit, and the probability is asked for'] });
  assert.deepEqual(JSON.parse(asked.stdout).baselines[0].name, 'tiny');
  for (const [options, words] of [
    [['--crop', '0.875'], 'it was made with nothing for `crop`, and `0.875` is asked for'],
    [['--fit', 'cover'], 'it was made with `fill` for `fit`, and `cover` is asked for'],
    [['--output', 'scores'], 'it was made with nothing for `output`, and `scores` is asked for'],
    [
      ['--preprocess', 'raw'],
      'it was made with {"scale":0.00392156862745098,"mean":[0],"std":[1],"order":"rgb"} for `preprocess`',
    ],
  ] as const)
    assertEnded(await workspace.run('baseline', '--check', ...options), { code: 2, err: [`stale: ${words}`] });
  assertEnded(await workspace.run('audit', '--crop', '0.875'), {
    code: 2,
    out: ['does not fit: it was made with nothing for `crop`, and `0.875` is asked for.'],
  });
  await workspace.picture('images/d.png');
  assertEnded(await workspace.run('baseline', '--check'), { code: 2, err: ['stale: 1 of 4 fixtures are not in it'] });
  await workspace.model('after', { noise: 0.01 });
  assertEnded(await workspace.run('baseline', '--check'), { code: 2, err: ['stale: the model has changed since'] });
  assert.deepEqual(await workspace.digests('.camdrift'), stored);
});

test('a fixture whose file has changed makes it stale, and so does one that is gone', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  const sound = await readFile(workspace.path('images/a.png'));
  await workspace.picture('images/a.png', [['green', 2, 2]]);
  assertEnded(await workspace.run('baseline', '--check'), {
    code: 2,
    err: ['stale: fixture images/a.png has changed since'],
  });
  await workspace.write('images/a.png', sound);
  await rm(workspace.path('images/b.png'));
  assertEnded(await workspace.run('baseline', '--check'), { code: 2, err: ['stale: 1 of its fixtures are gone'] });
});

test('a model with a baseline model and no folder has nowhere to store one', async t => {
  const workspace = await project(t);
  assertEnded(await workspace.run('baseline'), {
    code: 3,
    err: ['there is nowhere to store a baseline', '--baseline'],
  });
});
