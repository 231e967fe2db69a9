import type { Grid, Heatmap } from '../../src/core/heatmap.ts';
import { attentionShift } from '../../src/metrics/attention-shift.ts';
import { fillRandom } from './random.ts';
import type { Row } from './row.ts';
import { quickest, type Timing, timed } from './stopwatch.ts';
import type { Bench } from './task.ts';

type Pair = readonly [Heatmap, Heatmap];

/** From 20 x 20 on maps are solved on a grid of about that size: the time should stop growing there. */
const grids: readonly Grid[] = [
  [7, 7],
  [10, 7],
  [14, 14],
  [20, 20],
  [28, 28],
  [56, 56],
].map(([width, height]) => ({ width: width!, height: height! }));

/** What the headline metric costs per pair of maps, which is all that grows faster than the number of cells. */
export async function transport({ quick }: Bench): Promise<Row[]> {
  return grids.map(grid => {
    const pairs = Array.from({ length: quick ? 2 : 8 }, (_, seed) => pairsOn(grid, seed)).flat();
    for (const [before, after] of pairs.slice(0, kinds.length)) attentionShift.drift(before, after);
    return row(grid, pairs.map(timingOf));
  });
}

function timingOf([before, after]: Pair): Timing {
  return quickest([1, 2, 3].map(() => timed(() => attentionShift.drift(before, after))));
}

function row({ width, height }: Grid, taken: readonly Timing[]): Row {
  const mean = taken.reduce((sum, { wall }) => sum + wall, 0) / taken.length;
  return {
    benchmark: 'attention shift, worst pair of maps',
    subject: `${width}x${height}`,
    measured: `mean ${mean.toFixed(2)} ms of ${taken.length} pairs, each the quickest of 3 runs`,
    result: Math.max(...taken.map(({ wall }) => wall)),
    cpu: Math.max(...taken.map(({ cpu }) => cpu)),
    unit: 'ms',
    target: { most: 50 },
  };
}

/** Noise, smooth maps, maps without a common cell, and the same with ties everywhere, which take the most steps. */
const kinds: readonly ((grid: Grid, seed: number) => Pair)[] = [
  (grid, seed) => [noise(grid, seed), noise(grid, -seed - 1)],
  (grid, seed) => [blob(grid, seed), blob(grid, -seed - 1)],
  (grid, seed) => [half(noise(grid, seed), 0), half(noise(grid, seed), 1)],
  grid => [half(even(grid), 0), half(even(grid), 1)],
];

const pairsOn = (grid: Grid, seed: number) => kinds.map(kind => kind(grid, seed));

function noise({ width, height }: Grid, seed: number): Heatmap {
  const data = fillRandom(new Float32Array(width * height), 7919 * seed).map(Math.abs);
  return { width, height, data };
}

function blob({ width, height }: Grid, seed: number): Heatmap {
  const [x, y] = fillRandom(new Float32Array(2), 104729 * seed).map(Math.abs);
  const data = new Float32Array(width * height).map((_, cell) => {
    const dx = (cell % width) / width - x!;
    const dy = Math.floor(cell / width) / height - y!;
    return Math.exp(-20 * (dx * dx + dy * dy));
  });
  return { width, height, data };
}

const even = ({ width, height }: Grid): Heatmap => ({ width, height, data: new Float32Array(width * height).fill(1) });

const half = (map: Heatmap, side: 0 | 1): Heatmap => ({
  ...map,
  data: map.data.map((value, cell) => (cell % map.width < map.width / 2 === (side === 0) ? value : 0)),
});
