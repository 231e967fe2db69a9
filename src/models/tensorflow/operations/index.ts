import type { Operation } from '../call.ts';
import { arithmetic } from './arithmetic.ts';
import { batches } from './batches.ts';
import { convolutions } from './convolution.ts';
import { movement } from './movement.ts';
import { reductions } from './reduction.ts';

/** Every operation of TensorFlow that is read. Everything else is refused by name, above all what reads files, calls out or keeps state. */
const operations: Readonly<Record<string, Operation>> = {
  ...arithmetic,
  ...batches,
  ...convolutions,
  ...movement,
  ...reductions,
};

export const operationOf = (name: string): Operation | undefined =>
  Object.hasOwn(operations, name) ? operations[name] : undefined;
