import { presets } from '../images/preprocess.ts';
import { recipes } from '../images/recipes.ts';
import { type PicturesMeant, picturesMeant } from './pictures.ts';

/** A way to feed a model, as it would be written, and what is meant by it. */
export interface TriedWay extends PicturesMeant {
  /** `preprocess: tf`; several keys are separated by a comma. */
  readonly written: string;
}

type Written = Parameters<typeof picturesMeant>[0];

/** What training code usually does: each preset with pictures squashed, each recipe, and Keras' loaders with either of the usual ranges. */
const usual: readonly Written[] = [
  ...(Object.keys(presets) as (keyof typeof presets)[]).map(preprocess => ({ preprocess })),
  ...(Object.keys(recipes) as (keyof typeof recipes)[]).map(recipe => ({ recipe })),
  ...(['keras-dataset', 'keras-load-img'] as const).flatMap(recipe =>
    (['unit', 'tf', 'torch', 'caffe'] as const).map(preprocess => ({ recipe, preprocess })),
  ),
];

/** Each way once; the configured one first. */
export function waysToTry(configured: PicturesMeant): readonly TriedWay[] {
  const { orientation, colour } = configured.pixels;
  const all = [
    { written: 'as configured', ...configured },
    ...usual.map(each => ({ written: words(each), ...picturesMeant({ ...each, orientation, colour }) })),
  ];
  const digest = ({ preprocess, fit, pixels }: PicturesMeant) =>
    JSON.stringify([numbersOf(preprocess), fit, Object.entries(pixels).sort()]);
  return all.filter((way, at) => all.findIndex(other => digest(other) === digest(way)) === at);
}

const numbersOf = ({ scale, mean, std, order }: PicturesMeant['preprocess']) => [scale, mean, std, order];

const words = (written: Written): string =>
  Object.entries(written)
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(', ');
