import type { Filter } from '../core/resample.ts';

/** What of a file's own remarks is followed when its pixels are read. */
export interface Reading {
  /** `apply`: turned as EXIF says, as it is displayed. `ignore`: as it is stored, which is what `PIL.Image.open` gives. */
  readonly orientation: 'ignore' | 'apply';
  /** `srgb`: an embedded profile is followed into sRGB. `as-stored`: the file's own numbers. */
  readonly colour: 'as-stored' | 'srgb';
}

/** How pixels are read and resized, all but how a picture is fitted. Part of what stored maps are told apart by. */
export interface Pixels extends Reading {
  readonly resample: Filter;
  /** Whether the filter widens when a picture shrinks, and pixels are rounded as Pillow does; else TensorFlow's, not rounded. */
  readonly antialias: boolean;
  /** Before the middle is cut out: pixels of the shorter side, or a size as `256x256`. */
  readonly resizeTo?: number | string;
  /** What is cut out of the middle: pixels, or the share of the resized picture's side that the input is. */
  readonly crop?: number;
}

/** `PIL.Image.open(f).convert('RGB')`, then `resize(size, BILINEAR)`: torchvision's, and what Keras does when asked. */
export const usualPixels: Pixels = {
  orientation: 'ignore',
  colour: 'as-stored',
  resample: 'bilinear',
  antialias: true,
};
