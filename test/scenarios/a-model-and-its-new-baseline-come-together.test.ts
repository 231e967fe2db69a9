import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ending } from '../support/addressed.ts';
import { put, withoutModels } from '../support/elsewhere.ts';
import { modelFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';
import { storedBaseline } from '../support/stored.ts';

/** A step trains the model anew; the pull request brings the maps that `camdrift baseline` made of it. */
for (const [what, model, expected] of [
  ['a shortcut fails', shortcut, [1, 'fail']],
  ['an honest retrain passes', retrained, [0, 'pass']],
] as const)
  test(`made by a step, with its own stored maps: ${what} against those of the base branch`, async t => {
    const project = await projectFiles();
    const files = await modelFiles('models/tiny', model);
    const s = await scene(t, {
      before: { ...(await withoutModels()), ...(await storedBaseline(project)), 'train.py': 'v1' },
      after: { ...(await storedBaseline({ ...project, ...files })), 'train.py': 'v2' },
    });
    const ran = await s.run({ inputs: { 'max-images': '0' }, prepare: workspace => put(workspace, files) });
    assert.deepEqual(ending(ran), expected, ran.stdout);
    const { baseline } = ran.results!.models[0]!;
    assert.equal(baseline!.source, 'stored');
    assert.notEqual(baseline!.model.digest, ran.results!.models[0]!.candidate!.model.digest);
  });

test('stored maps that come with a model which had none are no version before', async t => {
  const project = await projectFiles();
  const files = await modelFiles('models/tiny', shortcut);
  const s = await scene(t, {
    before: await withoutModels(),
    after: await storedBaseline({ ...project, ...files }),
  });
  const ran = await s.run({ inputs: { 'max-images': '0' }, prepare: workspace => put(workspace, files) });
  assert.deepEqual(ending(ran), [1, 'incomplete'], ran.stdout);
  assert.equal(ran.results!.models[0]!.error!.code, 'model-untracked');
});
