import type { Call } from '../call.ts';

/** How a window slides over height and width: the form that convolutions and pooling share. */
export interface Windows {
  readonly kernel: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
  /** Rows above, below; columns left, right. */
  readonly pads: readonly [Pair, Pair];
  /** Output rows and columns. */
  readonly grid: Pair;
  /** Rows below and columns right that only the rounding-up of the output size needs. */
  readonly extra: Pair;
}
export type Pair = readonly [number, number];

/** @param kernel the window's rows and columns; @param size the input's */
export function windowsOf(call: Call, kernel: readonly number[], size: Pair): Windows {
  const { attributes } = call;
  const spatial = (name: string) => pair(call, attributes.ints(name) ?? [1, 1]);
  const [window, strides, dilations] = [pair(call, kernel), spatial('strides'), spatial('dilations')];
  const reach = both(at => (window[at] - 1) * dilations[at] + 1);
  const pads = padding(call, size, reach, strides);
  const ceil = attributes.int('ceil_mode', 0) === 1;
  const grid = both(at => steps(size[at], pads[at], reach[at], strides[at], ceil));
  const needed = both(at => (grid[at] - 1) * strides[at] + reach[at] - size[at] - pads[at][0] - pads[at][1]);
  if (grid.some(length => length < 1)) call.fail(`has a window larger than its input (${size.join(' x ')})`);
  return { kernel: window, strides, dilations, pads, grid, extra: both(at => Math.max(0, needed[at])) };
}

/** A window that starts behind the input and its padding does not count, although rounding up asks for it. */
function steps(size: number, [before, after]: Pair, reach: number, stride: number, ceil: boolean): number {
  const exact = (size + before + after - reach) / stride + 1;
  if (!ceil) return Math.floor(exact);
  const rounded = Math.ceil(exact);
  return (rounded - 1) * stride >= size + before ? rounded - 1 : rounded;
}

function padding(call: Call, size: Pair, reach: Pair, strides: Pair): readonly [Pair, Pair] {
  const mode = call.attributes.string('auto_pad', 'NOTSET');
  call.attributes.require('auto_pad', mode, ['NOTSET', 'VALID', 'SAME_UPPER', 'SAME_LOWER']);
  const [top, left, bottom, right] = call.attributes.ints('pads') ?? [0, 0, 0, 0];
  if (mode === 'NOTSET') {
    if (bottom === undefined || right === undefined) return call.fail('slides over other than two dimensions');
    return [
      [top!, bottom],
      [left!, right],
    ];
  }
  return both(at => {
    const total = Math.max(0, (Math.ceil(size[at] / strides[at]) - 1) * strides[at] + reach[at] - size[at]);
    const small = Math.floor(total / 2);
    if (mode === 'VALID') return [0, 0] as const;
    return mode === 'SAME_UPPER' ? ([small, total - small] as const) : ([total - small, small] as const);
  });
}

export function pair(call: Call, values: readonly number[]): Pair {
  const [rows, columns] = values;
  if (values.length !== 2 || !(rows! >= 1) || !(columns! >= 1))
    return call.fail(`slides over ${values.length} dimensions (${values.join(', ')}); expected two, of at least 1`);
  return [rows!, columns!];
}

export const both = <T>(value: (at: 0 | 1) => T): readonly [T, T] => [value(0), value(1)];
