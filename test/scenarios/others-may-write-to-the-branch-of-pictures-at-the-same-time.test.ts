import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes } from '../support/comment-html.ts';
import { modelFiles, projectFiles, type SceneResult, scene, shortcut } from '../support/scene.ts';

const branch = 'camdrift-assets';
const theirs = (files: Record<string, string>) => ({ branch, message: 'Theirs', files });

const opened = async (t: Parameters<typeof scene>[0]) =>
  scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', shortcut) });

async function assertShown({ code, annotations, stdout }: SceneResult, bodies: readonly string[]): Promise<void> {
  assert.equal(code, 1, stdout);
  assert.deepEqual(
    annotations.filter(({ level, file }) => level === 'warning' && !file),
    [],
  );
  const sources = attributes(bodies[0]!, 'src');
  assert.equal(sources.length, 3);
  for (const source of sources) assert.equal((await fetch(source)).status, 200, source);
}

test('a branch that moved under us keeps their commit and gets ours', async t => {
  const { github, run, comments } = await opened(t);
  await github.commit({ ...theirs({ 'README.md': 'Pictures' }), parents: [] });
  let moves = 0;
  github.before({ asking: /CamdriftPictures/, times: 2 }, () => {
    moves++;
    return github.commit(theirs({ [`theirs-${moves}.txt`]: 'x' }));
  });
  const result = await run();
  await assertShown(result, comments());
  const log = await github.log(branch);
  assert.deepEqual(
    log.map(({ message }) => message.trim().split(' ')[0]),
    ['Pictures', 'Theirs', 'Theirs', 'Theirs'],
  );
  assert.equal(log[0]!.sha, result.outputs['images-commit']);
  for (const name of ['theirs-1.txt', 'theirs-2.txt']) assert.ok(await github.fileAt(branch, name), name);
});

test('a branch that somebody else starts a moment earlier is joined', async t => {
  const { github, run, comments } = await opened(t);
  github.before({ method: 'POST', path: /\/git\/refs$/ }, () =>
    github.commit({ ...theirs({ 'theirs.txt': 'x' }), parents: [] }),
  );
  const result = await run();
  await assertShown(result, comments());
  assert.equal((await github.log(branch)).length, 2);
  assert.ok(await github.fileAt(branch, 'theirs.txt'));
});

test('a branch that never stands still is given up after five tries, and the comment has words', async t => {
  const { github, run, comments } = await opened(t);
  github.before({ asking: /CamdriftPictures/, times: 9 }, () =>
    github.commit(theirs({ 'theirs.txt': String(Math.random()) })),
  );
  const { code, annotations } = await run();
  assert.equal(code, 1);
  assert.deepEqual(attributes(comments()[0]!, 'src'), []);
  assert.match(
    comments()[0]!,
    /No pictures here\*\*: the branch .* could not be written \\\(Expected branch to point to/,
  );
  assert.equal(annotations.filter(({ level, file }) => level === 'warning' && !file).length, 1);
  assert.equal(github.exchanges.filter(({ kind, write }) => kind === 'graphql' && write).length, 5);
});
