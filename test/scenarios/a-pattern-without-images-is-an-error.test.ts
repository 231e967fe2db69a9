import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, project } from '../support/workspace.ts';

test('every pattern must match, and what an earlier run wrote stays', async t => {
  const workspace = await project(t);
  assertEnded(await workspace.run('audit'), { code: 0 });
  const written = await workspace.digests('camdrift-out');
  const run = await workspace.run('audit', '--fixtures', 'images/*.png', 'nothing/*.png');
  assertEnded(run, {
    code: 3,
    err: [`No image matches \`fixtures: nothing/*.png\` in ${workspace.root}.`, 'Add an image, or fix the pattern.'],
  });
  assert.deepEqual(await workspace.digests('camdrift-out'), written);
});

test('files that are no images do not count', async t => {
  const workspace = await project(t);
  await workspace.write('notes/readme.md', 'text');
  assertEnded(await workspace.run('audit', '--fixtures', 'notes/*'), { code: 3, err: ['No image matches'] });
});
