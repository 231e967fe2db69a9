import type { Operator } from '../call.ts';
import { activation } from './activation.ts';
import { arithmetic } from './arithmetic.ts';
import { convolutions } from './convolution.ts';
import { linear } from './linear.ts';
import { microsoft } from './microsoft.ts';
import { movement } from './movement.ts';
import { normalization } from './normalization.ts';
import { pooling } from './pooling.ts';
import { quantisedLinear } from './qlinear.ts';
import { quantization } from './quantization.ts';
import { reductions } from './reduction.ts';
import { resizing } from './resize.ts';
import { selection } from './selection.ts';

/** Every operator that may work on values that depend on the image. */
export const operators: Readonly<Record<string, Operator>> = {
  ...activation,
  ...arithmetic,
  ...convolutions,
  ...linear,
  ...movement,
  ...microsoft,
  ...normalization,
  ...pooling,
  ...quantisedLinear,
  ...quantization,
  ...reductions,
  ...resizing,
  ...selection,
};
