import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { deleted } from '../support/stored.ts';

const policies = ['head', 'base'] as const;
const old = { thresholds: { 'attention-shift': 0.08 } };
const mild = { thresholds: { 'attention-shift': 0.9, divergence: 1 } };
const renamedTo = (path: string) => configText([], { models: [{ name: 'better', path, ...mild }] });
/** Not a line of its files is as it was. */
const bad = { ...shortcut, seed: 9, noise: 0.01 };

for (const policy of policies)
  test(`name, place and content change at once: it is compared with the one model that went away (policy of the ${policy})`, async t => {
    const s = await scene(t, {
      before: await projectFiles({ config: old }),
      after: {
        ...deleted(await modelFiles('models/tiny')),
        ...(await modelFiles('nets/next', bad)),
        'camdrift.yml': renamedTo('nets/next'),
      },
    });
    const { code, results, stdout } = await s.run({ inputs: { 'max-images': '0', 'policy-from': policy } });
    const [model] = results!.models;
    assert.match(model!.baseline!.model.path, /^models\/tiny at commit [0-9a-f]{7}$/);
    assert.deepEqual(results?.change?.renamed, [{ name: 'better', from: 'models/tiny', to: 'nets/next' }]);
    assert.deepEqual(results?.change?.removed, []);
    const limit = policy === 'base' ? 0.08 : 0.9;
    assert.deepEqual([code, model?.judged?.thresholds['attention-shift']], [policy === 'base' ? 1 : 0, limit], stdout);
    assert.match(s.comments()[0]!, /\*\*name\*\*: tiny → better/);
  });

test('a model that lay there before, unnamed, is compared with the one whose place it takes', async t => {
  const s = await scene(t, {
    before: { ...(await projectFiles({ config: old })), ...(await modelFiles('models/spare', shortcut)) },
    after: { 'camdrift.yml': renamedTo('models/spare') },
  });
  const { code, results, stdout } = await s.run({ inputs: { 'max-images': '0', 'policy-from': 'base' } });
  assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
  assert.match(results!.models[0]!.baseline!.model.path, /^models\/tiny at commit/);
});

test('when several went away it is not clear which it was, and nothing passes', async t => {
  const models = { tiny: {}, small: { seed: 3 } };
  const s = await scene(t, {
    before: await projectFiles({ models }),
    after: {
      ...deleted({ ...(await modelFiles('models/tiny')), ...(await modelFiles('models/small')) }),
      ...(await modelFiles('nets/next', bad)),
      'camdrift.yml': renamedTo('nets/next'),
    },
  });
  const { code, results, stdout } = await s.run({ inputs: { 'max-images': '0' } });
  assert.deepEqual([code, results?.verdict], [1, 'incomplete'], stdout);
  assert.match(
    results!.models[0]!.error!.message,
    /^The model better may have been any of tiny, small, which went away/,
  );
});
