import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, retrained, scene } from '../support/scene.ts';

test('an honest retrain passes, and the comment says by how little attention moved', async t => {
  const { github, run, comments } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', retrained),
  });
  const { code, outputs, annotations, results, stdout } = await run({ inputs: { 'max-images': '0' } });
  assert.equal(code, 0, stdout);
  const [model] = results!.models;
  assert.deepEqual([results?.verdict, model?.verdict, model?.reasons], ['pass', 'pass', []]);
  assert.deepEqual(
    model?.fixtures.map(({ status }) => status),
    ['steady', 'steady', 'steady'],
  );
  assert.deepEqual(
    [outputs.verdict, outputs.audited, outputs['models-failed'], outputs.moved],
    ['pass', '1', '0', '0'],
  );
  const shift = Number(outputs['attention-shift']);
  assert.ok(shift > 0 && shift < 0.01, `shift ${shift}`);
  assert.deepEqual(annotations, []);
  assert.match(stdout, /^tiny: ✓ pass$/m);

  const [body, ...others] = comments();
  assert.equal(others.length, 0);
  assert.match(body!, /^### ✅ camdrift: pass – attention stayed in tiny$/m);
  assert.match(body!, /Attention shift \d\.\d % on average, limit 3\.0 %; 0 of 3 fixtures moved/);
  assert.doesNotMatch(body!, /❌|regress/i);
  assert.equal(await github.branch('camdrift-assets'), undefined, 'no pictures were asked for, so there is no branch');
  assert.equal(outputs['images-commit'], '');
});
