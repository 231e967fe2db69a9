import sharp from 'sharp';
import { icons } from '../train-demo/icons.ts';
import { Random } from '../train-demo/random.ts';
import { drawScene, paint, side as painted, paintMask, type Scene } from '../train-demo/scene.ts';
import { side } from './network.ts';

/** RGB bytes of pictures at this family's size, and their classes. */
export interface Pictures {
  readonly bytes: readonly Uint8Array[];
  readonly labels: readonly number[];
}

export async function paintPictures(seed: number, count: number): Promise<Pictures> {
  const bytes: Uint8Array[] = [];
  for (let from = 0; from < count; from += 16) {
    const scenes = Array.from({ length: Math.min(16, count - from) }, (_, i) => drawScene(seed, from + i));
    bytes.push(...(await Promise.all(scenes.map(async scene => halved(await paint(scene), scene)))));
  }
  return { bytes, labels: bytes.map((_, i) => i % icons.length) };
}

/** A picture with its object's mask, both as PNG. */
export async function paintFixture(seed: number, index: number): Promise<{ picture: Buffer; mask: Buffer }> {
  const scene = drawScene(seed, index);
  const png = { raw: { width: side, height: side, channels: 3 as const } };
  const picture = await sharp(halved(await paint(scene), scene), png)
    .png()
    .toBuffer();
  const [left, top] = cornerOf(scene);
  const cut = { left, top, width: 2 * side, height: 2 * side };
  const mask = await sharp(await paintMask(scene))
    .extract(cut)
    .resize(side, side)
    .threshold(100)
    .png()
    .toBuffer();
  return { picture, mask };
}

/** The part around the object, which is seldom right in its middle. */
function cornerOf({ middle: [x, y], label, place }: Scene): readonly [number, number] {
  const random = new Random(label, place.length, Math.round(x * 100), Math.round(y * 100));
  const within = (at: number) =>
    Math.min(painted - 2 * side, Math.max(0, Math.round(at) - side + random.below(17) - 8));
  return [within(x), within(y)];
}

/** That part, every pixel the mean of four. */
function halved(bytes: Uint8Array, scene: Scene): Uint8Array {
  const [left, top] = cornerOf(scene);
  const small = new Uint8Array(side * side * 3);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      for (let c = 0; c < 3; c++) {
        const at = (dy: number, dx: number) => bytes[((top + 2 * y + dy) * painted + left + 2 * x + dx) * 3 + c]!;
        small[(y * side + x) * 3 + c] = Math.round((at(0, 0) + at(0, 1) + at(1, 0) + at(1, 1)) / 4);
      }
  return small;
}

/** Perhaps mirrored, its colours in another order, moved by up to two pixels: another one each time. */
export function varied(bytes: Uint8Array, random: Random, light: boolean): Uint8Array {
  const [mirrored, order] = [random.chance(0.5), light ? [0, 1, 2] : random.order(3)];
  const [dx, dy] = [random.below(5) - 2, random.below(5) - 2];
  const result = new Uint8Array(bytes.length);
  const within = (at: number) => Math.min(side - 1, Math.max(0, at));
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const fromX = within((mirrored ? side - 1 - x : x) + dx);
      const from = (within(y + dy) * side + fromX) * 3;
      for (let c = 0; c < 3; c++) result[(y * side + x) * 3 + c] = bytes[from + order[c]!]!;
    }
  return result;
}
