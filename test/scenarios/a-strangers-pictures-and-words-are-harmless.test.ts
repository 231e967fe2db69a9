import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { rendered, unsanitized } from '../support/comment-html.ts';
import { claimant, claimsOf, json, montage, speakOf } from '../support/forged.ts';
import { fixture, readReason } from '../support/results.ts';

const quiet = { 'image-branch': '' };

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
    reasons: [readReason('fail', 'note', evil)],
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
