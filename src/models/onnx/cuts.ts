import {
  type Arrangement,
  arranged,
  countsCells,
  type Factor,
  type Stretch,
  stretch,
  type Tokens,
} from '../_arrangement.ts';
import { arrangementAt, counted, kept, made, shapeAt } from './cells.ts';
import type { CellRule, Followed } from './operation.ts';
import { type Shape, sizeOf } from './value.ts';

interface Range {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

type Left = readonly Factor[] | 'beside' | undefined;

/** What a range of an axis leaves of it: `beside` when it takes tokens that are none of the cells. */
function cut(axis: readonly Factor[], range: Range): Left {
  const { start, step, count } = range;
  if (start === 0 && step === 1 && count === sizeOf(axis.map(({ size }) => size))) return axis;
  if (!countsCells(axis)) return axis.some(({ of }) => of === 'image') ? undefined : [stretch('other', count)];
  const [only, ...more] = axis;
  if (!only || more.length > 0) return undefined;
  return only.of === 'tokens' ? cutTokens(only, range) : cutRun(only, range);
}

/** Every second row, or every third; the last may stand for fewer. */
function cutRun(only: Stretch, { start, step, count }: Range): Left {
  const end = start + count * step;
  const isEvery = step > 1 && start >= 0 && start < step && end >= only.size && end - step < only.size;
  return isEvery ? [{ ...only, size: count, step: only.step * step }] : undefined;
}

function cutTokens(only: Tokens, { start, step, count }: Range): Left {
  const cells = sizeOf(only.cells.map(({ size }) => size));
  const last = start + (count - 1) * step;
  const [low, high] = step > 0 ? [start, last] : [last, start];
  if (high < only.first || low >= only.first + cells) return 'beside';
  if (step !== 1 || low > only.first || high < only.first + cells - 1) return undefined;
  return count === cells ? only.cells : [{ ...only, size: count, first: only.first - low }];
}

function afterCuts(before: Arrangement | undefined, cuts: ReadonlyMap<number, Range>): Followed {
  if (!before) return undefined;
  const axes = before.axes.map((axis, at) => (cuts.has(at) ? cut(axis, cuts.get(at)!) : axis));
  if (axes.includes('beside')) return 'beside';
  if (axes.includes(undefined)) return undefined;
  return kept(arranged(before, axes as readonly (readonly Factor[])[]));
}

export const slicing: CellRule = (step, facts) => {
  const shape = shapeAt(step, facts);
  const list = (name: string, at: number) => {
    const known = facts.constant(step.inputs[at] ?? '');
    return step.attributes.ints(name) ?? (known && [...known.data]);
  };
  const [starts, ends] = [list('starts', 1), list('ends', 2)];
  if (!starts || !ends || (step.inputs[3] && !list('axes', 3)) || (step.inputs[4] && !list('', 4))) return undefined;
  const axes = (list('axes', 3) ?? starts.map((_, at) => at)).map(axis => counted(axis, shape.length));
  const steps = list('', 4) ?? starts.map(() => 1);
  const ranges = axes.map((axis, at) => [axis, rangeOf(shape[axis]!, starts[at]!, ends[at]!, steps[at]!)] as const);
  return afterCuts(arrangementAt(step, facts), new Map(ranges));
};

function rangeOf(size: number, from: number, to: number, step: number): Range {
  const within = (index: number, low: number, high: number) =>
    Math.max(low, Math.min(high, index < 0 ? index + size : index));
  const start = step > 0 ? within(from, 0, size) : within(from, 0, size - 1);
  const end = step > 0 ? within(to, 0, size) : within(to, -1, size - 1);
  return { start, step, count: Math.max(0, Math.ceil((end - start) / step)) };
}

export const splitting: CellRule = (step, facts, output) => {
  const shape = shapeAt(step, facts);
  const axis = counted(step.attributes.int('axis', 0), shape.length);
  const sizes = step.outputs.map((_, at) => made(step, facts, at)[axis] ?? Number.NaN);
  const start = sizes.slice(0, output).reduce((sum, size) => sum + size, 0);
  if (!Number.isInteger(start)) return undefined;
  return afterCuts(arrangementAt(step, facts), new Map([[axis, { start, step: 1, count: sizes[output]! }]]));
};

/** One index takes its axis away, a list keeps it, a table of them makes axes of it. */
export const gathering: CellRule = (step, facts) => {
  const before = arrangementAt(step, facts);
  const indices = facts.constant(step.inputs[1] ?? '');
  const axis = counted(step.attributes.int('axis', 0), before?.axes.length ?? 0);
  if (!before || !indices || indices.data.length === 0) return undefined;
  const gathered = before.axes[axis]!;
  const size = shapeAt(step, facts)[axis]!;
  const places = [...indices.data].map(at => counted(at, size));
  const found = places.map(start => cut(gathered, { start, step: 1, count: 1 }));
  if (found.every(each => each === 'beside')) return 'beside';
  const axes = countsCells(gathered) ? blocks(gathered, places, indices.shape) : others(gathered, indices.shape);
  return axes && kept(arranged(before, before.axes.toSpliced(axis, 1, ...axes)));
};

const others = (axis: readonly Factor[], shape: Shape): Factor[][] | undefined =>
  axis.some(({ of }) => of === 'image') ? undefined : shape.map(size => [stretch('other', size)]);

/** Every row (column) once, in a table of blocks that do not overlap: as a kernel's places, times the places where it stands. */
function blocks(axis: readonly Factor[], places: readonly number[], shape: Shape): Factor[][] | undefined {
  const [only, ...more] = axis;
  if (!only || only.of === 'tokens' || more.length > 0 || places.length !== only.size) return undefined;
  const apart = shape.map((_, at) => sizeOf(shape.slice(at + 1)));
  const steps = shape.map((size, at) => (size > 1 ? places[apart[at]!]! - places[0]! : 1));
  const expected = (at: number) => steps.reduce((sum, step, of) => sum + step * (Math.floor(at / apart[of]!) % shape[of]!), 0); // biome-ignore format: one formula
  if (places.some((place, at) => place !== expected(at)) || steps.some(step => step < 1)) return undefined;
  return shape.map((size, at) => [{ ...only, size, step: only.step * steps[at]! }]);
}
