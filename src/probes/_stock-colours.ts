import type { Colour } from '../core/raster.ts';

/** Of things that pictures come to carry. */
export const colours = {
  red: [220, 30, 30],
  green: [30, 170, 60],
  blue: [30, 60, 220],
  yellow: [250, 220, 30],
  magenta: [220, 40, 200],
  cyan: [30, 200, 220],
  orange: [240, 140, 30],
  white: [255, 255, 255],
  black: [0, 0, 0],
} as const satisfies Record<string, Colour>;

/** What is left of colours on grey pictures. */
export const shades = {
  'dark-grey': [64, 64, 64],
  grey: [128, 128, 128],
  'pale-grey': [192, 192, 192],
  white: colours.white,
  black: colours.black,
} as const satisfies Record<string, Colour>;

/** @param channels of the pictures that a model takes */
export const inks = (channels: number): Readonly<Record<string, Colour>> => (channels === 1 ? shades : colours);
