import { crop, paste, plain, type Raster, toGrey, toRgb } from '../core/raster.ts';
import { resample } from '../core/resample.ts';
import { CamdriftError } from '../errors.ts';
import type { NpyArray } from './npy.ts';

/** What a model is fed. */
export interface InputSize {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/**
 * How a picture of another size meets the model input.
 *
 * - `fill`: squashed to it, both axes on their own (Keras `load_img(target_size=...)`).
 * - `cover`: resized until it covers the input, the middle cut out (torchvision `Resize` and `CenterCrop`, with their
 *   rounding: the longer side truncated, the offset rounded half to even).
 * - `contain`: resized until it fits, centred on black, pixel value 0 before preprocessing (`tf.image.resize_with_pad`,
 *   with its rounding: sizes and offsets floored).
 */
export type Fit = 'fill' | 'cover' | 'contain';

/**
 * The picture as the model sees it, before `preprocess`: of its size and channels. Grey is repeated for models with
 * three channels; colour becomes BT.601 luma for models with one. Channels first and size second, as PIL pipelines do.
 *
 * @param path named in errors
 * @throws CamdriftError `fixture-unreadable` when the model has neither one nor three input channels
 */
export function prepare(picture: Raster, input: InputSize, fit: Fit, path: string): Raster {
  const { channels } = input;
  if (channels !== 1 && channels !== 3) {
    throw new CamdriftError(
      'fixture-unreadable',
      `${path} is a picture and the model has ${channels} input channels; a picture can feed 1 or 3.`,
      { remedy: 'Store what the model was trained on as a float32 array, height x width x channels, in a .npy file.' },
    );
  }
  const seen = channels === 1 ? toGrey(picture) : picture;
  if (fit === 'fill') return withChannels(resample(seen, input.width, input.height), channels);
  return withChannels(fit === 'cover' ? cover(seen, input) : contain(seen, input), channels);
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

function cover(raster: Raster, { width, height }: InputSize): Raster {
  const byWidth = raster.width * height <= raster.height * width;
  const wide = byWidth ? width : Math.trunc((height * raster.width) / raster.height);
  const high = byWidth ? Math.trunc((width * raster.height) / raster.width) : height;
  const resized = resample(raster, wide, high);
  return crop(resized, { x: halfToEven(wide - width), y: halfToEven(high - height), width, height });
}

function contain(raster: Raster, { width, height }: InputSize): Raster {
  const byWidth = raster.width * height >= raster.height * width;
  const wide = byWidth ? width : Math.max(1, Math.trunc((height * raster.width) / raster.height));
  const high = byWidth ? Math.max(1, Math.trunc((width * raster.height) / raster.width)) : height;
  const black = plain(width, height, [0, 0, 0]);
  const page = raster.channels === 1 ? toGrey(black) : black;
  paste(page, resample(raster, wide, high), (width - wide) >> 1, (height - high) >> 1);
  return page;
}

/** Half of a whole number, a fraction rounded to the even neighbour as Python's `round` does. */
function halfToEven(whole: number): number {
  const half = whole >> 1;
  return whole % 2 === 1 && half % 2 === 1 ? half + 1 : half;
}
