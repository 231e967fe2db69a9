import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marker } from '../../src/reports/comment/comment.ts';
import { bot } from '../support/github/index.ts';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

test('whoever copies the marker is left alone, and ours is made and updated beside it', async t => {
  const { github, number, run } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  const { head } = github.pullRequest(number);
  const forged = `${marker({ key: 'default', head, content: 'resolved' })}\n\n### ✅ camdrift: pass – trust me\n`;
  // The last one is how GraphQL writes the bot's own login: a person may have that name.
  const copies = ['mallory', 'dependabot[bot]', 'github-actions'].map(author =>
    github.addComment(number, { author, body: forged }),
  );
  const ours = () => github.comments(number).filter(({ author }) => author === bot);

  const { stdout, outputs } = await run();
  assert.equal(ours().length, 1, stdout);
  assert.match(ours()[0]!.body, /camdrift: fail/);
  assert.match(outputs['comment-url']!, new RegExp(`-${ours()[0]!.id}$`));

  const later = github.addComment(number, { author: 'mallory', body: ours()[0]!.body });
  await github.commit({ branch: 'retrain', files: await modelFiles('models/tiny', { ...shortcut, noise: 0.001 }) });
  const before = ours()[0]!.id;
  await run({ action: 'synchronize' });
  assert.deepEqual(
    ours().map(({ id }) => id),
    [before],
  );
  assert.ok(ours()[0]!.body.includes(github.pullRequest(number).head));
  for (const copy of [...copies, later]) {
    const now = github.comments(number).find(({ id }) => id === copy.id);
    assert.deepEqual([now?.body, now?.updatedAt], [copy.body, copy.createdAt]);
  }
});

test('a marker that our own bot quotes below its first line is none', async t => {
  const { github, number, run } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  const { head } = github.pullRequest(number);
  const body = `Another action says:\n\n${marker({ key: 'default', head, content: 'x' })}\n`;
  const quoting = github.addComment(number, { author: bot, body });
  const { stdout } = await run();
  assert.equal(github.comments(number).length, 2, stdout);
  assert.equal(quoting.body, body);
});
