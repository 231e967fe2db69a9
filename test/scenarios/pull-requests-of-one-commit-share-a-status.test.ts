import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { states } from '../support/jobs.ts';
import type { TinyModel } from '../support/models.ts';
import { modelFiles, projectFiles, retrained, runIn, type Scene, scene, shortcut } from '../support/scene.ts';

const inputs = { gate: 'status', comment: 'never' };

/**
 * A pull request to `main` that changes the model, and another one with the same head to a branch that has this model
 * already; how each of their jobs is run.
 */
async function two(t: TestContext, model: TinyModel) {
  const changed = await modelFiles('models/tiny', model);
  const made = await scene(t, { before: await projectFiles(), after: changed });
  const { github } = made;
  await github.commit({ branch: 'next', files: { ...changed, 'README.md': 'Another branch.' } });
  const other = await github.openPullRequest({ head: 'retrain', base: 'next' });
  assert.equal(other.head, github.pullRequest(made.number).head);
  const second = () =>
    runIn(t, github, {
      event: { name: 'pull_request', payload: github.payload.pullRequest(other.number) },
      commit: github.pullRequest(other.number).mergeCommit!,
      inputs,
    });
  return { made, first: () => made.run({ inputs }), second, other: other.number };
}

/** The status that holds now, in its words. */
function now(made: Scene): string {
  const { state, description } = made.github.statuses(made.github.pullRequest(made.number).head).at(-1)!;
  assert.deepEqual(states(made), { 'camdrift / verdict': state });
  return `${state}: ${description}`;
}

test('one fails and one passes: the failure stands for both, whoever ran last, until it is closed', async t => {
  const { made, first, second } = await two(t, shortcut);
  const { github, number } = made;
  assert.equal((await first()).outputs.verdict, 'fail');
  assert.equal(now(made), 'failure: Attention regressed in tiny.');
  const passed = await second();
  assert.deepEqual([passed.code, passed.outputs.verdict], [0, 'skipped'], passed.stdout);
  assert.equal(now(made), `failure: #${number} has the same commit: Attention regressed in tiny.`);
  github.closePullRequest(number);
  assert.match(now(made), /^failure: /, 'nobody looks again because another one is closed');
  await second();
  assert.equal(now(made), 'success: No model changed');
});

test('one that nobody has judged yet keeps the other from a success, and gets its own at last', async t => {
  const { made, first, second, other } = await two(t, retrained);
  assert.equal((await first()).outputs.verdict, 'pass');
  assert.match(now(made), new RegExp(`^pending: #${other} has the same commit and is not judged yet\\.`));
  await second();
  assert.equal(now(made), 'success: No model changed');
});
