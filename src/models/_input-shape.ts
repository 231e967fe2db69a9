import { CamdriftError } from '../errors.ts';
import type { Grid, InputShape } from './model.ts';

/** The height x width x channels that a model takes; `size` fills in dimensions that the model leaves open. */
export function inputShapeOf(declared: readonly (number | null | undefined)[], size: Grid | undefined): InputShape {
  const [height, width, channels] = declared;
  if (declared.length !== 3 || !channels || channels > 4) {
    throw new CamdriftError(
      'model-unsupported',
      `The model's input is ${describe(declared)}; camdrift explains image classifiers with input height x width x 1 to 4 channels.`,
      {
        remedy:
          'A map lies on a picture: name a model that takes one, of 1 to 4 channels. Inputs beside it are given numbers or files with `inputs` or --input.',
      },
    );
  }
  if (size && ((height && height !== size.height) || (width && width !== size.width))) {
    throw new CamdriftError(
      'config-invalid',
      `The model takes images of ${width} x ${height} pixels, not ${size.width} x ${size.height}.`,
      {
        remedy: 'Leave the size out: it is known from the model.',
      },
    );
  }
  const shape = { height: height || size?.height, width: width || size?.width };
  if (!shape.height || !shape.width) {
    throw new CamdriftError('config-invalid', `The model takes images of any size (${describe(declared)}).`, {
      remedy: 'Say which size to audit it at: --size 224x224, or `size: [224, 224]` in the configuration.',
    });
  }
  return { height: shape.height, width: shape.width, channels };
}

const describe = (shape: readonly (number | null | undefined)[]) =>
  shape.map(size => size ?? '?').join(' x ') || 'a scalar';
