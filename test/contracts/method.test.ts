import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Heatmap } from '../../src/core/heatmap.ts';
import { hiresCam } from '../../src/methods/hires-cam.ts';
import { methods } from '../../src/methods/index.ts';
import { type CamMethod, type Evidence, isRefusal } from '../../src/methods/method.ts';
import { assertAllClose, assertClose } from '../core/_numbers.ts';
import { evidence, featureMaps, mapOf, randomEvidence, worked } from '../methods/_evidence.ts';

/** What every CAM method promises. `breach` is a method that the law exposes: it proves that the law can fail. */
interface Law {
  readonly title: string;
  readonly check: (method: CamMethod) => void;
  readonly breach: Partial<CamMethod>;
}

const laws: readonly Law[] = [
  {
    title: 'says who it is in a name for configuration, a title and the paper it follows',
    check({ name, title, paper }) {
      assert.match(name, /^[a-z]+(-[a-z]+)*(\+\+)?$/);
      assert.match(title, /CAM/);
      assert.match(paper, /^[A-Z].+, (19|20)\d\d\b|^[A-Z].+ (19|20)\d\d/);
    },
    breach: { paper: '' },
  },
  {
    title: 'has a test of its own, where a 2x2 map is worked out by hand',
    check({ name }) {
      const test = new URL(`../methods/${name.replace('++', '-plus-plus')}.test.ts`, import.meta.url);
      assert.match(readFileSync(test, 'utf8'), /by hand|2 ?x ?2|worked/);
    },
    breach: { name: 'untested' },
  },
  {
    title: 'puts its map on the grid of the layer, also when that is not square',
    check(method) {
      for (const grid of [
        { width: 5, height: 3 },
        { width: 1, height: 4 },
        { width: 1, height: 1 },
      ]) {
        const { width, height, data } = mapOf(method, randomEvidence(1, grid));
        assert.deepEqual([width, height, data.length], [grid.width, grid.height, grid.width * grid.height]);
      }
    },
    breach: { explain: given => turned(mapOf(hiresCam, given)) },
  },
  {
    title: 'keeps rows and columns apart: what happens at (x, y) shows at (x, y)',
    check(method) {
      const activations = featureMaps('0 0 0 / 0 0 6', '0 0 0 / 0 0 3');
      const gradients = featureMaps('1 1 1 / 1 1 1', '1 1 1 / 1 1 1');
      const { data } = mapOf(method, evidence(activations, gradients, Float32Array.of(1, 1)));
      assertAllClose(data.subarray(0, 5), [0, 0, 0, 0, 0], 1e-9);
      assert.ok(data[5]! > 0);
    },
    breach: { explain: given => ({ ...mapOf(hiresCam, given), data: mapOf(hiresCam, given).data.reverse() }) },
  },
  {
    title: 'is finite: with random, dead, very small and very large evidence',
    check(method) {
      for (const given of [randomEvidence(2), dead(randomEvidence(3)), scaled(1e-25), scaled(1e15)]) {
        const { data } = mapOf(method, given);
        assert.ok(data.every(Number.isFinite), `${method.name}: ${data.join(' ')}`);
      }
    },
    breach: changed(value => value / value),
  },
  {
    title: 'makes a spatially constant map of spatially constant activations and gradients',
    check(method) {
      const flat = (...values: number[]) => featureMaps(...values.map(v => `${v} ${v} ${v} / ${v} ${v} ${v}`));
      const { data } = mapOf(method, evidence(flat(1, 2, 0.5), flat(0.3, -0.1, 0.7), Float32Array.of(0.5, 0.2, -0.1)));
      for (const value of data) assertClose(value, data[0]!, 1e-6 * Math.abs(data[0]!));
      assert.notEqual(data[0], 0);
    },
    breach: changed((value, cell) => value * (1 + cell)),
  },
  {
    title: 'leaves its evidence as it was',
    check(method) {
      const given = randomEvidence(4);
      const before = structuredClone(given);
      method.explain(given);
      assert.deepEqual(given, before);
    },
    breach: {
      explain(given) {
        given.gradients.data.fill(0);
        return mapOf(hiresCam, given);
      },
    },
  },
  {
    title: 'gives the same map for the same evidence every time, and a map of its own',
    check(method) {
      const given = randomEvidence(5);
      const first = mapOf(method, given);
      const values = first.data.slice();
      first.data.fill(0);
      assert.deepEqual(mapOf(method, given).data, values);
    },
    breach: { explain: () => ({ width: 1, height: 1, data: shared }) },
  },
  {
    title: 'gives a reason in full sentences when it refuses',
    check(method) {
      const { classWeights, ...headless } = worked;
      const signed = featureMaps('1 0 / 0 -1', '0 1 / 1 0');
      assert.ok(classWeights);
      for (const given of [headless, evidence(signed, worked.gradients)]) {
        const answer = method.explain(given);
        if (isRefusal(answer)) assert.match(answer.refused, /^[A-Z].{40,}\. .*(Use|use) .+\.$/);
      }
    },
    breach: { explain: () => ({ refused: 'no' }) },
  },
];

test('the table of methods is not empty, and no two share a name', () => {
  assert.ok(methods.length > 0);
  assert.equal(new Set(methods.map(method => method.name)).size, methods.length);
});

for (const { title, check, breach } of laws) {
  for (const method of methods) test(`${method.title} ${title}`, () => check(method));
  test(`a method that does not is caught: ${title}`, () => {
    assert.throws(() => check({ ...hiresCam, ...breach }));
  });
}

/** The map of HiResCAM with every value changed. */
function changed(change: (value: number, cell: number) => number): Partial<CamMethod> {
  return {
    explain(given) {
      const map = mapOf(hiresCam, given);
      return { ...map, data: map.data.map(change) };
    },
  };
}

const shared = Float32Array.of(1);

function turned(map: Heatmap): Heatmap {
  return { ...map, width: map.height, height: map.width };
}

function dead(given: Evidence): Evidence {
  return { ...given, activations: { ...given.activations, data: given.activations.data.map(() => 0) } };
}

function scaled(factor: number): Evidence {
  const given = randomEvidence(6);
  const maps = (from: Evidence['activations']) => ({ ...from, data: from.data.map(value => value * factor) });
  return { ...given, activations: maps(given.activations), gradients: maps(given.gradients) };
}
