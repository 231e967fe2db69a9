import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Engine } from '../../../../src/engines/engine.ts';
import { wasmEngine } from '../../../../src/engines/wasm.ts';
import type { Known } from '../../../../src/models/onnx/value.ts';
import { integers } from '../../../../src/models/onnx/value.ts';
import type { Attribute } from '../../../support/onnx-model.ts';
import { close, computed, counted, floats, list, refusal, some } from './_computed.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

type Form = Readonly<Record<string, Attribute>>;
const scaled = (x: Known, scales: readonly number[], attributes: Form = {}, opset = 18) =>
  computed(engine, 'Resize', [x, undefined, list(...scales)], { attributes, opset })[0]!;
const sized = (x: Known, sizes: readonly number[], attributes: Form = {}) =>
  computed(engine, 'Resize', [x, undefined, undefined, integers(sizes)], { attributes })[0]!;
const row = (...data: number[]) => floats([1, 1, 1, data.length], ...data);

/** Four cells become eight: the place of output k is (k + 0.5) / 2 - 0.5 = -0.25, 0.25, 0.75, ... with halved pixels. */
for (const [coordinates, nearest, expected] of [
  ['half_pixel', 'round_prefer_floor', [10, 10, 20, 20, 30, 30, 40, 40]],
  ['half_pixel', 'floor', [10, 10, 10, 20, 20, 30, 30, 40]],
  ['half_pixel', 'ceil', [10, 20, 20, 30, 30, 40, 40, 40]],
  ['asymmetric', 'round_prefer_floor', [10, 10, 20, 20, 30, 30, 40, 40]],
  ['asymmetric', 'round_prefer_ceil', [10, 20, 20, 30, 30, 40, 40, 40]],
  ['asymmetric', 'ceil', [10, 20, 20, 30, 30, 40, 40, 40]],
  // Places 0, 3/7, 6/7, 9/7, 12/7, 15/7, 18/7, 3.
  ['align_corners', 'floor', [10, 10, 10, 20, 20, 30, 30, 40]],
  ['align_corners', 'round_prefer_floor', [10, 10, 20, 20, 30, 30, 40, 40]],
] as const)
  test(`the nearest of ${coordinates} places, ${nearest}`, () => {
    const found = scaled(row(10, 20, 30, 40), [1, 1, 1, 2], {
      mode: 'nearest',
      coordinate_transformation_mode: coordinates,
      nearest_mode: nearest,
    });
    assert.deepEqual(found, { shape: [1, 1, 1, 8], data: expected });
  });

for (const [coordinates, expected] of [
  ['half_pixel', [10, 12.5, 17.5, 20]],
  ['pytorch_half_pixel', [10, 12.5, 17.5, 20]],
  ['half_pixel_symmetric', [10, 12.5, 17.5, 20]],
  ['asymmetric', [10, 15, 20, 20]],
  ['align_corners', [10, 10 + 10 / 3, 10 + 20 / 3, 20]],
] as const)
  test(`what lies between two cells, by ${coordinates} places`, () => {
    const attributes = { mode: 'linear', coordinate_transformation_mode: coordinates };
    close(scaled(row(10, 20), [1, 1, 1, 2], attributes), { shape: [1, 1, 1, 4], data: expected });
  });

test('one cell that is left lies where its places say', () => {
  const one = (coordinates: string) =>
    scaled(row(10, 20, 30, 40), [1, 1, 1, 0.25], { mode: 'linear', coordinate_transformation_mode: coordinates }).data;
  assert.deepEqual(one('half_pixel'), [25]);
  assert.deepEqual(one('pytorch_half_pixel'), [10]);
  assert.deepEqual(one('align_corners'), [10]);
  assert.deepEqual(one('asymmetric'), [10]);
});

test('a scale that gives no whole size: places are by the scale, or in the middle, or by the size asked for', () => {
  const x = row(0, 10, 20, 30, 40);
  const at = (places: readonly number[]) => ({
    shape: [1, 1, 1, places.length],
    data: places.map(place => place * 10),
  });
  // 5 x 0.5 = 2.5 is 2 cells: (k + 0.5) / 0.5 - 0.5.
  close(scaled(x, [1, 1, 1, 0.5], { mode: 'linear' }), at([0.5, 2.5]));
  // The middle of what is made lies on the middle of what was: 2.5 x (1 - 2 / 2.5) = 0.5 further.
  close(
    scaled(x, [1, 1, 1, 0.5], { mode: 'linear', coordinate_transformation_mode: 'half_pixel_symmetric' }),
    at([1, 3]),
  );
  // The size decides: (k + 0.5) x 5 / 2 - 0.5.
  close(sized(x, [1, 1, 1, 2], { mode: 'linear' }), at([0.75, 3.25]));
});

/** The convolution kernel of Keys with the coefficient a, in his own form. */
const keys = (x: number, a: number) => {
  const t = Math.abs(x);
  if (t < 1) return (a + 2) * t ** 3 - (a + 3) * t ** 2 + 1;
  return t < 2 ? a * (t ** 3 - 5 * t ** 2 + 8 * t - 4) : 0;
};

for (const [a, excludes] of [
  [-0.75, 0],
  [-0.5, 0],
  [-0.75, 1],
] as const)
  test(`four cells around a place, with the coefficient ${a}, ${excludes ? 'without' : 'with'} what lies outside`, () => {
    const values = [3, -1, 4, 1, 5];
    const attributes: Form = {
      mode: 'cubic',
      exclude_outside: excludes,
      ...(a !== -0.75 && { cubic_coeff_a: { f: a } }),
    };
    const data = Array.from({ length: 10 }, (_, k) => {
      const place = (k + 0.5) / 2 - 0.5;
      const cells = [-1, 0, 1, 2]
        .map(step => Math.floor(place) + step)
        .filter(cell => !excludes || (cell >= 0 && cell < 5));
      const weights = cells.map(cell => keys(place - cell, a));
      const sum = cells.reduce((total, cell, at) => total + weights[at]! * values[Math.max(0, Math.min(4, cell))]!, 0);
      return sum / weights.reduce((total, weight) => total + weight, 0);
    });
    close(scaled(row(...values), [1, 1, 1, 2], attributes), { shape: [1, 1, 1, 10], data });
  });

test('rows and columns each by their own scale, channels and images apart', () => {
  const x = some(1, 2, 3, 2, 3);
  const data = Array.from({ length: 2 * 3 * 4 * 9 }, (_, at) => {
    const [column, line, plane] = [at % 9, Math.floor(at / 9) % 4, Math.floor(at / 36)];
    return x.data[plane * 6 + Math.floor(line / 2) * 3 + Math.floor(column / 3)]!;
  });
  const attributes = { coordinate_transformation_mode: 'asymmetric', nearest_mode: 'floor' };
  close(scaled(x, [1, 1, 2, 3], attributes), { shape: [2, 3, 4, 9], data });
});

test('axes may be named, in any order and from the end', () => {
  const x = counted(1, 2, 2, 3);
  const named = computed(engine, 'Resize', [x, undefined, undefined, integers([6, 4])], {
    attributes: { axes: [-1, 2] },
  });
  close(named[0]!, sized(x, [1, 2, 4, 6]));
  assert.deepEqual(named[0]!.shape, [1, 2, 4, 6]);
});

test('a size that keeps the proportions is the largest that fits in, or the smallest that covers', () => {
  const x = some(2, 1, 1, 4, 6);
  const kept = (policy: string) => sized(x, [8, 9], { axes: [2, 3], keep_aspect_ratio_policy: policy }).shape;
  assert.deepEqual(kept('not_larger'), [1, 1, 6, 9]);
  assert.deepEqual(kept('not_smaller'), [1, 1, 8, 12]);
  assert.deepEqual(kept('stretch'), [1, 1, 8, 9]);
});

test('older operator sets have the scales elsewhere, and places without halves', () => {
  const x = row(1, 2, 3);
  const expected = { shape: [1, 1, 1, 6], data: [1, 1, 2, 2, 3, 3] };
  assert.deepEqual(computed(engine, 'Resize', [x, list(1, 1, 1, 2)], { opset: 10 })[0], expected);
  assert.deepEqual(computed(engine, 'Upsample', [x, list(1, 1, 1, 2)], { opset: 9 })[0], expected);
  const linear = computed(engine, 'Upsample', [row(10, 20), list(1, 1, 1, 2)], {
    opset: 9,
    attributes: { mode: 'bilinear' },
  });
  assert.deepEqual(linear[0]!.data, [10, 15, 20, 20]);
});

test('what is not resized is refused in words', () => {
  const x = counted(1, 2, 2, 2);
  assert.throws(() => scaled(x, [2, 1, 1, 1]), refusal(/^the node resizes the batch or the channels\.$/));
  assert.throws(() => scaled(x, [1, 2, 1, 1]), refusal(/^the node resizes the batch or the channels\.$/));
  assert.throws(() => scaled(counted(1, 2, 2), [1, 1, 2]), refusal(/^the node resizes a value of 3 dimensions\.$/));
  for (const [key, value, known] of [
    ['mode', 'lanczos', 'nearest, linear, cubic'],
    [
      'coordinate_transformation_mode',
      'tf_crop_and_resize',
      'half_pixel, half_pixel_symmetric, pytorch_half_pixel, align_corners, asymmetric',
    ],
    ['antialias', 1, '0'],
  ] as const)
    assert.throws(
      () => scaled(x, [1, 1, 2, 2], { [key]: value }),
      refusal(new RegExp(`^the node has the attribute ${key} = ${value}; camdrift knows ${known}\\.$`)),
    );
  const words =
    /^the node has the attribute keep_aspect_ratio_policy = square; camdrift knows stretch, not_larger, not_smaller\.$/;
  assert.throws(() => sized(x, [1, 2, 4, 4], { keep_aspect_ratio_policy: 'square' }), refusal(words));
});
