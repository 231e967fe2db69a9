import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, modelFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';

/** A box on each picture of the project: the red object, or the blue mark. */
const boxes = (x: number, y: number) => {
  const names = [1, 2, 3].map(index => `images/${index}.png`);
  return JSON.stringify({
    images: names.map((file_name, id) => ({ id, file_name })),
    annotations: names.map((_, id) => ({ id, image_id: id, category_id: 1, bbox: [x, y, 4, 4] })),
    categories: [{ id: 1, name: 'mark' }],
  });
};

const regions = [{ name: 'mark', from: 'boxes.json', rules: ['inside <= 0.3'] }];
const quiet = { 'max-images': '0' };

test('a model is judged by its regions without a baseline, when the team asks for none', async t => {
  const config = { regions, 'baseline-model': 'none' };
  const { run, comments } = await scene(t, {
    before: { ...(await projectFiles({ config })), 'boxes.json': boxes(12, 12) },
    after: await modelFiles('models/tiny', shortcut),
  });
  const { code, results, stdout } = await run({ inputs: { ...quiet, 'fail-on': 'new' } });
  assert.equal(code, 1, stdout);
  const [model] = results!.models;
  assert.deepEqual([model!.verdict, model!.baseline, model!.judged?.baseline], ['fail', undefined, 'none']);
  const [body] = comments();
  assert.match(body!, /### ❌ camdrift: fail – heat is not where it must be in tiny/);
  assert.match(body!, /Too much heat on the region/);
  assert.doesNotMatch(body!, /is new|Attention moved/);
});

test('annotations that a change edits are told, and the model is judged by them', async t => {
  const { run, comments } = await scene(t, {
    before: { ...(await projectFiles({ config: { regions } })), 'boxes.json': boxes(12, 12) },
    after: { 'boxes.json': boxes(0, 0) },
  });
  const { code, results, stdout } = await run({ inputs: { ...quiet, comment: 'always' } });
  assert.equal(code, 0, stdout);
  assert.deepEqual(results?.change?.edits, [{ what: 'region', path: 'boxes.json', status: 'modified' }]);
  assert.deepEqual(
    results?.models.map(({ name, regions: found }) => [name, found?.length]),
    [['tiny', 1]],
  );
  assert.match(comments()[0]!, /also changes how it is judged[\s\S]*\*\*regions modified\*\*: boxes\.json/);
});

test("regions that a change drops are judged all the same under the base branch's policy", async t => {
  const config = { regions, 'baseline-model': 'none' };
  const { run } = await scene(t, {
    before: { ...(await projectFiles({ config })), 'boxes.json': boxes(12, 12) },
    after: {
      ...(await modelFiles('models/tiny', shortcut)),
      'camdrift.yml': configText(['tiny'], { 'baseline-model': 'none' }),
    },
  });
  const own = await run({ inputs: { ...quiet, comment: 'never' } });
  assert.deepEqual([own.code, own.results?.verdict], [1, 'incomplete'], 'nothing is left that judges');
  assert.match(own.results!.change!.settings[0]!.before, /^mark: from boxes\.json, rules inside <= 0\.3$/);
  const strict = await run({ inputs: { ...quiet, comment: 'never', 'policy-from': 'base' } });
  assert.deepEqual([strict.code, strict.results?.verdict], [1, 'fail'], strict.stdout);
});

test('an honest retrain passes by the same rules', async t => {
  const config = { regions, 'baseline-model': 'none' };
  const { run } = await scene(t, {
    before: { ...(await projectFiles({ config })), 'boxes.json': boxes(12, 12) },
    after: await modelFiles('models/tiny', retrained),
  });
  const { code, stdout } = await run({ inputs: { ...quiet, comment: 'never', 'fail-on': 'new' } });
  assert.equal(code, 0, stdout);
});
