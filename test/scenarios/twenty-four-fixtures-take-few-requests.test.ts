import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked, modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { writesOf } from '../support/stored.ts';

test('the first run of a repository, with 24 pictures to publish, stays within 18 requests and 6 writes', async t => {
  const { github, run, comments, number } = await scene(t, {
    before: await projectFiles({ images: marked(24) }),
    after: await modelFiles('models/tiny', shortcut),
  });
  const { code, outputs, stdout } = await run();
  assert.equal(code, 1, stdout);
  const writes = writesOf(github);
  t.diagnostic(`${github.exchanges.length} requests, ${writes.length} of them writes`);
  assert.ok(github.exchanges.length <= 18, github.exchanges.map(({ method, path }) => `${method} ${path}`).join('\n'));
  assert.ok(writes.length <= 6, writes.join('\n'));
  assert.deepEqual([outputs.fixtures, outputs.moved], ['24', '24']);

  const shown = new Set(
    [...comments()[0]!.matchAll(/\/blob\/([0-9a-f]{40})\/([^?"]+)\?raw=true/g)].map(([url]) => url),
  );
  assert.equal(shown.size, 24 + 12, 'the twelve in sight have a form for narrow screens too');
  const [pictures, start, ...others] = await github.log('camdrift-assets');
  assert.deepEqual([pictures?.sha, start?.parents, others], [outputs['images-commit'], [], []]);
  for (const index of [1, 24]) {
    const path = `pr-${number}/default/4242-1/tiny/images-${index}.webp`;
    assert.equal(Buffer.from((await github.fileAt('camdrift-assets', path))!.subarray(8, 12)).toString(), 'WEBP');
  }
});
