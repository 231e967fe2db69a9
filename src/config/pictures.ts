import { z } from 'zod';
import { CamdriftError } from '../errors.ts';
import { fits } from '../images/frame.ts';
import { type Pixels, usualPixels } from '../images/pixels.ts';
import type { Fit } from '../images/prepare.ts';
import { type Preprocess, presets } from '../images/preprocess.ts';
import { type Recipe, type RecipeName, recipes } from '../images/recipes.ts';

const channelValues = z.union([z.number().transform(value => [value]), z.array(z.number()).min(1).max(4)]);

const names = Object.keys(presets) as [keyof typeof presets, ...(keyof typeof presets)[]];

export const preprocessSetting = z
  .union([
    z.enum(names),
    z.strictObject({
      scale: z.number().default(1).describe('Multiplies each pixel value, 0 to 255, first.'),
      mean: channelValues
        .default([0])
        .describe('Subtracted; one value or one per channel, in the order fed to the model.'),
      std: channelValues.default([1]).describe('Divides; one value or one per channel, in the order fed to the model.'),
      order: z.enum(['rgb', 'bgr']).default('rgb'),
    }),
  ])
  .describe(`How pixels become model input: ${names.join(', ')}, or scale, mean, std and order.`);

const side = z.int().min(1).max(4096);

/** How a picture becomes what the model is fed, but for its numbers. */
export const pictureSettings = {
  recipe: z
    .enum(Object.keys(recipes) as [RecipeName, ...RecipeName[]])
    .describe('What a library does with a picture, under its name: sets what is not written of the keys below it.'),
  preprocess: preprocessSetting,
  fit: z.enum(fits).describe('How a picture of another size meets the model input.'),
  resample: z
    .enum(['bilinear', 'nearest', 'bicubic', 'area', 'lanczos'])
    .describe('The filter that pictures are resized with; bilinear.'),
  antialias: z
    .boolean()
    .describe('true: smoothed when it shrinks, and rounded, as Pillow does; false: as tf.image.resize does.'),
  'resize-to': z
    .union([side, z.tuple([side, side]), z.string().regex(/^\d{1,4}x\d{1,4}$/, 'expected WIDTHxHEIGHT')])
    .transform(value => (Array.isArray(value) ? value.join('x') : value))
    .describe('Size before the middle is cut out: of the shorter side, or [width, height].'),
  crop: z
    .union([z.number().gt(0).lte(1), z.int().min(2).max(4096)])
    .describe('What is cut out of the middle: the size of the input, 224, or its share of the resized side, 0.875.'),
  orientation: z
    .enum(['ignore', 'apply'])
    .describe(
      'Whether pictures are turned as their EXIF orientation says; training code that uses PIL.Image.open does not.',
    ),
  colour: z
    .enum(['as-stored', 'srgb'])
    .describe(
      'Whether an embedded colour profile is followed into sRGB; most training code takes the numbers as stored.',
    ),
};

type Written = { readonly [K in keyof typeof pictureSettings]?: z.output<(typeof pictureSettings)[K]> | undefined };

export interface PicturesMeant {
  readonly preprocess: Preprocess;
  readonly fit: Fit;
  readonly pixels: Pixels;
}

/**
 * What is meant by what is written: what the recipe says of the rest, and the usual where it says nothing.
 * @throws CamdriftError `config-invalid` where two of the settings exclude one another
 */
export function picturesMeant(written: Written): PicturesMeant {
  const recipe: Recipe | undefined = written.recipe && recipes[written.recipe];
  requireOneWay(written);
  const own = written['resize-to'] !== undefined || written.crop !== undefined || written.fit !== undefined;
  const resizeTo = own ? written['resize-to'] : recipe?.resizeTo;
  const crop = own ? written.crop : recipe?.crop;
  const pixels = {
    orientation: written.orientation ?? usualPixels.orientation,
    colour: written.colour ?? usualPixels.colour,
    resample: written.resample ?? recipe?.resample ?? usualPixels.resample,
    antialias: written.antialias ?? recipe?.antialias ?? usualPixels.antialias,
    ...(resizeTo !== undefined && { resizeTo }),
    ...(crop !== undefined && { crop }),
  };
  const cut = resizeTo !== undefined || crop !== undefined;
  return {
    preprocess: preprocessOf(written.preprocess ?? recipe?.preprocess ?? 'unit'),
    fit: written.fit ?? (cut ? 'cover' : (recipe?.fit ?? 'fill')),
    pixels,
  };
}

export const preprocessOf = (recipe: z.output<typeof preprocessSetting>): Preprocess =>
  typeof recipe === 'string' ? presets[recipe] : recipe;

function requireOneWay(written: Written): void {
  const { fit, resample, antialias, crop, 'resize-to': resizeTo } = written;
  const cut = resizeTo !== undefined ? 'resize-to' : crop !== undefined ? 'crop' : undefined;
  if (cut && fit !== undefined && fit !== 'cover')
    throw contradiction(
      `\`${cut}\` cuts the middle out of a resized picture, and \`fit: ${fit}\` asks for something else`,
    );
  if (resizeTo !== undefined && crop !== undefined && crop <= 1)
    throw contradiction(
      `\`resize-to: ${resizeTo}\` and \`crop: ${crop}\` both say how large a picture is before its middle is cut out`,
    );
  if (resample === 'lanczos' && antialias === false)
    throw contradiction('`resample: lanczos` is always smoothed, and `antialias: false` asks for it not to be');
}

const contradiction = (what: string): CamdriftError =>
  new CamdriftError('config-invalid', `${what}.`, { remedy: 'Leave one of them out.' });
