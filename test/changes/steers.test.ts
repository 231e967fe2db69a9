import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DecidingFiles } from '../../src/changes/deciding-files.ts';
import { isShownByBase, steersRepairs } from '../../src/changes/steers.ts';
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
type Doing = Parameters<typeof steersRepairs>[0];
const nothing: Doing = { edits: [], settings: [], files: { files: [], complete: true } };
const steers = (edits: readonly PolicyEdit[], more: Partial<Doing> = {}, given = raw) =>
  steersRepairs({ ...nothing, edits, ...more }, given, written);

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
  assert.ok(steers([], { settings: [{ model: 'a', setting: 'repairs', before: 'fail', after: 'pass' }] }));
});

test('stored baselines of its own do not, since they are not believed; nor does what decides nothing', () => {
  assert.equal(steers([]), false);
  assert.equal(
    steers([edit('baseline', '.camdrift/baselines/a/manifest.json'), edit('baseline', 'stored/b/1.map.json')]),
    false,
  );
  const inside: RawConfig = { models: [{ name: 'a', path: 'models/a', pinned: '.camdrift/baselines/a' }] };
  assert.ok(steers([edit('baseline', '.camdrift/baselines/a/manifest.json')], {}, inside));
});

test('nor is it known of a change that is too large to be listed, and of one that edits what both versions are given', () => {
  assert.ok(steers([], { files: { files: [], complete: false } }));
  const fed: RawConfig = { models: [{ name: 'a', path: 'models/a', inputs: { meta: 'meta.npy', scale: 1 } }] };
  const files = (path: string) => ({ files: [{ path, status: 'modified' as const }], complete: true });
  assert.ok(steers([], { files: files('ml/meta.npy') }, fed));
  assert.equal(steers([], { files: files('ml/other.npy') }, fed), false);
});

test('what Git of the base branch does not hold shows no repair: a step of the change may have brought it', () => {
  const shown = (held: readonly string[], more: Partial<DecidingFiles> = {}, present: readonly string[] = []) => {
    const watched: DecidingFiles = {
      name: 'a',
      files: [],
      fixtures: { globs: [], paths: ['ml/images/1.png'] },
      ...more,
    };
    const there = new Map(held.map(path => [path, {}] as const));
    return isShownByBase(watched, raw, written, there, path => present.includes(path));
  };
  const all = ['ml/images/1.png', 'ml/gold/a/model.json', 'ml/golden/model.json'];
  assert.ok(shown(all));
  for (const path of all) assert.equal(shown(all.filter(each => each !== path)), false, path);
  for (const place of ['labels', 'truth'] as const) {
    assert.equal(shown(all, { [place]: 'ml/file.json' }), false, place);
    assert.ok(shown([...all, 'ml/file.json'], { [place]: 'ml/file.json' }), place);
  }
  for (const place of ['regions', 'probes'] as const) assert.equal(shown(all, { [place]: ['ml/masks'] }), false, place);
  assert.equal(shown([...all, 'ml/masks/.gitkeep'], { regions: ['ml/masks'] }), false);
  assert.ok(shown([...all, 'ml/masks/1.png'], { regions: ['ml/masks'] }));
  const manifest = 'ml/.camdrift/baselines/a/manifest.json';
  assert.equal(shown(all, {}, [manifest]), false);
  assert.ok(shown([...all, manifest], {}, [manifest]));
});
