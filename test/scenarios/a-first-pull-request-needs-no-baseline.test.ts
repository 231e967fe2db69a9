import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

test('without a stored baseline the base branch’s model is fetched and compared with, and the comment says what it saw', async t => {
  const { github, run, comments, number } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  const { code, stdout, outputs, summary, annotations, results, injected } = await run();
  assert.equal(code, 1, stdout);
  assert.deepEqual(injected, []);
  assert.equal(results?.models[0]?.baseline?.source, 'recomputed');
  assert.match(
    results?.models[0]?.baseline?.model.path ?? '',
    /^models\/tiny\/model\.json at commit [0-9a-f]{7}$|^models\/tiny at commit [0-9a-f]{7}$/,
  );
  assert.equal(results?.change?.base, github.pullRequest(number).mergeBase);
  assert.equal(outputs.verdict, 'fail');
  assert.deepEqual([outputs.audited, outputs['models-failed'], outputs.fixtures, outputs.moved], ['1', '1', '3', '3']);
  assert.match(summary, /attention shift/i);
  assert.ok(annotations.some(({ level, file }) => level === 'error' && file === 'models/tiny/model.json'));
  const [body, ...others] = comments();
  assert.equal(others.length, 0);
  assert.match(body!, /attention/i);
  assert.equal(
    outputs['comment-url'],
    `${github.url}/acme/models/pull/${number}#issuecomment-${github.comments(number)[0]!.id}`,
  );
});
