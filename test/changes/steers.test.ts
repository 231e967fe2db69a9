import assert from 'node:assert/strict';
import { test } from 'node:test';
import { steersRepairs } from '../../src/changes/steers.ts';
import type { RawConfig } from '../../src/config/schema.ts';
import type { PolicyEdit } from '../../src/results/change.ts';

const raw: RawConfig = {
  models: [
    { name: 'a', path: 'models/a', pinned: 'gold/a', 'baseline-model': 'golden/model.json' },
    { name: 'b', path: 'models/b', baseline: 'stored/b' },
  ],
};
const written = (path: string) => `ml/${path}`;
const edit = (what: PolicyEdit['what'], path: string): PolicyEdit => ({ what, path: `ml/${path}`, status: 'modified' });
const steers = (edits: readonly PolicyEdit[], settings: Parameters<typeof steersRepairs>[0]['settings'] = []) =>
  steersRepairs({ edits, settings }, raw, written);

test('a change that edits anything by which a repair would be told steers it', () => {
  for (const what of ['configuration', 'labels', 'truth', 'region', 'probe', 'fixture'] as const)
    assert.ok(steers([edit(what, 'stored/b/x')]), what);
  for (const path of [
    'gold/a',
    'gold/a/manifest.json',
    'GOLD/a/model.json',
    'gold',
    'golden/model.json',
    'golden/weights.bin',
  ])
    assert.ok(steers([edit('baseline', path)]), path);
  assert.ok(steers([], [{ model: 'a', setting: 'repairs', before: 'fail', after: 'pass' }]));
});

test('stored baselines of its own do not, since they are not believed; nor does what decides nothing', () => {
  assert.equal(steers([]), false);
  assert.equal(
    steers([edit('baseline', '.camdrift/baselines/a/manifest.json'), edit('baseline', 'stored/b/1.map.json')]),
    false,
  );
  const inside: RawConfig = { models: [{ name: 'a', path: 'models/a', pinned: '.camdrift/baselines/a' }] };
  assert.ok(
    steersRepairs({ edits: [edit('baseline', '.camdrift/baselines/a/manifest.json')], settings: [] }, inside, written),
  );
});
