import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGitHub } from '../support/github/index.ts';
import { modelFiles, projectFiles, retrained, scene } from '../support/scene.ts';
import { inLfs, storedBaseline } from '../support/stored.ts';

const noPictures = { 'max-images': '0' };
const tiny = 'models/tiny/group1-shard1of1.bin';
const oidOf = (pointer: unknown): string => /sha256:([0-9a-f]{64})/.exec(String(pointer))![1]!;

test('the earlier version comes out of Git LFS', async t => {
  const github = await startGitHub(t);
  const before = inLfs(github, await projectFiles());
  const after = inLfs(github, await modelFiles('models/tiny', retrained));
  const { run } = await scene(t, { before, after }, github);
  const { code, results, stdout } = await run({ lfs: true, inputs: noPictures });
  assert.equal(code, 0, stdout);
  assert.equal(results?.models[0]?.baseline?.source, 'recomputed');
  assert.deepEqual(
    github.exchanges.filter(({ kind }) => kind === 'lfs' || kind === 'download').map(({ method }) => method),
    ['POST', 'GET'],
    'one question, one object',
  );
});

test('with a stored baseline its pointer tells enough, and nothing is downloaded', async t => {
  const github = await startGitHub(t);
  const project = await projectFiles();
  const { run } = await scene(
    t,
    {
      before: { ...inLfs(github, project), ...(await storedBaseline(project)) },
      after: inLfs(github, await modelFiles('models/tiny', retrained)),
    },
    github,
  );
  const { code, results, stdout } = await run({ lfs: true, inputs: noPictures });
  assert.equal(code, 0, stdout);
  assert.equal(results?.models[0]?.baseline?.source, 'stored');
  assert.ok(!github.exchanges.some(({ kind }) => kind === 'lfs' || kind === 'download'));
});

test('an object that is gone makes the verdict incomplete, and says what to do', async t => {
  const github = await startGitHub(t);
  const before = inLfs(github, await projectFiles());
  const oid = oidOf(before[tiny]);
  const after = inLfs(github, await modelFiles('models/tiny', retrained));
  const { run, comments } = await scene(t, { before, after }, github);
  github.lfs.forget(oid);
  const { code, results, outputs, stdout } = await run({ lfs: true, inputs: noPictures });
  assert.equal(code, 1, stdout);
  assert.equal(outputs.verdict, 'incomplete');
  const { error } = results!.models[0]!;
  assert.equal(error?.code, 'baseline-unavailable');
  assert.match(
    error!.message,
    new RegExp(`^${tiny} at commit [0-9a-f]{7} is kept in Git LFS, and its object ${oid} is not there \\(404 `),
  );
  assert.match(error!.remedy, /`git lfs push --all`.*commit a baseline made with `camdrift baseline`/);
  assert.match(stdout, /^::error::There is no verdict for tiny\.$/m);
  assert.match(comments()[0]!, /### ❔ camdrift: incomplete – no verdict on tiny/);
  assert.match(comments()[0]!, /\*\*To do\*\*: Push it with “git lfs push/);
});

test('a checkout that left pointers is told which line it lacks', async t => {
  const github = await startGitHub(t);
  const before = inLfs(github, await projectFiles());
  const after = inLfs(github, await modelFiles('models/tiny', retrained));
  const { run, comments } = await scene(t, { before, after }, github);
  const { code, results, annotations, stdout } = await run({ inputs: noPictures });
  assert.equal(code, 1, stdout);
  const { error } = results!.models[0]!;
  assert.equal(error?.code, 'model-lfs-pointer');
  assert.equal(error.message, `${tiny} is a Git LFS pointer, not the file itself.`);
  assert.match(error.remedy, /in a workflow set `lfs: true` on actions\/checkout/);
  assert.ok(
    annotations.some(({ file, message }) => file === 'models/tiny/model.json' && message.includes('lfs: true')),
  );
  assert.match(comments()[0]!, /lfs: true/);
});
