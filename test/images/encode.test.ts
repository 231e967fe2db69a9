import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { decode } from '../../src/images/decode.ts';
import { encodePng, encodeWebp } from '../../src/images/encode.ts';
import { numbered } from '../support/images.ts';

describe('encode', () => {
  it('writes the same bytes twice', async () => {
    const picture = numbered(64, 48, 3);
    assert.deepEqual(await encodePng(picture), await encodePng(picture));
    assert.deepEqual(await encodeWebp(picture), await encodeWebp(picture));
  });

  it('writes PNG and WebP files of the right size', async () => {
    for (const [encode, format] of [
      [encodePng, 'png'],
      [encodeWebp, 'webp'],
    ] as const) {
      const file = await sharp(await encode(numbered(33, 21, 3))).metadata();
      assert.deepEqual([file.format, file.width, file.height], [format, 33, 21]);
    }
  });

  it('keeps a smooth WebP close to the picture', async () => {
    const data = Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => Math.floor(i / 192) * 2 + 60);
    const seen = await decode(await encodeWebp({ width: 64, height: 64, channels: 3, data }), 'a.webp');
    const mean = seen.data.reduce((sum, value, i) => sum + Math.abs(value - data[i]!), 0) / data.length;
    assert.ok(mean < 2, `${mean}`);
  });
});
