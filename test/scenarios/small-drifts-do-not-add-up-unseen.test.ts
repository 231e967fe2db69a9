import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, modelFiles, projectFiles, scene } from '../support/scene.ts';
import { assertEnded, onlyModel, project, reasonCodes } from '../support/workspace.ts';

const watermark = { sees: ['blue', 'green', 'nothing'] } as const;

test('a step that is small by itself fails for its distance from the golden release', async t => {
  const workspace = await project(t, { before: watermark, after: { ...watermark, noise: 1e-4 } });
  assertEnded(await workspace.run('audit'), { code: 0 });
  await workspace.model('gold');
  const run = await workspace.run('audit', '--pinned', 'models/gold');
  assertEnded(run, {
    code: 1,
    out: [
      /fail +Since the pinned reference models\/gold, over 3 fixtures: Attention moved/,
      'since the pinned reference models/gold: attention shift',
    ],
  });
  assert.match(
    await workspace.read('camdrift-out/summary.md'),
    /^Since the pinned reference models\/gold: attention shift/m,
  );
});

test('a stored baseline is pinned as well, and what cannot be read leaves the verdict open', async t => {
  const workspace = await project(t, { after: { noise: 0.001 }, config: { pinned: '.camdrift/gold' } });
  const missing = await workspace.run('audit');
  assertEnded(missing, { code: 3, out: [/incomplete +Drift from the pinned reference \.camdrift\/gold is not known/] });
  const store = await workspace.run(
    'baseline',
    '--model',
    'models/before',
    '--fixtures',
    'images/*',
    '--preprocess',
    'unit',
    '--baseline',
    '.camdrift/gold',
  );
  assertEnded(store, { code: 0 });
  assertEnded(await workspace.run('audit'), { code: 0, out: ['The pinned reference .camdrift/gold is the baseline.'] });
  assert.deepEqual(reasonCodes(await onlyModel(workspace)), ['pinned-is-baseline']);
});

test('on a pull request the golden release is in the comment, and an edit of it is told', async t => {
  const config = configText(['tiny'], { pinned: 'models/gold' });
  const { run, comments } = await scene(t, {
    before: { ...(await projectFiles({ models: { tiny: watermark, gold: {} } })), 'camdrift.yml': config },
    after: {
      ...(await modelFiles('models/tiny', { ...watermark, noise: 1e-4 })),
      ...(await modelFiles('models/gold', { noise: 1e-5 })),
    },
  });
  const { code, results, stdout } = await run({ inputs: { 'max-images': '0' } });
  assert.equal(code, 1, stdout);
  const [model] = results!.models;
  assert.equal(model!.reasons[0]!.code, 'pinned-drift');
  assert.deepEqual(results?.change?.edits, [
    { what: 'baseline', path: 'models/gold/group1-shard1of1.bin', status: 'modified' },
  ]);
  const [body] = comments();
  assert.match(body!, /Since the pinned reference models\/gold, over \d fixtures: Attention moved/);
  assert.match(body!, /This pull request also changes how it is judged/);
});
