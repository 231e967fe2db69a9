import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { states } from '../support/jobs.ts';
import type { TinyModel } from '../support/models.ts';
import { modelFiles, projectFiles, retrained, runIn, type Scene, scene, shortcut } from '../support/scene.ts';
import { finishedRun, said, zipped } from '../support/second-workflow.ts';

const reading = { contents: 'read' } as const;
const writing = { actions: 'read', contents: 'write', 'pull-requests': 'write', statuses: 'write' } as const;

const opened = async (t: TestContext, model: TinyModel = shortcut) =>
  scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', model) });

/** One workflow run of two jobs: the first judges and uploads its folder, the second checks nothing out and publishes. */
async function twoJobs(t: TestContext, made: Scene, inputs: Record<string, string> = {}) {
  const { github, number } = made;
  const judged = await made.run({ may: reading, inputs: { mode: 'judge', ...inputs }, env: { GITHUB_JOB: 'judge' } });
  const between = github.exchanges.length;
  const run = finishedRun(made, undefined, { headRepository: 'acme/models', conclusion: null });
  if (judged.results) github.addArtifact({ runId: run.id, name: 'camdrift', zip: zipped(judged.files) });
  const published = await runIn(t, github, {
    may: writing,
    event: { name: 'pull_request', payload: github.payload.pullRequest(number, { action: 'opened' }) },
    inputs: { mode: 'publish', ...inputs },
    env: { GITHUB_JOB: 'publish', GITHUB_RUN_ID: String(run.id) },
  });
  return { judged, published, asked: github.exchanges.slice(0, between), after: github.exchanges.slice(between), run };
}

test('the job that parses reads only and writes nothing; the one that writes reads no model', async t => {
  const made = await opened(t);
  const { judged, published, asked, after } = await twoJobs(t, made);
  assert.deepEqual([judged.code, judged.outputs.verdict], [1, 'fail'], judged.stdout);
  assert.deepEqual(
    asked.filter(({ write }) => write),
    [],
    'not even tried',
  );
  assert.doesNotMatch(said(judged, 'warning').join(), /could not be|permissions/);
  assert.deepEqual([published.code, published.outputs.verdict], [0, 'fail'], published.stdout);
  assert.deepEqual(said(published, 'warning'), []);
  const [body, ...others] = made.comments();
  assert.deepEqual(others, []);
  assert.match(body!, /### ❌ camdrift: fail – attention moved in tiny/);
  assert.doesNotMatch(body!, /claimed/i, 'our own word');
  assert.match(body!, /<img src="http/);
  const [artifact] = after.flatMap(({ path }) => /\/actions\/artifacts\/(\d+)\/zip/.exec(path)?.[1] ?? []);
  const report = new RegExp(`\\[All pictures at full size\\]\\(http\\S+/actions/runs/\\d+/artifacts/${artifact}\\)`);
  assert.match(body!, report, 'the folder that the first job uploaded');
  const read = after
    .map(({ path }) => path)
    .filter(path => /\/git\/(blobs|trees\/)|\/compare\/|\/contents\//.test(path));
  assert.deepEqual(
    read.filter(path => !path.endsWith('/git/trees')),
    [],
    'nothing of the pull request is fetched',
  );
  assert.doesNotMatch(published.stdout, /engine/, 'nothing is loaded');
  assert.deepEqual(published.results?.models, judged.results?.models);
});

test('another title is judged by neither job: what they said stands', async t => {
  const made = await opened(t);
  await twoJobs(t, made);
  const said = made.comments();
  const payload = made.github.payload.pullRequest(made.number, { action: 'edited', changes: { body: { from: '' } } });
  const event = { name: 'pull_request', payload };
  const asked = made.github.exchanges.length;
  const judged = await made.run({ may: reading, inputs: { mode: 'judge' }, env: { GITHUB_JOB: 'judge' }, event });
  assert.deepEqual([judged.code, judged.outputs.verdict, judged.results], [1, 'fail', undefined], judged.stdout);
  assert.ok(made.github.exchanges.length - asked <= 4);
  const run = finishedRun(made, undefined, { headRepository: 'acme/models', conclusion: null });
  const env = { GITHUB_JOB: 'publish', GITHUB_RUN_ID: String(run.id) };
  const published = await runIn(t, made.github, {
    may: writing,
    event,
    inputs: { mode: 'publish', gate: 'status' },
    env,
  });
  assert.deepEqual([published.code, published.outputs.verdict], [0, 'skipped'], published.stdout);
  assert.deepEqual(made.comments(), said);
  assert.deepEqual(states(made), {});
});

test('each job holds its own token: the writing one never meets a model, the reading one could not write', async t => {
  const made = await opened(t);
  const { github } = made;
  const tokens = { reading: github.token(reading), writing: github.token(writing) };
  const { judged, asked, after } = await twoJobs(t, made);
  assert.ok(asked.length > 0 && after.length > 0);
  assert.deepEqual([...new Set(asked.map(({ token }) => token))], [tokens.reading]);
  assert.deepEqual(
    [...new Set(after.filter(({ kind }) => kind !== 'download').map(({ token }) => token))],
    [tokens.writing],
  );
  assert.ok(!Object.values(judged.files).some(bytes => Buffer.from(bytes).includes('ghs_')), 'none is uploaded');
});

test('`gate: status`: the judging job is green, the publishing one sets the status', async t => {
  const made = await opened(t);
  const { judged, published } = await twoJobs(t, made, { gate: 'status' });
  assert.deepEqual([judged.code, published.code], [0, 0], published.stdout);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
  const good = await opened(t, retrained);
  await twoJobs(t, good, { gate: 'status' });
  assert.deepEqual(states(good), { 'camdrift / verdict': 'success' });
});

test('a judging job that left nothing behind is a failure of the publishing one, and an error on the commit', async t => {
  const made = await opened(t);
  await made.github.commit({ branch: 'retrain', files: { 'camdrift.yml': 'models: 3' } });
  const { judged, published } = await twoJobs(t, made, { gate: 'status' });
  assert.equal(judged.code, 1);
  assert.equal(published.code, 1, published.stdout);
  assert.match(
    said(published, 'error').join(),
    /This run has no artifact `camdrift`: the job that judges has left none\./,
  );
  assert.deepEqual(states(made), { 'camdrift / verdict': 'error' });
});

test('legs of a matrix upload an artifact each: all are published as parts, and one that left none is no pass', async t => {
  const made = await opened(t, retrained);
  const { github, number } = made;
  const judge = (os: string) =>
    made.run({
      may: reading,
      inputs: { mode: 'judge', 'max-images': '0' },
      matrix: { leg: { os }, legs: 2 },
    });
  const run = finishedRun(made, undefined, { headRepository: 'acme/models', conclusion: null });
  const published = async (leg: string) => {
    const judged = await judge(leg);
    assert.equal(judged.results?.legs, 2, judged.stdout);
    github.addArtifact({ runId: run.id, name: `camdrift-${leg}`, zip: zipped(judged.files) });
    return runIn(t, github, {
      may: writing,
      event: { name: 'pull_request', payload: github.payload.pullRequest(number, { action: 'opened' }) },
      inputs: { mode: 'publish', gate: 'status', 'max-images': '0' },
      env: { GITHUB_RUN_ID: String(run.id) },
    });
  };
  const first = await published('arm');
  assert.deepEqual([first.code, first.outputs.verdict], [1, 'incomplete'], first.stdout);
  assert.match(said(first, 'error').join(), /Only 1 of 2 legs of the matrix that judges have left results\./);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'error' });
  assert.match(made.comments()[0]!, /1 of 2 legs of camdrift have spoken\./);
  const both = await published('x64');
  assert.deepEqual([both.code, both.outputs.verdict], [0, 'pass'], both.stdout);
  const [body, ...others] = made.comments();
  assert.deepEqual(others, []);
  assert.match(body!, /✅ arm: pass.*✅ x64: pass/s);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'success' });
});

test('an artifact of another run, or about another commit, is not published', async t => {
  const made = await opened(t);
  const { github, number } = made;
  const judged = await made.run({ may: reading, inputs: { mode: 'judge' } });
  const run = finishedRun(made, undefined, { headRepository: 'acme/models' });
  const other = finishedRun(made, judged.files, { headRepository: 'acme/models' });
  assert.notEqual(run.id, other.id);
  const publish = (runId: number) =>
    runIn(t, github, {
      may: writing,
      event: { name: 'pull_request', payload: github.payload.pullRequest(number, { action: 'opened' }) },
      inputs: { mode: 'publish' },
      env: { GITHUB_RUN_ID: String(runId) },
    });
  assert.match(said(await publish(run.id), 'error').join(), /This run has no artifact/);
  await github.commit({ branch: 'retrain', files: { 'README.md': 'Words.' } });
  assert.match(said(await publish(other.id), 'error').join(), /The results are of commit/);
  assert.deepEqual(made.comments(), []);
});
