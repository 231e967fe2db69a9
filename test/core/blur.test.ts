import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blurred } from '../../src/core/blur.ts';
import type { Raster } from '../../src/core/raster.ts';
import { random } from './_numbers.ts';

const noise = (width: number, height: number, channels: 1 | 3): Raster => {
  const next = random(5);
  return { width, height, channels, data: Uint8Array.from({ length: width * height * channels }, () => next() * 256) };
};

/** Both directions at once, pixel by pixel. */
function naive({ width, height, channels, data }: Raster, radius: number): number[] {
  const result: number[] = [];
  for (let at = 0; at < data.length; at++) {
    const [x, y, c] = [Math.floor(at / channels) % width, Math.floor(at / channels / width), at % channels];
    let [sum, total] = [0, 0];
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) {
        const weight = Math.exp(-(dx * dx + dy * dy) / (2 * radius * radius));
        const near = [Math.min(width - 1, Math.max(0, x + dx)), Math.min(height - 1, Math.max(0, y + dy))] as const;
        sum += weight * data[(near[1] * width + near[0]) * channels + c]!;
        total += weight;
      }
    result.push(Math.round(sum / total));
  }
  return result;
}

for (const channels of [1, 3] as const)
  test(`two passes are one Gaussian in two dimensions, ${channels} channels`, () => {
    const picture = noise(9, 6, channels);
    assert.deepEqual([...blurred(picture, 2).data], naive(picture, 2));
  });

test('a plain picture stays as it is, its edges too', () => {
  const plain: Raster = { width: 5, height: 4, channels: 1, data: new Uint8Array(20).fill(200) };
  assert.deepEqual(blurred(plain, 3), plain);
});
