import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';

test('two models changed, one of them for the worse; the third is named', async t => {
  const { run, comments } = await scene(t, {
    before: await projectFiles({ models: { bags: {}, hats: {}, shoes: { seed: 3 } } }),
    after: { ...(await modelFiles('models/bags', retrained)), ...(await modelFiles('models/shoes', shortcut)) },
  });
  const { code, results, outputs, annotations, groups, stdout } = await run({ inputs: { 'max-images': '0' } });
  assert.equal(code, 1, stdout);
  assert.deepEqual(
    results?.models.map(({ name, verdict }) => [name, verdict]),
    [
      ['bags', 'pass'],
      ['shoes', 'fail'],
    ],
  );
  assert.deepEqual(results?.change?.unchanged, ['hats']);
  assert.deepEqual(
    groups.map(({ title }) => title),
    ['baseline of bags (1 of 2)', 'bags (1 of 2)', 'baseline of shoes (2 of 2)', 'shoes (2 of 2)'],
  );
  assert.deepEqual(
    [outputs.verdict, outputs.audited, outputs['models-failed'], outputs.fixtures, outputs.moved],
    ['fail', '2', '1', '6', '3'],
  );
  assert.match(stdout, /^hats: unchanged$/m);
  assert.match(stdout, /^::error::Attention regressed in shoes\.$/m);
  const errors = annotations.filter(({ level }) => level === 'error');
  assert.deepEqual(
    errors.map(({ file }) => file),
    ['models/shoes/model.json', undefined],
  );
  assert.ok(
    annotations.some(({ level, file }) => level === 'warning' && file === 'models/shoes/model.json'),
    'what only may be too far warns at the same place',
  );
  assert.ok(!annotations.some(({ file }) => file?.includes('bags')), 'nothing to say about the one that passed');

  const [body] = comments();
  assert.match(body!, /^### ❌ camdrift: fail – attention moved in 1 of 2 models$/m);
  assert.match(body!, /✅ \*\*1 model unchanged, not audited\*\*: hats/);
  const order = ['#### ❌ shoes: fail', '#### ✅ bags: pass'].map(words => body!.indexOf(words));
  assert.ok(order[0]! > 0 && order[1]! > order[0]!, body);
});
