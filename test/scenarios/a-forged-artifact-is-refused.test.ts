import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { zipOf } from '../artifacts/_zip.ts';
import { claimant, json, speakOf, whitewashed } from '../support/forged.ts';
import type { Scene } from '../support/scene.ts';
import { finishedRun, fork, type Left, said, speakFor } from '../support/second-workflow.ts';

/** It fails with these words and with what to do, and GitHub was only read. */
async function refused(t: TestContext, scene: Scene, left: Left, words: RegExp): Promise<void> {
  const ran = await speakOf(t, scene, left);
  assert.equal(ran.code, 1, ran.stdout);
  const [error, ...others] = said(ran, 'error');
  assert.deepEqual(others, []);
  assert.match(error!, words);
  assert.match(
    error!,
    /\n(Look at the run that made the artifact; nothing of it was published|Let the job that judges)/,
  );
  assert.deepEqual([ran.injected, ran.written, scene.comments()], [[], [], []]);
  assert.equal(ran.outputs.verdict, 'incomplete');
  assert.match(ran.summary, /camdrift came to no verdict/);
  assert.deepEqual(ran.files, {});
}

test('results of another commit, such as another pull request’s, are refused', async t => {
  const scene = await claimant(t);
  await scene.github.commit({ branch: 'fine', fork, files: { 'README.md': 'Fine.\n' } });
  const other = await scene.github.openPullRequest({ head: 'fine', fork });
  const claims = whitewashed(scene);
  const results = { ...claims, change: { ...claims.change, head: other.head } };
  const { head } = scene.github.pullRequest(scene.number);
  await refused(
    t,
    scene,
    { 'results.json': json(results) },
    new RegExp(`^The results are of commit ${other.head}; the run is of ${head}\\.`),
  );
  const elsewhere = { ...claims, change: { ...claims.change, baseRef: 'playground' } };
  await refused(
    t,
    scene,
    { 'results.json': json(elsewhere) },
    /compare with the branch `playground`; .* goes to `main`/,
  );
});

test('a zip that climbs, swells, or is none is refused', async t => {
  const scene = await claimant(t);
  const results = { name: 'results.json', data: json(whitewashed(scene)) };
  const evil = { name: '../../.github/workflows/evil.md', data: json('evil') };
  await refused(t, scene, zipOf([results, evil]), /entry `\.\.\/\.\.\/\.github.*`, whose name leaves the folder/);
  const bomb = { name: 'tiny/bomb.webp', data: new Uint8Array(4_900_000) };
  await refused(t, scene, zipOf([results, bomb]), /`tiny\/bomb\.webp` unpacks to more than 200 times its size/);
  const link = { name: 'tiny/a.webp', data: json('/etc/passwd'), mode: 0o120777 };
  await refused(t, scene, zipOf([results, link]), /`tiny\/a\.webp` is a link or a device/);
  await refused(t, scene, Buffer.from('<html>Not a zip</html>'), /^The artifact is not a zip that can be read/);
  await refused(t, scene, { 'readme.md': json('Nothing') }, /^The artifact has no results\.json/);
});

test('an artifact that is larger than it may be is not even fetched', async t => {
  const scene = await claimant(t);
  const run = finishedRun(scene, undefined);
  scene.github.addArtifact({ runId: run.id, name: 'camdrift', zip: Buffer.from('x'), claimedSize: 50_000_001 });
  const ran = await speakFor(t, scene.github, run);
  assert.equal(ran.code, 1, ran.stdout);
  assert.match(
    said(ran, 'error')[0]!,
    /^The artifact `camdrift` has 50000001 bytes or more; at most 50000000 are taken/,
  );
  assert.ok(!scene.github.exchanges.some(({ path }) => path.endsWith('/zip')));
});

test('what is not a result of an audit is refused, and its words cannot steer the log', async t => {
  const scene = await claimant(t);
  const claims = whitewashed(scene);
  const with_ = (change: object) => ({ 'results.json': json({ ...claims, ...change }) });
  await refused(t, scene, with_({ extra: 1 }), /^results\.json is not a result of an audit: `Unrecognized key/);
  await refused(t, scene, with_({ version: 2 }), /at `version`/);
  const name = '\n::error::owned ##[set-output]';
  await refused(t, scene, with_({ models: [{ ...claims.models[0], name }] }), /is not a name that a model can have/);
  const fixtures = [{ ...claims.models[0]!.fixtures[0], maps: { 'grad-cam': { drift: { overlap: 0 } } } }];
  await refused(
    t,
    scene,
    with_({ models: [{ ...claims.models[0], fixtures }] }),
    /`images\/1\.png` .* has no attention-shift/,
  );
  await refused(t, scene, { 'results.json': Buffer.from('{"models": [') }, /^results\.json is not JSON/);
});

test('with `gate: status` a refusal does not leave the status pending', async t => {
  const scene = await claimant(t);
  const ran = await speakOf(t, scene, { 'results.json': json({}) }, { inputs: { gate: 'status' } });
  assert.equal(ran.code, 1, ran.stdout);
  const { head } = scene.github.pullRequest(scene.number);
  const statuses = scene.github.statuses(head).map(({ state, description }) => [state, description]);
  assert.deepEqual(statuses.at(-1), ['error', 'The run failed before its verdict']);
  assert.deepEqual(scene.comments(), []);
});
