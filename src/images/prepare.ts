import type { Grid } from '../core/heatmap.ts';
import { interpolate } from '../core/interpolate.ts';
import { crop, type Raster, toGrey, toRgb } from '../core/raster.ts';
import { resample } from '../core/resample.ts';
import { CamdriftError } from '../errors.ts';
import { type Fit, type Frame, frameOf } from './frame.ts';
import type { NpyArray } from './npy.ts';
import { type Pixels, type Reading, usualPixels } from './pixels.ts';

export type { Fit } from './frame.ts';

/** What a model is fed. */
export interface InputSize {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** The picture as the model sees it, before `preprocess`. */
export interface Prepared {
  readonly picture: Raster;
  /** Its values before they were rounded, where nothing rounds them in training either. */
  readonly fine?: Float32Array;
}

/**
 * The picture in the model's size and channels. Grey is repeated for models with three channels; colour becomes BT.601 luma
 * for models with one. Channels first and size second, as PIL pipelines do.
 *
 * @param path named in errors
 * @throws CamdriftError `fixture-unreadable` when the model has neither one nor three input channels
 */
export function prepare(
  picture: Raster,
  input: InputSize,
  fit: Fit,
  path: string,
  pixels: Omit<Pixels, keyof Reading> = usualPixels,
): Prepared {
  const { channels } = input;
  if (channels !== 1 && channels !== 3) {
    throw new CamdriftError(
      'fixture-unreadable',
      `${path} is a picture and the model has ${channels} input channels; a picture can feed 1 or 3.`,
      { remedy: 'Store what the model was trained on as a float32 array, height x width x channels, in a .npy file.' },
    );
  }
  const seen = channels === 1 ? toGrey(picture) : picture;
  const frame = frameOf(seen, input, fit, pixels);
  requireSize(frame, path);
  const { antialias, resample: filter } = pixels;
  if (antialias || filter === 'lanczos') {
    const resized = resample(seen, frame.size.width, frame.size.height, filter, frame.box);
    return {
      picture: withChannels(
        placed(resized, input, frame, size => new Uint8Array(size)),
        channels,
      ),
    };
  }
  const part = crop(seen, rectangle(frame));
  const resized = interpolate(part, frame.size.width, frame.size.height, filter);
  const fine = placed(resized, input, frame, size => new Float32Array(size));
  return {
    picture: withChannels({ ...fine, data: rounded(fine.data) }, channels),
    fine: repeated(fine.data, channels / seen.channels),
  };
}

/** What a thin picture would become on its way to the input. */
const mostPixels = 64 * 2 ** 20;

function requireSize({ size: { width, height } }: Frame, path: string): void {
  if (width * height <= mostPixels && width > 0 && height > 0) return;
  throw new CamdriftError(
    'fixture-unreadable',
    `${path} would be resized to ${width} x ${height} pixels before its middle is cut out; expected at most ${mostPixels}, and one at least.`,
    { remedy: 'Crop the picture, or take `fit: fill` or `contain` if the model was trained so.' },
  );
}

const rectangle = ({ box: { left, top, right, bottom } }: Frame) => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
});

interface Plane<Data> {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Data;
}

/** A picture on a black page of the input's size: what lies outside is cut off. */
function placed<Data extends Uint8Array | Float32Array>(
  { width, height, channels, data }: Plane<Data>,
  input: Grid,
  { x, y }: Frame,
  blank: (size: number) => Data,
): Plane<Data> {
  if (x === 0 && y === 0 && width === input.width && height === input.height) return { width, height, channels, data };
  const page = blank(input.width * input.height * channels);
  const [first, last] = [Math.max(0, -x), Math.min(width, input.width - x)];
  for (let row = Math.max(0, -y); row < Math.min(height, input.height - y); row++) {
    const line = data.subarray((row * width + first) * channels, (row * width + last) * channels);
    page.set(line, ((row + y) * input.width + first + x) * channels);
  }
  return { width: input.width, height: input.height, channels, data: page };
}

const rounded = (fine: Float32Array): Uint8Array =>
  Uint8Array.from(fine, value => Math.max(0, Math.min(255, Math.round(value))));

const repeated = (values: Float32Array, times: number): Float32Array =>
  times === 1
    ? values
    : Float32Array.from({ length: values.length * times }, (_, at) => values[Math.floor(at / times)]!);

/**
 * An edited picture in the values of the unedited one: what the edit left alone keeps its unrounded value, the rest moves
 * by as much as the edit moved it.
 */
export function refined(edited: Raster, picture: Raster, fine: Float32Array): Float32Array {
  return fine.map((value, at) => value + edited.data[at]! - picture.data[at]!);
}

/** The values of an array that has the model's input shape. @throws CamdriftError `fixture-unreadable` */
export function prepareArray(array: NpyArray, input: InputSize, path: string): Float32Array {
  const found = `${array.height} x ${array.width} x ${array.channels}`;
  const expected = `${input.height} x ${input.width} x ${input.channels}`;
  if (found === expected) return array.data;
  throw new CamdriftError(
    'fixture-unreadable',
    `${path} is an array of ${found}; the model takes ${expected} (height x width x channels).`,
    { remedy: 'Arrays are fed as they are: save it in the shape the model takes.' },
  );
}

function withChannels(raster: Raster, channels: 1 | 3): Raster {
  return channels === 3 ? toRgb(raster) : raster;
}
