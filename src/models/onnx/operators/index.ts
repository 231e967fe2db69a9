import type { Operation } from '../operation.ts';
import { activation } from './activation.ts';
import { arithmetic } from './arithmetic.ts';
import { convolutions } from './convolution.ts';
import { creation } from './creation.ts';
import { folding } from './folding.ts';
import { linear } from './linear.ts';
import { microsoft } from './microsoft.ts';
import { movement } from './movement.ts';
import { normalization } from './normalization.ts';
import { pooling } from './pooling.ts';
import { quantisedLinear } from './qlinear.ts';
import { quantization } from './quantization.ts';
import { recurrent } from './recurrent.ts';
import { reductions } from './reduction.ts';
import { resizing } from './resize.ts';
import { selection } from './selection.ts';

/** Every operator by its name; those of another domain have it before their name. */
export const operations: Readonly<Record<string, Operation>> = {
  ...activation,
  ...arithmetic,
  ...convolutions,
  ...creation,
  ...folding,
  ...linear,
  ...movement,
  ...microsoft,
  ...normalization,
  ...pooling,
  ...quantisedLinear,
  ...quantization,
  ...recurrent,
  ...reductions,
  ...resizing,
  ...selection,
};
