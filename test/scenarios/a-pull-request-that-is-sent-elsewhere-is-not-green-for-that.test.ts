import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { states } from '../support/jobs.ts';
import { modelFiles, projectFiles, type RunOptions, type Scene, scene, shortcut } from '../support/scene.ts';

const byStatus = { gate: 'status', comment: 'never' };

/** A pull request to `next`, which has its model already; `main` has another one, against which it regresses. */
async function toNext(t: TestContext): Promise<Scene> {
  const changed = await modelFiles('models/tiny', shortcut);
  const made = await scene(t, { before: await projectFiles(), after: changed });
  await made.github.commit({ branch: 'next', files: { ...changed, 'README.md': 'Another branch.' } });
  await made.github.retarget(made.number, 'next');
  return made;
}

/** The run of another title, which came so soon that the one of the other branch was cancelled before it began. */
function retitled({ github, number, run }: Scene, options: RunOptions) {
  const payload = github.payload.pullRequest(number, { action: 'edited', changes: { title: { from: 'Before' } } });
  return run({ ...options, event: { name: 'pull_request', payload } });
}

test('by a status: another title does not keep what was said of the branch before', async t => {
  const made = await toNext(t);
  await made.run({ inputs: byStatus });
  assert.deepEqual(states(made), { 'camdrift / verdict': 'success' });
  const same = await retitled(made, { inputs: byStatus });
  assert.equal(same.results, undefined, 'to the same branch nothing is judged again');
  await made.github.retarget(made.number, 'main');
  const { outputs, stdout } = await retitled(made, { inputs: byStatus });
  assert.equal(outputs.verdict, 'fail', stdout);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
});

test('by the job: the comment on the branch before is no verdict, whoever judges', async t => {
  const made = await toNext(t);
  const inputs = { comment: 'always' };
  assert.equal((await made.run({ inputs })).outputs.verdict, 'skipped');
  await made.github.retarget(made.number, 'main');
  const judged = await retitled(made, { inputs: { ...inputs, mode: 'judge' } });
  assert.deepEqual([judged.code, judged.outputs.verdict], [1, 'fail'], judged.stdout);
  const { code, outputs } = await retitled(made, { inputs });
  assert.deepEqual([code, outputs.verdict], [1, 'fail']);
});

test('sent elsewhere while it is being judged, it is not made green by that', async t => {
  const made = await toNext(t);
  const { github, number } = made;
  let asked = 0;
  github.before({ method: 'GET', path: /\/pulls\/\d+$/, times: 2 }, () =>
    asked++ === 0 ? undefined : github.retarget(number, 'main'),
  );
  const { code, stdout } = await made.run({ inputs: byStatus });
  assert.deepEqual([code, asked], [0, 2], stdout);
  const { state, description } = github.statuses(github.pullRequest(number).head).at(-1)!;
  assert.deepEqual([state, description], ['error', 'Judged as going to next, but it goes to main: run it again.']);
});
