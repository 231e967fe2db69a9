import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, retrained, scene } from '../support/scene.ts';
import { writesOf } from '../support/stored.ts';

test('with more than 3,000 changed files the digests decide which models changed', async t => {
  const many = Array.from({ length: 3001 }, (_, index) => [`data/${index}.txt`, `${index}`] as const);
  const { github, run, comments } = await scene(t, {
    before: await projectFiles({ models: { bags: {}, shoes: { seed: 3 } } }),
    after: Object.fromEntries(many),
  });
  const untouched = await run();
  assert.equal(untouched.code, 0, untouched.stdout);
  assert.deepEqual([untouched.results?.models, untouched.results?.change?.unchanged], [[], ['bags', 'shoes']]);
  assert.deepEqual([comments(), writesOf(github)], [[], []]);

  // It comes after the data, where GitHub's list has ended.
  await github.commit({ branch: 'retrain', files: await modelFiles('models/shoes', retrained) });
  const changed = await run({ action: 'synchronize', inputs: { 'max-images': '0' } });
  assert.equal(changed.code, 0, changed.stdout);
  assert.deepEqual(
    changed.results?.models.map(({ name, verdict, baseline }) => [name, verdict, baseline?.source]),
    [['shoes', 'pass', 'recomputed']],
  );
  assert.deepEqual(changed.results?.change?.unchanged, ['bags']);
});
