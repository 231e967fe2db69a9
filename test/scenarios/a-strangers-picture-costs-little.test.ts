import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bigPng } from '../support/images.ts';
import { measured, whyNoPeaks } from '../support/peak-memory.ts';
import { emptyWorkspace, type Workspace } from '../support/workspace.ts';

/** MB that the process which decodes may have at most, with the engine that it holds. */
const most = 500;

async function mapped(workspace: Workspace, images: readonly string[]) {
  await workspace.model('after');
  const options = ['--engine', 'wasm', '--model', 'models/after', '--json', '-', '--preprocess', 'unit'];
  const { code, stdout, stderr, peaks } = await measured(workspace.root, 'map', ...options, '--image', ...images);
  assert.ok(peaks.length >= 2, 'one process decodes, another one speaks');
  return { code, stdout, stderr, peak: Math.max(...peaks) };
}

test('sixteen pictures of 100 megapixels, and one of 1 x 90,000,000, end in words and in little memory', {
  skip: whyNoPeaks,
}, async t => {
  const workspace = await emptyWorkspace(t);
  const file = bigPng(10_000, 10_000);
  const images = Array.from({ length: 16 }, (_, i) => `${i}.png`);
  for (const name of images) await workspace.write(name, file);
  await workspace.write('tall.png', bigPng(1, 90_000_000));
  const { code, stderr, peak } = await mapped(workspace, [...images, 'tall.png']);
  assert.equal(code, 4, stderr);
  for (const name of images) assert.match(stderr, new RegExp(`/${name} has 10000 x 10000 pixels; of a PNG, at most`));
  assert.match(stderr, /tall\.png has 1 x 90000000 pixels/);
  assert.ok(peak < most, `${peak} MB`);
});

test('an SVG that carries the mark of a WebP is not rendered', { skip: whyNoPeaks }, async t => {
  const workspace = await emptyWorkspace(t);
  const blur = '<filter id="f"><feGaussianBlur stdDeviation="500"/></filter>';
  const shape = '<rect width="9000" height="9000" filter="url(#f)"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10000" height="10000">${blur}${shape}</svg>`;
  await workspace.write('evil.png', `<!--    WEBP-->${svg}`);
  const { code, stderr, peak } = await mapped(workspace, ['evil.png']);
  assert.equal(code, 4, stderr);
  assert.match(stderr, /evil\.png is not a picture that can be read/);
  assert.ok(peak < most, `${peak} MB`);
});

test('six honest pictures of 32 megapixels are read, in little memory', { skip: whyNoPeaks }, async t => {
  const workspace = await emptyWorkspace(t);
  const file = bigPng(8000, 4000);
  const images = Array.from({ length: 6 }, (_, i) => `${i}.png`);
  for (const name of images) await workspace.write(name, file);
  const { code, stdout, stderr, peak } = await mapped(workspace, images);
  assert.equal(code, 0, stderr);
  assert.equal(JSON.parse(stdout).images.length, 6);
  assert.ok(peak < most, `${peak} MB`);
});
