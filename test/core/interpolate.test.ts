import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interpolate, type PlainFilter } from '../../src/core/interpolate.ts';
import type { Raster } from '../../src/core/raster.ts';
import { random } from './_numbers.ts';

const line = (...data: number[]): Raster => ({
  width: data.length,
  height: 1,
  channels: 1,
  data: Uint8Array.from(data),
});
const row = (filter: PlainFilter, source: Raster, width: number) => [...interpolate(source, width, 1, filter).data];

function close(found: readonly number[], expected: readonly number[], about: string): void {
  assert.equal(found.length, expected.length, about);
  for (const [at, value] of expected.entries())
    assert.ok(Math.abs(found[at]! - value) < 2e-4, `${about}, ${at}: expected ${value}, got ${found[at]}`);
}

test('by hand: two pixels into four, between centres, and beyond the border the nearest pixel', () => {
  close(row('bilinear', line(0, 100), 4), [0, 25, 75, 100], 'bilinear');
  close(row('nearest', line(0, 100), 4), [0, 0, 100, 100], 'nearest');
  close(row('area', line(0, 100), 4), [0, 0, 100, 100], 'area');
});

test('by hand: a picture that shrinks is read between its neighbours, not smoothed, unless by its area', () => {
  const six = line(0, 10, 20, 30, 40, 250);
  close(row('bilinear', six, 2), [10, 40], 'bilinear, centres at 1.5 and 4.5');
  close(row('nearest', six, 2), [10, 40], 'nearest');
  close(row('area', six, 2), [10, (30 + 40 + 250) / 3], 'area');
  close(row('area', six, 4), [10 / 3, (5 + 20) / 1.5, (30 + 20) / 1.5, (20 + 250) / 1.5], 'area, one and a half each');
});

test("by hand: Keys's cubic a quarter of a pixel away, and at the border what is left of it", () => {
  const [far, near, next, last] = [-0.0703125, 0.8671875, 0.2265625, -0.0234375]; // at 1.25, 0.25, 0.75, 1.75
  const [a, b, c, d] = [10, 200, 50, 90] as const;
  const found = row('bicubic', line(a, b, c, d), 8);
  close(
    found.slice(3, 5),
    [far * a + near * b + next * c + last * d, last * a + next * b + near * c + far * d],
    'inside',
  );
  close(found.slice(0, 1), [(near * a + far * b) / (near + far)], 'before the first centre');
  close(found.slice(1, 2), [(near * a + next * b + last * c) / (near + next + last)], 'behind the first centre');
  // Weights stand in a table of 1024 places: a sixth is its 171st.
  const sixth = 171 / 1024;
  const keys = (x: number) => (x < 1 ? 1.5 * x ** 3 - 2.5 * x ** 2 + 1 : -0.5 * x ** 3 + 2.5 * x ** 2 - 4 * x + 2);
  const weights = [keys(sixth), keys(1 - sixth), keys(2 - sixth)] as const;
  const sum = weights.reduce((one, other) => one + other);
  close(
    row('bicubic', line(a, b, c, d), 3).slice(0, 1),
    [(weights[0] * a + weights[1] * b + weights[2] * c) / sum],
    'a sixth',
  );
  close(found.slice(7), [(near * d + far * c) / (near + far)], 'behind the last centre');
});

test('rows and columns are alike: a picture on its side gives the result on its side', () => {
  const next = random(3);
  const source: Raster = {
    width: 7,
    height: 5,
    channels: 1,
    data: Uint8Array.from({ length: 35 }, () => next() * 256),
  };
  const side: Raster = {
    width: 5,
    height: 7,
    channels: 1,
    data: Uint8Array.from({ length: 35 }, (_, i) => source.data[(i % 5) * 7 + Math.floor(i / 5)]!),
  };
  for (const filter of ['nearest', 'bilinear', 'bicubic', 'area'] as const)
    for (const [width, height] of [[3, 9], [12, 2]] as const) {
      const [one, other] = [interpolate(source, width, height, filter).data, interpolate(side, height, width, filter).data];
      const turned = Array.from({ length: width * height }, (_, i) => other[(i % width) * height + Math.floor(i / width)]!);
      close([...one], turned, `${filter} to ${width} x ${height}`);
    } // biome-ignore format: one line per case
});

test('channels do not mix, and a plain picture stays plain under every filter', () => {
  const next = random(4);
  const colours: Raster = {
    width: 6,
    height: 4,
    channels: 3,
    data: Uint8Array.from({ length: 72 }, () => next() * 256),
  };
  const channel = (c: number): Raster => ({
    width: 6,
    height: 4,
    channels: 1,
    data: colours.data.filter((_, i) => i % 3 === c),
  });
  for (const filter of ['nearest', 'bilinear', 'bicubic', 'area'] as const) {
    const { data, ...shape } = interpolate(colours, 4, 7, filter);
    assert.deepEqual(shape, { width: 4, height: 7, channels: 3 });
    for (const c of [0, 1, 2]) {
      const alone = interpolate(channel(c), 4, 7, filter).data;
      assert.deepEqual(
        [...data].filter((_, i) => i % 3 === c),
        [...alone],
        filter,
      );
    }
    const plain: Raster = { width: 5, height: 3, channels: 1, data: new Uint8Array(15).fill(201) };
    close([...interpolate(plain, 8, 2, filter).data], Array(16).fill(201), `${filter}, plain`);
  }
});

test('a picture of its own size is itself', () => {
  const next = random(5);
  const source: Raster = {
    width: 6,
    height: 4,
    channels: 3,
    data: Uint8Array.from({ length: 72 }, () => next() * 256),
  };
  for (const filter of ['nearest', 'bilinear', 'bicubic', 'area'] as const)
    close([...interpolate(source, 6, 4, filter).data], [...source.data], filter);
});
