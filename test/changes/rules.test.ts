import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPolicyOf } from '../../src/changes/base-policy.ts';
import { policyEdits } from '../../src/changes/policy-edits.ts';
import { rulesOf } from '../../src/changes/rules.ts';
import { settingChanges } from '../../src/changes/settings.ts';
import { parseConfig } from '../../src/config/read.ts';
import type { RawConfig } from '../../src/config/schema.ts';

const config = (more: object): RawConfig =>
  parseConfig(JSON.stringify({ models: [{ name: 'shoes', path: 'm' }], fixtures: ['a.png'], ...more }), 'camdrift.yml');
const written = (path: string) => `sub/${path}`;

test('a pinned model is watched with all that lies in its folder, a pinned baseline as a folder', () => {
  const places = (more: object) => rulesOf(config(more), 'shoes', written).baselines;
  assert.deepEqual(places({ pinned: 'gold/model.json' }), ['sub/.camdrift/baselines/shoes', 'sub/gold']);
  assert.deepEqual(places({ pinned: '.camdrift/gold', 'baseline-model': 'old.onnx' }), [
    'sub/old.onnx',
    'sub/.camdrift/baselines/shoes',
    'sub/.camdrift/gold',
  ]);
  const watched = rulesOf(config({ pinned: 'gold/model.json' }), 'shoes', written);
  const files = [{ path: 'sub/gold/group1-shard1of1.bin', status: 'modified' as const }];
  assert.deepEqual(policyEdits({ files, complete: true }, [watched], 'sub/camdrift.yml'), [
    { what: 'baseline', ...files[0] },
  ]);
});

test('arrays that a model is given beside the picture are watched, whoever names them, and numbers are not', () => {
  const inputs = (own: object) =>
    rulesOf(
      config({ inputs: { words: 'w.npy', meta: 0 }, models: [{ name: 'shoes', path: 'm', ...own }] }),
      'shoes',
      written,
    ).inputs;
  assert.deepEqual(inputs({}), ['sub/w.npy']);
  assert.deepEqual(inputs({ inputs: { words: 'own.npy' } }), ['sub/own.npy']);
  assert.equal(inputs({ inputs: { words: 1 } }), undefined);
});

test('a change cannot quietly turn the checks off or pin another release', () => {
  const before = config({ checks: 'full', pinned: 'gold', 'pinned-thresholds': { 'attention-shift': 0.1 } });
  const after = config({ checks: 'none', 'pinned-thresholds': { 'attention-shift': 0.9 } });
  const said = settingChanges(before, after).map(({ setting, before: was, after: is }) => [setting, was, is]);
  assert.deepEqual(said, [
    ['checks', 'full', 'none'],
    ['pinned', 'gold', 'default'],
    ['pinned-thresholds', '{"attention-shift":0.1}', '{"attention-shift":0.9}'],
  ]);
  const [model] = withPolicyOf(before, after).models;
  const { checks, pinned, 'pinned-thresholds': limits } = model!;
  assert.deepEqual({ checks, pinned, limits }, { checks: 'full', pinned: 'gold', limits: { 'attention-shift': 0.1 } });
});
