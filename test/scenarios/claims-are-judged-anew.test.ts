import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { rendered, unsanitized } from '../support/comment-html.ts';
import { claimant, claimsOf, json, montage, speakOf, whitewashed } from '../support/forged.ts';
import { fixture } from '../support/results.ts';

const quiet = { 'image-branch': '' };

test('a claimed pass over numbers that fail is a failure', async t => {
  const scene = await claimant(t);
  const ran = await speakOf(
    t,
    scene,
    { 'results.json': json(whitewashed(scene)) },
    { inputs: { ...quiet, gate: 'status' } },
  );
  assert.equal(ran.code, 0, ran.stdout);
  assert.deepEqual([ran.outputs.verdict, ran.outputs.moved], ['fail', '1']);
  const [body] = scene.comments();
  assert.match(body!, /### ❌ camdrift: claimed fail/);
  assert.match(body!, /attention shift 30\.0 % on average \\\(limit 8\.0 %/);
  const { head } = scene.github.pullRequest(scene.number);
  assert.equal(scene.github.statuses(head).at(-1)?.state, 'failure');
});

test('thresholds raised in the fork’s configuration do not count: the base branch’s judge', async t => {
  const scene = await claimant(t, { thresholds: { 'attention-shift': 0.2 } });
  const judged = { method: 'grad-cam', thresholds: { 'attention-shift': 1 } };
  const { results, outputs } = await speakOf(
    t,
    scene,
    { 'results.json': json(whitewashed(scene, { judged })) },
    { inputs: quiet },
  );
  assert.equal(outputs.verdict, 'fail');
  assert.deepEqual(results?.models[0]?.judged?.thresholds, { 'attention-shift': 0.2 });
  assert.match(scene.comments()[0]!, /limit 20\.0 %/);
  assert.match(scene.comments()[0]!, /Judged by the thresholds of the base branch/);
});

test('a changed model that the results leave out makes them incomplete', async t => {
  const scene = await claimant(t);
  const claims = claimsOf(scene, [fixture('images/1.png', 0)], {
    name: 'other',
    path: 'models/other',
    verdict: 'pass',
    reasons: [],
  });
  const ran = await speakOf(t, scene, { 'results.json': json(claims) }, { inputs: { ...quiet, gate: 'status' } });
  assert.deepEqual([ran.code, ran.outputs.verdict], [0, 'incomplete'], ran.stdout);
  assert.match(scene.comments()[0]!, /tiny: incomplete/);
  assert.match(scene.comments()[0]!, /The change touches files of it, and the run says nothing about this model/);
  const { head } = scene.github.pullRequest(scene.number);
  assert.deepEqual(
    scene.github
      .statuses(head)
      .map(({ state, description }) => [state, description])
      .at(-1),
    ['failure', 'There is no verdict for tiny.'],
  );
});

test('“no model changed” is not believed of a change that touches one', async t => {
  const scene = await claimant(t);
  const claims = { ...claimsOf(scene, []), models: [], verdict: 'pass' };
  const ran = await speakOf(t, scene, { 'results.json': json(claims) }, { inputs: quiet });
  assert.deepEqual([ran.code, ran.outputs.verdict], [0, 'incomplete'], ran.stdout);
  assert.match(scene.comments()[0]!, /says nothing about this model/);
});

test('a picture that is too large, or none, is dropped and words take its place', async t => {
  const scene = await claimant(t);
  const pictures = { large: await montage(5000, 10), script: Buffer.from('<svg onload="alert(1)"/>') };
  const names = ['large', 'script', 'missing'];
  const claims = claimsOf(
    scene,
    names.map(name => fixture(name, 0.3, { montage: `tiny/${name}.webp` })),
  );
  const files = Object.fromEntries(Object.entries(pictures).map(([name, bytes]) => [`tiny/${name}.webp`, bytes]));
  const ran = await speakOf(t, scene, { 'results.json': json(claims), ...files });
  assert.equal(ran.code, 0, ran.stdout);
  assert.equal(ran.outputs['images-commit'], '');
  assert.equal(await scene.github.branch('camdrift-assets'), undefined, 'no commit without a picture');
  const [body] = scene.comments();
  assert.doesNotMatch(body!, /<img/);
  assert.match(body!, /2 pictures not published/);
});

test('of a picture only its pixels are published', async t => {
  const scene = await claimant(t);
  const honest = await montage();
  const padded = Buffer.concat([honest, Buffer.from('EXTRA<script>')]);
  const claims = claimsOf(scene, [fixture('a', 0.3, { montage: 'tiny/a.webp' })]);
  const ran = await speakOf(t, scene, { 'results.json': json(claims), 'tiny/a.webp': padded });
  assert.equal(ran.code, 0, ran.stdout);
  const path = `pr-${scene.number}/default/4242-1/tiny/a.webp`;
  const published = await scene.github.fileAt('refs/heads/camdrift-assets', path);
  assert.ok(published && !Buffer.from(published).includes('EXTRA'));
  const { width, height } = await sharp(published).metadata();
  assert.deepEqual([width, height], [680, 200]);
});

test('markup in labels, names and reasons is words in the comment, the summary and the log', async t => {
  const scene = await claimant(t);
  const evil = '@everyone <img src=x onerror=alert(1)> [click](javascript:alert(1)) ::error::owned ##[error]x';
  const side = { predicted: { index: 0, label: evil, probability: 0.5 }, explained: { index: 0, label: evil } };
  const claims = claimsOf(scene, [fixture(`${evil}.png`, 0.3, { baseline: side, candidate: side })], {
    path: evil,
    reasons: [{ level: 'fail', code: 'note', message: evil }],
  });
  const change = { ...claims.change!, unchanged: [evil], removed: [{ name: evil, path: evil }] };
  const ran = await speakOf(t, scene, { 'results.json': json({ ...claims, change, tool: evil }) }, { inputs: quiet });
  assert.equal(ran.code, 0, ran.stdout);
  assert.deepEqual(ran.injected, []);
  for (const text of [scene.comments()[0]!, ran.summary]) {
    assert.match(text, /owned/);
    assert.doesNotMatch(text, /@everyone/);
    assert.equal(rendered(text), unsanitized(text), 'nothing had to be stripped');
    assert.doesNotMatch(rendered(text), /<img|href="javascript/);
  }
});
