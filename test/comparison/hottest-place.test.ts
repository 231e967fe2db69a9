import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../src/comparison/compare.ts';
import { hottestPlace } from '../../src/comparison/hottest-place.ts';

const map = (width: number, height: number, hot: number) => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, at) => (at === hot ? 2 : 1)),
});

test('each ninth of a picture has its words', () => {
  const words = Array.from({ length: 9 }, (_, at) => hottestPlace(map(3, 3, at)));
  assert.deepEqual(words, [
    'upper left corner',
    'upper edge',
    'upper right corner',
    'left edge',
    'middle',
    'right edge',
    'lower left corner',
    'lower edge',
    'lower right corner',
  ]);
  // 7 x 7: cells 0 and 1 lie in the first third by their centres, 2 to 4 in the second.
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6].map(x => hottestPlace(map(7, 7, 21 + x))),
    ['left edge', 'left edge', 'middle', 'middle', 'middle', 'right edge', 'right edge'],
  );
});

test('without heat, or with too few cells, there is no place', () => {
  assert.equal(hottestPlace({ width: 3, height: 3, data: new Float32Array(9) }), undefined);
  assert.equal(hottestPlace(map(2, 3, 0)), undefined);
});

test('a comparison says where the hottest cell was and is', () => {
  const seen = (hot: number) => ({
    digest: '',
    classIndex: 0,
    predicted: 0,
    probabilities: Float32Array.of(1, 0),
    maps: { m: map(3, 3, hot) },
  });
  const found = compare(seen(4), seen(8), ['m']).maps.m!;
  assert.deepEqual('hottest' in found && found.hottest, { before: 'middle', now: 'lower right corner' });
});
