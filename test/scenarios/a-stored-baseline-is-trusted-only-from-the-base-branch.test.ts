import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, modelFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';
import { storedBaseline } from '../support/stored.ts';

const noPictures = { 'max-images': '0' };

test('one that another model made is not used: the base branch’s model is explained anew, and the results say so', async t => {
  const project = await projectFiles();
  const stale = await storedBaseline({ ...project, ...(await modelFiles('models/tiny', { noise: 0.001 })) });
  const { run, comments } = await scene(t, {
    before: { ...project, ...stale },
    after: await modelFiles('models/tiny', retrained),
  });
  const { code, results, annotations, stdout } = await run({ inputs: noPictures });
  assert.equal(code, 0, stdout);
  const [model] = results!.models;
  assert.equal(model?.baseline?.source, 'recomputed');
  const words = 'The stored baseline was not used: another model made it. The baseline model was explained anew.';
  assert.deepEqual(model?.reasons, [{ level: 'pass', code: 'baseline-stale', message: words }]);
  assert.deepEqual(
    annotations.map(({ level, message }) => [level, message]),
    [['notice', words]],
  );
  const [body] = comments();
  assert.match(body!, /The stored baseline was not used: another model made it/);
  assert.match(body!, /Attention shift \d\.\d % on average, limit 3\.0 %/, 'and what was found all the same');
  assert.match(body!, / · baseline recomputed · /);
});

test('one that the pull request itself writes is not asked: nobody grades their own paper', async t => {
  const project = await projectFiles();
  const bad = await modelFiles('models/tiny', shortcut);
  const { run, comments } = await scene(t, {
    before: { ...project, ...(await storedBaseline(project)) },
    after: { ...bad, ...(await storedBaseline({ ...project, ...bad })) },
  });
  const { code, results, stdout } = await run({ inputs: noPictures });
  assert.equal(code, 1, stdout);
  assert.deepEqual([results?.verdict, results?.models[0]?.baseline?.source], ['fail', 'recomputed']);
  const edits = results!.change!.edits;
  assert.ok(edits.some(({ what, path }) => what === 'baseline' && path === '.camdrift/baselines/tiny/manifest.json'));
  assert.match(comments()[0]!, /⚠️ \*\*This pull request also changes how it is judged\*\*/);
  assert.match(comments()[0]!, /\*\*baseline files modified\*\*: \.camdrift\/baselines\/tiny\/images/);
});

test('so is a golden model that the configuration names: an edited one is taken as the base branch has it', async t => {
  const config = configText(['tiny'], { 'baseline-model': 'models/golden', baseline: 'stored' });
  const { run } = await scene(t, {
    before: { ...(await projectFiles({ models: { tiny: {}, golden: {} } })), 'camdrift.yml': config },
    after: { ...(await modelFiles('models/tiny', shortcut)), ...(await modelFiles('models/golden', shortcut)) },
  });
  const { code, results, stdout } = await run({ inputs: { comment: 'never' } });
  assert.equal(code, 1, stdout);
  const [model] = results!.models;
  assert.equal(model?.verdict, 'fail');
  assert.match(model!.baseline!.model.path, /^models\/golden at commit [0-9a-f]{7}$/);
  assert.deepEqual(results?.change?.edits, [
    { what: 'baseline', path: 'models/golden/group1-shard1of1.bin', status: 'modified' },
  ]);
});
