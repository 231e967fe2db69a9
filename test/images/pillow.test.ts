import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { toRgb } from '../../src/core/raster.ts';
import { decode } from '../../src/images/decode.ts';

interface PillowFile {
  readonly name: string;
  /** Pillow's mode, before `convert('RGB')`. */
  readonly mode: string;
  /** Levels by which a value may differ; 0: none. */
  readonly bound: number;
  readonly width: number;
  readonly height: number;
  readonly file: string;
  readonly rgb: string;
}

const { files }: { files: readonly PillowFile[] } = JSON.parse(
  readFileSync(new URL('../oracle/pictures.json', import.meta.url), 'utf8'),
);

describe("decode gives the numbers of PIL.Image.open(f).convert('RGB')", () => {
  for (const { name, mode, bound, width, height, file, rgb } of files) {
    it(`${name} (${mode})${bound > 0 ? ` within ${bound}` : ''}`, async () => {
      const raster = await decode(new Uint8Array(Buffer.from(file, 'base64')), name);
      assert.deepEqual([raster.width, raster.height], [width, height]);
      const [got, wanted] = [toRgb(raster).data, inflateSync(Buffer.from(rgb, 'base64'))];
      assert.equal(got.length, wanted.length);
      const worst = wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - got[i]!)), 0);
      assert.ok(worst <= bound, `a value differs by ${worst}`);
    });
  }

  it('for every format and every mode of Pillow that fixtures come in', () => {
    assert.ok(files.length >= 60);
    const modes = new Set(files.map(({ mode }) => mode));
    for (const mode of ['1', 'L', 'LA', 'P', 'RGB', 'RGBA', 'CMYK', 'I;16', 'I'])
      assert.ok(modes.has(mode), `${mode} is missing; there are ${[...modes].join(', ')}`);
  });
});
