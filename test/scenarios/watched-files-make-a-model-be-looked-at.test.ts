import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, projectFiles, scene } from '../support/scene.ts';

const inputs = { 'max-images': '0' };

for (const [what, after, verdict] of [
  ['a file that it names changes', { 'src/train.py': 'v2' }, 'pass'],
  ['another file changes', { 'src/notes.md': 'v2' }, 'skipped'],
  ['one that it leaves out changes', { 'src/train_test.py': 'v2' }, 'skipped'],
] as const)
  test(`watch: ${what}`, async t => {
    const config = { watch: ['src/*.py', 'dvc.lock', '!src/*_test.py'] };
    const s = await scene(t, {
      before: { ...(await projectFiles({ config })), 'src/train.py': 'v1', 'src/train_test.py': 'v1' },
      after,
    });
    const { code, outputs, stdout, results } = await s.run({ inputs });
    assert.deepEqual([code, outputs.verdict], [0, verdict], stdout);
    assert.deepEqual(
      results!.models.map(({ name }) => name),
      verdict === 'pass' ? ['tiny'] : [],
    );
  });

test('a change that stops watching does not go by unseen', async t => {
  const before = await projectFiles({ config: { watch: ['train.py'] } });
  const s = await scene(t, {
    before: { ...before, 'train.py': 'v1' },
    after: { 'train.py': 'v2', 'camdrift.yml': configText(['tiny']) },
  });
  const { code, outputs, results, stdout } = await s.run({ inputs });
  assert.deepEqual([code, outputs.verdict], [0, 'pass'], stdout);
  assert.deepEqual(
    results!.change!.settings.map(({ setting }) => setting),
    ['watch'],
  );
});
