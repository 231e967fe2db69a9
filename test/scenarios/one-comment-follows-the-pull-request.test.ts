import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { writesOf } from '../support/stored.ts';

test('a second run on the same commit writes nothing; a new commit changes the comment in place', async t => {
  const { github, run, comments, number } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  const first = await run();
  assert.equal(first.code, 1, first.stdout);
  const [said] = github.comments(number);
  const { id, updatedAt, body } = said!;

  const asked = github.exchanges.length;
  const second = await run({ env: { GITHUB_RUN_ATTEMPT: '2' } });
  assert.equal(second.code, 1, 'the verdict is the same');
  assert.deepEqual(writesOf(github, asked), [], 'neither pictures nor comment');
  assert.match(second.stdout, /^The comment says all this already: http/m);
  assert.deepEqual([github.comments(number)[0]?.updatedAt, comments()], [updatedAt, [body]]);
  assert.equal(second.outputs['comment-url'], first.outputs['comment-url']);

  await github.commit({ branch: 'retrain', files: await modelFiles('models/tiny', { ...shortcut, noise: 0.003 }) });
  const third = await run({ action: 'synchronize', env: { GITHUB_RUN_ID: '4243' } });
  assert.equal(third.code, 1, third.stdout);
  assert.equal(comments().length, 1);
  assert.equal(github.comments(number)[0]?.id, id);
  assert.match(comments()[0]!, new RegExp(` head=${github.pullRequest(number).head} `));
  const log = await github.log('camdrift-assets');
  assert.equal(log.length, 3, 'pictures are added to the branch that is there');
  assert.equal(third.outputs['images-commit'], log[0]?.sha);
  assert.ok(
    await github.fileAt('camdrift-assets', `pr-${number}/default/4242-1/tiny/images-1.webp`),
    'the earlier ones stay',
  );
  assert.ok(comments()[0]!.includes(`/blob/${log[0]?.sha}/pr-${number}/default/4243-1/tiny/images-1.webp?raw=true`));
});
