import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGitHub } from '../support/github/index.ts';
import { modelFiles, projectFiles, retrained, type SceneResult, scene, shortcut } from '../support/scene.ts';

const warnings = ({ annotations }: SceneResult) =>
  annotations.filter(({ level, file }) => level === 'warning' && !file).map(({ message }) => message);

test('a token that only reads: the comment’s and the pictures’ permissions are named, the verdict is what it is', async t => {
  const { github, run, comments } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', shortcut),
  });
  const result = await run({ may: { contents: 'read' } });
  assert.deepEqual([result.code, result.outputs.verdict], [1, 'fail'], result.stdout);
  const refused = '403 Resource not accessible by integration';
  assert.deepEqual(warnings(result), [
    `Pictures are not shown: the branch \`camdrift-assets\` could not be written (${refused}). The job needs \`permissions: contents: write\`, and the branch must not be protected.`,
    `The comment could not be posted: ${refused}. The job needs \`permissions: pull-requests: write\`.`,
  ]);
  assert.deepEqual(comments(), []);
  assert.equal(await github.branch('camdrift-assets'), undefined);
  assert.match(result.summary, /camdrift: fail/);
});

test('on a private repository the pull request cannot be read either: it is held against the branch that the event names', async t => {
  const { run } = await scene(
    t,
    { before: await projectFiles(), after: await modelFiles('models/tiny', retrained) },
    await startGitHub(t, { private: true }),
  );
  const result = await run({ may: { contents: 'read' } });
  assert.deepEqual([result.code, result.outputs.verdict], [0, 'pass'], result.stdout);
  const [list, comment, ...others] = warnings(result);
  assert.match(
    list!,
    /^The pull request could not be read \(403 Resource not accessible by integration\), so it is held against main/,
  );
  assert.match(comment!, /`permissions: pull-requests: write`/);
  assert.deepEqual(others, []);
});

test('without `contents: read` the earlier model cannot be had, which is no pass', async t => {
  const { run, comments } = await scene(
    t,
    { before: await projectFiles(), after: await modelFiles('models/tiny', retrained) },
    await startGitHub(t, { private: true }),
  );
  const result = await run({ may: { 'pull-requests': 'write' } });
  assert.deepEqual([result.code, result.outputs.verdict], [1, 'incomplete'], result.stdout);
  assert.match(comments()[0]!, /contents: read/);
});

test('a token that is none is told as such', async t => {
  const { run } = await scene(t, {
    before: await projectFiles(),
    after: await modelFiles('models/tiny', retrained),
  });
  const result = await run({ env: { 'INPUT_GITHUB-TOKEN': 'ghs_expired' } });
  assert.deepEqual([result.code, result.outputs.verdict], [1, 'incomplete'], result.stdout);
  assert.match(warnings(result).join('\n'), /The comment could not be posted: 401 Bad credentials\./);
});
