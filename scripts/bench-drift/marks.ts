import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { decode } from '../../src/images/decode.ts';
import type { Benchmark } from './benchmark.ts';

/** What was pasted into the edited pictures, got back from them: a picture with opacity, and the corner it lies in. */
export interface FoundMark {
  readonly png: Uint8Array;
  /** Longer side in parts of the picture's shorter side. */
  readonly size: number;
}

/**
 * The mark that all edited pictures of a set share. Where a pixel of the mark is `opacity x colour + (1 - opacity) x photo`,
 * the photos' variance tells the opacity (least squares over the pairs), and their mean the colour.
 */
export async function findMark({ folder, fixtures }: Benchmark, set: string): Promise<FoundMark | undefined> {
  const edited = fixtures.filter(fixture => fixture.set === set && fixture.parent);
  if (edited.length < 3) return undefined;
  const open = async (file: string) => decode(await readFile(join(folder, 'fixtures', file)), file);
  const pairs = await Promise.all(
    edited.map(async ({ file, parent }) => {
      const original = fixtures.find(({ id }) => id === parent)!;
      return { before: await open(original.file), after: await open(file) };
    }),
  );
  const { width, height } = pairs[0]!.before;
  const box = changedBox(pairs, width, height);
  const rgba = new Uint8Array(box.width * box.height * 4);
  for (let y = 0; y < box.height; y++)
    for (let x = 0; x < box.width; x++) {
      const pixel = (box.y + y) * width + box.x + x;
      rgba.set(layer(pairs, pixel), (y * box.width + x) * 4);
    }
  const png = await sharp(rgba, { raw: { width: box.width, height: box.height, channels: 4 } })
    .png()
    .toBuffer();
  return { png, size: Math.max(box.width, box.height) / Math.min(width, height) };
}

interface Pair {
  readonly before: { readonly data: Uint8Array };
  readonly after: { readonly data: Uint8Array };
}

function changedBox(pairs: readonly Pair[], width: number, height: number) {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let pixel = 0; pixel < width * height; pixel++) {
    const changed = pairs.some(({ before, after }) =>
      [0, 1, 2].some(c => before.data[pixel * 3 + c] !== after.data[pixel * 3 + c]),
    );
    if (!changed) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** Colour and opacity, 0..255, of what lies over one pixel in all pairs. */
function layer(pairs: readonly Pair[], pixel: number): number[] {
  const mean = (side: keyof Pair, c: number) =>
    pairs.reduce((sum, pair) => sum + pair[side].data[pixel * 3 + c]!, 0) / pairs.length;
  const [under, over] = [0, 1, 2].reduce<[number[], number[]]>(
    ([b, a], c) => [
      [...b, mean('before', c)],
      [...a, mean('after', c)],
    ],
    [[], []],
  );
  let [covariance, variance] = [0, 0];
  for (const { before, after } of pairs)
    for (const c of [0, 1, 2]) {
      const deviation = before.data[pixel * 3 + c]! - under[c]!;
      covariance += deviation * (after.data[pixel * 3 + c]! - over[c]!);
      variance += deviation * deviation;
    }
  const opacity = variance > 0 ? Math.min(1, Math.max(0, 1 - covariance / variance)) : 1;
  // Rounding of the photos alone shows as an opacity of a few hundredths.
  if (opacity < 0.03) return [0, 0, 0, 0];
  const colour = [0, 1, 2].map(c => (over[c]! - (1 - opacity) * under[c]!) / opacity);
  return [...colour.map(value => Math.min(255, Math.max(0, Math.round(value)))), Math.round(opacity * 255)];
}
