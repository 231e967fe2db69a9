import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/dist.ts';
import { offers, reactions, says } from '../support/hearing.ts';
import { states } from '../support/jobs.ts';
import { modelFiles, projectFiles, retrained, type Scene, scene, shortcut } from '../support/scene.ts';
import { finishedRun, fork, said } from '../support/second-workflow.ts';
import { runWorkflow } from '../support/workflow.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [first, second, third, ...others] = [...readme.matchAll(/```yaml\n(name: camdrift[\s\S]*?)```/g)].map(
  ([, text]) => text!,
);
const pasted = {
  '.github/workflows/camdrift.yml': first!,
  '.github/workflows/verdict.yml': second!,
  '.github/workflows/accept.yml': third!,
};

test('README holds three workflows', () => {
  assert.ok(first && second && third);
  assert.deepEqual(others, []);
});

for (const [name, model, verdict] of [
  ['a shortcut', shortcut, 'fail'],
  ['an honest retrain', retrained, 'pass'],
] as const)
  test(`the quick start gives a first comment, with pictures, and the check is the verdict: ${name}; the third workflow hears who accepts`, async t => {
    const before = { ...(await projectFiles()), ...pasted };
    const made = await scene(t, { before, after: await modelFiles('models/tiny', model) });
    const { github, number, comments } = made;
    const { mergeCommit } = github.pullRequest(number);
    const run = finishedRun(made, undefined, { headRepository: 'acme/models', conclusion: null });
    const event = { name: 'pull_request', payload: github.payload.pullRequest(number, { action: 'opened' }) };
    const { judge, publish } = await runWorkflow(t, made, first!, { event, run, commit: mergeCommit! });
    assert.deepEqual([judge?.code, judge?.outputs.verdict], [verdict === 'fail' ? 1 : 0, verdict], judge?.stdout);
    assert.deepEqual([publish?.code, publish?.outputs.verdict], [0, verdict], publish?.stdout);
    for (const job of [judge!, publish!]) assert.doesNotMatch(said(job, 'warning').join(), /permission|could not/);
    const [body, ...more] = comments();
    assert.deepEqual(more, []);
    assert.match(body!, new RegExp(`camdrift: ${verdict}`));
    if (verdict === 'pass') return;
    assert.match(body!, /<img src="http/);
    const word = says(made, 'mona', offers(made)[0]!, 'write');
    const heard = { name: 'issue_comment', payload: github.payload.issueComment(word) };
    Object.assign(github.run(run.id), { conclusion: 'failure' });
    const own = github.addRun({ headSha: commitOfMain(made), name: 'camdrift accept', event: 'issue_comment' });
    const { accept } = await runWorkflow(t, made, third!, { event: heard, run: own, commit: mergeCommit! });
    assert.deepEqual([accept?.code, accept?.outputs.verdict], [0, 'accepted'], accept?.stdout);
    assert.deepEqual([reactions(word), github.run(run.id).again], [['eyes', '+1'], 'failed']);
    assert.deepEqual(said(accept!, 'warning'), []);
    assert.match(comments()[0]!, /camdrift: accepted[\s\S]*<img src="http/);
  });

const commitOfMain = ({ github, number }: Scene): string => github.pullRequest(number).base;

test('on a push, the quick start judges and publishes no comment', async t => {
  const before = { ...(await projectFiles()), ...pasted };
  const made = await scene(t, { before, after: await modelFiles('models/tiny', shortcut) });
  const { github } = made;
  const from = (await github.branch('main'))!;
  const commit = await github.commit({ branch: 'main', files: await modelFiles('models/tiny', shortcut) });
  const event = { name: 'push', payload: github.payload.push({ branch: 'main', before: from, after: commit }) };
  const run = github.addRun({ headSha: commit, headBranch: 'main', event: 'push' });
  const { judge, publish } = await runWorkflow(t, made, first!, { event, run, commit });
  assert.deepEqual([judge?.code, judge?.outputs.verdict], [1, 'fail'], judge?.stdout);
  assert.equal(publish, undefined);
});

test('the second workflow judges a fork anew, comments, and sets the status', async t => {
  const before = { ...(await projectFiles()), ...pasted };
  const made = await scene(t, { before, after: await modelFiles('models/tiny', shortcut), fork });
  const { github } = made;
  const finished = finishedRun(made, undefined);
  const commit = (await github.branch('main'))!;
  const run = github.addRun({ headSha: commit, name: 'camdrift verdict', event: 'workflow_run' });
  const event = { name: 'workflow_run', payload: github.payload.workflowRun(finished.id) };
  const { judge, publish } = await runWorkflow(t, made, second!, { event, run, commit });
  assert.deepEqual([judge?.code, judge?.outputs.verdict], [0, 'fail'], judge?.stdout);
  assert.deepEqual([publish?.code, publish?.outputs.verdict], [0, 'fail'], publish?.stdout);
  assert.match(made.comments().join(), /camdrift: fail/);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'failure' });
});
