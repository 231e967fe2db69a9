/**
 * A picture: 8 bits per channel, 1 = grey or 3 = RGB, row-major, channel (x, y, c) at `(y * width + x) * channels + c`.
 *
 * The functions that paint (`paste`, `tint`, `blendAt`, `outline`) change the raster they are given; all others answer
 * a new one.
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/** Red, green, blue, 0..255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A rectangle in whole pixels, its corner at the upper left. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An RGB picture of one colour. */
export function plain(width: number, height: number, colour: Colour): Raster {
  const data = new Uint8Array(width * height * 3);
  colour.forEach((value, at) => {
    data[at] = value;
  });
  // What is there is doubled: a pixel at a time takes twenty times as long.
  for (let done = 3; done < data.length; done *= 2) data.copyWithin(done, 0, done);
  return { width, height, channels: 3, data };
}

/** The same picture with three channels; grey is repeated. */
export function toRgb(raster: Raster): Raster {
  if (raster.channels === 3) return raster;
  const data = new Uint8Array(raster.data.length * 3);
  for (let i = 0; i < data.length; i++) data[i] = raster.data[(i / 3) | 0]!;
  return { ...raster, channels: 3, data };
}

/**
 * The same picture with one channel: ITU-R BT.601 luma, 0.299 R + 0.587 G + 0.114 B, in the 16-bit fixed point of
 * Pillow's `convert('L')`, so that every value is the one Keras' `color_mode='grayscale'` reads.
 */
export function toGrey(raster: Raster): Raster {
  if (raster.channels === 1) return raster;
  const rgb = raster.data;
  const data = new Uint8Array(rgb.length / 3);
  for (let i = 0; i < data.length; i++) {
    data[i] = (rgb[i * 3]! * 19595 + rgb[i * 3 + 1]! * 38470 + rgb[i * 3 + 2]! * 7471 + 0x8000) >> 16;
  }
  return { ...raster, channels: 1, data };
}

/** The part of a picture inside a rectangle that lies within it. */
export function crop(raster: Raster, { x, y, width, height }: Rectangle): Raster {
  const { channels } = raster;
  const data = new Uint8Array(width * height * channels);
  for (let row = 0; row < height; row++) {
    const start = ((y + row) * raster.width + x) * channels;
    data.set(raster.data.subarray(start, start + width * channels), row * width * channels);
  }
  return { width, height, channels, data };
}

/** Copies `source` onto `target` with its upper left corner at (x, y); both have the same channels; it must fit. */
export function paste(target: Raster, source: Raster, x: number, y: number): void {
  const length = source.width * source.channels;
  for (let row = 0; row < source.height; row++) {
    const line = source.data.subarray(row * length, (row + 1) * length);
    target.data.set(line, ((y + row) * target.width + x) * target.channels);
  }
}

/** Mixes a colour into one pixel of an RGB picture: opacity 0 leaves it, 1 replaces it. Outside the picture: nothing. */
export function blendAt(raster: Raster, x: number, y: number, colour: Colour, opacity: number): void {
  if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) return;
  const at = (y * raster.width + x) * 3;
  for (let c = 0; c < 3; c++) {
    const under = raster.data[at + c]!;
    raster.data[at + c] = Math.round(under + (colour[c]! - under) * opacity);
  }
}

/** Mixes a colour into every pixel of a rectangle of an RGB picture. */
export function tint(raster: Raster, area: Rectangle, colour: Colour, opacity: number): void {
  for (let y = area.y; y < area.y + area.height; y++) {
    for (let x = area.x; x < area.x + area.width; x++) blendAt(raster, x, y, colour, opacity);
  }
}

/** Draws the one-pixel border of a rectangle, inside it. */
export function outline(raster: Raster, area: Rectangle, colour: Colour, opacity: number): void {
  const { x, y, width, height } = area;
  tint(raster, { x, y, width, height: 1 }, colour, opacity);
  tint(raster, { x, y: y + height - 1, width, height: 1 }, colour, opacity);
  tint(raster, { x, y: y + 1, width: 1, height: height - 2 }, colour, opacity);
  tint(raster, { x: x + width - 1, y: y + 1, width: 1, height: height - 2 }, colour, opacity);
}

/**
 * A picture of numbers that are no picture (the values of a `.npy` fixture), only to be looked at: the smallest value
 * becomes 0 and the largest 255, over all channels together. One channel gives grey, three give RGB, any other number
 * the grey of their mean; a constant array is mid-grey.
 *
 * @param values (x, y, c) at `(y * width + x) * channels + c`, finite
 */
export function rasterFromArray(values: Float32Array, width: number, height: number, channels: number): Raster {
  const shown = channels === 1 || channels === 3 ? values : meanOfChannels(values, channels);
  const low = shown.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = shown.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const data = Uint8Array.from(shown, value => (high > low ? Math.round((255 * (value - low)) / (high - low)) : 128));
  return { width, height, channels: channels === 3 ? 3 : 1, data };
}

function meanOfChannels(values: Float32Array, channels: number): Float32Array {
  return Float32Array.from({ length: values.length / channels }, (_, i) => {
    const pixel = values.subarray(i * channels, (i + 1) * channels);
    return pixel.reduce((sum, value) => sum + value, 0) / channels;
  });
}
