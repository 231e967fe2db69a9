import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  configText,
  type Files,
  modelFiles,
  pictureFiles,
  projectFiles,
  retrained,
  scene,
  shortcut,
} from '../support/scene.ts';

const inputs = { 'max-images': '0' };
/** Long enough for Git to merge its ends apart. */
const limits = (shift: number, end = '') =>
  `${configText(['tiny'], { thresholds: { 'attention-shift': shift, divergence: 0.9 } })}${'#\n'.repeat(12)}# end${end}\n`;
const labelled = { config: { labels: 'labels.txt' } };

for (const [what, before, after] of [
  [
    'adds a picture',
    projectFiles(),
    pictureFiles({
      'images/9.png': [
        ['red', 1, 1],
        ['blue', 3, 3],
      ],
    }),
  ],
  [
    'edits its configuration',
    projectFiles().then(files => ({ ...files, 'camdrift.yml': limits(0.05) })),
    { 'camdrift.yml': limits(0.05, ' of it') },
  ],
  [
    'names the classes',
    projectFiles(labelled).then(files => ({ ...files, 'labels.txt': 'a\nb\nc\n' })),
    { 'labels.txt': 'shoe\nbag\nhat\n' },
  ],
] as [string, Promise<Files>, Promise<Files> | Files][])
  test(`a pull request that ${what} while main takes another model is compared with that model`, async t => {
    const s = await scene(t, { before: await before, after: await after });
    const main = await s.github.commit({ branch: 'main', files: await modelFiles('models/tiny', shortcut) });
    const { code, results, stdout } = await s.run({ inputs });
    assert.deepEqual([code, results?.verdict === 'fail'], [0, false], stdout);
    assert.equal(results?.change?.base, main);
    const [model] = results!.models;
    assert.equal(model?.lineage?.kind, 'same', 'main’s model on both sides');
  });

test('with the head checked out it is what the head was made from', async t => {
  const s = await scene(t, {
    before: await projectFiles(),
    after: await pictureFiles({ 'images/9.png': [['red', 1, 1]] }),
  });
  await s.github.commit({ branch: 'main', files: await modelFiles('models/tiny', shortcut) });
  const { head, mergeBase } = s.github.pullRequest(s.number);
  const { results, stdout } = await s.run({ inputs, commit: head });
  assert.deepEqual([results?.verdict, results?.change?.base], ['pass', mergeBase], stdout);
});

test('a limit that main has tightened is not told as the pull request’s doing, and judges by either policy', async t => {
  const s = await scene(t, {
    before: { ...(await projectFiles()), 'camdrift.yml': limits(0.9) },
    after: { ...(await modelFiles('models/tiny', shortcut)), 'camdrift.yml': limits(0.9, ' of it') },
  });
  await s.github.commit({ branch: 'main', message: 'Tighten the limit', files: { 'camdrift.yml': limits(0.05) } });
  for (const policy of ['head', 'base']) {
    const { code, results, stdout } = await s.run({ inputs: { ...inputs, 'policy-from': policy } });
    assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
    assert.equal(results?.models[0]?.judged?.thresholds['attention-shift'], 0.05);
    assert.deepEqual(results?.change?.settings, []);
  }
});

test('the base branch’s limits are those of today, also for a head that began before them', async t => {
  const s = await scene(t, {
    before: { ...(await projectFiles()), 'camdrift.yml': limits(0.9) },
    after: await modelFiles('models/tiny', shortcut),
  });
  await s.github.commit({ branch: 'main', message: 'Tighten the limit', files: { 'camdrift.yml': limits(0.05) } });
  const commit = s.github.pullRequest(s.number).head;
  const own = await s.run({ inputs, commit });
  assert.equal(own.results?.models[0]?.judged?.thresholds['attention-shift'], 0.9, own.stdout);
  const { code, results, stdout } = await s.run({ inputs: { ...inputs, 'policy-from': 'base' }, commit });
  assert.deepEqual([code, results?.models[0]?.judged?.thresholds['attention-shift']], [1, 0.05], stdout);
});

test('main renamed the model’s folder, the pull request replaces the model: Git merges them, and the merged one is audited', async t => {
  const s = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  const moved = await modelFiles('nets/tiny');
  const gone = Object.fromEntries(Object.keys(moved).map(path => [path.replace('nets', 'models'), null]));
  const config = configText([], { models: [{ name: 'tiny', path: 'nets/tiny' }] });
  await s.github.commit({ branch: 'main', files: { ...gone, ...moved, 'camdrift.yml': config } });
  const { code, results, stdout } = await s.run({ inputs });
  assert.deepEqual([code, results?.verdict], [1, 'fail'], stdout);
  assert.match(results!.models[0]!.baseline!.model.path, /^nets\/tiny at commit [0-9a-f]{7}$/);
});

test('what was squashed into main is on both sides of the next pull request', async t => {
  const s = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  await s.github.commit({ branch: 'main', message: 'Squashed', files: await modelFiles('models/tiny', shortcut) });
  await s.github.commit({ branch: 'retrain', files: await pictureFiles({ 'images/9.png': [['red', 1, 1]] }) });
  const { code, results, stdout } = await s.run({ inputs, action: 'synchronize' });
  assert.equal(code, 0, stdout);
  assert.equal(results?.models[0]?.lineage?.kind, 'same');
});

test('a stacked pull request is compared with the branch below it', async t => {
  const s = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  const below = s.github.pullRequest(s.number).head;
  await s.github.commit({
    branch: 'upper',
    parents: [below],
    files: await modelFiles('models/tiny', { ...shortcut, ...retrained }),
  });
  const upper = await s.github.openPullRequest({ head: 'upper', base: 'retrain' });
  const event = { name: 'pull_request', payload: s.github.payload.pullRequest(upper.number) };
  const { results, stdout } = await s.run({ event, commit: upper.mergeCommit!, inputs });
  assert.deepEqual([results?.change?.base, results?.change?.baseRef], [below, 'retrain'], stdout);
  assert.notEqual(results?.verdict, 'fail', 'the lower one’s drift is not the upper one’s');
});
