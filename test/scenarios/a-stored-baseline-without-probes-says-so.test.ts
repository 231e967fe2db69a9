import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertEnded, onlyModel, project, reasonCodes, settings } from '../support/workspace.ts';

const models = [{ name: 'tiny', path: 'models/after' }];
const stored = { ...settings, probes: 'default', models, baseline: 'stored' };

test('stored maps alone: a warning, and the way out', async t => {
  const workspace = await project(t, { before: false, config: { baseline: 'stored', probes: 'default' } });
  assertEnded(await workspace.run('baseline', '--probes', 'none'), { code: 0 });
  assertEnded(await workspace.run('baseline', '--check', '--probes', 'none'), { code: 0 });
  assertEnded(await workspace.run('audit'), {
    code: 0,
    out: ['tiny: ! pass, with warnings', 'without the probes `mark`, `frame`', 'Run `camdrift baseline`'],
  });
  const { probes, reasons } = await onlyModel(workspace);
  assert.ok(reasons.some(({ code, level }) => code === 'probe-no-baseline' && level === 'warn'));
  assert.deepEqual(
    probes?.map(({ baseline, added }) => [baseline, added]),
    [
      [undefined, undefined],
      [undefined, undefined],
    ],
  );
  assertEnded(await workspace.run('baseline', '--check'), { code: 2, err: ['it was made without the probe `mark`'] });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  assertEnded(await workspace.run('baseline', '--check'), { code: 0 });
  assertEnded(await workspace.run('audit'), { code: 0, out: ['tiny: ✓ pass'] });
  await workspace.config({ ...stored, probes: ['mark', { frame: '#ff8c00' }] });
  assertEnded(await workspace.run('baseline', '--check'), { code: 2, err: ['it was made with another probe `frame`'] });
});

test('with the baseline model at hand it is explained anew', async t => {
  const config = { baseline: 'stored', probes: 'default', 'baseline-model': 'models/before' };
  const workspace = await project(t, { config });
  await workspace.config({ ...stored, models: [{ name: 'tiny', path: 'models/before' }] });
  assertEnded(await workspace.run('baseline', '--probes', 'none'), { code: 0 });
  await workspace.config({ ...stored, ...config });
  assertEnded(await workspace.run('audit'), { code: 0, out: ['it was made without the probe `mark`'] });
  const model = await onlyModel(workspace);
  assert.equal(model.baseline?.source, 'recomputed');
  assert.ok(reasonCodes(model).includes('baseline-stale') && !reasonCodes(model).includes('probe-no-baseline'));
  assert.equal(model.probes?.[0]?.added, 0);
});
