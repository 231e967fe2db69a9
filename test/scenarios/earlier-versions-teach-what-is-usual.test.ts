import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gitIn } from '../support/github/git.ts';
import type { TinyModel } from '../support/models.ts';
import { assertEnded, project, settings, type Workspace } from '../support/workspace.ts';

const weights = 'models/after/group1-shard1of1.bin';

/** A project in a repository of its own, whose model is `models/after`. */
async function repository(t: TestContext) {
  const workspace = await project(t, { before: false, config: { ...settings, lineage: 'retrained' } });
  const git = gitIn(workspace.root);
  await git.run(['init', '--quiet', '--template=', '--initial-branch=main']);
  const commit = async (words: string) => {
    await git.run(['add', '-A']);
    await git.run(['commit', '--quiet', '-m', words]);
    return (await git.ask('rev-parse', '--short=7', 'HEAD'))!;
  };
  const version = async (words: string, model: TinyModel) => {
    await workspace.model('after', model);
    return commit(words);
  };
  return { workspace, git, commit, version };
}

/** Puts a Git LFS pointer in the place of the weights, and the object where Git LFS keeps what it has fetched. */
async function toLfs(workspace: Workspace, isFetched: boolean): Promise<void> {
  const bytes = await readFile(workspace.path(weights));
  const oid = createHash('sha256').update(bytes).digest('hex');
  const object = workspace.path(join('.git/lfs/objects', oid.slice(0, 2), oid.slice(2, 4), oid));
  await mkdir(dirname(object), { recursive: true });
  if (isFetched) await writeFile(object, bytes);
  const lines = ['version https://git-lfs.github.com/spec/v1', `oid sha256:${oid}`, `size ${bytes.length}`, ''];
  await workspace.write(weights, lines.join('\n'));
}

test('what was merged and not taken back is explained on the fixtures of today and calibrates', async t => {
  const { workspace, git, commit, version } = await repository(t);
  await workspace.config({ ...settings, preprocess: 'tf', models: [{ name: 'tiny', path: 'models/after' }] });
  const fed = await version('fed otherwise', { noise: 0.0004, seed: 20 });
  await workspace.config({
    ...settings,
    lineage: 'retrained',
    'false-alarms': 0.3,
    models: [{ name: 'tiny', path: 'models/after' }],
  });
  const first = await version('first', { noise: 0.0005, seed: 21 });
  const classes = await version('another class', { sees: ['red', 'blue'], noise: 0.0005, seed: 22 });
  await version('second', { noise: 0.001, seed: 23 });
  const wild = await version('wild', { noise: 0.3, seed: 24 });
  const again = await version('Revert "wild"', { noise: 0.001, seed: 23 });
  await workspace.model('after', { noise: 0.0007, seed: 25 });
  await toLfs(workspace, true);
  const stored = await commit('third, in Git LFS');
  await workspace.model('after', { noise: 0.0008, seed: 26 });
  await toLfs(workspace, false);
  const missing = await commit('fourth, whose object is elsewhere');
  await version('of today', {});
  await git.run(['switch', '--quiet', '-c', 'topic']);
  const unmerged = await version('not merged', { noise: 0.2, seed: 27 });
  await git.run(['switch', '--quiet', 'main']);
  assertEnded(await workspace.run('baseline'), { code: 0 });

  const run = await workspace.run('calibrate', '--history', '20');
  assertEnded(run, {
    code: 0,
    out: [/^retrained: n = 3, .* Enough for 30 %/m],
    err: [
      `models/after at commit ${fed} is left out: it was fed in another way`,
      new RegExp(
        `models/after at commit ${classes} is left out: .* cannot be compared with the baseline: .*numbers of classes`,
      ),
      `models/after at commit ${wild} was taken back later and does not count as accepted`,
      new RegExp(`models/after at commit ${missing} is left out: .* is kept in Git LFS`),
      'History: 9 commits of main changed models/after.',
    ],
  });
  assert.ok(!run.stderr.includes(unmerged), 'what is not merged is not looked at');
  const folder = '.camdrift/baselines/tiny/calibration.json';
  const { models } = JSON.parse(await workspace.read(folder)) as {
    models: { name: string; signals: Record<string, number> }[];
  };
  assert.deepEqual(models.map(({ name }) => name.slice(-7)).sort(), [first, again, stored].sort());
  assert.ok(models.every(({ signals }) => signals['attention-shift']! < 0.05));

  const text = await workspace.read(folder);
  assertEnded(await workspace.run('calibrate', '--history', '20', '--fresh'), { code: 0 });
  assert.equal(await workspace.read(folder), text, 'the same history says the same');
  assertEnded(await workspace.run('calibrate', '--history', '1', '--fresh'), { code: 0 });
  assert.equal(JSON.parse(await workspace.read(folder)).models.length, 0, 'the newest is the baseline itself');
});

test('where there is no history, the reader is told what to do', async t => {
  const workspace = await project(t, { before: false, config: { ...settings, lineage: 'retrained' } });
  assertEnded(await workspace.run('baseline'), { code: 0 });
  assertEnded(await workspace.run('calibrate'), { code: 3, err: ['No accepted model is named', '--history 20'] });
  const alone = await workspace.run('calibrate', '--history', '5');
  assertEnded(alone, { code: 3, err: ['models/after lies in no Git repository', '--models'] });
});
