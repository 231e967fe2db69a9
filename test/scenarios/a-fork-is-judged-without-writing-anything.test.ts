import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { GitHub } from '../support/github/index.ts';
import type { TinyModel } from '../support/models.ts';
import { modelFiles, projectFiles, type RunOptions, retrained, scene, shortcut } from '../support/scene.ts';

const fork = 'stranger/models';

async function forked(t: TestContext, model: TinyModel, options: RunOptions = {}) {
  const made = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', model), fork });
  const ran = await made.run({ may: 'read', ...options });
  const { head } = made.github.pullRequest(made.number);
  const written = writtenTo(made.github);
  return { ...ran, written, comments: made.comments(), statuses: made.github.statuses(head) };
}

/** What was tried and allowed. A mutation that GraphQL refuses has status 200. */
const writtenTo = ({ exchanges }: GitHub) =>
  exchanges.filter(({ write, status, path }) => write && status < 400 && path !== '/graphql');

const notices = ({ annotations }: Awaited<ReturnType<typeof forked>>) =>
  annotations.filter(({ level, file }) => level === 'notice' && file === undefined).map(({ message }) => message);

test('a fork’s regression fails its own job, with summary, annotations and files, and nothing is written', async t => {
  const ran = await forked(t, shortcut);
  assert.equal(ran.code, 1, ran.stdout);
  assert.deepEqual(ran.injected, []);
  assert.deepEqual([ran.written, ran.comments, ran.statuses], [[], [], []]);
  const { verdict, moved, out, results } = ran.outputs;
  assert.deepEqual([verdict, moved, out, results], ['fail', '3', 'camdrift-out', 'camdrift-out/results.json']);
  assert.deepEqual([ran.outputs['comment-url'], ran.outputs['images-commit']], ['', '']);
  assert.equal(ran.results?.verdict, 'fail');
  const pictures = Object.keys(ran.files).filter(path => path.endsWith('.webp') && !path.endsWith('.narrow.webp'));
  assert.deepEqual(pictures.sort(), ran.results?.models[0]?.fixtures.map(({ montage }) => montage).sort());
  assert.ok(ran.files['summary.md']);
  assert.match(ran.summary, /attention shift/i);
  assert.match(ran.summary, /\*\*No pictures here\*\*: in a pull request from a fork the token can only read/);
  assert.ok(ran.annotations.some(({ level, file }) => level === 'error' && file === 'models/tiny/model.json'));
});

test('a notice says what was not posted and which second workflow would', async t => {
  const ran = await forked(t, retrained);
  assert.equal(ran.code, 0, ran.stdout);
  assert.equal(ran.outputs.verdict, 'pass');
  const [words, ...others] = notices(ran);
  assert.deepEqual(others, []);
  assert.match(
    words!,
    /^No comment and no pictures are posted: in a pull request from a fork the token can only read\./,
  );
  assert.match(words!, /camdrift-out has everything, and is kept if the workflow uploads it\./);
  assert.match(words!, /A second workflow on workflow_run posts them/);
  assert.deepEqual(
    ran.annotations.filter(({ level }) => level === 'warning'),
    [],
    'what is usual is no trouble',
  );
});

test('`gate: status` falls back to the job, which says so', async t => {
  const ran = await forked(t, shortcut, { inputs: { gate: 'status' } });
  assert.equal(ran.code, 1, ran.stdout);
  assert.deepEqual([ran.written, ran.statuses], [[], []]);
  assert.match(
    notices(ran)[0]!,
    /^The commit status cannot be set in a pull request from a fork; this job takes its place\.$/,
  );
  assert.ok(
    ran.annotations.some(({ level, message }) => level === 'error' && /Attention regressed in tiny/.test(message)),
  );
});

test('with `comment: never` nobody misses a comment, and there is no notice of it', async t => {
  const ran = await forked(t, retrained, { inputs: { comment: 'never' } });
  assert.equal(ran.code, 0, ran.stdout);
  assert.deepEqual(notices(ran), []);
  assert.deepEqual(ran.written, []);
});

test('a token that may write in spite of that is used: comment, pictures and status', async t => {
  const may = { contents: 'write', 'pull-requests': 'write', statuses: 'write' } as const;
  const ran = await forked(t, shortcut, { may, inputs: { gate: 'status' } });
  assert.equal(ran.code, 0, ran.stdout);
  assert.match(ran.comments[0]!, /### ❌ camdrift: fail/);
  assert.match(ran.comments[0]!, /<img src="http/);
  assert.equal(ran.statuses.at(-1)?.state, 'failure');
  assert.deepEqual(notices(ran), []);
});

test('a token that may comment and not commit: the comment, without pictures and without a warning', async t => {
  const ran = await forked(t, shortcut, { may: { 'pull-requests': 'write', contents: 'read' } });
  assert.equal(ran.code, 1, ran.stdout);
  assert.match(ran.comments[0]!, /\*\*No pictures here\*\*: the branch/);
  assert.deepEqual(notices(ran), []);
});
