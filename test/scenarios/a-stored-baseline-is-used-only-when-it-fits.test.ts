import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, onlyModel, project, reasonCodes, settings } from '../support/workspace.ts';

const config = {
  ...settings,
  baseline: 'stored',
  'baseline-model': 'models/before',
  models: [{ name: 'tiny', path: 'models/after' }],
};

test('maps that the baseline model itself made are used; those of another are made anew, with a note', async t => {
  const workspace = await project(t, { after: { noise: 0.003 }, config });
  const audited = async () => {
    assertEnded(await workspace.run('audit'), { code: 0 });
    const model = await onlyModel(workspace);
    return { source: model.baseline?.source, codes: reasonCodes(model), drift: model.drift };
  };
  const recomputed = await audited();
  assert.deepEqual([recomputed.source, recomputed.codes], ['recomputed', []], 'none is stored: no word about it');

  const store = [
    'baseline',
    '--model',
    'models/before',
    '--baseline',
    'stored',
    '--fixtures',
    'images/*',
    '--preprocess',
    'unit',
  ];
  assertEnded(await workspace.run(...store, '--engine', 'wasm'), { code: 0 });
  const stored = await audited();
  assert.deepEqual([stored.source, stored.codes], ['stored', []]);
  assert.deepEqual(stored.drift, recomputed.drift, 'stored maps come back bit by bit');

  await workspace.model('before', { noise: 0.001, seed: 3 });
  const stale = await audited();
  assert.deepEqual([stale.source, stale.codes], ['recomputed', ['baseline-stale']]);
  const words = 'The stored baseline was not used: another model made it. The baseline model was explained anew.';
  assertEnded(await workspace.run('audit'), { code: 0, out: [words] });
});

test('maps of the same model that were asked for otherwise are stale too', async t => {
  const workspace = await project(t, { config });
  const store = [
    'baseline',
    '--model',
    'models/before',
    '--baseline',
    'stored',
    '--fixtures',
    'images/*',
    '--engine',
    'wasm',
  ];
  assertEnded(await workspace.run(...store, '--score', 'probability', '--preprocess', 'unit'), { code: 0 });
  assertEnded(await workspace.run('audit'), {
    code: 0,
    out: ['was not used: it explains the probability, and the logit is asked for.'],
  });
});
