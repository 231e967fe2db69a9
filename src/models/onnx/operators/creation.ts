import { creation as exactly } from '../known/creation.ts';
import { exactSelection } from '../known/selection.ts';
import type { Operation } from '../operation.ts';
import { opaqueOf, since } from './_families.ts';

/** What never works on pixels: shapes, constants, positions. */
export const creation = {
  Shape: opaqueOf(undefined, { exact: exactly.Shape }),
  Size: opaqueOf(undefined, { exact: exactly.Size }),
  Constant: opaqueOf(undefined, { exact: exactly.Constant }),
  ConstantOfShape: opaqueOf(undefined, { sets: since(9), exact: exactly.ConstantOfShape }),
  Range: opaqueOf(undefined, { sets: since(11), exact: exactly.Range }),
  NonZero: opaqueOf(undefined, { sets: since(9), exact: exactSelection.NonZero }),
  EyeLike: opaqueOf(undefined, { sets: since(9), exact: exactSelection.EyeLike }),
} satisfies Readonly<Record<string, Operation>>;
