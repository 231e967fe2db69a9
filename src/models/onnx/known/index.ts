import type { Call } from '../call.ts';
import type { Known } from '../value.ts';
import { exactArithmetic } from './arithmetic.ts';
import { creation } from './creation.ts';
import { exactMovement } from './movement.ts';
import { exactReductions } from './reduction.ts';
import { exactSelection } from './selection.ts';

/** An operator on values that do not depend on the image: plain numbers, exact for integers, no engine. */
export type Exact = (call: Call) => Known | readonly Known[];

export const exact: Readonly<Record<string, Exact>> = {
  ...creation,
  ...exactArithmetic,
  ...exactMovement,
  ...exactReductions,
  ...exactSelection,
};
