import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkoutAround, historyOf } from '../../src/repository/history.ts';
import { snapshotInClone } from '../../src/repository/snapshot-at.ts';
import { gitIn } from '../support/github/git.ts';

async function repository(t: TestContext, branch = 'main') {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-history-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const git = gitIn(folder);
  await git.run(['init', '--quiet', '--template=', `--initial-branch=${branch}`]);
  const commit = async (path: string, content: string) => {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), content);
    await git.run(['add', '-A']);
    await git.run(['commit', '--quiet', '--allow-empty', '-m', content]);
    return (await git.ask('rev-parse', 'HEAD'))!;
  };
  return { folder, git, commit };
}

test('the commits of the branch that changed the paths, newest first and no more than asked for', async t => {
  const { folder, commit } = await repository(t);
  const one = await commit('models/a.onnx', '1');
  await commit('README.md', 'words');
  const two = await commit('models/a.onnx', '2');
  await commit('models/b.onnx', '3');
  const found = await historyOf(folder, ['models/a.onnx'], 10);
  assert.deepEqual(found, { branch: 'main', commits: [two, one], shallow: false });
  assert.deepEqual((await historyOf(folder, ['models/a.onnx'], 1))!.commits, [two]);
  const earlier = await snapshotInClone(folder, one);
  assert.equal(new TextDecoder().decode(await earlier.read('models/a.onnx', 100)), '1');
});

test('of a merge what it brought; what is on another branch is not there', async t => {
  const { folder, git, commit } = await repository(t);
  const one = await commit('a.onnx', '1');
  await git.run(['switch', '--quiet', '-c', 'topic']);
  const tried = await commit('a.onnx', 'tried');
  const good = await commit('a.onnx', 'good');
  await git.run(['switch', '--quiet', 'main']);
  await git.run(['merge', '--quiet', '--no-ff', '-m', 'merge', 'topic']);
  const merge = await git.ask('rev-parse', 'HEAD');
  await git.run(['switch', '--quiet', '-c', 'later']);
  await commit('a.onnx', 'later');
  assert.deepEqual((await historyOf(folder, ['a.onnx'], 10))!.commits, [merge, one]);
  assert.deepEqual((await historyOf(folder, ['a.onnx'], 10, 'topic'))!.commits, [good, tried, one]);
  assert.equal(await historyOf(folder, ['a.onnx'], 10, 'none'), undefined);
});

test('a path is no pattern, and no branch is an option', async t => {
  const { folder, commit } = await repository(t, 'trunk');
  const one = await commit('a[1].onnx', '1');
  await commit('a1.onnx', '2');
  const found = await historyOf(folder, ['a[1].onnx'], 10);
  assert.deepEqual(found, { branch: 'trunk', commits: [one], shallow: false });
  assert.equal(await historyOf(folder, ['a1.onnx'], 10, '--all'), undefined);
});

test('a shallow clone says so', async t => {
  const { folder, commit } = await repository(t);
  await commit('a.onnx', '1');
  const two = await commit('a.onnx', '2');
  const copy = join(folder, 'copy');
  await gitIn(folder).run(['clone', '--quiet', '--depth=1', `file://${folder}`, copy]);
  assert.deepEqual(await historyOf(copy, ['a.onnx'], 10), { branch: 'origin/main', commits: [two], shallow: true });
});

test('the clone around a folder is the nearest one', async t => {
  const { folder } = await repository(t);
  await mkdir(join(folder, 'a/b'), { recursive: true });
  assert.equal(checkoutAround(join(folder, 'a/b')), folder);
  assert.equal(checkoutAround('/'), undefined);
});
