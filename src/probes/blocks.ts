import type { Raster } from '../core/raster.ts';
import type { BlocksProbe, EditedPicture } from './probe.ts';

const side = 8;

/** Luminance quantisation of ITU-T T.81, table K.1, for quality 50. */
const ofLight = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];

/** Chrominance, table K.2: all but these corner steps are 99. */
const corner = [17, 18, 24, 47, 18, 21, 26, 66, 24, 26, 56, 99, 47, 66, 99, 99];
const ofColour = Array.from({ length: side * side }, (_, at) => {
  const [x, y] = [at % side, Math.floor(at / side)];
  return x < 4 && y < 4 ? corner[y * 4 + x]! : 99;
});

/** `basis[u * 8 + x]`: the orthonormal discrete cosine transform of eight values. */
const basis = Float64Array.from({ length: side * side }, (_, at) => {
  const [u, x] = [Math.floor(at / side), at % side];
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
});

/** One channel, values about 0; the last rows and columns are repeated outwards. */
interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float64Array;
}

/**
 * An RGB picture as JPEG leaves it, by arithmetic alone, so that it is the same on every machine: light and colour (JFIF's YCbCr,
 * colour at half the width and height) in blocks of 8 x 8, their cosines rounded to multiples that grow as the quality falls.
 */
export function quantiseBlocks({ quality }: BlocksProbe, picture: Raster): EditedPicture {
  const scale = quality < 50 ? 50 / quality : (100 - quality) / 50;
  const scaled = (steps: readonly number[]) => steps.map(step => Math.min(255, Math.max(1, Math.round(step * scale))));
  const light = quantised(planeOf(picture, [0.299, 0.587, 0.114], 128), scaled(ofLight));
  const colours = [
    [-0.168736, -0.331264, 0.5],
    [0.5, -0.418688, -0.081312],
  ].map(weights => quantised(halved(planeOf(picture, weights, 0)), scaled(ofColour)));
  return { picture: together(picture, light, colours[0]!, colours[1]!) };
}

function planeOf({ width, height, data }: Raster, weights: readonly number[], less: number): Plane {
  const value = (_: unknown, pixel: number) =>
    weights.reduce((sum, weight, channel) => sum + weight * data[pixel * 3 + channel]!, -less);
  return { width, height, data: Float64Array.from({ length: width * height }, value) };
}

const valueAt = ({ width, height, data }: Plane, x: number, y: number): number =>
  data[Math.min(height - 1, y) * width + Math.min(width - 1, x)]!;

function halved(plane: Plane): Plane {
  const [width, height] = [Math.ceil(plane.width / 2), Math.ceil(plane.height / 2)];
  const data = Float64Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [2 * (at % width), 2 * Math.floor(at / width)];
    const four = [
      valueAt(plane, x, y),
      valueAt(plane, x + 1, y),
      valueAt(plane, x, y + 1),
      valueAt(plane, x + 1, y + 1),
    ];
    return four.reduce((sum, value) => sum + value, 0) / 4;
  });
  return { width, height, data };
}

/** Between the four nearest of a halved plane, as libjpeg draws colours out again: three parts of the nearer, one of the farther. */
function doubled(plane: Plane, x: number, y: number): number {
  const far = (at: number) => Math.max(0, (at >> 1) + (at % 2 === 1 ? 1 : -1));
  const along = (row: number) => (3 * valueAt(plane, x >> 1, row) + valueAt(plane, far(x), row)) / 4;
  return (3 * along(y >> 1) + along(far(y))) / 4;
}

function together(picture: Raster, light: Plane, blue: Plane, red: Plane): Raster {
  const { width } = picture;
  const data = picture.data.map((_, at) => {
    const [pixel, channel] = [(at / 3) | 0, at % 3];
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    const [cb, cr] = [doubled(blue, x, y), doubled(red, x, y)];
    const colour = channel === 0 ? 1.402 * cr : channel === 1 ? -0.344136 * cb - 0.714136 * cr : 1.772 * cb;
    return Math.min(255, Math.max(0, Math.round(light.data[pixel]! + 128 + colour)));
  });
  return { ...picture, data };
}

function quantised(plane: Plane, table: readonly number[]): Plane {
  const into: Plane = { ...plane, data: new Float64Array(plane.data.length) };
  const [columns, rows] = [Math.ceil(plane.width / side), Math.ceil(plane.height / side)];
  for (let block = 0; block < columns * rows; block++)
    quantise(plane, into, (block % columns) * side, Math.floor(block / columns) * side, table);
  return into;
}

function quantise(from: Plane, to: Plane, left: number, top: number, table: readonly number[]): void {
  const place = (at: number) => [left + (at % side), top + Math.floor(at / side)] as const;
  const block = Float64Array.from({ length: side * side }, (_, at) => valueAt(from, ...place(at)));
  const kept = transformed(block, false).map((value, at) => Math.round(value / table[at]!) * table[at]!);
  for (const [at, value] of transformed(kept, true).entries()) {
    const [x, y] = place(at);
    if (x < to.width && y < to.height) to.data[y * to.width + x] = value;
  }
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
