import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import type { TinyModel } from '../support/models.ts';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { finishedRun, fork, said, speakFor, zipped } from '../support/second-workflow.ts';

async function forked(t: TestContext, model: TinyModel = shortcut) {
  return scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', model), fork });
}

test('what the fork’s run found becomes a comment with pictures and a status, and a second delivery changes nothing', async t => {
  const made = await forked(t);
  const { github, number, comments } = made;
  const first = await made.run({ may: 'read' });
  assert.equal(first.code, 1, first.stdout);
  const run = finishedRun(made, first.files);

  const second = await speakFor(t, github, run, { inputs: { gate: 'status' } });
  assert.equal(second.code, 0, second.stdout);
  assert.deepEqual([second.injected, said(second, 'warning'), said(second, 'error')], [[], [], []]);
  const [body, ...others] = comments();
  assert.deepEqual(others, []);
  assert.match(
    body!,
    /\*\*Claimed, not checked\*\*: these numbers come from a run that this repository does not control/,
  );
  assert.match(body!, /Judged by the thresholds of the base branch/);
  assert.match(body!, /\n### ❌ camdrift: claimed fail – attention moved in tiny\n/);
  assert.ok(body!.includes(`[run](${github.url}/acme/models/actions/runs/${run.id})`), 'the run that computed');
  const { head } = github.pullRequest(number);
  assert.deepEqual(
    github.statuses(head).map(({ state, context }) => [state, context]),
    [
      ['pending', 'camdrift / verdict'],
      ['failure', 'camdrift / verdict'],
    ],
  );
  const { verdict, moved, audited } = second.outputs;
  assert.deepEqual([verdict, moved, audited], ['fail', '3', '1']);
  assert.match(second.outputs['comment-url']!, new RegExp(`/pull/${number}#issuecomment-`));
  // What there is to accept is told by those who judge.
  const told = first.results!.models.map(({ pair: _, ...model }) => model);
  assert.deepEqual(second.results?.models, told);
  assert.match(second.summary, /Claimed, not checked/);

  const commit = second.outputs['images-commit']!;
  for (const { montage } of first.results!.models[0]!.fixtures) {
    const path = `pr-${number}/default/4242-1/${montage}`;
    assert.ok(body!.includes(`${github.url}/acme/models/blob/${commit}/${path}?raw=true`), path);
    const published = await github.fileAt(commit, path);
    assert.notDeepEqual(Buffer.from(published!), Buffer.from(first.files[montage!]!), 'drawn anew');
    const { format, width } = await sharp(published).metadata();
    assert.deepEqual([format, width], ['webp', (await sharp(first.files[montage!]).metadata()).width]);
  }

  const before = github.exchanges.length;
  const again = await speakFor(t, github, run);
  assert.equal(again.code, 0, again.stdout);
  assert.deepEqual(
    github.exchanges.slice(before).filter(({ write }) => write),
    [],
  );
  assert.match(again.stdout, /The comment says all this already/);
  assert.equal(again.outputs['comment-url'], second.outputs['comment-url']);
  assert.deepEqual(comments(), [body]);
});

test('a pull request that has moved on or is closed gets no word, and that is no failure', async t => {
  const made = await forked(t);
  const { github, number } = made;
  const run = finishedRun(made, { 'results.json': Buffer.from('{}') });
  const judged = run.headSha;
  await github.commit({ branch: 'retrain', fork, files: { 'notes.md': 'Better now.\n' } });
  const superseded = await speakFor(t, github, run, { inputs: { gate: 'status' } });
  assert.equal(superseded.code, 0, superseded.stdout);
  const now = github.pullRequest(number).head;
  assert.deepEqual(said(superseded, 'notice'), [
    `Nothing to post. #${number} has moved on: its head is ${now}, and the run judged ${judged}.`,
  ]);
  assert.equal(superseded.outputs.verdict, 'skipped');
  github.closePullRequest(number);
  const closed = await speakFor(t, github, finishedRun(made, undefined));
  assert.equal(closed.code, 0, closed.stdout);
  assert.match(
    said(closed, 'notice')[0]!,
    /^Nothing to post\. No open pull request comes from `stranger:retrain`; it may/,
  );
  assert.deepEqual(
    github.exchanges.filter(({ write }) => write),
    [],
  );
});

test('a run without the artifact, with an expired one, or cancelled, leads to a notice that says what is missing', async t => {
  const made = await forked(t);
  const { github } = made;
  const notice = async (run: Parameters<typeof speakFor>[2]) => {
    const ran = await speakFor(t, github, run);
    assert.equal(ran.code, 0, ran.stdout);
    assert.deepEqual([said(ran, 'error'), said(ran, 'warning')], [[], []]);
    return said(ran, 'notice').join();
  };
  assert.match(
    await notice(finishedRun(made, undefined)),
    /The run has no artifact `camdrift`: the first workflow must upload the output folder with actions\/upload-artifact under that name\./,
  );
  const expired = finishedRun(made, undefined);
  github.addArtifact({ runId: expired.id, name: 'camdrift', zip: new Uint8Array(), expired: true });
  assert.match(await notice(expired), /has expired\. Run the first workflow again\./);
  assert.match(await notice(finishedRun(made, {}, { conclusion: 'cancelled' })), /The run ended as `cancelled`/);
  assert.deepEqual([made.comments(), github.exchanges.filter(({ write }) => write)], [[], []]);
});

test('a re-run’s newer artifact is the one that counts', async t => {
  const made = await forked(t);
  const { github } = made;
  const first = await made.run({ may: 'read' });
  const run = finishedRun(made, { 'results.json': Buffer.from('an attempt that broke off') });
  github.addArtifact({ runId: run.id, name: 'camdrift', zip: zipped(first.files) });
  const ran = await speakFor(t, github, run, { inputs: { 'image-branch': '' } });
  assert.equal(ran.code, 0, ran.stdout);
  assert.equal(ran.outputs.verdict, 'fail');
  assert.match(made.comments()[0]!, /\*\*No pictures here\*\*: no branch for them is named/);
});
