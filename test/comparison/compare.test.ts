import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Seen } from '../../src/baselines/baseline.ts';
import { compare } from '../../src/comparison/compare.ts';
import { metrics } from '../../src/metrics/index.ts';
import type { MapDrift } from '../../src/results/fixture.ts';
import { near } from '../support/near.ts';

const seen = (maps: Seen['maps'], probabilities: readonly number[] = [1, 0]): Seen => ({
  digest: '',
  classIndex: 0,
  predicted: probabilities.indexOf(Math.max(...probabilities)),
  probabilities: Float32Array.from(probabilities),
  maps,
});
const map = (width: number, height: number, ...values: number[]) => ({
  width,
  height,
  data: Float32Array.from(values),
});

function driftOf(before: Seen['maps'][string], after: Seen['maps'][string]): Extract<MapDrift, { drift: unknown }> {
  const found = compare(seen({ m: before }), seen({ m: after }), ['m']).maps.m!;
  assert.ok('drift' in found, JSON.stringify(found));
  return found;
}

test('heat that goes from one corner to the other has moved as far as it can', () => {
  const { drift, centre, empty } = driftOf(map(2, 2, 1, 0, 0, 0), map(2, 2, 0, 0, 0, 1));
  near(drift['attention-shift']!, 1);
  near(drift.overlap!, 1);
  near(drift['centre-shift']!, 1);
  assert.deepEqual(centre, { dx: 1, dy: 1, towards: 'down-right' });
  assert.equal(empty, undefined);
});

test('half of the heat, one cell to the right, on a diagonal of the square root of 2', () => {
  const { drift } = driftOf(map(2, 2, 2, 0, 0, 0), map(2, 2, 5, 5, 0, 0));
  near(drift['attention-shift']!, 0.5 / Math.SQRT2);
  near(drift.overlap!, 0.5);
});

test('negative evidence is no heat, and scale plays no part', () => {
  const { drift } = driftOf(map(2, 1, 3, -9), map(2, 1, 0.001, -1));
  for (const { name } of metrics.filter(metric => metric.name !== 'ssim')) near(drift[name]!, 0, 1e-6);
});

test('two maps without heat have no drift to tell, not even one of 0', () => {
  const none = seen({ m: map(2, 1, -1, 0) });
  assert.deepEqual(compare(none, none, ['m']).maps.m, { empty: 'both' });
});

test('heat on one side only has moved as far as it can', () => {
  const [none, some] = [map(2, 1, -1, 0), map(2, 1, 0, 1)];
  for (const [before, after, drift, empty] of [
    [none, some, 1, 'baseline'],
    [some, none, 1, 'candidate'],
  ] as const) {
    const found = driftOf(before, after);
    assert.equal(found.empty, empty);
    assert.equal(found.centre, undefined);
    assert.deepEqual(found.drift, Object.fromEntries(metrics.map(({ name }) => [name, drift])));
  }
});

test('maps of different grids meet on the coarser one, in each direction by itself', () => {
  const fine = map(4, 2, 1, 1, 0, 0, 1, 1, 0, 0);
  near(driftOf(fine, map(2, 1, 1, 0)).drift['attention-shift']!, 0);
  near(driftOf(map(2, 1, 0, 1), fine).drift['attention-shift']!, 1);
  near(driftOf(fine, map(1, 4, 1, 1, 1, 1)).drift['attention-shift']!, 0, 1e-9);
});

test('what one side refused, or does not have, is refused with its reason', () => {
  const refused = { refused: 'No GAP head.' };
  const found = (before: Seen['maps'], after: Seen['maps']) => compare(seen(before), seen(after), ['m']).maps.m;
  const there = map(1, 1, 1);
  assert.deepEqual(found({ m: refused }, { m: there }), refused);
  assert.deepEqual(found({ m: there }, { m: refused }), refused);
  assert.deepEqual(found({}, { m: there }), { refused: 'The baseline has no map of this method.' });
  assert.deepEqual(found({ m: there }, {}), { refused: 'The candidate has no map of this method.' });
});

test('only the methods asked for are compared, in their order', () => {
  const maps = { a: map(1, 1, 1), b: map(1, 1, 1), c: map(1, 1, 1) };
  assert.deepEqual(Object.keys(compare(seen(maps), seen(maps), ['c', 'a']).maps), ['c', 'a']);
});

test('predictions: flips, and the Jensen-Shannon divergence in bits', () => {
  const drift = (before: readonly number[], after: readonly number[]) =>
    compare(seen({}, before), seen({}, after), []).prediction;
  assert.deepEqual(drift([0.75, 0.25], [0.75, 0.25]), { flipped: false, divergence: 0 });
  assert.deepEqual(drift([1, 0], [0, 1]), { flipped: true, divergence: 1 });
  // H(3/4, 1/4) - (H(1, 0) + H(1/2, 1/2)) / 2
  const entropy = (p: number) => -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
  near(drift([1, 0], [0.5, 0.5]).divergence!, entropy(0.25) - 0.5, 1e-9);
  assert.deepEqual(drift([0.6, 0.4], [0.2, 0.3, 0.5]), { flipped: true }, 'other classes: no divergence');
});

test('sigmoids need not sum to 1, and may all be 0', () => {
  const divergence = (before: readonly number[], after: readonly number[]) =>
    compare(seen({}, before), seen({}, after), []).prediction.divergence!;
  near(divergence([0.5, 0.5], [1, 1]), 0);
  near(divergence([0, 0], [0, 0]), 0);
  near(divergence([0, 0], [1, 0]), 0.5);
});
