import { type Colour, plain } from '../core/raster.ts';
import { drawText, lineHeight, textWidth } from '../core/text.ts';
import { builtInBackground } from './background.ts';
import type { Edit, MarkPicture, Place } from './probe.ts';

/** An edit of the sweep. */
export type StockEdit = Edit & {
  /** As in results: `border-yellow`. What is before the first hyphen is the family of edits. */
  readonly name: string;
  /** In a sentence, as what is done: `a yellow border`. */
  readonly words: string;
};

const colours = {
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

const corners: readonly Place[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];
const grey: Colour = [128, 128, 128];

/**
 * The single edits of the sweep: what pictures come to carry without its meaning anything. Chosen for what there is in the
 * world, in plain colours; a model is asked for its answers alone, so that each costs one forward pass per fixture.
 *
 * @param object the region that is no background, where regions say it
 */
export const stock = (object: string | undefined): readonly StockEdit[] => [
  ...each(colours, (colour, name) =>
    mark(`sticker-${name}`, `${article(name)} sticker in each corner`, plainMark(colour), corners, 0.14),
  ),
  ...each(colours, (colour, name): StockEdit => {
    return { name: `border-${name}`, words: `${article(name)} border`, kind: 'frame', colours: [colour], width: 0.04 };
  }),
  mark('checker-small', 'a small checkerboard in each corner', checker(4), corners, 0.125),
  mark('checker', 'a checkerboard in each corner', checker(4), corners, 0.2),
  mark('label-light', 'a pale label in each corner', lines([235, 235, 230], [40, 40, 45]), corners, 0.28),
  mark('label-dark', 'a dark label in each corner', lines([40, 40, 45], [235, 235, 230]), corners, 0.28),
  mark('watermark', 'a pale stripe from corner to corner', diagonal(), ['centre'], 1),
  mark('sticker-small', 'a small yellow sticker in each corner', plainMark(colours.yellow), corners, 0.065),
  ...each({ white: colours.white, black: colours.black }, (ink, name) => [
    mark(`text-${name}-top`, `${name} letters along the top`, text(ink), ['top'], 0.75),
    mark(`text-${name}-bottom`, `${name} letters along the bottom`, text(ink), ['bottom'], 0.75),
  ]).flat(),
  mark('text-middle', 'white letters across the middle', text(colours.white), ['centre'], 0.75),
  mark('ruler-top', 'a ruler along the top', ruler(false), ['top'], 1),
  mark('ruler-left', 'a ruler down the left side', ruler(true), ['left'], 1),
  ...each({ white: colours.white, black: colours.black }, (colour, name) =>
    (['top', 'bottom', 'left', 'right'] as const).map(
      (part): StockEdit => ({
        name: `strip-${name}-${part}`,
        words: `${article(name)} strip along the ${part}`,
        kind: 'cover',
        part,
        size: 0.08,
        colour,
      }),
    ),
  ).flat(),
  {
    name: 'centre-covered',
    words: 'a grey square over the middle',
    kind: 'cover',
    part: 'centre',
    size: 0.3,
    colour: grey,
  },
  { name: 'edges-covered', words: 'grey over the edges', kind: 'frame', colours: [grey], width: 0.1 },
  light('dark', 'darker light', [0.6, 0.6, 0.6]),
  light('bright', 'brighter light', [1.4, 1.4, 1.4]),
  light('flat', 'less contrast', [1, 1, 1], 0.6),
  light('cast-warm', 'a warm cast', [1.2, 1, 0.75]),
  light('cast-cold', 'a cold cast', [0.75, 0.95, 1.25]),
  light('cast-green', 'a green cast', [0.85, 1.15, 0.85]),
  { name: 'blur', words: 'a blur', kind: 'blur', radius: 0.02 },
  { name: 'jpeg', words: 'JPEG of quality 10', kind: 'jpeg', quality: 10 },
  { name: 'edges-swapped', words: 'the edges of another picture', kind: 'swap', edge: 0.15 },
  ...(object === undefined ? [] : backgrounds(object)),
];

const backgroundNames = ['green', 'blue', 'orange', 'magenta'];

const backgrounds = (object: string): StockEdit[] => [
  ...builtInBackground.map((colour, index): StockEdit => {
    return {
      name: `background-${backgroundNames[index]}`,
      words: `${article(backgroundNames[index]!)} background`,
      kind: 'background',
      object,
      colours: [colour],
    };
  }),
  { name: 'background-white', words: 'a white background', kind: 'background', object, colours: [colours.white] },
  { name: 'background-grey', words: 'a grey background', kind: 'background', object, colours: [grey] },
  { name: 'background-swapped', words: 'the background of another picture', kind: 'swap', object, edge: 0 },
];

const each = <T, U>(of: Record<string, T>, make: (value: T, name: string) => U): U[] =>
  Object.entries(of).map(([name, value]) => make(value, name));

const light = (name: string, words: string, gains: Colour, contrast?: number): StockEdit => ({
  name,
  words,
  kind: 'light',
  gains,
  ...(contrast !== undefined && { contrast }),
});

const mark = (name: string, words: string, picture: MarkPicture, at: readonly Place[], size: number): StockEdit => ({
  name,
  words,
  kind: 'mark',
  mark: picture,
  at,
  size,
});

const article = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;

const plainMark = (colour: Colour): MarkPicture => drawn(1, 1, () => [...colour, 255]);

const checker = (cells: number): MarkPicture =>
  drawn(cells, cells, (x, y) => ((x + y) % 2 === 0 ? [255, 255, 255, 255] : [0, 0, 0, 255]));

/** Paper with lines that could be letters. */
const lines = (paper: Colour, ink: Colour): MarkPicture =>
  drawn(18, 10, (x, y) => [...(y % 2 === 1 && x > 0 && x < 17 && y < 9 ? ink : paper), 255]);

/** Half transparent, from corner to corner. */
const diagonal = (): MarkPicture => drawn(32, 32, (x, y) => [255, 255, 255, Math.abs(x - y) < 2 ? 128 : 0]);

/** Pale, with a dark tick in four pixels. */
function ruler(upright: boolean): MarkPicture {
  const [length, width] = [64, 6];
  const colour = (along: number, across: number): Rgba =>
    along % 4 === 0 && across >= 2 ? [20, 20, 20, 255] : [240, 232, 205, 255];
  return upright ? drawn(width, length, (x, y) => colour(y, x)) : drawn(length, width, colour);
}

const words = '2024-05-17 12:30';

/** Letters without paper. */
function text(ink: Colour): MarkPicture {
  const page = plain(textWidth(words) + 2, lineHeight, [0, 0, 0]);
  drawText(page, words, 1, 0, [255, 255, 255]);
  return drawn(page.width, page.height, (x, y) => [...ink, page.data[(y * page.width + x) * 3]!]);
}

type Rgba = readonly [number, number, number, number];

function drawn(width: number, height: number, pixel: (x: number, y: number) => Rgba): MarkPicture {
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) rgba.set(pixel(at % width, Math.floor(at / width)), at * 4);
  return { width, height, rgba };
}
