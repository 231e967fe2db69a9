import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGitHub } from '../support/github/index.ts';
import { modelFiles, projectFiles, scene, shortcut } from '../support/scene.ts';
import { inLfs, writesOf } from '../support/stored.ts';

test('a pull request that leaves the models alone succeeds after six requests, and is not commented on', async t => {
  const { github, run, comments } = await scene(t, {
    before: await projectFiles(),
    after: { 'README.md': '# Shoes', 'models/tiny/NOTES.md': 'Trained on Monday.' },
  });
  const { code, outputs, stdout, annotations, results, summary } = await run();
  assert.equal(code, 0, stdout);
  assert.deepEqual(comments(), []);
  assert.ok(github.exchanges.length <= 6, `${github.exchanges.length} requests`);
  assert.deepEqual(writesOf(github), []);
  assert.match(stdout, /^tiny: unchanged$/m);
  assert.match(stdout, /^No model changed, so no comment\.$/m);
  assert.doesNotMatch(stdout, /engine/, 'nothing is loaded either');
  assert.deepEqual([outputs.verdict, outputs.audited, outputs['attention-shift']], ['skipped', '0', '']);
  assert.deepEqual([results?.models, results?.change?.unchanged, annotations], [[], ['tiny'], []]);
  assert.match(summary, /✅ camdrift: pass – no model to compare/);
});

test('when a later commit takes the change back, the earlier comment says that it is resolved, once', async t => {
  const before = await projectFiles();
  const { github, run, comments, number } = await scene(t, {
    before,
    after: await modelFiles('models/tiny', shortcut),
  });
  assert.equal((await run({ inputs: { 'max-images': '0' } })).code, 1);
  assert.match(comments()[0]!, /❌ camdrift: fail/);
  const { id } = github.comments(number)[0]!;

  const weights = Object.entries(before).filter(([path]) => path.startsWith('models/'));
  const head = await github.commit({ branch: 'retrain', message: 'Take it back', files: Object.fromEntries(weights) });
  const again = await run({ action: 'synchronize' });
  assert.equal(again.code, 0, again.stdout);
  const [body, ...others] = comments();
  assert.equal(others.length, 0);
  assert.match(
    body!,
    new RegExp(`✅ \\*\\*camdrift: pass\\*\\* – as of ${head.slice(0, 7)} this pull request changes no`),
  );
  assert.doesNotMatch(body!, /❌|attention/);
  assert.equal(github.comments(number)[0]!.id, id, 'the same comment');
  assert.equal(again.outputs['comment-url'], `${github.url}/acme/models/pull/${number}#issuecomment-${id}`);

  const asked = github.exchanges.length;
  await github.commit({ branch: 'retrain', files: { 'README.md': 'Nothing to see here.' } });
  assert.equal((await run({ action: 'synchronize' })).code, 0);
  assert.deepEqual(writesOf(github, asked), []);
});

test('weights that moved to Git LFS are other files with the same bytes: the model is unchanged', async t => {
  const github = await startGitHub(t);
  const before = await projectFiles();
  const after = inLfs(github, before);
  const { run, comments } = await scene(t, { before, after }, github);
  const { code, results, stdout } = await run({ lfs: true });
  assert.equal(code, 0, stdout);
  assert.deepEqual([results?.models, results?.change?.unchanged], [[], ['tiny']]);
  assert.deepEqual(comments(), []);

  const pointers = await run();
  assert.equal(pointers.code, 0, pointers.stdout);
  assert.deepEqual(pointers.results?.change?.unchanged, ['tiny'], 'a pointer says what it stands for');
});
