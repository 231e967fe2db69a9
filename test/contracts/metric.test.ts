import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Grid, Heatmap } from '../../src/core/heatmap.ts';
import { attentionShift } from '../../src/metrics/attention-shift.ts';
import { metrics } from '../../src/metrics/index.ts';
import type { DriftMetric } from '../../src/metrics/metric.ts';
import { assertClose, heatmapOf, random, randomMap, spot } from '../core/_numbers.ts';

/** What every drift metric promises. `breach` is a metric that only this law exposes: it proves that the law can fail. */
interface Law {
  readonly title: string;
  readonly check: (metric: DriftMetric) => void;
  readonly breach: Partial<DriftMetric>;
}

const grids: readonly Grid[] = [
  { width: 7, height: 7 },
  { width: 14, height: 14 },
  { width: 5, height: 9 },
  { width: 2, height: 2 },
  { width: 6, height: 1 },
  { width: 1, height: 1 },
];

const laws: readonly Law[] = [
  {
    title: 'says who it is in a name for configuration, a title and a full sentence',
    check({ name, title, meaning }) {
      assert.match(name, /^[a-z]+(-[a-z]+)*$/);
      assert.match(title, /^[A-Z]/);
      assert.match(meaning, /^[A-Z].{20,}\.$/);
    },
    breach: { meaning: '' },
  },
  {
    title: 'has a test of its own, with numbers worked out by hand or by an outside library',
    check({ name }) {
      const test = readFileSync(new URL(`../metrics/${name}.test.ts`, import.meta.url), 'utf8');
      assert.match(test, /by hand|oracle/);
    },
    breach: { name: 'untested' },
  },
  {
    title: 'is 0 for identical maps on every grid, degenerate maps included',
    check(metric) {
      for (const map of allMaps()) assertClose(metric.drift(map, copy(map)), 0, 1e-12, describe(map));
    },
    breach: { drift: () => 0.01 },
  },
  {
    title: 'is 0 for a map and the same map at another strength',
    check(metric) {
      for (const map of allMaps()) assertClose(metric.drift(map, scaled(map, 64)), 0, 1e-9, describe(map));
    },
    breach: { drift: (a, b) => Math.min(1, Math.abs(a.data[0]! - b.data[0]!)) },
  },
  {
    title: 'stays in 0..1 and is a number for every pair of maps, degenerate ones included',
    check(metric) {
      for (const [a, b] of allPairs()) {
        const drift = metric.drift(a, b);
        assert.ok(drift >= 0 && drift <= 1, `${metric.name}: ${drift} for ${describe(a)} and ${describe(b)}`);
      }
    },
    breach: { drift: (a, b) => correlationWithoutCare(a, b) },
  },
  {
    title: 'notices when all heat goes from one corner to the opposite one',
    check(metric) {
      for (const { width, height } of grids.filter(grid => grid.width * grid.height > 1)) {
        const drift = metric.drift(spot({ width, height }, 0, 0), spot({ width, height }, width - 1, height - 1));
        // SSIM sees few cells change in a large dark map; every other metric answers more than 0.5.
        assert.ok(drift > 0.01, `${metric.name}: ${drift} on ${width}x${height}`);
      }
    },
    breach: { drift: () => 0 },
  },
  {
    title: 'gives the same drift when baseline and candidate change places, unless it declares otherwise',
    check(metric) {
      const differences = allPairs().map(([a, b]) => Math.abs(metric.drift(a, b) - metric.drift(b, a)));
      if (metric.symmetric === false) assert.ok(Math.max(...differences) > 0.01, 'declared asymmetric, but is not');
      else assertClose(Math.max(...differences), 0, 1e-9, metric.name);
    },
    breach: { drift: (a, b) => (a.data[0]! > b.data[0]! ? 0.2 : 0.3) },
  },
  {
    title: 'does not change its maps',
    check(metric) {
      for (const [a, b] of allPairs()) {
        const before = [copy(a), copy(b)];
        metric.drift(a, b);
        assert.deepEqual([a, b], before);
      }
    },
    breach: {
      drift(a) {
        a.data[0] = 7;
        return 0;
      },
    },
  },
  {
    title: 'gives the same number for the same maps every time',
    check(metric) {
      for (const [a, b] of allPairs()) assert.equal(metric.drift(a, b), metric.drift(a, b));
    },
    breach: { drift: () => Math.random() },
  },
  {
    title: 'refuses different grids, empty maps and signed maps instead of making a number up',
    check(metric) {
      const map = randomMap({ width: 2, height: 3 }, 1);
      const others = [
        randomMap({ width: 3, height: 2 }, 1),
        randomMap({ width: 2, height: 4 }, 1),
        scaled(map, 0),
        { ...map, data: Float32Array.of(-1, 2, 3, 0, 0, 0) },
      ];
      for (const other of others) {
        assert.throws(() => metric.drift(map, other), RangeError);
        assert.throws(() => metric.drift(other, map), RangeError);
      }
    },
    breach: { drift: () => 0 },
  },
  {
    title: 'has a reading for every drift: a number with or without a unit',
    check(metric) {
      for (const drift of [0, 1e-17, 0.005, 0.22, 0.5, 0.999999, 1]) {
        assert.match(metric.reading(drift), /^-?\d+(\.\d+)?( %| nats)?$/, String(drift));
      }
    },
    breach: { reading: drift => String(1 / drift) },
  },
];

test('the table of metrics is not empty, and no two share a name', () => {
  assert.ok(metrics.length > 0);
  assert.equal(new Set(metrics.map(metric => metric.name)).size, metrics.length);
});

for (const { title, check, breach } of laws) {
  for (const metric of metrics) test(`${metric.name} ${title}`, () => check(metric));
  test(`a metric that does not is caught: ${title}`, () => {
    assert.throws(() => check({ ...attentionShift, ...breach }));
  });
}

function allPairs(): [Heatmap, Heatmap][] {
  return grids.flatMap(grid => {
    const maps = mapsOn(grid);
    return maps.flatMap(a => maps.map((b): [Heatmap, Heatmap] => [a, b]));
  });
}

function allMaps(): Heatmap[] {
  return grids.flatMap(mapsOn);
}

/** Random, sparse with ties, constant, one hot cell in each of two opposite corners, faint, and one cell slightly warmer. */
function mapsOn(grid: Grid): Heatmap[] {
  const cells = grid.width * grid.height;
  const next = random(cells);
  const sparse = Float32Array.from({ length: cells }, () => Math.max(0, Math.floor(8 * next()) - 5));
  sparse[0] = 1;
  const flat = new Float32Array(cells).fill(0.1);
  return [
    randomMap(grid, 1),
    randomMap(grid, 2),
    heatmapOf(grid, sparse),
    heatmapOf(grid, flat),
    spot(grid, 0, 0),
    spot(grid, grid.width - 1, grid.height - 1),
    scaled(randomMap(grid, 3), 1e-30),
    heatmapOf(
      grid,
      flat.map((value, cell) => (cell === 0 ? value + 1e-7 : value)),
    ),
  ];
}

function scaled(map: Heatmap, factor: number): Heatmap {
  return heatmapOf(
    map,
    map.data.map(value => factor * value),
  );
}

function copy(map: Heatmap): Heatmap {
  return { ...map, data: map.data.slice() };
}

function describe({ width, height, data }: Heatmap): string {
  return `${width}x${height} [${data.subarray(0, 4).join(', ')} ...]`;
}

function correlationWithoutCare({ data: a }: Heatmap, { data: b }: Heatmap): number {
  const [meanA, meanB] = [a, b].map(data => data.reduce((sum, value) => sum + value, 0) / data.length) as [
    number,
    number,
  ];
  const product = a.reduce((sum, value, i) => sum + (value - meanA) * (b[i]! - meanB), 0);
  const lengths = Math.hypot(...a.map(value => value - meanA)) * Math.hypot(...b.map(value => value - meanB));
  return (1 - product / lengths) / 2;
}
