import type { Builder, Numbers, Value } from './builder.ts';

/** Numbers of the file that are joined with a value: as many as it has, or fewer that repeat, aligned at the last axis. */
export interface Joined {
  readonly shape: readonly number[];
  data(): Numbers;
  readonly type?: 'float' | 'int32' | 'bool';
  /** What they are called in messages. */
  readonly of: string;
}

/** One operation between each entry of a value and a number. @param first whether the numbers are its first operand */
export function withNumbers(b: Builder, operation: string, x: Value, numbers: Joined, first = false): Value {
  const { shape, data, of, type } = numbers;
  const perChannel = shape.slice(0, -1).every(size => size === 1) && shape.length <= 4;
  const single = perChannel && (shape.at(-1) ?? 1) === 1 && shape.length <= (x.rank ?? 0);
  const inPicture = perChannel && !single && x.turned !== undefined;
  const constant = b.constant(single ? [] : inPicture ? [shape.at(-1)!, 1, 1] : shape, data, of, type);
  const operands = first ? [constant, x] : [x, constant];
  if (single) return b.step(operation, operands);
  if (inPicture) return b.turnedStep(operation, operands);
  return b.plainStep(operation, operands, {}, Math.max(x.rank ?? 0, shape.length) || undefined);
}

/** The axis of a picture in ONNX's order. */
export const turnedAxis = (axis: number): number => [0, 2, 3, 1][axis < 0 ? axis + 4 : axis] ?? axis;

export function concatenated(b: Builder, values: readonly Value[], axis: number): Value {
  const turned = values.every(value => value.turned !== undefined);
  return turned ? b.turnedStep('Concat', values, { axis: turnedAxis(axis) }) : b.plainStep('Concat', values, { axis });
}

/** Along the last axis as the file counts, which is the channels of a picture. */
export function softmax(b: Builder, x: Value, operation: 'Softmax' | 'LogSoftmax', axis = -1): Value {
  const last = axis === -1 || axis === (x.rank ?? 0) - 1;
  if (last && x.turned !== undefined) return b.turnedStep(operation, [x], { axis: 1 });
  return b.plainStep(operation, [x], { axis });
}
