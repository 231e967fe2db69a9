import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelFiles, projectFiles, retrained, scene, shortcut } from '../support/scene.ts';
import { writesOf } from '../support/stored.ts';

const commented = (comment: string, more: object = {}) => ({ inputs: { 'max-images': '0', comment, ...more } });

test('only on a regression, never, or always', async t => {
  const { github, run, comments } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', retrained),
  });
  const benign = await run(commented('on-regression'));
  assert.equal(benign.code, 0, benign.stdout);
  assert.match(benign.stdout, /^No regression, so no comment\.$/m);
  assert.match(benign.summary, /✅ camdrift: pass/, 'the summary has it all the same');
  assert.equal(benign.outputs['comment-url'], '');

  await github.commit({ branch: 'retrain', files: await modelFiles('models/tiny', shortcut) });
  const asked = github.exchanges.length;
  const never = await run(commented('never'));
  assert.equal(never.code, 1, never.stdout);
  const since = github.exchanges.slice(asked);
  assert.deepEqual([comments(), writesOf(github)], [[], []]);
  assert.ok(!since.some(({ path }) => path.endsWith('/comments') || path === '/graphql'), 'nobody is asked either');

  assert.equal((await run(commented('on-regression'))).code, 1);
  assert.match(comments()[0]!, /### ❌ camdrift: fail/);

  await github.commit({ branch: 'retrain', files: await modelFiles('models/tiny', retrained) });
  assert.equal((await run(commented('on-regression'))).code, 0);
  assert.equal(comments().length, 1);
  assert.match(comments()[0]!, /### ✅ camdrift: pass/, 'what was said before does not stay when it is no longer so');
});

test('always means also when no model changed', async t => {
  const { run, comments } = await scene(t, { before: await projectFiles(), after: { 'README.md': '# Shoes' } });
  assert.equal((await run(commented('always'))).code, 0);
  const [body] = comments();
  assert.match(body!, /### ✅ camdrift: pass – no model to compare/);
  assert.match(body!, /✅ \*\*1 model unchanged, not audited\*\*: tiny/);
});

test('two steps with keys of their own keep a comment each', async t => {
  const { run, comments } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', retrained),
  });
  const keyed = (key: string) => commented('on-change', { 'comment-key': key });
  const urls = [await run(keyed('shoes')), await run(keyed('bags')), await run(keyed('shoes'))].map(
    ({ outputs }) => outputs['comment-url'],
  );
  assert.deepEqual(
    comments().map(body => /^<!-- camdrift key=(\w+) /.exec(body)?.[1]),
    ['shoes', 'bags'],
  );
  assert.equal(urls[0], urls[2]);
  assert.notEqual(urls[0], urls[1]);
});
