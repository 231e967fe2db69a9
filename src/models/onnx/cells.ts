import {
  type Arrangement,
  arranged,
  countsCells,
  type Factor,
  imageArrangement,
  isImage,
  reshapedTo,
  type Stretch,
  sameCells,
  stretch,
  type Tokens,
  widthOf,
} from '../_arrangement.ts';
import type { CellFacts, CellRule, Followed, Step } from './operation.ts';

import { type Shape, sizeOf } from './value.ts';

export const shapeAt = ({ inputs }: Step, facts: CellFacts, at = 0): Shape => facts.shape(inputs[at] ?? '') ?? [];
export const arrangementAt = ({ inputs }: Step, facts: CellFacts, at = 0) => facts.arrangement(inputs[at] ?? '');
export const made = (step: Step, facts: CellFacts, output = 0): Shape => facts.shape(step.outputs[output] ?? '') ?? [];
export const kept = (to: Arrangement | undefined): Followed => to && { arrangement: to, mixes: false };
export const counted = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

/** Every cell stays: what is known of the inputs, where they agree and none is repeated. A sum of streams is a stream. */
export const inPlace: CellRule = (step, facts) => {
  const shape = made(step, facts);
  const fits = (found: Arrangement, own: Shape) =>
    own.length === shape.length && found.axes.every((axis, at) => !countsCells(axis) || own[at] === shape[at]);
  const read = step.inputs.flatMap(name => {
    const found = facts.arrangement(name);
    return found && fits(found, facts.shape(name)!) ? [found] : [];
  });
  // Where the images are counted in one of them they are counted in all.
  const [first, ...rest] = read.toSorted((a, b) => Number(b.sure) - Number(a.sure));
  if (!first || rest.some(other => !sameCells(first, other))) return undefined;
  const axes = first.axes.map((axis, at) => (countsCells(axis) ? axis : resized(axis, shape[at]!)));
  const all = arranged(first, axes);
  const streams = step.inputs.filter(name => facts.shape(name)?.join() === shape.join() && !facts.constant(name));
  return kept(all && new Set(streams).size > 1 ? { ...all, channels: widthOf(all) } : all);
};

/** An axis that counts no cells, of another length. */
function resized(axis: readonly Factor[], size: number): readonly Factor[] {
  if (axis.reduce((product, factor) => product * factor.size, 1) === size) return axis;
  return [...axis.filter(({ of }) => of === 'image'), stretch('other', size)];
}

/** The same, of an operator that mixes the cells of some axes. */
export const normalised =
  (axesOf: (step: Step, rank: number, facts: CellFacts) => readonly number[]): CellRule =>
  (step, facts, output) => {
    const found = followedOf(inPlace(step, facts, output));
    const before = arrangementAt(step, facts);
    const axes = axesOf(step, shapeAt(step, facts).length, facts);
    return found && { arrangement: found, mixes: axes.some(axis => countsCells(before?.axes[axis])) };
  };

const followedOf = (found: Followed): Arrangement | undefined =>
  typeof found === 'object' ? found.arrangement : undefined;

/** What makes an image of an image, and windows of windows; where nothing is known of the input, it is taken for an image. */
export const anImage: CellRule = (step, facts) => {
  const before = arrangementAt(step, facts);
  const shape = made(step, facts);
  if (shape.length !== 4) return undefined;
  if (before && !isImage(before)) return kept(windowsOf(before, shape));
  const image = imageArrangement(shape);
  return kept(arranged(image, image.axes));
};

/** Windows of the image, each with channels, rows and columns, counted along the axis of the images: they have cells of their own. */
function windowsOf(before: Arrangement, shape: Shape): Arrangement | undefined {
  const [windows, channels, ...inside] = before.axes;
  const isOf = (of: Factor['of'], axis: readonly Factor[] | undefined) => axis?.length === 1 && axis[0]!.of === of;
  if (!isOf('row', inside[0]) || !isOf('column', inside[1])) return undefined;
  if (channels!.some(({ of }) => of !== 'other')) return undefined;
  const axes = inside.map((axis, at) => {
    const [run] = axis as readonly [Stretch];
    return [{ ...run, size: shape[2 + at]!, step: (run.step * run.size) / shape[2 + at]! }];
  });
  const found = arranged(before, [windows!, [stretch('other', shape[1]!)], ...axes]);
  return found && { ...found, channels: shape[1]! };
}

export const reshaping: CellRule = (step, facts) => {
  const before = arrangementAt(step, facts);
  return kept(before && reshapedTo(before, made(step, facts)));
};

export const transposing: CellRule = (step, facts) => {
  const before = arrangementAt(step, facts);
  const order = step.attributes.ints('perm') ?? before?.axes.map((_, at, { length }) => length - 1 - at) ?? [];
  return kept(
    before &&
      arranged(
        before,
        order.map(axis => before.axes[axis] ?? []),
      ),
  );
};

/** Rows of the left one stay, columns of the right one; what they are summed over is gone. */
export const multiplying: CellRule = (step, facts) => {
  const shape = made(step, facts);
  const rank = shape.length;
  const isDense = [0, 1].some(at => facts.constant(step.inputs[at] ?? '')?.shape.length === 2);
  const right = arrangementAt(step, facts, 1);
  const left = besideWeights(arrangementAt(step, facts), isDense);
  const fromLeft =
    left?.axes.length === rank ? product(left, left.axes.with(-1, [stretch('other', shape.at(-1)!)]), -1) : undefined;
  const fromRight =
    right?.axes.length === rank
      ? product(right, right.axes.with(-2, [stretch('other', shape.at(-2)!)]), -2)
      : undefined;
  const found = fromLeft ?? fromRight;
  return found && { arrangement: found, mixes: !isDense || !fromLeft };
};

/** Weights sum over as many numbers for any number of images, so a single image that hides among those is counted before them. */
function besideWeights(before: Arrangement | undefined, isDense: boolean): Arrangement | undefined {
  const [summed = [], last = []] = [before?.axes.at(-1), before?.axes.at(-2)];
  const isImages = ({ of }: Factor) => of === 'image';
  if (!before || !isDense || before.axes.length < 2 || !summed.some(isImages)) return before;
  const axes = before.axes.with(-2, [...last, ...summed.filter(isImages)]);
  return {
    ...before,
    axes: axes.with(
      -1,
      summed.filter(factor => !isImages(factor)),
    ),
  };
}

/** Cells that are summed over, as when patches are embedded, leave coarser ones: a stream of its own. */
function product(before: Arrangement, axes: readonly (readonly Factor[])[], summed: number): Arrangement | undefined {
  const found = arranged(before, axes);
  return found && countsCells(before.axes.at(summed)) ? { ...found, channels: widthOf(found) } : found;
}

/** The matrix product of two axes. */
export const denseCells: CellRule = (step, facts) => {
  const before = besideWeights(arrangementAt(step, facts), true);
  if (before?.axes.length !== 2 || step.attributes.int('transA', 0) === 1) return undefined;
  return kept(product(before, before.axes.with(1, [stretch('other', made(step, facts)[1]!)]), 1));
};

/** Class tokens are joined to the cells, before or behind; along other axes all parts have to agree. */
export const joining: CellRule = (step, facts) => {
  const shape = made(step, facts);
  const axis = counted(step.attributes.int('axis', 0), shape.length);
  const found = step.inputs.map(name => facts.arrangement(name));
  const known = found.filter(each => each !== undefined);
  const first = known[0];
  if (!first || first.axes.length !== shape.length) return undefined;
  if (!countsCells(first.axes[axis])) {
    const agree = known.every(other => sameCells(first, other));
    return agree ? kept(arranged(first, first.axes.with(axis, resized(first.axes[axis]!, shape[axis]!)))) : undefined;
  }
  if (known.length > 1) return undefined;
  const tokens = besides(step, facts, first.axes[axis]!, axis, shape[axis]!);
  return tokens && kept(arranged(first, first.axes.with(axis, [tokens])));
};

function besides(
  step: Step,
  facts: CellFacts,
  cells: readonly Factor[],
  axis: number,
  size: number,
): Tokens | undefined {
  const at = step.inputs.findIndex(name => facts.arrangement(name));
  const sizes = step.inputs.map(name => (facts.constant(name)?.shape ?? facts.shape(name))?.[axis] ?? Number.NaN);
  const sum = (some: readonly number[]) => some.reduce((total, each) => total + each, 0);
  const before = [sum(sizes.slice(0, at)), size - sum(sizes.slice(at))].find(Number.isInteger);
  const inner = withTokens(cells);
  return before === undefined || !inner ? undefined : { ...inner, size, first: before + inner.first };
}

/** An axis of cells alone, or with tokens beside them already. */
function withTokens(cells: readonly Factor[]): Tokens | undefined {
  if (cells.length === 1 && cells[0]!.of === 'tokens') return cells[0] as Tokens;
  if (cells.some(({ of }) => of !== 'row' && of !== 'column')) return undefined;
  return { of: 'tokens', size: sizeOf(cells.map(({ size }) => size)), first: 0, cells: cells as readonly Stretch[] };
}

/** What is reduced over is gone; cells that are reduced over leave coarser ones. */
export const reducing: CellRule = (step, facts) => {
  const before = arrangementAt(step, facts);
  const shape = shapeAt(step, facts);
  const axes = reducedAxes(step, facts);
  if (!before || !axes) return undefined;
  const isGone = (at: number) => axes.includes(at);
  if (before.axes.some((axis, at) => isGone(at) && axis.some(({ of }) => of === 'image' || of === 'tokens')))
    return undefined;
  const keep = made(step, facts).length === shape.length;
  const left = before.axes.flatMap((axis, at) => (isGone(at) ? (keep ? [[]] : []) : [axis]));
  const coarser = before.axes.some((axis, at) => isGone(at) && countsCells(axis));
  const found = arranged(before, left);
  return found && { arrangement: coarser ? { ...found, channels: widthOf(found) } : found, mixes: coarser };
};

/** The axes that a reduction names, counted from the start; `undefined` where they are not known. */
export function reducedAxes(step: Step, facts: Pick<CellFacts, 'shape' | 'constant'>): readonly number[] | undefined {
  const rank = facts.shape(step.inputs[0] ?? '')?.length ?? 0;
  const input = step.inputs[1] ? facts.constant(step.inputs[1]) : undefined;
  if (step.inputs[1] && !input) return undefined;
  const named = step.attributes.ints('axes') ?? (input ? [...input.data] : []);
  if (named.length > 0) return named.map(axis => counted(axis, rank));
  return step.attributes.int('noop_with_empty_axes', 0) === 1 ? [] : Array.from({ length: rank }, (_, axis) => axis);
}

/** The same cells where nothing grows; of an image, an image. */
export const surrounding: CellRule = (step, facts, output) =>
  shapeAt(step, facts).join() === made(step, facts).join() ? inPlace(step, facts, output) : wider(step, facts, output);

const wider: CellRule = (step, facts, output) => {
  const before = arrangementAt(step, facts);
  if (!before || isImage(before)) return before && anImage(step, facts, output);
  const pads = step.attributes.ints('pads') ?? [...(facts.constant(step.inputs[1] ?? '')?.data ?? [])];
  const rank = before.axes.length;
  if (pads.length !== 2 * rank || pads.some(size => size < 0)) return undefined;
  const shape = made(step, facts);
  const axes = before.axes.map((axis, at) => padded(axis, pads[at]! + pads[at + rank]!, pads[at]!, shape[at]!));
  return axes.includes(undefined) ? undefined : kept(arranged(before, axes as readonly (readonly Factor[])[]));
};

/** Zeros beside the cells are tokens that are none of them. */
function padded(axis: readonly Factor[], added: number, before: number, size: number): readonly Factor[] | undefined {
  if (added === 0) return axis;
  if (!countsCells(axis)) return resized(axis, size);
  const inner = withTokens(axis);
  return inner && [{ ...inner, size, first: inner.first + before }];
}

/** Nothing moves as long as the shape stays. */
export const repeating: CellRule = (step, facts, output) =>
  shapeAt(step, facts).join() === made(step, facts).join() ? inPlace(step, facts, output) : undefined;
