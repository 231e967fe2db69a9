import type { Facts } from './kinds.ts';
import type { Step } from './plan.ts';
import { type Shape, sizeOf } from './value.ts';

/** Where the cells of an image's grid lie in a value that counts them along one axis, as vision transformers do. */
export interface PatchAxis {
  readonly height: number;
  readonly width: number;
  /** Channels of the patches as they were embedded. */
  readonly channels: number;
  /** The axis of the tokens, and how many of them, such as class tokens, come before the first cell. */
  readonly axis: number;
  readonly first: number;
  /** The axis of the images. */
  readonly batch: number;
}

/**
 * Follows the grid from where it is flattened into tokens, as far as every step says where it went: what is joined to
 * the cells, cut off or transposed. Heads of attention are not followed; the sum that they are added to is.
 */
export function patchAxes(steps: readonly Step[], facts: Facts): ReadonlyMap<string, PatchAxis> {
  const found = new Map<string, PatchAxis>();
  const convolved = new Set<string>();
  for (const step of steps) {
    const isFeature = step.operation === 'Conv' || step.inputs.some(name => convolved.has(name));
    for (const name of step.outputs) {
      if (isFeature) convolved.add(name);
      const axis = isFeature && facts.shape(name) ? followed(step, facts.shape(name)!, facts, found) : undefined;
      if (axis) found.set(name, axis);
    }
  }
  return found;
}

function followed(step: Step, made: Shape, facts: Facts, found: ReadonlyMap<string, PatchAxis>): PatchAxis | undefined {
  const before = agreed(step, found);
  if (step.operation === 'Reshape') return flattened(step, made, facts) ?? kept(step, made, facts, before);
  if (!before) return undefined;
  if (step.operation === 'Transpose') return transposed(step, before);
  if (step.operation === 'Concat') return joined(step, made, facts, before, found);
  if (step.operation === 'Slice') return cut(step, facts, before);
  if (step.operation !== 'MatMul') return cellwise.has(step.operation) ? kept(step, made, facts, before) : undefined;
  const isDense = facts.constant(step.inputs[1]!)?.shape.length === 2 && found.has(step.inputs[0]!);
  return isDense && before.axis < made.length - 1 ? before : undefined;
}

/** What is known of the inputs, when they agree. */
function agreed(step: Step, found: ReadonlyMap<string, PatchAxis>): PatchAxis | undefined {
  const read = step.inputs.flatMap(name => found.get(name) ?? []);
  const same = (other: PatchAxis) => keys.every(key => other[key] === read[0]![key]);
  return read.every(same) ? read[0] : undefined;
}

const keys = ['height', 'width', 'axis', 'first', 'batch'] as const;

/** An image whose rows and columns become one axis. */
function flattened(step: Step, made: Shape, facts: Facts): PatchAxis | undefined {
  const image = facts.shape(step.inputs[0]!) ?? [];
  const orientation = facts.orientation(step.inputs[0]!);
  if (image.length !== 4 || made.length !== 3 || orientation === 'none') return undefined;
  const last = orientation === 'nhwc';
  const [n, height, width, channels] = (last ? image : [image[0], image[2], image[3], image[1]]) as [number, number, number, number]; // biome-ignore format: one line
  const expected = last ? [n, height * width, channels] : [n, channels, height * width];
  if (made.join() !== expected.join() || height * width <= 1) return undefined;
  return { height, width, channels, axis: last ? 1 : 2, first: 0, batch: 0 };
}

/** A step that leaves every cell where it is. */
function kept(step: Step, made: Shape, facts: Facts, before: PatchAxis | undefined): PatchAxis | undefined {
  const sizes = step.inputs.map(name => facts.shape(name) ?? []);
  const fits = (shape: Shape) => shape.length === made.length && shape[before!.axis] === made[before!.axis];
  const whole = step.operation === 'Reshape' ? sizes[0]?.join() === made.join() : sizes.some(fits);
  return before && whole && made[before.axis]! > 1 ? before : undefined;
}

function transposed(step: Step, before: PatchAxis): PatchAxis | undefined {
  const order = step.attributes.ints('perm');
  return order && { ...before, axis: order.indexOf(before.axis), batch: order.indexOf(before.batch) };
}

/** Class tokens are joined before the patches or behind them; one that is repeated for every image has no shape yet. */
function joined(step: Step, made: Shape, facts: Facts, before: PatchAxis, found: ReadonlyMap<string, PatchAxis>) {
  const along = step.attributes.int('axis', 0);
  if ((along < 0 ? along + made.length : along) !== before.axis) return before;
  const at = step.inputs.findIndex(name => found.has(name));
  if (step.inputs.some((name, other) => other !== at && found.has(name))) return undefined;
  const sizes = step.inputs.map(
    name => (facts.constant(name)?.shape ?? facts.shape(name))?.[before.axis] ?? Number.NaN,
  );
  const sum = (some: readonly number[]) => some.reduce((total, size) => total + size, 0);
  const counted = [sum(sizes.slice(0, at)), made[before.axis]! - sum(sizes.slice(at))];
  const added = counted.find(Number.isInteger);
  return added === undefined ? undefined : { ...before, first: before.first + added };
}

/** A range of the tokens that holds the whole grid. */
function cut(step: Step, facts: Facts, before: PatchAxis): PatchAxis | undefined {
  const range = rangeOf(step, facts, before.axis);
  if (range === 'all') return before;
  const end = before.first + before.height * before.width;
  if (!range || range.start > before.first || range.end < end) return undefined;
  return { ...before, first: before.first - range.start };
}

/** The indices that `Slice` takes along an axis; `undefined` where they are not constants one apart. */
function rangeOf(step: Step, facts: Facts, axis: number): { start: number; end: number } | 'all' | undefined {
  const shape = facts.shape(step.inputs[0]!)!;
  const list = (at: number) => {
    const known = facts.constant(step.inputs[at] ?? '');
    return known && [...known.data];
  };
  const [starts, ends, named, steps] = [1, 2, 3, 4].map(list);
  if (!starts || !ends || (step.inputs[3] && !named) || (step.inputs[4] && !steps)) return undefined;
  const axes = (named ?? starts.map((_, at) => at)).map(one => (one < 0 ? one + shape.length : one));
  const at = axes.indexOf(axis);
  if (at < 0) return 'all';
  if (steps && steps[at] !== 1) return undefined;
  const size = shape[axis]!;
  const within = (index: number) => Math.max(0, Math.min(size, index < 0 ? index + size : index));
  return { start: within(starts[at]!), end: within(ends[at]!) };
}

/** Whether a step takes tokens out that are none of the cells, such as the class token. */
export function skipsPatches(step: Step, facts: Facts, found: ReadonlyMap<string, PatchAxis>): boolean {
  const read = found.get(step.inputs[0]!);
  if (!read) return false;
  const end = read.first + read.height * read.width;
  const range = step.operation === 'Slice' ? rangeOf(step, facts, read.axis) : undefined;
  if (range && range !== 'all') return range.end <= read.first || range.start >= end;
  return step.operation === 'Gather' && gathered(step, facts, read)?.every(at => at < read.first || at >= end) === true;
}

function gathered(step: Step, facts: Facts, { axis }: PatchAxis): number[] | undefined {
  const shape = facts.shape(step.inputs[0]!)!;
  const along = step.attributes.int('axis', 0);
  const indices = facts.constant(step.inputs[1] ?? '');
  if (!indices || sizeOf(indices.shape) === 0 || (along < 0 ? along + shape.length : along) !== axis) return undefined;
  return [...indices.data].map(index => (index < 0 ? index + shape[axis]! : index));
}

const cellwise: ReadonlySet<string> = new Set(
  'Add Sub Mul Div Pow Sqrt Reciprocal Abs Neg Exp Log Erf Relu LeakyRelu PRelu Clip Sigmoid HardSigmoid HardSwish Elu Celu Selu Tanh Gelu Mish Softplus Softsign Swish Sum Mean Max Min Where Identity Dropout Cast QuantizeLinear DequantizeLinear LayerNormalization RMSNormalization Softmax ReduceMean ReduceSum ReduceSumSquare ReduceL2 Split'.split(
    ' ',
  ),
);
