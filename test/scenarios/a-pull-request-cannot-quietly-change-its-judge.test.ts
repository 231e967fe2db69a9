import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { deleted } from '../support/stored.ts';

const noPictures = { 'max-images': '0' };

test('thresholds raised along with a bad model pass by the pull request’s own policy, in bold letters, and fail by the base’s', async t => {
  const { run, comments } = await scene(t, {
    before: await projectFiles({ config: { thresholds: { 'attention-shift': 0.08, divergence: 1 } } }),
    after: {
      ...(await modelFiles('models/tiny', shortcut)),
      'camdrift.yml': configText(['tiny'], { thresholds: { 'attention-shift': 0.9, divergence: 1 } }),
    },
  });
  const own = await run({ inputs: noPictures });
  assert.equal(own.code, 0, own.stdout);
  assert.equal(own.results?.models[0]?.judged?.thresholds['attention-shift'], 0.9);
  assert.deepEqual(own.results?.change?.settings, [
    { model: 'tiny', setting: 'thresholds.attention-shift', before: '0.08', after: '0.9' },
  ]);
  const [mild] = comments();
  const [title, warning] = [
    '### ⚠️ camdrift: warn',
    'also changes how it is judged**, and is judged by its own settings',
  ];
  assert.ok(mild!.includes(title) && mild!.includes(warning), mild);
  assert.match(mild!, /\*\*thresholds\.attention\\-shift\*\*: 0\.08 → 0\.9 \(model tiny\)/);
  assert.ok(mild!.indexOf(warning) < mild!.indexOf('fixtures moved'), 'before any number');

  const strict = await run({ inputs: { ...noPictures, 'policy-from': 'base' } });
  assert.equal(strict.code, 1, strict.stdout);
  assert.equal(strict.results?.models[0]?.judged?.thresholds['attention-shift'], 0.08);
  assert.equal(strict.results?.change?.policyFrom, 'base');
  const [severe, ...others] = comments();
  assert.equal(others.length, 0);
  assert.match(severe!, /### ❌ camdrift: fail/);
  assert.match(severe!, /also changes how it is judged\*\*, and is judged by the settings of main/);
});

test('fixtures that are taken away and labels that change are listed', async t => {
  const labels = { labels: 'labels.txt' };
  const { run, comments } = await scene(t, {
    before: { ...(await projectFiles({ config: labels })), 'labels.txt': 'shoe\nbag\nhat\n' },
    after: { 'images/2.png': null, 'labels.txt': 'shoe\nhat\nbag\n' },
  });
  const { code, results, stdout } = await run({ inputs: noPictures });
  assert.equal(code, 0, stdout);
  assert.deepEqual(results?.change?.edits, [
    { what: 'fixture', path: 'images/2.png', status: 'removed' },
    { what: 'labels', path: 'labels.txt', status: 'modified' },
  ]);
  const [body] = comments();
  assert.match(body!, /- \*\*fixtures removed\*\*: images\/2\.png/);
  assert.match(body!, /- \*\*labels modified\*\*: labels\.txt/);
});

test('a model that takes another name and another place stays under the base branch’s policy', async t => {
  const before = await projectFiles({ config: { thresholds: { 'attention-shift': 0.08 } } });
  const models = [{ name: 'better', path: 'models/v2', thresholds: { 'attention-shift': 0.9 } }];
  const { run } = await scene(t, {
    before,
    after: {
      ...deleted(await modelFiles('models/tiny')),
      ...(await modelFiles('models/v2', shortcut)),
      'camdrift.yml': configText([], { models }),
    },
  });
  const { code, results, stdout } = await run({ inputs: { comment: 'never', 'policy-from': 'base' } });
  assert.equal(code, 1, stdout);
  const [model] = results!.models;
  assert.deepEqual([model?.verdict, model?.judged?.thresholds['attention-shift']], ['fail', 0.08]);
  assert.deepEqual(results?.change?.renamed, [{ name: 'better', from: 'models/tiny', to: 'models/v2' }]);
  assert.deepEqual(results?.change?.removed, []);
  assert.deepEqual(
    results?.change?.settings.map(({ setting, before, after }) => `${setting}: ${before} -> ${after}`),
    ['name: tiny -> better', 'thresholds.attention-shift: 0.08 -> 0.9'],
  );
});
