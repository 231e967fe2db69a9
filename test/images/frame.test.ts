import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Grid } from '../../src/core/heatmap.ts';
import { type Fit, fits, frameOf } from '../../src/images/frame.ts';
import { random } from '../core/_numbers.ts';

type Size = readonly [width: number, height: number];
type How = Parameters<typeof frameOf>[3];

const smooth: How = { antialias: true };
const plain: How = { antialias: false };

/** Width, height and the upper left corner of what is resized, then of the part of the picture that it shows. */
function frame([width, height]: Size, [wide, high]: Size, fit: Fit, how: How = smooth) {
  const { box, size, x, y } = frameOf({ width, height }, { width: wide, height: high }, fit, how);
  return [size.width, size.height, x + 0, y + 0, box.left, box.top, box.right, box.bottom];
}

test('fill: all of the picture on all of the input, both axes on their own', () => {
  assert.deepEqual(frame([30, 20], [8, 8], 'fill'), [8, 8, 0, 0, 0, 0, 30, 20]);
  assert.deepEqual(frame([3, 200], [8, 5], 'fill', plain), [8, 5, 0, 0, 0, 0, 3, 200]);
});

test('cover: the shorter side meets the input, the longer one is truncated and its middle cut out, half to even', () => {
  assert.deepEqual(frame([30, 20], [8, 8], 'cover'), [12, 8, -2, 0, 0, 0, 30, 20]);
  assert.deepEqual(frame([20, 30], [8, 8], 'cover'), [8, 12, 0, -2, 0, 0, 20, 30]);
  assert.deepEqual(frame([23, 20], [8, 8], 'cover').slice(0, 4), [9, 8, 0, 0], '9.2 is 9; half a pixel is 0');
  assert.deepEqual(frame([28, 20], [8, 8], 'cover').slice(0, 4), [11, 8, -2, 0], 'one and a half is two');
  assert.deepEqual(frame([33, 20], [8, 8], 'cover').slice(0, 4), [13, 8, -2, 0], 'two and a half is two');
  assert.deepEqual(frame([10, 10], [8, 4], 'cover').slice(0, 4), [8, 8, 0, -2]);
});

test('contain: the longer side meets the input, centred on black, one pixel at least', () => {
  assert.deepEqual(frame([30, 20], [9, 9], 'contain'), [9, 6, 0, 1, 0, 0, 30, 20]);
  assert.deepEqual(frame([20, 30], [9, 9], 'contain'), [6, 9, 1, 0, 0, 0, 20, 30]);
  assert.deepEqual(frame([1, 400], [32, 32], 'contain').slice(0, 4), [1, 32, 15, 0]);
  assert.deepEqual(frame([400, 1], [32, 32], 'contain').slice(0, 4), [32, 1, 0, 15]);
  assert.deepEqual(frame([10, 10], [8, 4], 'contain').slice(0, 4), [4, 4, 2, 0]);
});

test('contain without antialias counts in float32 as TensorFlow does: what is cut off the size counts for the offset', () => {
  assert.deepEqual(frame([30, 20], [9, 9], 'contain', plain).slice(0, 4), [9, 6, 0, 1]);
  // 20 of 30 at 8 pixels are 5.33: 5 pixels, and (8 - 5.33) / 2 = 1.33 before them.
  assert.deepEqual(frame([30, 20], [8, 8], 'contain', plain).slice(0, 4), [8, 5, 0, 1]);
  assert.deepEqual(frame([20, 30], [8, 8], 'contain', plain).slice(0, 4), [5, 8, 1, 0]);
  // 10 of 16 at 10 pixels are 6.25: (10 - 6.25) / 2 = 1.875, where whole numbers would give 2.
  assert.deepEqual(frame([16, 10], [10, 10], 'contain', plain).slice(0, 4), [10, 6, 0, 1]);
  assert.deepEqual(frame([16, 10], [10, 10], 'contain').slice(0, 4), [10, 6, 0, 2]);
  assert.deepEqual(frame([1, 400], [32, 32], 'contain', plain).slice(0, 2), [1, 32]);
});

test('middle: the largest part of the proportions of the input, in fractions of pixels, or whole ones without antialias', () => {
  assert.deepEqual(frame([30, 20], [8, 8], 'middle'), [8, 8, 0, 0, 5, 0, 25, 20]);
  assert.deepEqual(frame([20, 30], [8, 8], 'middle'), [8, 8, 0, 0, 0, 5, 20, 25]);
  assert.deepEqual(frame([30, 21], [8, 4], 'middle'), [8, 4, 0, 0, 0, 3, 30, 18]);
  assert.deepEqual(frame([31, 20], [8, 8], 'middle'), [8, 8, 0, 0, 5.5, 0, 25.5, 20]);
  assert.deepEqual(frame([31, 20], [8, 8], 'middle', plain), [8, 8, 0, 0, 5, 0, 25, 20]);
  assert.deepEqual(frame([20, 33], [8, 8], 'middle', plain), [8, 8, 0, 0, 0, 6, 20, 26]);
  assert.deepEqual(frame([10, 7], [4, 3], 'middle', plain), [4, 3, 0, 0, 0, 0, 9, 7], 'nine and a third');
  assert.deepEqual(frame([1, 9], [9, 1], 'middle', plain), [9, 1, 0, 0, 0, 4, 1, 5], 'one pixel at least');
});

test('resized first: to a shorter side, to a size, or so that the input is a share of it', () => {
  const how = (more: Omit<How, 'antialias'>): How => ({ antialias: true, ...more });
  const resized = (picture: Size, input: Size, more: Omit<How, 'antialias'>) =>
    frame(picture, input, 'fill', how(more)).slice(0, 4);
  assert.deepEqual(resized([40, 20], [8, 8], { resizeTo: 10 }), [20, 10, -6, -1]);
  assert.deepEqual(resized([20, 40], [8, 8], { resizeTo: 10 }), [10, 20, -1, -6]);
  assert.deepEqual(resized([23, 20], [8, 8], { resizeTo: 10 }), [11, 10, -2, -1], '11.5 is 11, one and a half is two');
  assert.deepEqual(resized([40, 20], [8, 8], { resizeTo: '16x12' }), [16, 12, -4, -2]);
  assert.deepEqual(
    resized([40, 20], [8, 8], { resizeTo: '6x4' }),
    [6, 4, 1, 2],
    'smaller than the input: black around',
  );
  assert.deepEqual(resized([40, 20], [8, 8], { crop: 0.875 }), [18, 9, -5, 0], 'eight of nine: 8 / 0.875 is 9.14');
  assert.deepEqual(resized([40, 20], [8, 4], { crop: 0.5 }), [16, 8, -4, -2]);
  assert.deepEqual(resized([30, 20], [8, 4], { crop: 0.5 }), [16, 11, -4, -4], '16 x 10.67 covers 16 x 8');
  assert.deepEqual(resized([40, 20], [8, 8], { crop: 8 }), [40, 20, -16, -6], 'cut out of the picture as it is');
  assert.deepEqual(resized([40, 20], [8, 8], { resizeTo: 10, crop: 8 }), [20, 10, -6, -1]);
  const message = 'The middle is cut out with 7 x 7 pixels, and the model takes 8 x 8.';
  assert.throws(() => resized([40, 20], [8, 8], { crop: 7 }), { code: 'config-invalid', message, remedy: /0\.875/ });
  assert.throws(() => resized([40, 20], [8, 9], { crop: 8 }), { code: 'config-invalid' });
});

/** What is shown lies in the picture, and meets the input as the way of fitting says. */
function requireMeeting(picture: Grid, input: Grid, fit: Fit, how: How): void {
  const { box, size, x, y } = frameOf(picture, input, fit, how);
  const about = `${JSON.stringify({ picture, input, fit, how })}: ${JSON.stringify({ box, size, x, y })}`;
  assert.ok(box.left >= 0 && box.top >= 0 && box.right <= picture.width && box.bottom <= picture.height, about);
  assert.ok(size.width >= 1 && size.height >= 1, about);
  const inside = size.width <= input.width && size.height <= input.height;
  const around = size.width >= input.width && size.height >= input.height;
  assert.ok(fit === 'contain' ? inside : fit === 'cover' ? around : inside && around, about);
  if (fit !== 'contain') return;
  assert.ok(x >= 0 && y >= 0 && x + size.width <= input.width && y + size.height <= input.height, about);
  assert.ok(size.width >= input.width - 1 || size.height >= input.height - 1, about);
}

test('whatever the sizes: what is shown lies in the picture and meets the input', () => {
  const next = random(7);
  const below = (limit: number) => 1 + Math.floor(next() * limit);
  for (let at = 0; at < 400; at++) {
    const [picture, input] = [
      { width: below(300), height: below(300) },
      { width: below(64), height: below(64) },
    ];
    for (const fit of fits) for (const how of [smooth, plain]) requireMeeting(picture, input, fit, how);
  }
});
