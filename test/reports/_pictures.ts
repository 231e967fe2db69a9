import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Heatmap } from '../../src/core/heatmap.ts';
import { crop, type Raster } from '../../src/core/raster.ts';
import { decode } from '../../src/images/decode.ts';
import { encodePng } from '../../src/images/encode.ts';

/** Red, green and blue of one pixel. */
export function pixel(raster: Raster, x: number, y: number): number[] {
  return [...raster.data.subarray((y * raster.width + x) * 3, (y * raster.width + x) * 3 + 3)];
}

/** How many pixels have a colour; letters are a cool white and do not count. */
export function coloured({ data }: Raster): number {
  return data.filter((red, i) => i % 3 === 0 && spread(red, data[i + 1]!, data[i + 2]!) > 10).length;
}

function spread(...values: number[]): number {
  return Math.max(...values) - Math.min(...values);
}

/** A ball on a striped ground, in colour. */
export function ball(width: number, height: number): Raster {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const x = Math.floor(at / 3) % width;
    const y = Math.floor(at / 3 / width);
    const inside = (x - width * 0.4) ** 2 + (y - height * 0.5) ** 2 < (Math.min(width, height) * 0.3) ** 2;
    const ground = (x + y) % 16 < 8 ? [150, 170, 140] : [120, 140, 120];
    return (inside ? [210, 60 + y, 50] : ground)[at % 3]!;
  });
  return { width, height, channels: 3, data };
}

/** A round spot of heat; centre and spread in shares of the grid. */
export function spot(size: number, x: number, y: number, spread: number): Heatmap {
  const data = Float32Array.from({ length: size * size }, (_, at) => {
    const dx = ((at % size) + 0.5) / size - x;
    const dy = (Math.floor(at / size) + 0.5) / size - y;
    return Math.exp(-(dx * dx + dy * dy) / (2 * spread * spread));
  });
  return { width: size, height: size, data };
}

export function flat(size: number, value: number): Heatmap {
  return { width: size, height: size, data: new Float32Array(size * size).fill(value) };
}

/** The picture of one tile of a card with 8 pixels of margin; `top` is where pictures begin. */
export function tileOf(card: Raster, index: number, tile: number, top = 8): Raster {
  return crop(card, { x: 8 + index * (tile + 8), y: top, width: tile, height: tile });
}

/** Every pixel equals test/goldens/NAME; UPDATE=1 rewrites the file. */
export async function assertGolden(name: string, raster: Raster): Promise<void> {
  const path = fileURLToPath(new URL(`../goldens/${name}`, import.meta.url));
  if (process.env.UPDATE === '1') await writeFile(path, await encodePng(raster));
  const golden = await decode(await readFile(path), path);
  assert.deepEqual([raster.width, raster.height], [golden.width, golden.height]);
  const different = raster.data.filter((value, i) => value !== golden.data[i]).length;
  assert.equal(different, 0, `${different} of ${raster.data.length} values differ from ${path}; look, then UPDATE=1`);
}
