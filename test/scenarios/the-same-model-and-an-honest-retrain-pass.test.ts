import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, onlyModel, project, reasonCodes } from '../support/workspace.ts';

test('the same model passes, and every drift is exactly 0', async t => {
  const workspace = await project(t);
  assertEnded(await workspace.run('audit'), { code: 0, out: ['tiny: ✓ pass', 'attention shift 0.0 % on average'] });
  const model = await onlyModel(workspace);
  assert.deepEqual(reasonCodes(model), ['same-model']);
  for (const method of ['grad-cam', 'grad-cam++', 'cam'])
    assert.equal(model.drift?.[method]?.['attention-shift']?.max, 0);
  assert.equal(model.predictions?.flipped, 0);
  assert.ok((model.predictions?.divergence?.max ?? 1) < 1e-9);
});

test('a retrain that moved every weight a little passes with a small shift', async t => {
  const workspace = await project(t, { after: { noise: 0.003, seed: 7 } });
  assertEnded(await workspace.run('audit'), { code: 0, out: ['✓ pass'] });
  const model = await onlyModel(workspace);
  assert.deepEqual(reasonCodes(model), []);
  const shift = model.drift?.['grad-cam']?.['attention-shift']?.mean ?? 1;
  assert.ok(shift > 0 && shift < 0.02, `shift ${shift}`);
});

for (const options of [{ shards: 2 }, { store: 'float16' }, { store: 'uint8' }] as const) {
  test(`the same weights stored as ${JSON.stringify(options)} pass`, async t => {
    const workspace = await project(t, { after: options });
    assertEnded(await workspace.run('audit'), { code: 0, out: ['✓ pass'] });
    const shift = (await onlyModel(workspace)).drift?.['grad-cam']?.['attention-shift']?.max ?? 1;
    assert.ok(shift < 0.01, `shift ${shift}`);
  });
}
