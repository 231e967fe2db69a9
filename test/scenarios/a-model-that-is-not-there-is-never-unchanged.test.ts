import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

const inputs = { 'max-images': '0' };

for (const [what, after] of [
  ['that replaces the real one', modelFiles('models/tiny', shortcut)],
  ['that touches no model', { 'README.md': 'Words.' }],
] as const)
  test(`a path with a slip of the pen is incomplete, in a pull request ${what}`, async t => {
    const slip = configText([], { models: [{ name: 'tiny', path: 'model/tiny' }] });
    const s = await scene(t, { before: { ...(await projectFiles()), 'camdrift.yml': slip }, after: await after });
    const { code, results, outputs, stdout } = await s.run({ inputs });
    assert.deepEqual([code, outputs.verdict], [1, 'incomplete'], stdout);
    assert.deepEqual([results!.models[0]!.error!.code, results?.change?.unchanged], ['model-unreadable', []]);
    assert.match(results!.models[0]!.error!.message, /^There is no model at model\/tiny\.$/);
    assert.match(s.comments()[0]!, /camdrift: incomplete – no verdict on tiny/);
  });
