/** A run of indices along an axis: of the batch's images, of the grid's rows or columns, or of anything else, mostly channels. */
export interface Stretch {
  readonly of: 'image' | 'row' | 'column' | 'other';
  readonly size: number;
  /** How many rows (columns) two neighbours are apart: more than one where an axis was cut into windows. */
  readonly step: number;
}

/** All cells of the grid in one axis with tokens beside them that are none of them, such as a class token. */
export interface Tokens {
  readonly of: 'tokens';
  readonly size: number;
  /** How many tokens come before the first cell. */
  readonly first: number;
  readonly cells: readonly Stretch[];
}

export type Factor = Stretch | Tokens;

/**
 * Where the cells of an image's grid lie in a value of any shape: every axis as the product of what it counts, the slowest
 * first. Windows of 7 x 7 in 28 x 28 cells are (image, 4 of rows a step of 7 apart, 4 of columns), (7 rows, 7 columns), channels.
 */
export interface Arrangement {
  readonly axes: readonly (readonly Factor[])[];
  /** Channels of the stream that the value belongs to: as it was embedded, or joined last. */
  readonly channels: number;
  /** `false` where a single image hides on which side of another factor the images are counted. */
  readonly sure: boolean;
}

export interface GridSize {
  readonly height: number;
  readonly width: number;
}

export const stretch = (of: Stretch['of'], size: number, step = 1): Stretch => ({ of, size, step });

const isCell = (factor: Factor): boolean => factor.of === 'row' || factor.of === 'column' || factor.of === 'tokens';

/** Whether an axis counts cells of the grid. */
export const countsCells = (axis: readonly Factor[] | undefined): boolean => axis?.some(isCell) === true;

/** Images x channels x rows x columns. */
export const imageArrangement = ([images, channels, height, width]: readonly number[]): Arrangement => ({
  axes: [
    [stretch('image', images!)],
    [stretch('other', channels!)],
    [stretch('row', height!)],
    [stretch('column', width!)],
  ].map(tidy),
  channels: channels!,
  sure: true,
});

export function gridOf({ axes }: Pick<Arrangement, 'axes'>): GridSize {
  const cells = cellsOf(axes);
  const product = (of: Stretch['of']) => cells.filter(each => each.of === of).reduce((all, { size }) => all * size, 1);
  return { height: product('row'), width: product('column') };
}

/** How many numbers a cell has. */
export const widthOf = ({ axes }: Pick<Arrangement, 'axes'>): number =>
  axes.flat().reduce((all, { of, size }) => (of === 'other' ? all * size : all), 1);

const cellsOf = (axes: Arrangement['axes']): Stretch[] =>
  axes.flat().flatMap(factor => (factor.of === 'tokens' ? factor.cells : isCell(factor) ? [factor as Stretch] : []));

/** The arrangement with other axes, if a grid of more than one cell is left: the cells that its finest steps make. */
export function arranged(before: Arrangement, axes: readonly (readonly Factor[])[]): Arrangement | undefined {
  const finest = { row: finestStep(axes, 'row'), column: finestStep(axes, 'column') };
  const coarse = (each: Stretch): Stretch =>
    each.of === 'row' || each.of === 'column' ? { ...each, step: each.step / finest[each.of] } : each;
  const scaled = axes.map(axis =>
    tidy(
      axis.map(each => (each.of === 'tokens' ? { ...each, cells: tidyRuns(each.cells.map(coarse)) } : coarse(each))),
    ),
  );
  const { height, width } = gridOf({ axes: scaled });
  return height * width > 1 && isWhole(scaled, 'row') && isWhole(scaled, 'column')
    ? { ...before, axes: scaled }
    : undefined;
}

function finestStep(axes: Arrangement['axes'], of: Stretch['of']): number {
  const steps = cellsOf(axes).flatMap(each => (each.of === of ? [each.step] : []));
  return steps.length === 0 ? 1 : Math.min(...steps);
}

/** Whether the runs together count every row (column) once. */
function isWhole(axes: Arrangement['axes'], of: Stretch['of']): boolean {
  const runs = bySteps(cellsOf(axes), of);
  return runs.every(({ step }, at) => step === (at + 1 < runs.length ? runs[at + 1]!.step * runs[at + 1]!.size : 1));
}

const bySteps = (runs: readonly Stretch[], of: Stretch['of']): Stretch[] =>
  runs.filter(each => each.of === of).toSorted((a, b) => b.step - a.step);

/** The same numbers in another shape; `undefined` where an axis is cut through what cannot be cut. */
export function reshapedTo(before: Arrangement, shape: readonly number[]): Arrangement | undefined {
  const queue = before.axes.flat();
  const sure = before.sure && !hidesImages(before, shape);
  const axes: Factor[][] = [];
  for (const size of shape) {
    const axis = taken(queue, size);
    if (!axis) return undefined;
    axes.push(axis);
  }
  axes.at(-1)?.push(...queue.splice(0));
  return arranged({ ...before, sure }, axes);
}

/** Takes factors from the front until they fill an axis, splitting the last where it is longer. */
function taken(queue: Factor[], size: number): Factor[] | undefined {
  const axis: Factor[] = [];
  let left = size;
  if (size === 1 && queue[0]?.size === 1) return [queue.shift()!];
  while (left > 1 && queue.length > 0) {
    const next = queue.shift()!;
    const part = left % next.size === 0 ? next : split(next, left, queue);
    if (!part) return undefined;
    axis.push(part);
    left /= part.size;
  }
  return left === 1 ? axis : undefined;
}

function split(factor: Factor, size: number, queue: Factor[]): Stretch | undefined {
  if (factor.of === 'tokens' || factor.size % size !== 0) return undefined;
  const rest = factor.size / size;
  queue.unshift({ ...factor, size: rest });
  return { ...factor, size, step: factor.step * rest };
}

/** A single image behind something else may go to either side of it, unless it has an axis of its own again. */
function hidesImages({ axes }: Arrangement, shape: readonly number[]): boolean {
  const all = axes.flat();
  const at = all.findIndex(({ of }) => of === 'image');
  const before = all.slice(0, at).reduce((product, { size }) => product * size, 1);
  if (at < 0 || all[at]!.size > 1 || before === 1) return false;
  let seen = 1;
  return !shape.some(size => {
    const here = seen === before && size === 1;
    seen *= size;
    return here;
  });
}

/** Neighbours that count on from one another are one run; runs of one are none, but for the images'. */
function tidy(axis: readonly Factor[]): Factor[] {
  const joined: Factor[] = [];
  for (const factor of axis) {
    const last = joined.at(-1);
    if (factor.size === 1 && factor.of !== 'image') continue;
    if (last && follows(last, factor))
      joined[joined.length - 1] = { ...(factor as Stretch), size: last.size * factor.size };
    else joined.push(factor);
  }
  return joined;
}

const tidyRuns = (runs: readonly Stretch[]): Stretch[] => tidy(runs) as Stretch[];

const follows = (last: Factor, next: Factor): boolean =>
  last.of === next.of &&
  last.of !== 'tokens' &&
  last.of !== 'image' &&
  (last.of === 'other' || (last as Stretch).step === (next as Stretch).step * next.size);

/** Whether two values of one shape have their cells in the same places; what channels are is not asked. */
export const sameCells = (a: Arrangement, b: Arrangement): boolean =>
  a.axes.length === b.axes.length && a.axes.every((axis, at) => cellText(axis) === cellText(b.axes[at]!));

const cellText = (axis: readonly Factor[]): string => JSON.stringify(axis.filter(isCell));

/** Whether images, rows and columns have an axis each, the channels the one left: as N, C, H, W. */
export const isImage = (found: Arrangement): boolean => lies(found, ['image', 'other', 'row', 'column']);

/** The same as N, H, W, C. */
export const isImageLast = (found: Arrangement): boolean => lies(found, ['image', 'row', 'column', 'other']);

const lies = ({ axes }: Arrangement, order: readonly Stretch['of'][]): boolean =>
  axes.length === 4 && axes.every((axis, at) => axis.every(({ of }) => of === order[at]));

/** Where in memory the entry of an image, row, column and channel lies: the sum of four numbers. */
export interface Places extends GridSize {
  readonly image: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly channels: readonly number[];
  readonly first: number;
}

/** @param images how many there are: the arrangement was seen with another number of them */
export function placesOf({ axes }: Pick<Arrangement, 'axes'>, images: number): Places {
  let stride = 1;
  let [image, first] = [0, 0];
  const found: (Stretch & { readonly stride: number })[] = [];
  const walk = (factor: Factor): void => {
    if (factor.of === 'tokens') {
      const [inner, whole] = [stride, stride * factor.size];
      first += factor.first * inner;
      for (const cell of factor.cells.toReversed()) walk(cell);
      stride = whole;
      return;
    }
    if (factor.of === 'image') image = stride;
    else found.unshift({ ...factor, stride });
    stride *= factor.of === 'image' ? images : factor.size;
  };
  for (const factor of axes.flat().toReversed()) walk(factor);
  const along = (runs: typeof found) => offsets(runs.map(({ size, stride: each }) => ({ size, stride: each })));
  const [rows, columns] = (['row', 'column'] as const).map(of => along(bySteps(found, of) as typeof found));
  const channels = along(found.filter(({ of }) => of === 'other'));
  return { height: rows!.length, width: columns!.length, image, rows: rows!, columns: columns!, channels, first };
}

/** Every index of some runs, the slowest first, as an offset. */
function offsets(runs: readonly { size: number; stride: number }[]): number[] {
  return runs.reduce<number[]>(
    (all, { size, stride }) => all.flatMap(offset => Array.from({ length: size }, (_, at) => offset + at * stride)),
    [0],
  );
}
