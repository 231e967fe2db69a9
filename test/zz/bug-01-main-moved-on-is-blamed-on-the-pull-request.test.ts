import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configText, modelFiles, pictureFiles, projectFiles, scene, shortcut } from '../support/scene.ts';

// actions/checkout brings refs/pull/N/merge: the base branch's tip with the change on top. camdrift compares that tree with the MERGE BASE.
const inputs = { 'max-images': '0' };

test('a pull request that only adds a picture is not blamed for the model that main got meanwhile', async t => {
  const s = await scene(t, {
    before: await projectFiles(),
    after: await pictureFiles({
      'images/9.png': [
        ['red', 1, 1],
        ['blue', 3, 3],
      ],
    }),
  });
  await s.github.commit({
    branch: 'main',
    message: 'Somebody else merges another model',
    files: await modelFiles('models/tiny', shortcut),
  });
  const ran = await s.run({ inputs });
  assert.equal(ran.outputs.verdict === 'fail', false, `got ${ran.outputs.verdict}: ${s.comments()[0]?.slice(0, 400)}`);
});

test('control: with the head checked out it is not', async t => {
  const s = await scene(t, {
    before: await projectFiles(),
    after: await pictureFiles({
      'images/9.png': [
        ['red', 1, 1],
        ['blue', 3, 3],
      ],
    }),
  });
  await s.github.commit({
    branch: 'main',
    message: 'Somebody else merges another model',
    files: await modelFiles('models/tiny', shortcut),
  });
  const ran = await s.run({ inputs, commit: s.github.pullRequest(s.number).head });
  assert.equal(ran.outputs.verdict, 'pass');
});

test('policy-from: base judges by the limit that main has now, not by the one it had when the branch began', async t => {
  const text = (limit: number) =>
    `${configText(['tiny'], { thresholds: { 'attention-shift': limit, divergence: 0.9 } })}${'# a\n'.repeat(12)}# end\n`;
  const s = await scene(t, {
    before: { ...(await projectFiles()), 'camdrift.yml': text(0.9) },
    after: { ...(await modelFiles('models/tiny', shortcut)), 'camdrift.yml': text(0.9).replace('# end', '# the end') },
  });
  await s.github.commit({ branch: 'main', message: 'Tighten the limit', files: { 'camdrift.yml': text(0.05) } });
  const ran = await s.run({ inputs: { ...inputs, 'policy-from': 'base' } });
  assert.equal(
    ran.outputs.verdict,
    'fail',
    `55.7 % against main's 5 %: got ${ran.outputs.verdict}\n${s.comments()[0]?.slice(0, 600)}`,
  );
});

test('what main changed in camdrift.yml is not told as the pull request’s doing', async t => {
  const text = (limit: number) =>
    `${configText(['tiny'], { thresholds: { 'attention-shift': limit, divergence: 0.9 } })}${'# a\n'.repeat(12)}# end\n`;
  const s = await scene(t, {
    before: { ...(await projectFiles()), 'camdrift.yml': text(0.9) },
    after: { ...(await modelFiles('models/tiny', shortcut)), 'camdrift.yml': text(0.9).replace('# end', '# the end') },
  });
  await s.github.commit({ branch: 'main', message: 'Tighten the limit', files: { 'camdrift.yml': text(0.05) } });
  const ran = await s.run({ inputs });
  assert.deepEqual(ran.results?.change?.settings, []);
});
