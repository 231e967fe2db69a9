import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

test('among 250 comments ours is found on page 3 and updated in place', async t => {
  const { github, number, run } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  const chat = (count: number) => {
    for (let index = 0; index < count; index++)
      github.addComment(number, { author: 'octocat', body: `Thought ${index}` });
  };
  chat(240);
  const { outputs } = await run();
  chat(9);
  assert.equal(github.comments(number).length, 250);

  await github.commit({ branch: 'retrain', files: await modelFiles('models/tiny', { ...shortcut, noise: 0.001 }) });
  const earlier = github.exchanges.length;
  const second = await run({ action: 'synchronize' });
  assert.equal(second.outputs['comment-url'], outputs['comment-url']);
  assert.equal(github.comments(number).length, 250);
  const asked = github.exchanges.slice(earlier).filter(({ path }) => path.includes('/comments'));
  assert.deepEqual(
    asked.map(({ method, path }) => `${method} ${/[?&]page=(\d)/.exec(path)?.[1] ?? ''}`.trim()),
    ['GET', 'GET 2', 'GET 3', 'PATCH'],
    'once, for what people have accepted of a failure and for our own',
  );
  const ours = github.comments(number)[240]!;
  assert.ok(ours.body.includes(github.pullRequest(number).head));
});
