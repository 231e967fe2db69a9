import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

test('a run for a commit that is no longer the head says nothing, and leaves its outputs all the same', async t => {
  const { github, number, run, comments } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  const old = github.pullRequest(number).head;
  const newer = await modelFiles('models/tiny', { ...shortcut, noise: 0.001 });
  github.before({ asking: /CamdriftConversation/ }, () => github.commit({ branch: 'retrain', files: newer }));
  const { code, stdout, outputs, files, summary, results } = await run();
  const now = github.pullRequest(number).head;
  assert.notEqual(now, old);
  assert.equal(code, 1, stdout);
  assert.ok(stdout.includes(`The pull request has moved on to ${now.slice(0, 7)}: its own run speaks for it.\n`));
  assert.deepEqual(comments(), []);
  assert.equal(await github.branch('camdrift-assets'), undefined);
  assert.deepEqual([outputs.verdict, outputs['comment-url'], outputs['images-commit']], ['fail', '', '']);
  assert.equal(results?.change?.head, old);
  assert.ok(files['tiny/images-1.webp']);
  assert.match(summary, /camdrift: fail/);
});

test('what the newer run has said is not overwritten by the older one', async t => {
  const { github, number, run, comments } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  await run();
  const newer = await modelFiles('models/tiny', { noise: 0.001 });
  github.before({ asking: /CamdriftConversation/ }, async () => {
    await github.commit({ branch: 'retrain', files: newer });
    await run({ action: 'synchronize', env: { GITHUB_RUN_ID: '5000' } });
  });
  const { outputs } = await run({ env: { GITHUB_RUN_ATTEMPT: '2' } });
  assert.equal(outputs.verdict, 'fail');
  assert.equal(comments().length, 1);
  assert.match(comments()[0]!, /camdrift: pass/);
  assert.ok(comments()[0]!.includes(github.pullRequest(number).head));
  assert.match(outputs['comment-url']!, /issuecomment/);
});
