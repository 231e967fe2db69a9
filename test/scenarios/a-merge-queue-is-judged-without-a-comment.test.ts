import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { startGitHub } from '../support/github/index.ts';
import type { TinyModel } from '../support/models.ts';
import { type Files, modelFiles, projectFiles, type RunOptions, retrained, runIn, shortcut } from '../support/scene.ts';

/** A project with a group in its merge queue: one commit on top of the default branch. */
async function queued(t: TestContext, model: TinyModel | undefined, more: Files = {}) {
  const github = await startGitHub(t);
  const base = await github.commit({ branch: 'main', files: await projectFiles() });
  const files = { ...(model && (await modelFiles('models/tiny', model))), ...more };
  const head = await github.commit({ branch: 'gh-readonly-queue/main/pr-128', parents: [base], files });
  const event = { name: 'merge_group', payload: github.payload.mergeGroup({ base, head, number: 128 }) };
  const run = (options: RunOptions = {}) => runIn(t, github, { event, commit: head, ...options });
  return { github, base, head, run };
}

test('a queued regression fails the job and the status of the queue’s commit, without a comment', async t => {
  const { github, base, head, run } = await queued(t, shortcut);
  const byJob = await run();
  assert.equal(byJob.code, 1, byJob.stdout);
  assert.equal(byJob.outputs.verdict, 'fail');
  assert.deepEqual([byJob.results?.change?.base, byJob.results?.change?.head], [base, head]);
  assert.equal(byJob.results?.change?.baseRef, 'main');
  assert.match(byJob.summary, /\*\*No pictures here\*\*: a merge queue gets no comment/);
  assert.deepEqual(
    github.exchanges.filter(({ write }) => write),
    [],
  );
  const byStatus = await run({ inputs: { gate: 'status' } });
  assert.equal(byStatus.code, 0, byStatus.stdout);
  assert.deepEqual(
    github.statuses(head).map(({ state, context }) => [state, context]),
    [
      ['pending', 'camdrift / verdict'],
      ['failure', 'camdrift / verdict'],
    ],
  );
  assert.match(github.statuses(head)[1]!.description!, /Attention regressed in tiny/);
  const writes = github.exchanges.filter(({ write }) => write).map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(writes, Array(2).fill(`POST /repos/acme/models/statuses/${head}`));
});

test('a queued retrain passes, and so does a group without a model', async t => {
  const retrain = await (await queued(t, retrained)).run();
  assert.deepEqual([retrain.code, retrain.outputs.verdict], [0, 'pass'], retrain.stdout);
  assert.deepEqual(retrain.annotations, []);
  const other = await queued(t, undefined, { 'README.md': 'Words.\n' });
  const words = await other.run({ inputs: { gate: 'status' } });
  assert.deepEqual([words.code, words.outputs.verdict], [0, 'skipped'], words.stdout);
  const [, { state, description } = {}] = other.github.statuses(other.head);
  assert.deepEqual([state, description], ['success', 'No model changed']);
});

test('behind the 300 files that a comparison lists, digests tell whether a model changed', async t => {
  const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`docs/${index}.md`, `Page ${index}\n`]));
  const hidden = await (await queued(t, shortcut, many)).run();
  assert.deepEqual([hidden.code, hidden.outputs.verdict], [1, 'fail'], hidden.stdout);
  const harmless = await (await queued(t, undefined, many)).run();
  assert.equal(harmless.code, 0, harmless.stdout);
  assert.deepEqual(
    harmless.results?.models.flatMap(({ fixtures }) => fixtures.filter(each => each.status === 'moved')),
    [],
  );
});
