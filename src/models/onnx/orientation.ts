import type { Step } from './plan.ts';

/** Whether ONNX counts a value's axes N, C, H, W or N, H, W, C. Keras's models and newer networks do the latter in part. */
export type Orientation = 'nchw' | 'nhwc';

/** The orientation of every value: transpositions change it, and what is the same at every cell keeps it. */
export function orientations(
  input: string,
  start: Orientation,
  steps: readonly Step[],
): ReadonlyMap<string, Orientation> {
  const found = new Map<string, Orientation>([[input, start]]);
  for (const step of steps) {
    const before = step.inputs.some(name => found.get(name) === 'nhwc') ? 'nhwc' : 'nchw';
    const after = oriented(step, before);
    for (const name of step.outputs) found.set(name, after);
  }
  return found;
}

function oriented(step: Step, before: Orientation): Orientation {
  if (turnsLayout(step)) return before === 'nhwc' ? 'nchw' : 'nhwc';
  return fixed.has(step.operation) ? 'nchw' : before;
}

/** A transposition between the two ways of counting. */
export function turnsLayout(step: Step): boolean {
  const order = step.operation === 'Transpose' ? (step.attributes.ints('perm') ?? []) : [];
  return ['0,2,3,1', '0,3,1,2'].includes(order.join());
}

/** Operators that count N, C, H, W whatever happened before. */
const fixed: ReadonlySet<string> = new Set([
  'Conv',
  'ConvTranspose',
  'BatchNormalization',
  'InstanceNormalization',
  'GroupNormalization',
  'MaxPool',
  'AveragePool',
  'GlobalAveragePool',
  'GlobalMaxPool',
  'LRN',
  'DepthToSpace',
  'SpaceToDepth',
  'Transpose',
]);
