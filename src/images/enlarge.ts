import type { PictureSize, Preparation } from './load.ts';
import type { InputSize } from './prepare.ts';

/** Of the longer side, in pixels: what a picture of a fixture is shown at. */
const shown = 480;

/**
 * The same framing on a larger input, so that a reader sees the picture itself and not what is left of it at the size of the
 * model: whole multiples, since sizes that the team wrote grow along, and no more than the file has to show.
 * @returns what was given where the file has nothing to enlarge: a small picture, or a middle that is cut out of the stored pixels
 */
export function enlarged(input: InputSize, preparation: Preparation, stored: PictureSize): [InputSize, Preparation] {
  const longer = ({ width, height }: PictureSize) => Math.max(width, height);
  const times = Math.min(Math.ceil(shown / longer(input)), Math.floor(longer(stored) / longer(input)));
  const { pixels } = preparation;
  const isStored = pixels?.crop !== undefined && pixels.crop > 1 && pixels.resizeTo === undefined;
  if (times <= 1 || isStored) return [input, preparation];
  const larger = { ...input, width: input.width * times, height: input.height * times };
  if (!pixels) return [larger, preparation];
  const { resizeTo, crop, ...how } = pixels;
  const grown = {
    ...how,
    ...(resizeTo !== undefined && { resizeTo: sized(resizeTo, times) }),
    ...(crop !== undefined && { crop: crop > 1 ? crop * times : crop }),
  };
  return [larger, { ...preparation, pixels: grown }];
}

const sized = (size: number | string, times: number): number | string =>
  typeof size === 'number'
    ? size * times
    : size
        .split('x')
        .map(side => Number(side) * times)
        .join('x');
