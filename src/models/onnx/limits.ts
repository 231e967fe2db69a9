import { CamdriftError } from '../../errors.ts';
import { type Shape, sizeOf } from './value.ts';

/** Larger than anything an image classifier holds: 128 MB of float32 per value and image. */
const perImage = 2 ** 25;
/** Values that do not depend on the image and that no file holds: a few lines can ask for terabytes of them. */
const perConstant = 2 ** 24;

/** Refuses a value before it is allocated. */
export const bounded = (shape: Shape, images: number, where: string): Shape => within(shape, perImage * images, where);

export const boundedConstant = (shape: Shape, where: string): Shape => within(shape, perConstant, where);

function within(shape: Shape, limit: number, where: string): Shape {
  if (sizeOf(shape) <= limit && shape.every(length => Number.isSafeInteger(length) && length >= 0)) return shape;
  throw new CamdriftError(
    'model-unsupported',
    `${where} makes a value of shape ${shape.join(' x ') || 'a scalar'}; expected at most ${limit} entries.`,
  );
}
