import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes, visibleText } from '../support/comment-html.ts';
import { modelFiles, projectFiles, type SceneResult, scene, shortcut } from '../support/scene.ts';

const opened = async (t: Parameters<typeof scene>[0]) =>
  scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });

const warnings = ({ annotations }: SceneResult) =>
  annotations.filter(({ level, file }) => level === 'warning' && !file).map(({ message }) => message);

/** The verdict, the files and the comment's words are there; no picture is. */
function assertOnlyWords(result: SceneResult, [body, ...others]: readonly string[], why: RegExp): void {
  assert.deepEqual([result.code, result.outputs.verdict, result.outputs['images-commit']], [1, 'fail', '']);
  assert.ok(result.files['tiny/images-1.webp'], 'the pictures are in the output folder');
  assert.deepEqual(others, []);
  assert.deepEqual(attributes(body!, 'src'), []);
  assert.match(visibleText(body!), why);
  assert.match(visibleText(body!), /camdrift: fail/);
}

test('a branch that must not be made is told in the comment, and how to allow it in the log', async t => {
  const { github, run, comments } = await opened(t);
  github.protect('camdrift-assets');
  const result = await run();
  assertOnlyWords(
    result,
    comments(),
    /No pictures here: the branch `camdrift-assets` could not be written \(403 Repository/,
  );
  assert.equal(warnings(result).length, 1);
  assert.match(warnings(result)[0]!, /camdrift-assets.*rule violations.*`permissions: contents: write`.*protected/);
});

test('so is a branch that is there and protected', async t => {
  const { github, run, comments } = await opened(t);
  await github.commit({ branch: 'camdrift-assets', parents: [], files: { 'README.md': 'Pictures' } });
  github.protect('camdrift-assets');
  const result = await run();
  assertOnlyWords(result, comments(), /could not be written \(Repository rule violations found\)/);
  assert.match(warnings(result).join(), /rule violations.*`permissions: contents: write`.*protected/);
});

test('without a branch the addresses are those that the workflow fills itself', async t => {
  const { github, run, comments } = await opened(t);
  const inputs = { 'image-branch': '', 'image-url': 'https://cdn.example/a b/pr/' };
  const result = await run({ inputs });
  assert.deepEqual(attributes(comments()[0]!, 'src').toSorted(), [
    'https://cdn.example/a%20b/pr/tiny/images-1.webp',
    'https://cdn.example/a%20b/pr/tiny/images-2.webp',
    'https://cdn.example/a%20b/pr/tiny/images-3.webp',
  ]);
  assert.ok(
    attributes(comments()[0]!, 'href').includes(
      'https://cdn.example/a%20b/pr/report.html#model=tiny&fixture=images%2F1.png',
    ),
    comments()[0],
  );
  assert.deepEqual(warnings(result), []);
  assert.equal(await github.branch('camdrift-assets'), undefined);

  // They take the branch's place too when it cannot be written.
  github.protect('camdrift-assets');
  await github.commit({ branch: 'retrain', files: await modelFiles('models/tiny', { ...shortcut, noise: 0.001 }) });
  const second = await run({ action: 'synchronize', inputs: { 'image-url': 'https://cdn.example/pr' } });
  assert.equal(attributes(comments()[0]!, 'src').length, 3);
  assert.match(comments()[0]!, /src="https:\/\/cdn\.example\/pr\/tiny\/images-1\.webp"/);
  assert.equal(warnings(second).length, 1);
});

test('no branch and no address: words only, and no warning about what was asked for', async t => {
  const { github, run, comments } = await opened(t);
  const result = await run({ inputs: { 'image-branch': '' } });
  assertOnlyWords(result, comments(), /No pictures here: no branch for them is named\./);
  assert.deepEqual(warnings(result), []);
  assert.ok(!github.exchanges.some(({ path, write }) => write && path.includes('/git/')));
});
