import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { assertEnded, onlyModel, project, reasonCodes } from '../support/workspace.ts';

test('the other fixtures are audited and drawn, and the run cannot pass', async t => {
  const workspace = await project(t);
  const sound = await readFile(workspace.path('images/a.png'));
  const cut = await workspace.write('images/cut.png', sound.subarray(0, sound.length - 30));
  assertEnded(await workspace.run('audit'), { code: 4, out: [`${cut} is damaged or cut short`, '? incomplete'] });
  const model = await onlyModel(workspace);
  assert.equal(model.verdict, 'incomplete');
  assert.deepEqual(reasonCodes(model), ['fixture-failed', 'same-model']);
  const fates = Object.fromEntries(model.fixtures.map(({ name, status }) => [name, status]));
  assert.deepEqual(fates, {
    'images/a.png': 'steady',
    'images/b.png': 'steady',
    'images/c.png': 'steady',
    'images/cut.png': 'failed',
  });
  const files = Object.keys(await workspace.digests('camdrift-out'));
  assert.deepEqual(files, [
    'report.html',
    'results.json',
    'summary.md',
    'tiny/images-a.webp',
    'tiny/images-b.webp',
    'tiny/images-c.webp',
  ]);
});

test('a baseline with a hole is not stored', async t => {
  const workspace = await project(t, { before: false });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  const stored = await workspace.digests('.camdrift');
  await workspace.write('images/bad.png', 'garbage');
  assertEnded(await workspace.run('baseline'), {
    code: 4,
    err: ['bad.png is not a picture that can be read', 'Nothing was written to'],
  });
  assert.deepEqual(await workspace.digests('.camdrift'), stored);
});

test('a regression outweighs an unreadable image', async t => {
  const workspace = await project(t, { after: { sees: ['blue', 'green', 'nothing'] } });
  await workspace.write('images/bad.png', 'garbage');
  assertEnded(await workspace.run('audit'), { code: 1, out: ['✗ regression', 'bad.png is not a picture'] });
});
