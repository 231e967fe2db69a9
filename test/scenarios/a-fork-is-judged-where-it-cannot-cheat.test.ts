import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { addedFile } from '../support/dvc.ts';
import { claimsOf, json } from '../support/forged.ts';
import { startGitHub } from '../support/github/index.ts';
import { states } from '../support/jobs.ts';
import type { TinyModel } from '../support/models.ts';
import { fixture } from '../support/results.ts';
import {
  configText,
  type Files,
  modelFiles,
  pictureFiles,
  projectFiles,
  retrained,
  type Scene,
  scene,
  shortcut,
} from '../support/scene.ts';
import { finishedRun, fork, said, speakFor } from '../support/second-workflow.ts';
import { inLfs } from '../support/stored.ts';
import { trusted } from '../support/trusted.ts';

const forked = async (t: TestContext, model: TinyModel, more: Files = {}) =>
  scene(t, { before: await projectFiles(), after: { ...(await modelFiles('models/tiny', model)), ...more }, fork });

/** What a workflow file in the hands of the fork uploads: all is well. */
const forgery = (made: Scene) =>
  finishedRun(made, {
    'results.json': json(claimsOf(made, [fixture('images/1.png', 0.001)], { verdict: 'pass', reasons: [] })),
  });

test('a forged result is of no use: the model is fetched, judged here, and the verdict is ours', async t => {
  const made = await forked(t, shortcut);
  const { github, number, comments } = made;
  const { judged, published } = await trusted(t, made, forgery(made));
  assert.deepEqual([judged.code, judged.outputs.verdict], [0, 'fail'], judged.stdout);
  assert.deepEqual([published.code, published.outputs.verdict], [0, 'fail'], published.stdout);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
  const [body, ...others] = comments();
  assert.deepEqual(others, []);
  assert.match(body!, /### ❌ camdrift: fail – attention moved in tiny/);
  assert.doesNotMatch(body!, /claimed/i);
  assert.match(
    body!,
    /\*\*Note\*\*: Judged by the rules of main, from the files of the pull request, none of which was run\./,
  );
  assert.match(body!, /<img src="http/);
  assert.equal(judged.results?.models[0]?.fixtures.length, 3);
  assert.equal(github.pullRequest(number).head, judged.results?.change?.head);
});

test('the judging job writes nothing and checks nothing out', async t => {
  const made = await forked(t, shortcut);
  const before = made.github.exchanges.length;
  const token = made.github.token({ contents: 'read' });
  await trusted(t, made, forgery(made));
  const asked = made.github.exchanges.slice(before).filter(each => each.token === token);
  assert.ok(asked.length >= 8);
  assert.deepEqual(
    asked.filter(({ write }) => write),
    [],
  );
  t.diagnostic(`${asked.length} requests of the judging job`);
});

test('an honest retrain of a fork gets a success', async t => {
  const made = await forked(t, retrained);
  const { published } = await trusted(t, made, forgery(made));
  assert.equal(published.outputs.verdict, 'pass', published.stdout);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'success' });
});

test('a claim that waits is settled by the trusted word', async t => {
  for (const [model, state] of [
    [retrained, 'success'],
    [shortcut, 'failure'],
  ] as const) {
    const made = await forked(t, model);
    const run = forgery(made);
    await speakFor(t, made.github, run, { inputs: { gate: 'status', comment: 'never' } });
    assert.deepEqual(states(made), { 'camdrift / verdict': 'pending' });
    await trusted(t, made, run, { inputs: { comment: 'never' } });
    assert.deepEqual(states(made), { 'camdrift / verdict': state });
  }
});

test('the fork’s own limits, fixtures and probes count for nothing', async t => {
  const blank = await pictureFiles({ 'images/1.png': [], 'images/2.png': [], 'images/3.png': [], 'images/4.png': [] });
  const made = await forked(t, shortcut, {
    ...blank,
    'camdrift.yml': configText(['tiny'], { thresholds: { 'attention-shift': 0.99, divergence: 1 } }),
  });
  const { judged } = await trusted(t, made, forgery(made));
  assert.equal(judged.outputs.verdict, 'fail', judged.stdout);
  const [model] = judged.results!.models;
  assert.deepEqual(
    model!.fixtures.map(({ name }) => name),
    ['images/1.png', 'images/2.png', 'images/3.png'],
    'the base branch’s',
  );
  assert.ok(model!.fixtures.every(({ status }) => status === 'moved'));
  assert.ok(judged.results!.change!.edits.length >= 4, 'and it is told');
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
});

test('a model that the fork takes out of the configuration, and replaces, is judged all the same', async t => {
  const other = await modelFiles('models/other');
  const made = await forked(t, shortcut, { ...other, 'camdrift.yml': configText(['other']) });
  const { judged } = await trusted(t, made, forgery(made), { inputs: { comment: 'never' } });
  const verdicts = judged.results!.models.map(({ name, verdict }) => [name, verdict]);
  assert.ok(
    verdicts.some(([name, verdict]) => name === 'tiny' && verdict === 'fail'),
    judged.stdout,
  );
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
});

test('weights in Git LFS come from there', async t => {
  const github = await startGitHub(t);
  const before = inLfs(github, await projectFiles());
  const after = inLfs(github, await modelFiles('models/tiny', shortcut));
  const made = await scene(t, { before, after, fork }, github);
  const { judged } = await trusted(t, made, forgery(made));
  assert.equal(judged.outputs.verdict, 'fail', judged.stdout);
  assert.ok(github.exchanges.some(({ kind }) => kind === 'lfs'));
});

test('weights that cannot be had leave no verdict, and say why', async t => {
  const github = await startGitHub(t);
  const before = await projectFiles();
  const model = await modelFiles('models/tiny', shortcut);
  const after = inLfs(github, model);
  for (const pointer of Object.values(after)) {
    const [, oid] = /sha256:([0-9a-f]{64})/.exec(Buffer.from(pointer as Uint8Array).toString()) ?? [];
    if (oid) github.lfs.forget(oid);
  }
  const made = await scene(t, { before, after, fork }, github);
  const { judged } = await trusted(t, made, forgery(made));
  assert.equal(judged.outputs.verdict, 'incomplete', judged.stdout);
  assert.match(
    judged.results!.models[0]!.error!.message,
    /is kept in Git LFS, and its object [0-9a-f]{64} is not there/,
  );
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
});

test('links lead no further than the commit', async t => {
  const made = await scene(t, {
    before: await projectFiles(),
    after: {
      ...(await modelFiles('store/v2', shortcut)),
      ...Object.fromEntries(Object.keys(await modelFiles('models/tiny')).map(path => [path, null])),
      'models/tiny': { symlink: '../store/v2' } as never,
    },
    fork,
  });
  const inside = await trusted(t, made, forgery(made));
  assert.equal(inside.judged.outputs.verdict, 'fail', inside.judged.stdout);
  await made.github.commit({ branch: 'retrain', fork, files: { 'models/tiny': { symlink: '/etc' } as never } });
  const outside = await trusted(t, made, forgery(made));
  assert.equal(outside.judged.outputs.verdict, 'incomplete', outside.judged.stdout);
  assert.match(outside.judged.results!.models[0]!.error!.message, /leads out of the repository/);
});

test('a pull request of this repository is judged in the same way, and speaks for itself', async t => {
  const made = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });
  const run = finishedRun(made, undefined, { headRepository: 'acme/models' });
  const { published } = await trusted(t, made, run);
  assert.equal(published.code, 0, published.stdout);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
  assert.deepEqual(made.comments(), []);
});

test('a configuration that cannot be read leaves an error on the commit', async t => {
  const made = await forked(t, shortcut, { 'camdrift.yml': 'models: [' });
  const { judged, published } = await trusted(t, made, forgery(made));
  assert.equal(judged.code, 1);
  assert.match(said(judged, 'error').join(), /camdrift\.yml at commit [0-9a-f]{7}/);
  assert.equal(published.code, 1);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'error' });
});

test('a model that Git does not hold cannot be fetched as data: no verdict, and where it comes from is said', async t => {
  const project = Object.entries(await projectFiles()).filter(([path]) => !path.startsWith('models/'));
  const weights = {
    before: addedFile('tiny.onnx', Buffer.from('one')),
    after: addedFile('tiny.onnx', Buffer.from('two')),
  };
  const config = configText([], { models: [{ name: 'tiny', path: 'models/tiny.onnx' }] });
  const rest = { ...Object.fromEntries(project), 'camdrift.yml': config, 'train.py': 'v1' };
  const byDvc = await scene(t, {
    before: { ...rest, 'models/tiny.onnx.dvc': weights.before.pointer },
    after: { 'models/tiny.onnx.dvc': weights.after.pointer },
    fork,
  });
  const byAStep = await scene(t, { before: rest, after: { 'train.py': 'v2' }, fork });
  for (const [made, words] of [
    [byDvc, /^Git does not hold models\/tiny\.onnx at commit [0-9a-f]{7}, only its DVC pointer\.$/],
    [byAStep, /^Git does not hold models\/tiny\.onnx at commit [0-9a-f]{7}\.$/],
  ] as const) {
    const { judged, published } = await trusted(t, made, forgery(made));
    assert.deepEqual([judged.outputs.verdict, published.outputs.verdict], ['incomplete', 'incomplete'], judged.stdout);
    const { message, remedy } = judged.results!.models[0]!.error!;
    assert.match(message, words);
    assert.match(remedy, /an address with its SHA-256/);
    assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
  }
});
