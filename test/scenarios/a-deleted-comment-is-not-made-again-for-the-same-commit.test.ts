import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bot } from '../support/github/index.ts';
import { modelFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';

const project = async () => ({
  before: await projectFiles(),
  after: await modelFiles('models/tiny', shortcut),
});

test('a re-run respects who deleted it, and the next commit gets a comment of its own', async t => {
  const { github, number, run, comments } = await scene(t, await project());
  await run();
  github.deleteComment(github.comments(number)[0]!.id, 'octocat');

  for (const again of [{ env: { GITHUB_RUN_ATTEMPT: '2' } }, { action: 'reopened' as const }]) {
    const rerun = await run(again);
    assert.deepEqual([rerun.code, rerun.outputs.verdict, rerun.outputs['comment-url']], [1, 'fail', '']);
    assert.deepEqual(comments(), []);
    assert.match(rerun.stdout, /^Somebody deleted the comment for this commit, so it is not made again\./m);
    assert.match(rerun.summary, /camdrift: fail/, 'what the comment would have said is still somewhere');
    assert.deepEqual(
      rerun.annotations.filter(({ level, file }) => level === 'warning' && !file),
      [],
    );
  }

  await github.commit({ branch: 'retrain', files: await modelFiles('models/tiny', { ...shortcut, noise: 0.001 }) });
  const next = await run({ action: 'synchronize' });
  assert.equal(comments().length, 1, next.stdout);
  assert.ok(comments()[0]!.includes(`head=${github.pullRequest(number).head}`));
});

test('a comment that its own author deleted is made again', async t => {
  const { github, number, run, comments } = await scene(t, await project());
  await run();
  const [first] = github.comments(number);
  github.deleteComment(first!.id, bot);
  const { outputs, stdout } = await run({ env: { GITHUB_RUN_ATTEMPT: '2' } });
  assert.equal(comments().length, 1, stdout);
  assert.notEqual(github.comments(number)[0]!.id, first!.id);
  assert.match(outputs['comment-url']!, new RegExp(`#issuecomment-${github.comments(number)[0]!.id}$`));
});

test('somebody else’s comment may come and go as it likes', async t => {
  const { github, number, run, comments } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', retrained),
  });
  github.deleteComment(github.addComment(number, { author: 'octocat', body: 'Nice.' }).id, 'hubot');
  const { code, stdout } = await run();
  assert.equal(code, 0, stdout);
  assert.equal(comments().length, 1);
});
