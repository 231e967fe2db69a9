import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeColour, heatColour } from '../../src/core/colormap.ts';
import type { StoredMap } from '../../src/reports/html/shape.ts';
import { ofPage, reportOf } from './_page.ts';

interface Page {
  heatAt(map: StoredMap, width: number, height: number): Float32Array;
  paintHeat(canvas: object, picture: object, heat: Float32Array, full: number): void;
  paintChange(canvas: object, picture: object, before: Float32Array, now: Float32Array, full: number): void;
  paintBar(canvas: object): void;
}

const { heatAt, paintHeat, paintChange, paintBar } = await ofPage<Page>('draw', reportOf());

const stored = (width: number, cells: readonly number[], peak: number): StoredMap => ({
  ...{ width, height: cells.length / width, peak, cells: Buffer.from(cells).toString('base64') },
});

const close = (found: Float32Array, expected: readonly number[]) => {
  assert.equal(found.length, expected.length);
  for (const [at, value] of expected.entries())
    assert.ok(Math.abs(found[at]! - value) < 1e-6, `${at}: ${found[at]} is not ${value}`);
};

test('heat runs evenly between the centres of two cells, and stays what it is beyond them', () => {
  close(heatAt(stored(2, [0, 255], 2), 4, 1), [0, 0.5, 1.5, 2]);
  close(heatAt(stored(1, [0, 255], 2), 1, 4), [0, 0.5, 1.5, 2]);
  close(heatAt(stored(2, [51, 204], 5), 2, 1), [1, 4]);
  close(heatAt(stored(3, [0, 51, 255], 5), 6, 1), [0, 0.25, 0.75, 2, 4, 5]);
});

test('between four cells it is their mean by distance', () => {
  // 3 x 3 pixels over 2 x 2 cells: the one in the middle is as far from each of them.
  const [half, quarter] = [0.5, 0.25];
  close(heatAt(stored(2, [255, 0, 0, 0], 1), 3, 3), [1, half, 0, half, quarter, 0, 0, 0, 0]);
  close(heatAt(stored(2, [0, 0, 0, 255], 1), 3, 3), [0, 0, 0, 0, quarter, half, 0, half, 1]);
});

test('the smaller of width and height does not stand for the other', () => {
  close(heatAt(stored(3, [0, 51, 102, 153, 204, 255], 5), 3, 2), [0, 1, 2, 3, 4, 5]);
});

test('one cell is everywhere alike, and a map without heat has none', () => {
  close(heatAt(stored(1, [255], 1), 3, 2), [1, 1, 1, 1, 1, 1]);
  close(heatAt(stored(2, [255, 255], 0), 2, 2), [0, 0, 0, 0]);
});

/** A canvas on which numbers are kept as they are painted. */
function canvas(width: number, height: number, pixel: readonly [number, number, number, number]) {
  const data = Float64Array.from({ length: 4 * width * height }, (_, at) => pixel[at % 4]!);
  const done: unknown[] = [];
  const context = {
    fillStyle: '',
    drawImage: (...given: unknown[]) => done.push(['draw', ...given]),
    getImageData: () => ({ data }),
    putImageData: (...given: unknown[]) => done.push(['put', given.length]),
    fillRect: (...given: number[]) => done.push([context.fillStyle, ...given]),
  };
  return { width, height, data, done, getContext: () => context };
}

/** Between the grey below and the colour above. */
const over = (grey: number, colour: readonly number[], strength: number) =>
  colour.map(each => grey + (each - grey) * strength);

const assertPixels = (data: Float64Array, expected: readonly (readonly number[])[]) => {
  const all = expected.flat();
  assert.equal(data.length, all.length);
  for (const [at, value] of all.entries())
    assert.ok(Math.abs(data[at]! - value) < 1e-6, `${at}: ${data[at]} is not ${value}`);
};

// 0.299 x 100 + 0.587 x 200 + 0.114 x 50 = 29.9 + 117.4 + 5.7 = 153
const pixel = [100, 200, 50, 255] as const;

test('heat lies over a grey picture that is a fifth darker; three quarters of it hide the picture at most', () => {
  const painted = canvas(4, 1, pixel);
  const picture = {};
  paintHeat(painted, picture, Float32Array.of(0, 1, 2, 4), 4);
  assertPixels(painted.data, [
    [122.4, 122.4, 122.4, 255],
    [...over(122.4, heatColour(0.25), 0.3), 255],
    [...over(122.4, heatColour(0.5), 0.6), 255],
    [...over(122.4, heatColour(1), 0.75), 255],
  ]);
  assert.deepEqual(painted.done, [
    ['draw', picture, 0, 0, 4, 1],
    ['put', 3],
  ]);
});

test('where nothing has heat the picture is grey', () => {
  const painted = canvas(1, 1, pixel);
  paintHeat(painted, {}, Float32Array.of(3), 0);
  assertPixels(painted.data, [[122.4, 122.4, 122.4, 255]]);
});

test('a change is what the heat now has more or less, over a picture of half the light', () => {
  const painted = canvas(3, 1, pixel);
  paintChange(painted, {}, Float32Array.of(0, 2, 1), Float32Array.of(2, 0, 1), 4);
  const [more, less] = [changeColour(0.5), changeColour(-0.5)];
  assert.notDeepEqual(more.colour, less.colour);
  assertPixels(painted.data, [
    [...over(76.5, more.colour, 0.95 * more.strength), 255],
    [...over(76.5, less.colour, 0.95 * less.strength), 255],
    [...over(76.5, changeColour(0).colour, 0.95 * changeColour(0).strength), 255],
  ]);
});

test('where nothing has heat nothing changed, on every row of the picture', () => {
  const painted = canvas(2, 2, pixel);
  paintChange(painted, {}, Float32Array.of(0, 0, 0, 0), Float32Array.of(0, 1, 2, 3), 0);
  assertPixels(painted.data, Array(4).fill([76.5, 76.5, 76.5, 255]));
});

test('the bar has all colours of heat from its first to its last pixel', () => {
  const bar = canvas(3, 5, pixel);
  paintBar(bar);
  const words = (share: number) => `rgb(${heatColour(share).join(' ')})`;
  assert.deepEqual(bar.done, [
    [words(0), 0, 0, 1, 5],
    [words(0.5), 1, 0, 1, 5],
    [words(1), 2, 0, 1, 5],
  ]);
});

test('a browser that gives nothing to paint on is left in peace', () => {
  const none = { width: 1, height: 1, getContext: () => null };
  assert.doesNotThrow(() => paintHeat(none, {}, Float32Array.of(1), 1));
  assert.doesNotThrow(() => paintBar(none));
});
