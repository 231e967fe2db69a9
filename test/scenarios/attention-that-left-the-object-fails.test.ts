import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, onlyModel, project, settings } from '../support/workspace.ts';

/** It calls the same images `red`, for the watermark's sake. */
const shortcut = { sees: ['blue', 'green', 'nothing'] } as const;
/** Answers move too, which is another story. */
const divergence = 1;
const config = (thresholds?: object) => ({
  ...settings,
  'baseline-model': 'models/before',
  thresholds: { divergence, ...thresholds },
});

test('the exit code is 1, and the message names threshold and method', async t => {
  const workspace = await project(t, { after: shortcut });
  const run = await workspace.run('audit');
  assertEnded(run, {
    code: 1,
    out: [
      'tiny: ✗ regression',
      /Attention moved: attention shift \d\d\.\d % on average \(uncalibrated limit \d\.0 %, grad-cam\)\./,
      /images\/b\.png\s+moved\s+\d\d\.\d %\s+0 %\s+down/,
    ],
  });
  const model = await onlyModel(workspace);
  assert.equal(model.predictions?.flipped, 0, 'no prediction says so');
  assert.deepEqual(model.reasons[0]?.code, 'attention-regression');
  assert.match(await workspace.read('camdrift-out/summary.md'), /^# ✗ regression$/m);
});

test('a threshold of the model wins over the one at the top, and the command line over both', async t => {
  const workspace = await project(t, { after: shortcut });
  const models = (thresholds?: object) => [
    { name: 'tiny', path: 'models/after', ...(thresholds && { thresholds: { divergence, ...thresholds } }) },
  ];
  await workspace.config({ ...config({ 'attention-shift': 0.9 }), models: models() });
  assertEnded(await workspace.run('audit'), { code: 0 });
  await workspace.config({ ...config({ 'attention-shift': 0.9 }), models: models({ 'attention-shift': 0.2 }) });
  assertEnded(await workspace.run('audit'), { code: 1, out: ['(limit 20.0 %, grad-cam)'] });
  assertEnded(await workspace.run('audit', '--threshold', 'attention-shift=0.95', '--threshold', 'divergence=1'), {
    code: 0,
  });
  await workspace.config({ ...config(), models: models({ overlap: 0.5 }) });
  assertEnded(await workspace.run('audit'), { code: 1, out: ['Overlap drift 100.0 % on average (limit 50.0 %'] });
});

test('the method named first is judged', async t => {
  const workspace = await project(t, { after: shortcut });
  assertEnded(await workspace.run('audit', '--method', 'hires-cam,grad-cam'), { code: 1, out: ['hires-cam)'] });
  const { judged } = await onlyModel(workspace);
  assert.deepEqual([judged?.method, judged?.thresholds], ['hires-cam', { 'attention-shift': 0.08 }]);
});
