import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  modelFiles,
  pictureFiles,
  projectFiles,
  retrained,
  type SceneResult,
  scene,
  shortcut,
} from '../support/scene.ts';
import { storedBaseline } from '../support/stored.ts';

const inputs = { 'max-images': '0' };
const weights = 'models/tiny/group1-shard1of1.bin';
const opened = async (t: Parameters<typeof scene>[0]) =>
  scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });

function differs({ code, results, stdout }: SceneResult, commit: string): void {
  assert.deepEqual([code, results?.verdict], [1, 'incomplete'], stdout);
  const { code: what, message, remedy } = results!.models[0]!.error!;
  assert.equal(what, 'workspace-differs');
  assert.equal(
    message,
    `The workspace has another ${weights} than commit ${commit.slice(0, 7)}, which this run is about.`,
  );
  assert.match(remedy, /actions\/checkout/);
}

test('the base branch is checked out instead of the change', async t => {
  const s = await opened(t);
  const { base, mergeCommit } = s.github.pullRequest(s.number);
  differs(await s.run({ inputs, commit: base }), mergeCommit!);
});

test('the change of somebody else is left over from an earlier job', async t => {
  const s = await opened(t);
  const other = await s.github.commit({ branch: 'other', files: await modelFiles('models/tiny', retrained) });
  differs(await s.run({ inputs, commit: other }), s.github.pullRequest(s.number).mergeCommit!);
});

test('a step has written over the model that is checked out', async t => {
  const s = await opened(t);
  const good = (await modelFiles('models/tiny'))[weights]!;
  const ran = await s.run({ inputs, prepare: workspace => writeFile(join(workspace, weights), good) });
  differs(ran, s.github.pullRequest(s.number).mergeCommit!);
});

test('a checkout without Git is held against the commit that the event names', async t => {
  const s = await opened(t);
  const withoutGit = (workspace: string) => rm(join(workspace, '.git'), { recursive: true });
  const { base, mergeCommit } = s.github.pullRequest(s.number);
  const right = await s.run({ inputs, prepare: withoutGit });
  assert.deepEqual([right.code, right.results?.verdict], [1, 'fail'], right.stdout);
  differs(await s.run({ inputs, commit: base, prepare: withoutGit }), mergeCommit!);
});

test('a sparse checkout leaves out the model, or a part of it', async t => {
  const s = await opened(t);
  for (const path of ['models', weights]) {
    const { code, results, stdout } = await s.run({
      inputs,
      prepare: workspace => rm(join(workspace, path), { recursive: true }),
    });
    assert.deepEqual([code, results?.verdict], [1, 'incomplete'], stdout);
    assert.equal(results!.models[0]!.error!.code, 'model-unreadable');
  }
});

test('fixtures that a sparse checkout leaves out, or a step has written over, are told, not done without', async t => {
  const s = await opened(t);
  const blank = (await pictureFiles({ 'x.png': [] }))['x.png']!;
  for (const [change, message] of [
    [(path: string) => rm(path), /^The workspace lacks images\/2\.png of commit [0-9a-f]{7}, which this run is about/],
    [(path: string) => writeFile(path, blank), /^The workspace has another images\/2\.png than commit/],
  ] as const) {
    const { code, results, stdout } = await s.run({ inputs, prepare: folder => change(join(folder, 'images/2.png')) });
    assert.deepEqual([code, results?.models[0]?.error?.code], [1, 'workspace-differs'], stdout);
    assert.match(results!.models[0]!.error!.message, message);
  }
});

test('stored maps that a step has made anew are not believed', async t => {
  const project = await projectFiles();
  const bad = await modelFiles('models/tiny', shortcut);
  const s = await scene(t, { before: { ...project, ...(await storedBaseline(project)) }, after: bad });
  const anew = await storedBaseline({ ...project, ...bad });
  const prepare = async (folder: string) => {
    for (const [path, bytes] of Object.entries(anew)) await writeFile(join(folder, path), bytes);
  };
  const { code, results, stdout } = await s.run({ inputs, prepare });
  assert.deepEqual([code, results?.models[0]?.error?.code], [1, 'workspace-differs'], stdout);
});
