import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimant, json, whitewashed } from '../support/forged.ts';
import { finishedRun, fork, said, speakFor } from '../support/second-workflow.ts';

test('a run of another repository, another workflow or another event is refused before anything is asked', async t => {
  const scene = await claimant(t);
  const { github } = scene;
  const left = { 'results.json': json(whitewashed(scene)) };
  const refused = async (run: Parameters<typeof speakFor>[2], payload: object | undefined, words: RegExp) => {
    const ran = await speakFor(t, github, run, payload ? { payload } : {});
    assert.equal(ran.code, 1, ran.stdout);
    assert.match(said(ran, 'error').join(), words);
    assert.deepEqual(github.exchanges, []);
  };
  const run = finishedRun(scene, left);
  const event = github.payload.workflowRun(run.id);
  const told = event.workflow_run as Record<string, object>;
  const repository = { ...told.repository, full_name: 'evil/models' };
  const elsewhere = { ...event, workflow_run: { ...told, repository } };
  await refused(run, elsewhere, /^The run belongs to `evil\/models`; expected acme\/models\./);
  const another = finishedRun(scene, left, { name: 'Anything else' });
  await refused(
    another,
    undefined,
    /workflow `\.github\/workflows\/anything-else\.yml`; expected \.github\/workflows\/camdrift\.yml/,
  );
  const pushed = finishedRun(scene, left, { event: 'push' });
  await refused(pushed, undefined, /started by `push`; expected `pull_request`\.\nGive the job `if:/);
});

test('another workflow’s name is accepted when the input `workflow` names it', async t => {
  const scene = await claimant(t);
  const run = finishedRun(scene, { 'results.json': json(whitewashed(scene)) }, { name: 'Models' });
  const ran = await speakFor(t, scene.github, run, {
    inputs: { workflow: '.github/workflows/models.yml', comment: 'never' },
  });
  assert.equal(ran.code, 0, ran.stdout);
  assert.equal(ran.outputs.verdict, 'fail');
});

test('the pull request is found by branch and commit; whatever number the artifact names is not asked', async t => {
  const scene = await claimant(t);
  const { github, number } = scene;
  await github.commit({ branch: 'victim', fork: 'somebody/models', files: { 'README.md': 'Mine.\n' } });
  const victim = await github.openPullRequest({ head: 'victim', fork: 'somebody/models', author: 'somebody' });
  const run = finishedRun(scene, {
    'results.json': json(whitewashed(scene)),
    'pr.json': json({ number: victim.number }),
    'number.md': Buffer.from(String(victim.number)),
  });
  const ran = await speakFor(t, github, run);
  assert.equal(ran.code, 0, ran.stdout);
  assert.deepEqual(github.comments(victim.number), []);
  assert.equal(scene.comments().length, 1);
  assert.match(ran.outputs['comment-url']!, new RegExp(`/pull/${number}#`));
});

test('of two pull requests with one head nobody can say which was judged: a notice', async t => {
  const scene = await claimant(t);
  const { github, number } = scene;
  await github.commit({ branch: 'release', files: {} });
  const second = await github.openPullRequest({ head: 'retrain', base: 'release', fork });
  const ran = await speakFor(t, github, finishedRun(scene, { 'results.json': json(whitewashed(scene)) }));
  assert.equal(ran.code, 0, ran.stdout);
  const notice = said(ran, 'notice').join();
  assert.match(notice, /Several open pull requests have this head/);
  for (const each of [number, second.number]) assert.ok(notice.includes(`#${each}`));
  assert.deepEqual([...scene.comments(), ...github.comments(second.number)], []);
});
