import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { draw } from '../../src/regions/draw.ts';
import type { Shapes } from '../../src/regions/region.ts';
import { pictured } from './_pictures.ts';

const drawn = (shapes: Shapes, width = 5, height = 4) => pictured(draw(shapes, { width, height }));

describe('a pixel belongs to a box when its centre does', () => {
  it('whole coordinates', () => {
    assert.deepEqual(drawn({ boxes: [[1, 1, 2, 2]] }), ['.....', '.##..', '.##..', '.....']);
  });

  it('fractions: half a pixel or more at the left, less than half at the right', () => {
    assert.deepEqual(drawn({ boxes: [[0.5, 0.49, 2, 1.02]] }), ['##...', '##...', '.....', '.....']);
    assert.deepEqual(drawn({ boxes: [[0.51, 0.51, 2, 1.98]] }), ['.....', '.##..', '.....', '.....']);
  });

  it('cut off at the edges; outside, and without an extent, there is nothing', () => {
    assert.deepEqual(drawn({ boxes: [[-2, 2, 4, 90]] }), ['.....', '.....', '##...', '##...']);
    const nothing = ['.....', '.....', '.....', '.....'];
    for (const box of [
      [-9, -9, 4, 4],
      [5, 0, 3, 3],
      [0, 4, 3, 3],
      [2, 2, 0, 2],
    ] as const)
      assert.deepEqual(drawn({ boxes: [box] }), nothing);
  });
});

describe('polygons', () => {
  it('a rectangle is the box with its corners, in both directions of travel', () => {
    for (const [x, y, width, height] of [
      [1, 1, 2, 2],
      [0.5, 0.49, 2, 1.02],
      [-2, 2, 4, 90],
      [0.2, 0, 4.1, 3.5],
    ] as const) {
      const corners = [x, y, x + width, y, x + width, y + height, x, y + height];
      const back = [x, y, x, y + height, x + width, y + height, x + width, y];
      const box = drawn({ boxes: [[x, y, width, height]] });
      assert.deepEqual([drawn({ polygons: [corners] }), drawn({ polygons: [back] })], [box, box]);
    }
  });

  it('a triangle', () => {
    assert.deepEqual(drawn({ polygons: [[0, 0, 5, 0, 0, 5]] }, 5, 5), ['####.', '###..', '##...', '#....', '.....']);
  });

  it('what is crossed twice is outside, as in a frame; several are united', () => {
    const frame = [0, 0, 5, 0, 5, 4, 0, 4, 0, 0, 1, 1, 1, 3, 4, 3, 4, 1, 1, 1];
    assert.deepEqual(drawn({ polygons: [frame] }), ['#####', '#...#', '#...#', '#####']);
    assert.deepEqual(drawn({ polygons: [frame, [0, 0, 3, 0, 3, 2, 0, 2]] }), ['#####', '###.#', '#...#', '#####']);
  });

  it('the same pixels as a test of every centre against every edge', () => {
    const points = Array.from({ length: 26 }, (_, i) => ((i * 7919) % 23) - 2 + (i % 5) / 5);
    const inside = (x: number, y: number) => {
      let crossed = false;
      for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
        const [x1, y1, x2, y2] = [points[i]!, points[i + 1]!, points[j]!, points[j + 1]!];
        if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) crossed = !crossed;
      }
      return crossed;
    };
    const expected = Array.from({ length: 19 }, (_, y) =>
      Array.from({ length: 17 }, (_, x) => (inside(x + 0.5, y + 0.5) ? '#' : '.')).join(''),
    );
    assert.deepEqual(drawn({ polygons: [points] }, 17, 19), expected);
    assert.ok(expected.join('').includes('#.#'));
  });
});

describe('runs', () => {
  it('go down the columns, outside first', () => {
    const runs = [{ width: 3, height: 2, lengths: [1, 3, 2] }];
    assert.deepEqual(drawn({ runs }, 3, 2), ['.#.', '##.']);
    assert.deepEqual(drawn({ runs: [{ width: 3, height: 2, lengths: [0, 2, 4] }] }, 3, 2), ['#..', '#..']);
  });

  it('unite with boxes', () => {
    const runs = [{ width: 3, height: 2, lengths: [1, 1, 4] }];
    assert.deepEqual(drawn({ runs, boxes: [[2, 0, 1, 1]] }, 3, 2), ['..#', '#..']);
  });
});
