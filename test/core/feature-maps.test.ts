import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelMeans, channelSums, requireSameShape, weightedChannelSum } from '../../src/core/feature-maps.ts';

/** Two channels over three rows of two cells: 1 2 / 3 1 / 2 3 and 10 20 / 60 0 / 0 0. */
const maps = { width: 2, height: 3, channels: 2, data: Float32Array.of(1, 10, 2, 20, 3, 60, 1, 0, 2, 0, 3, 0) };

test('channels are told apart by the last index', () => {
  assert.deepEqual([...channelSums(maps)], [12, 90]);
  assert.deepEqual([...channelMeans(maps)], [2, 15]);
});

test('a weighted channel sum lies on the grid of the layer', () => {
  const map = weightedChannelSum(maps, [-1, 0.5]);
  assert.deepEqual(map, { width: 2, height: 3, data: Float32Array.of(4, 8, 27, -1, -2, -3) });
});

test('channels are summed in float64: what cancels does not take small contributions with it', () => {
  const cancelling = { width: 1, height: 1, channels: 3, data: Float32Array.of(2 ** 25, 1, -(2 ** 25)) };
  assert.deepEqual([...weightedChannelSum(cancelling, [1, 1, 1]).data], [1]);
});

test('weights that do not fit the channels are an error and not a map of NaN', () => {
  assert.throws(() => weightedChannelSum(maps, [1]), /1 channel weights do not fit 2 channels/);
});

test('feature maps of different shapes do not go together', () => {
  requireSameShape(maps, { ...maps });
  const turned = { ...maps, width: 3, height: 2 };
  assert.throws(() => requireSameShape(maps, turned), /3x2x2 do not fit those of shape 2x3x2/);
  assert.throws(() => requireSameShape(maps, { ...maps, data: maps.data.subarray(1) }), RangeError);
});
