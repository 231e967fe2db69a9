import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, marked, modelFiles, pictureFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

const inputs = { 'max-images': '0' };
const to = (symlink: string) => ({ symlink });
const weights = 'models/tiny/group1-shard1of1.bin';

/** Models by version, and `models/current` that leads to one of them. */
const versions = async (lead: Record<string, { symlink: string }>) => ({
  ...(await pictureFiles(marked())),
  ...(await modelFiles('models/v1')),
  ...lead,
  'camdrift.yml': configText(['current']),
});

for (const [what, lead, after] of [
  ['is pointed at another version', { 'models/current': to('v1') }, { 'models/current': to('v2') }],
  [
    'leads through another link that is',
    { 'models/current': to('../best'), best: to('models/v1') },
    { best: to('./models/v2') },
  ],
  ['becomes a folder of its own', { 'models/current': to('v1') }, { 'models/current': null }],
] as const)
  test(`a model’s folder that is a link and ${what} is audited`, async t => {
    const bad = await modelFiles('models/v2', shortcut);
    const own = what.includes('folder of its own') ? await modelFiles('models/current', shortcut) : {};
    const s = await scene(t, { before: await versions(lead), after: { ...bad, ...after, ...own } });
    const { code, results, stdout } = await s.run({ inputs });
    assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
    assert.match(results!.models[0]!.baseline!.model.path, /^models\/current at commit [0-9a-f]{7}$/);
    assert.equal(s.comments().length, 1);
  });

test('a link that stays, while what it leads to changes, is audited; while nothing changes, it is not', async t => {
  const s = await scene(t, {
    before: await versions({ 'models/current': to('v1') }),
    after: { 'README.md': 'Words.' },
  });
  const still = await s.run({ inputs });
  assert.deepEqual([still.code, still.results?.change?.unchanged], [0, ['current']], still.stdout);
  assert.ok(s.github.exchanges.length <= 6, `${s.github.exchanges.length} requests`);
  await s.github.commit({ branch: 'retrain', files: await modelFiles('models/v1', shortcut) });
  const { code, results, stdout } = await s.run({ inputs, action: 'synchronize' });
  assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
});

test('weights behind a link: first it takes the place of the same bytes, then the bytes change', async t => {
  const good = await modelFiles('models/tiny');
  const bad = await modelFiles('models/tiny', shortcut);
  const s = await scene(t, {
    before: await projectFiles(),
    after: { [weights]: to('store/w.bin'), 'models/tiny/store/w.bin': good[weights]! },
  });
  const same = await s.run({ inputs });
  assert.deepEqual([same.code, same.results?.change?.unchanged], [0, ['tiny']], same.stdout);
  await s.github.commit({ branch: 'retrain', files: { 'models/tiny/store/w.bin': bad[weights]! } });
  const { code, results, stdout } = await s.run({ inputs, action: 'synchronize' });
  assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
});

test('a golden model behind a link is the one that was there before the change', async t => {
  const config = configText(['tiny'], { 'baseline-model': 'golden', baseline: 'stored' });
  const s = await scene(t, {
    before: {
      ...(await projectFiles()),
      ...(await modelFiles('releases/v1')),
      golden: to('releases/v1'),
      'camdrift.yml': config,
    },
    after: { ...(await modelFiles('models/tiny', shortcut)), ...(await modelFiles('releases/v1', shortcut)) },
  });
  const { code, results, stdout } = await s.run({ inputs: { ...inputs, 'policy-from': 'base' } });
  assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
  assert.match(results!.models[0]!.baseline!.model.path, /^golden at commit [0-9a-f]{7}$/);
  assert.deepEqual(results?.change?.edits, [
    { what: 'baseline', path: 'golden/group1-shard1of1.bin', status: 'modified' },
  ]);
});

test('fixtures and labels behind links are listed by the paths at which they are used', async t => {
  const { 'camdrift.yml': _, ...project } = await projectFiles();
  const moved = Object.entries(project).map(([path, bytes]) => [path.replace(/^images/, 'data'), bytes]);
  const s = await scene(t, {
    before: {
      ...Object.fromEntries(moved),
      images: to('data'),
      'names.txt': 'shoe\nbag\nhat\n',
      'labels.txt': to('names.txt'),
      'camdrift.yml': configText(['tiny'], { labels: 'labels.txt' }),
    },
    after: { 'data/2.png': null, 'names.txt': 'shoe\nhat\nbag\n' },
  });
  const { code, results, stdout } = await s.run({ inputs });
  assert.equal(code, 0, stdout);
  assert.deepEqual(results?.change?.edits, [
    { what: 'fixture', path: 'images/2.png', status: 'removed' },
    { what: 'labels', path: 'labels.txt', status: 'modified' },
  ]);
});

test('a link that leads out of the repository is no version to compare with', async t => {
  const s = await scene(t, {
    before: { ...(await projectFiles()), [weights]: to('/srv/weights.bin') },
    after: await modelFiles('models/tiny', shortcut),
  });
  const { code, results, stdout } = await s.run({ inputs });
  assert.deepEqual([code, results?.verdict], [1, 'incomplete'], stdout);
  assert.match(results!.models[0]!.error!.message, /shard1of1\.bin leads out of the repository/);
});
