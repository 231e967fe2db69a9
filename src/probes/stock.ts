import type { Colour } from '../core/raster.ts';
import { colours, inks, shades } from './_stock-colours.ts';
import { checker, diagonal, grain, lines, plainMark, ruler, scanned, text, vignette } from './_stock-marks.ts';
import { builtInBackground } from './background.ts';
import type { Edit, MarkPicture, Place } from './probe.ts';

/** An edit of the sweep. */
export type StockEdit = Edit & {
  /** As in results: `border-yellow`. What is before the first hyphen is the family of edits. */
  readonly name: string;
  /** In a sentence, as what is done: `a yellow border`. */
  readonly words: string;
};

const corners: readonly Place[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];
const { grey } = shades;

/**
 * The single edits of the sweep: what pictures come to carry without its meaning anything. Chosen for what there is in the
 * world, in plain colours; a model is asked for its answers alone, so that each costs one forward pass per fixture.
 *
 * @param object the region that is no background, where regions say it
 * @param channels of the pictures that a model takes; one of shades alone is tried with shades
 */
export const stock = (object: string | undefined, channels = 3): readonly StockEdit[] => [
  ...each(inks(channels), (colour, name) =>
    mark(`sticker-${name}`, `${article(name)} sticker in each corner`, plainMark(colour), corners, 0.17),
  ),
  ...each(inks(channels), (colour, name): StockEdit => {
    return { name: `border-${name}`, words: `${article(name)} border`, kind: 'frame', colours: [colour], width: 0.06 };
  }),
  mark('checker-small', 'a small checkerboard in each corner', checker(4), corners, 0.125),
  mark('checker', 'a checkerboard in each corner', checker(4), corners, 0.2),
  mark('label-light', 'a pale label in each corner', lines([235, 235, 230], [40, 40, 45]), corners, 0.28),
  mark('label-dark', 'a dark label in each corner', lines([40, 40, 45], [235, 235, 230]), corners, 0.28),
  mark('watermark', 'a pale stripe from corner to corner', diagonal(), ['centre'], 1),
  small(channels === 1 ? 'pale-grey' : 'yellow'),
  ...each({ white: colours.white, black: colours.black }, (ink, name) => [
    mark(`text-${name}-top`, `${name} letters along the top`, text(ink), ['top'], 0.75),
    mark(`text-${name}-bottom`, `${name} letters along the bottom`, text(ink), ['bottom'], 0.75),
    mark(`text-large-${name}-top`, `large ${name} letters along the top`, text(ink, 'No 26'), ['top'], 0.7),
    mark(`text-large-${name}-bottom`, `large ${name} letters along the bottom`, text(ink, 'No 26'), ['bottom'], 0.7),
  ]).flat(),
  mark('vignette', 'darker corners', vignette(), ['centre'], 1),
  mark('grain', 'grain', grain(), ['centre'], 1),
  mark('lines', 'dark lines from side to side', scanned(), ['centre'], 1),
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
  ...(channels === 1 ? [] : casts()),
  { name: 'blur', words: 'a blur', kind: 'blur', radius: 0.02 },
  { name: 'jpeg', words: 'JPEG of quality 10', kind: 'jpeg', quality: 10 },
  { name: 'edges-swapped', words: 'the edges of another picture', kind: 'swap', edge: 0.15 },
  ...(object === undefined ? [] : backgrounds(object, channels)),
];

const small = (ink: 'yellow' | 'pale-grey'): StockEdit =>
  mark(
    'sticker-small',
    `a small ${ink.replace('-', ' ')} sticker in each corner`,
    plainMark({ ...colours, ...shades }[ink]),
    corners,
    0.065,
  );

const casts = (): StockEdit[] => [
  light('cast-warm', 'a warm cast', [1.2, 1, 0.75]),
  light('cast-cold', 'a cold cast', [0.75, 0.95, 1.25]),
  light('cast-green', 'a green cast', [0.85, 1.15, 0.85]),
];

const [green, blue, orange, magenta] = builtInBackground as readonly [Colour, Colour, Colour, Colour];
const behind = { green, blue, orange, magenta, white: colours.white, grey };

const backgrounds = (object: string, channels: number): StockEdit[] => [
  ...each(channels === 1 ? shades : behind, (colour, name): StockEdit => {
    return {
      name: `background-${name}`,
      words: `${article(name)} background`,
      kind: 'background',
      object,
      colours: [colour],
    };
  }),
  { name: 'background-swapped', words: 'the background of another picture', kind: 'swap', object, edge: 0 },
];

const each = <T, U>(of: Readonly<Record<string, T>>, make: (value: T, name: string) => U): U[] =>
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

const article = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name.replace('-', ' ')}`;
