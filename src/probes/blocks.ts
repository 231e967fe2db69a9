import type { Raster } from '../core/raster.ts';
import type { BlocksProbe, EditedPicture } from './probe.ts';

const side = 8;

/** Luminance quantisation of ITU-T T.81, table K.1, for quality 50. */
const steps = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];

/** `basis[u * 8 + x]`: the orthonormal discrete cosine transform of eight values. */
const basis = Float64Array.from({ length: side * side }, (_, at) => {
  const [u, x] = [Math.floor(at / side), at % side];
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
});

/**
 * An RGB picture as JPEG leaves it, by arithmetic alone, so that it is the same on every machine: every channel in blocks of
 * 8 x 8, their cosines rounded to multiples that grow as the quality falls. The last rows and columns are repeated outwards.
 */
export function quantiseBlocks({ quality }: BlocksProbe, picture: Raster): EditedPicture {
  const scale = quality < 50 ? 50 / quality : (100 - quality) / 50;
  const table = steps.map(step => Math.min(255, Math.max(1, Math.round(step * scale))));
  const edited: Raster = { ...picture, data: new Uint8Array(picture.data.length) };
  const [columns, rows] = [Math.ceil(picture.width / side), Math.ceil(picture.height / side)];
  for (let block = 0; block < columns * rows; block++) {
    const [left, top] = [(block % columns) * side, Math.floor(block / columns) * side];
    for (let channel = 0; channel < 3; channel++) quantise(picture, edited, { left, top, channel }, table);
  }
  return { picture: edited };
}

interface Block {
  readonly left: number;
  readonly top: number;
  readonly channel: number;
}

function quantise(from: Raster, to: Raster, { left, top, channel }: Block, table: readonly number[]): void {
  const { width, height, data } = from;
  const places = Array.from(
    { length: side * side },
    (_, at) => [left + (at % side), top + Math.floor(at / side)] as const,
  );
  const within = (x: number, y: number) => (Math.min(height - 1, y) * width + Math.min(width - 1, x)) * 3 + channel;
  const values = Float64Array.from(places, ([x, y]) => data[within(x, y)]! - 128);
  const kept = transformed(values, false).map((value, at) => Math.round(value / table[at]!) * table[at]!);
  const found = transformed(kept, true);
  for (const [at, [x, y]] of places.entries())
    if (x < width && y < height) to.data[within(x, y)] = Math.min(255, Math.max(0, Math.round(found[at]! + 128)));
}

/** Rows, then columns, into cosines or back. */
function transformed(block: Float64Array, back: boolean): Float64Array {
  return along(along(block, back), back);
}

function along(values: Float64Array, back: boolean): Float64Array {
  return Float64Array.from({ length: side * side }, (_, at) => {
    const [to, line] = [Math.floor(at / side), at % side];
    let sum = 0;
    for (let from = 0; from < side; from++)
      sum += values[line * side + from]! * basis[back ? from * side + to : to * side + from]!;
    return sum;
  });
}
