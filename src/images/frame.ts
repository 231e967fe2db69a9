import type { Grid } from '../core/heatmap.ts';
import type { Box } from '../core/resample.ts';
import { CamdriftError } from '../errors.ts';
import type { Pixels } from './pixels.ts';

/**
 * How a picture of another size meets the model input.
 *
 * - `fill`: squashed to it, both axes on their own (Keras `load_img(target_size=...)`).
 * - `cover`: resized until it covers the input, the middle cut out (torchvision `Resize` and `CenterCrop`, with their
 *   rounding: the longer side truncated, the offset rounded half to even).
 * - `contain`: resized until it fits, centred on black, pixel value 0 before preprocessing (`tf.image.resize_with_pad`,
 *   sizes and offsets floored; without antialias in float32, to the last pixel as it does).
 * - `middle`: the largest middle part of the input's proportions is resized (Pillow `ImageOps.fit`; without antialias
 *   in whole pixels, as Keras crops to the aspect ratio).
 */
export type Fit = 'fill' | 'cover' | 'contain' | 'middle';
export const fits = ['fill', 'cover', 'contain', 'middle'] as const satisfies readonly Fit[];

/** Which part of a picture is resized to what, and where its upper left corner comes to lie on the input. */
export interface Frame {
  readonly box: Box;
  readonly size: Grid;
  readonly x: number;
  readonly y: number;
}

type How = Pick<Pixels, 'antialias' | 'resizeTo' | 'crop'>;

/**
 * With `resizeTo` or `crop` the picture is resized first, whatever the input's size, and the middle of the input's size cut
 * out of it; where it is smaller than that, black surrounds it.
 * @throws CamdriftError `config-invalid` where `crop` names another size than the model's input
 */
export function frameOf(picture: Grid, input: Grid, fit: Fit, how: How): Frame {
  const box = { left: 0, top: 0, right: picture.width, bottom: picture.height };
  const middleOf = (size: Grid): Frame => ({
    box,
    size,
    x: offset(input.width, size.width),
    y: offset(input.height, size.height),
  });
  if (how.resizeTo !== undefined || how.crop !== undefined) return middleOf(resizedFirst(picture, input, how));
  if (fit === 'cover') return middleOf(covering(picture, input));
  if (fit === 'middle') return { box: middle(picture, input, how.antialias), size: input, x: 0, y: 0 };
  if (fit === 'fill') return { box, size: input, x: 0, y: 0 };
  if (!how.antialias) return { box, ...paddedAsTensorFlow(picture, input) };
  const size = inside(picture, input);
  return { box, size, x: (input.width - size.width) >> 1, y: (input.height - size.height) >> 1 };
}

function resizedFirst(picture: Grid, input: Grid, { resizeTo, crop }: How): Grid {
  if (crop !== undefined && crop > 1 && (crop !== input.width || crop !== input.height)) {
    const message = `The middle is cut out with ${crop} x ${crop} pixels, and the model takes ${input.width} x ${input.height}.`;
    throw new CamdriftError('config-invalid', message, {
      remedy: 'Give `crop` the size of the input, or a share such as 0.875.',
    });
  }
  if (typeof resizeTo === 'string') {
    const [width, height] = resizeTo.split('x').map(Number) as [number, number];
    return { width, height };
  }
  if (resizeTo !== undefined) return shorterSide(picture, resizeTo);
  if (crop! > 1) return picture;
  const [wide, high] = [Math.floor(input.width / crop!), Math.floor(input.height / crop!)];
  if (wide === high) return shorterSide(picture, wide);
  const ratio = Math.min(picture.width / wide, picture.height / high);
  return { width: Math.round(picture.width / ratio), height: Math.round(picture.height / ratio) };
}

/** Torchvision's rounding: the longer side truncated. */
function shorterSide({ width, height }: Grid, size: number): Grid {
  return width <= height
    ? { width: size, height: Math.trunc((size * height) / width) }
    : { width: Math.trunc((size * width) / height), height: size };
}

function covering(picture: Grid, { width, height }: Grid): Grid {
  const byWidth = picture.width * height <= picture.height * width;
  return byWidth
    ? { width, height: Math.trunc((picture.height * width) / picture.width) }
    : { width: Math.trunc((height * picture.width) / picture.height), height };
}

function inside(picture: Grid, { width, height }: Grid): Grid {
  const byWidth = picture.width * height >= picture.height * width;
  return byWidth
    ? { width, height: Math.max(1, Math.trunc((picture.height * width) / picture.width)) }
    : { width: Math.max(1, Math.trunc((height * picture.width) / picture.height)), height };
}

/** In float32, where 16 pixels may become 13 of 14, and the offset counts what was cut off the size. */
function paddedAsTensorFlow(picture: Grid, input: Grid): Omit<Frame, 'box'> {
  const { fround } = Math;
  const ratio = Math.max(fround(picture.width / input.width), fround(picture.height / input.height));
  const [wide, high] = [fround(picture.width / ratio), fround(picture.height / ratio)];
  const before = (room: number, size: number) => Math.max(0, Math.floor(fround(fround(room - size) / 2)));
  const size = { width: Math.max(1, Math.floor(wide)), height: Math.max(1, Math.floor(high)) };
  return { size, x: before(input.width, wide), y: before(input.height, high) };
}

function middle(picture: Grid, input: Grid, antialias: boolean): Box {
  const ratio = input.width / input.height;
  const wide = picture.width / picture.height >= ratio;
  const [width, height] = wide ? [ratio * picture.height, picture.height] : [picture.width, picture.width / ratio];
  if (antialias) {
    const [left, top] = [(picture.width - width) * 0.5, (picture.height - height) * 0.5];
    return { left, top, right: left + width, bottom: top + height };
  }
  const [w, h] = [
    wide ? Math.max(1, Math.trunc((picture.height * input.width) / input.height)) : width,
    wide ? height : Math.max(1, Math.trunc((picture.width * input.height) / input.width)),
  ];
  const [left, top] = [Math.trunc((picture.width - w) / 2), Math.trunc((picture.height - h) / 2)];
  return { left, top, right: left + w, bottom: top + h };
}

/** Torchvision's `CenterCrop`: what is cut off is halved and rounded half to even, what is added is halved and floored. */
function offset(room: number, size: number): number {
  if (size <= room) return (room - size) >> 1;
  const half = (size - room) >> 1;
  return -((size - room) % 2 === 1 && half % 2 === 1 ? half + 1 : half);
}
