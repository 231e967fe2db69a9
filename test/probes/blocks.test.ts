import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { plain, type Raster } from '../../src/core/raster.ts';
import { quantiseBlocks } from '../../src/probes/blocks.ts';

const blocks = (picture: Raster, quality: number) => quantiseBlocks({ kind: 'jpeg', quality }, picture).picture;

function ramp(value: (x: number, y: number) => number): Raster {
  const picture = plain(40, 32, [0, 0, 0]);
  for (let at = 0; at < 40 * 32; at++) picture.data.fill(value(at % 40, Math.floor(at / 40)), at * 3, at * 3 + 3);
  return picture;
}

/** A picture with slopes, edges and colours. */
function scene(): Raster {
  const picture = plain(40, 32, [0, 0, 0]);
  for (let y = 0; y < 32; y++)
    for (let x = 0; x < 40; x++)
      picture.data.set([x * 6, y * 7, (x - 20) ** 2 + (y - 12) ** 2 < 60 ? 230 : 40], (y * 40 + x) * 3);
  return picture;
}

describe('JPEG blocks', () => {
  it('round the mean of a grey block to a multiple of its step', () => {
    // Quality 10: steps times 5. 8 x (100 - 128) = -224 is nearest to -240 = -3 x 80, so 128 - 240 / 8 = 98.
    assert.deepEqual([...new Set(blocks(plain(8, 8, [100, 100, 100]), 10).data)], [98]);
    // Quality 50: step 16, and -224 = -14 x 16 stays.
    assert.deepEqual([...new Set(blocks(plain(8, 8, [100, 100, 100]), 50).data)], [100]);
  });

  const coded = async (picture: Raster, quality: number) => {
    const raw = { width: picture.width, height: picture.height, channels: 3 as const };
    const file = await sharp(picture.data, { raw }).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
    return (await sharp(file).raw().toBuffer({ resolveWithObject: true })).data;
  };
  const apart = (a: Uint8Array, b: Uint8Array) =>
    a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length;

  it('are those of libjpeg: to the bit on grey slopes, and within two levels on average on a coloured picture', async () => {
    for (const quality of [10, 50, 90]) {
      const picture = scene();
      for (const slope of [ramp(x => x * 5), ramp((_, y) => y * 7)])
        assert.deepEqual(blocks(slope, quality).data, new Uint8Array(await coded(slope, quality)), `${quality}`);
      const [ours, theirs] = [blocks(picture, quality).data, await coded(picture, quality)];
      assert.ok(
        apart(ours, theirs) < Math.min(2, 0.3 * apart(picture.data, theirs)),
        `${quality}: ${apart(ours, theirs)}`,
      );
      assert.ok(apart(ours, picture.data) > 3, `${quality}: ${apart(ours, picture.data)}`);
    }
  });
});
