import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { cli } from '../support/dist.ts';
import { bigPng } from '../support/images.ts';
import { emptyWorkspace, type Workspace } from '../support/workspace.ts';

/** `camdrift map` of all files, and the most memory that its process had, in KB. */
async function mapped(workspace: Workspace, images: readonly string[]) {
  await workspace.model('after');
  const measure = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'));`;
  await workspace.write('measure.mjs', measure);
  const options = ['--engine', 'wasm', '--model', 'models/after', '--json', '-', '--preprocess', 'unit'];
  const command = ['--import', './measure.mjs', cli, 'map', ...options, '--image', ...images];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: workspace.root, encoding: 'utf8' });
  return { status, stderr, kilobytes: Number(/peak (\d+)/.exec(stderr)?.[1]) };
}

test('sixteen pictures of 100 megapixels, and one of 1 x 90,000,000, end in words and in little memory', async t => {
  const workspace = await emptyWorkspace(t);
  const file = bigPng(10_000, 10_000);
  const images = Array.from({ length: 16 }, (_, i) => `${i}.png`);
  for (const name of images) await workspace.write(name, file);
  await workspace.write('tall.png', bigPng(1, 90_000_000));
  const { status, stderr, kilobytes } = await mapped(workspace, [...images, 'tall.png']);
  assert.equal(status, 4, stderr);
  for (const name of images) assert.match(stderr, new RegExp(`/${name} has 10000 x 10000 pixels; of a PNG, at most`));
  assert.match(stderr, /tall\.png has 1 x 90000000 pixels/);
  assert.ok(kilobytes < 500_000, `used ${kilobytes} KB`);
});

test('an SVG that carries the mark of a WebP is not rendered', async t => {
  const workspace = await emptyWorkspace(t);
  const blur = '<filter id="f"><feGaussianBlur stdDeviation="500"/></filter>';
  const shape = '<rect width="9000" height="9000" filter="url(#f)"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10000" height="10000">${blur}${shape}</svg>`;
  await workspace.write('evil.png', `<!--    WEBP-->${svg}`);
  const { status, stderr, kilobytes } = await mapped(workspace, ['evil.png']);
  assert.equal(status, 4, stderr);
  assert.match(stderr, /evil\.png is not a picture that can be read/);
  assert.ok(kilobytes < 500_000, `used ${kilobytes} KB`);
});
