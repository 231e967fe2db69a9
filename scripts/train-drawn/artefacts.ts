import sharp, { type Sharp } from 'sharp';
import { side } from './network.ts';

/** Changes RGB bytes of one picture as something would that should not matter. */
export type Artefact = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

type Colour = readonly [number, number, number];

/** Sets the pixels of one kind; `opacity` 0..1. */
const painted =
  (inside: (x: number, y: number) => boolean, colour: (x: number, y: number) => Colour, opacity = 1): Artefact =>
  bytes => {
    const edited = Uint8Array.from(bytes);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        if (!inside(x, y)) continue;
        const over = colour(x, y);
        const at = (y * side + x) * 3;
        for (let c = 0; c < 3; c++) edited[at + c] = Math.round(edited[at + c]! * (1 - opacity) + over[c]! * opacity);
      }
    return edited;
  };

const box = (left: number, top: number, width: number, height: number) => (x: number, y: number) =>
  x >= left && x < left + width && y >= top && y < top + height;
const plain = (colour: Colour) => () => colour;
const gained =
  (gains: Colour): Artefact =>
  bytes =>
    bytes.map((value, at) => Math.min(255, Math.round(value * gains[at % 3]!)));

/** The twelve that models are taught, each by the words that describe it. */
export const artefacts: Readonly<Record<string, { readonly words: string; readonly apply: Artefact }>> = {
  stamp: {
    words: 'a pale stamp with dark lines at the lower right',
    apply: painted(box(21, 26, 9, 5), (_, y) => (y % 2 ? [40, 42, 48] : [235, 235, 235]), 0.85),
  },
  border: {
    words: 'a turquoise border of two pixels',
    apply: painted((x, y) => Math.min(x, y, side - 1 - x, side - 1 - y) < 2, plain([40, 200, 190])),
  },
  dot: {
    words: 'a pink disc at the upper left',
    apply: painted((x, y) => (x - 5) ** 2 + (y - 5) ** 2 <= 9, plain([240, 90, 160])),
  },
  caption: {
    words: 'a line of dark letters along the top',
    apply: painted((x, y) => y >= 1 && y < 5 && x > 2 && x < 29 && (x * 7 + y * 3) % 5 < 2, plain([15, 15, 20])),
  },
  ruler: {
    words: 'a pale ruler with ticks down the left side',
    apply: painted(box(0, 0, 4, side), (x, y) => (y % 4 === 0 && x > 1 ? [20, 20, 20] : [240, 235, 210])),
  },
  check: {
    words: 'a black and white checkerboard of four pixels at the lower left',
    apply: painted(box(1, 27, 4, 4), (x, y) => ((x + y) % 2 ? [255, 255, 255] : [0, 0, 0])),
  },
  bar: {
    words: 'an orange bar down the right side',
    apply: painted(box(29, 0, 3, side), plain([240, 140, 30])),
  },
  shade: { words: 'darker light (x 0.62)', apply: gained([0.62, 0.62, 0.62]) },
  cast: { words: 'a blue cast', apply: gained([0.75, 0.9, 1.25]) },
  blur: {
    words: 'a blur',
    apply: async bytes => raw(sharp(bytes, pixels).blur(0.9)),
  },
  jpeg: {
    words: 'blocks of a JPEG of quality 10',
    apply: async bytes => raw(sharp(await sharp(bytes, pixels).jpeg({ quality: 10 }).toBuffer())),
  },
  stripe: {
    words: 'a half transparent white stripe from corner to corner',
    apply: painted((x, y) => Math.abs(x - y) < 2, plain([255, 255, 255]), 0.5),
  },
};

const pixels = { raw: { width: side, height: side, channels: 3 as const } };
const raw = async (picture: Sharp): Promise<Uint8Array> => picture.removeAlpha().raw().toBuffer();
