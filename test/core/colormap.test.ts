import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeColour, gained, heatColour, lost } from '../../src/core/colormap.ts';
import type { Colour } from '../../src/core/raster.ts';
import { oracle } from '../images/_oracle.ts';

type Triple = [number, number, number];

function linear(colour: Colour): Triple {
  return colour.map(value => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

function times(matrix: readonly Triple[], [a, b, c]: Triple): Triple {
  return matrix.map(row => row[0] * a + row[1] * b + row[2] * c) as Triple;
}

/** CIELAB of linear sRGB under D65. */
function lab(rgb: Triple): Triple {
  const xyz = times(
    [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ],
    rgb,
  );
  const [x, y, z] = [xyz[0] / 0.9505, xyz[1], xyz[2] / 1.089].map(t =>
    t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116,
  ) as Triple;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How eyes without one cone type see linear sRGB: Machado, Oliveira and Fernandes 2009, severity 1. */
const eyes: Record<string, Triple[]> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function difference(a: Colour, b: Colour, eye: readonly Triple[]): number {
  const [first, second] = [a, b].map(colour =>
    lab(times(eye, linear(colour)).map(value => Math.max(0, value)) as Triple),
  ) as [Triple, Triple];
  return Math.hypot(...first.map((value, i) => value - second[i]!));
}

describe('heatColour', () => {
  it("is matplotlib's inferno in all 256 steps", () => {
    assert.equal(oracle.inferno.length, 256);
    oracle.inferno.forEach((colour, i) => {
      assert.deepEqual([...heatColour(i / 255)], [...colour]);
    });
  });

  it('clips what lies outside 0..1', () => {
    assert.deepEqual(heatColour(-3), heatColour(0));
    assert.deepEqual(heatColour(7), heatColour(1));
  });

  it('gets lighter from every eighth to the next by a similar step', () => {
    const lightness = Array.from({ length: 9 }, (_, i) => lab(linear(heatColour(i / 8)))[0]);
    const steps = lightness.slice(1).map((value, i) => value - lightness[i]!);
    assert.ok(Math.min(...steps) > (0.75 * (lightness[8]! - lightness[0]!)) / 8, steps.join(' '));
  });
});

describe('changeColour', () => {
  it('lays on nothing where nothing changed, and all of it at the ends', () => {
    assert.equal(changeColour(0).strength, 0);
    assert.deepEqual(changeColour(1), { colour: gained, strength: 1 });
    assert.deepEqual(changeColour(-1), { colour: lost, strength: 1 });
    assert.deepEqual(changeColour(-9), { colour: lost, strength: 1 });
    assert.deepEqual(changeColour(0.25), { colour: gained, strength: 0.25 });
  });

  for (const [name, eye] of Object.entries(eyes)) {
    it(`keeps gained and lost far apart with ${name}`, () => {
      const apart = difference(gained, lost, eye);
      assert.ok(apart > 50, `CIELAB distance ${apart}`);
    });
  }
});
