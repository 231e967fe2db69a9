import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Raster } from '../../src/core/raster.ts';
import { encodePng } from '../../src/images/encode.ts';
import { enlarged } from '../../src/images/enlarge.ts';
import { loadFixture, type Preparation } from '../../src/images/load.ts';
import { usualPixels } from '../../src/images/pixels.ts';

const input = { width: 96, height: 96, channels: 3 };
const photo = { width: 4000, height: 3000 };
const recipe = { scale: 1, mean: [0], std: [1], order: 'rgb' } as const;
const pixels = (more: object): Preparation['pixels'] => ({ ...usualPixels, ...more });

test('sizes grow by the same whole factor, whatever the team wrote', () => {
  const of = (more: object) =>
    enlarged(input, { preprocess: recipe, fit: 'cover', pixels: pixels(more)! }, photo)[1].pixels!;
  assert.deepEqual(enlarged(input, { preprocess: recipe, fit: 'fill' }, photo)[0], {
    ...input,
    width: 480,
    height: 480,
  });
  assert.equal(of({ resizeTo: 110 }).resizeTo, 550);
  assert.equal(of({ resizeTo: '110x100' }).resizeTo, '550x500');
  assert.deepEqual([of({ resizeTo: 110, crop: 96 }).crop, of({ crop: 0.875 }).crop], [480, 0.875]);
});

test('what has no larger form stays as it is', () => {
  const plain: Preparation = { preprocess: recipe, fit: 'fill' };
  for (const small of [
    { width: 96, height: 96 },
    { width: 191, height: 20 },
  ])
    assert.deepEqual(enlarged(input, plain, small), [input, plain], 'no more than the file has to show');
  assert.equal(enlarged(input, plain, { width: 200, height: 192 })[0].width, 192);
  const stored: Preparation = { ...plain, pixels: pixels({ crop: 96 })! };
  assert.deepEqual(enlarged(input, stored, photo), [input, stored]);
  const large = { width: 640, height: 480, channels: 3 };
  assert.deepEqual(enlarged(large, plain, photo), [large, plain]);
});

/** White where `inside`, black elsewhere: 400 x 200. */
function drawing(inside: (x: number, y: number) => boolean): Raster {
  const data = new Uint8Array(400 * 200 * 3);
  for (let at = 0; at < data.length; at++) data[at] = inside(((at / 3) | 0) % 400, ((at / 3) | 0) / 400) ? 255 : 0;
  return { width: 400, height: 200, channels: 3, data };
}

const framings = [
  ['fill', {}],
  ['cover', {}],
  ['contain', { antialias: false }],
  ['middle', {}],
  ['cover', { crop: 0.875 }],
  ['cover', { resizeTo: 110, crop: 96 }],
] as const;

test('a point of the picture comes to lie at the same share of the frame', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-enlarge-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'a.png');
  await writeFile(path, await encodePng(drawing((x, y) => x > 180 && x < 240 && y > 60 && y < 120)));
  for (const [fit, more] of framings) {
    const preparation: Preparation = { preprocess: recipe, fit, pixels: pixels(more)! };
    const small = centre((await loadFixture(path, input, preparation)).picture!);
    const [size, grown] = enlarged(input, preparation, { width: 400, height: 200 });
    const large = centre((await loadFixture(path, size, grown)).picture!);
    for (const axis of [0, 1] as const)
      assert.ok(Math.abs(small[axis] - large[axis]) < 1 / 96, `${fit} ${JSON.stringify(more)}: ${small} ${large}`);
  }
});

/** Of what is bright, as shares of the frame. */
function centre({ width, height, data }: Raster): [number, number] {
  let [sum, x, y] = [0, 0, 0];
  for (let at = 0; at < width * height; at++) {
    sum += data[3 * at]!;
    x += data[3 * at]! * ((at % width) + 0.5);
    y += data[3 * at]! * (Math.floor(at / width) + 0.5);
  }
  return [x / sum / width, y / sum / height];
}
