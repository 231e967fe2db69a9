import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apart, type Pair, rowOf } from '../../scripts/tables/engine-audits.ts';
import type { ComparedFixture, FixtureResult, ProbeSide } from '../../src/results/fixture.ts';

const answer = { predicted: { index: 0 }, explained: { index: 0 } };
const side = (moved: number, onMark: number): ProbeSide => ({ moved, onMark, flipped: false, divergence: 0 });
const fixture = (maps: ComparedFixture['maps'], probes?: FixtureResult['probes']): FixtureResult => ({
  name: 'a',
  status: 'steady',
  baseline: answer,
  candidate: answer,
  flipped: false,
  maps,
  probes,
});

test('the largest drift of any fixture, method and metric is told, and the largest difference of a probe', () => {
  const fixtures = [
    fixture(
      { cam: { refused: 'no CAM head' }, 'grad-cam': { drift: { ssim: 2e-9, overlap: 3e-8 } } },
      { mark: { baseline: side(0.5, 0.25), candidate: side(0.5, 0.125) }, frame: { refused: 'too small' } },
    ),
    fixture({ 'grad-cam': { empty: 'both' }, 'hires-cam': { drift: { ssim: 4e-8, overlap: 1e-9 } } }),
    { name: 'lost', status: 'lost' } as const,
  ];
  const drift = { method: 'hires-cam', metric: 'ssim', value: 4e-8 };
  assert.deepEqual(apart(fixtures), { maps: 2, drift, probes: 0.125 });
});

test('where no map was compared nothing is shown, and it says so', () => {
  assert.throws(() => apart([fixture({ cam: { refused: 'no CAM head' } })]), /No map was compared/);
});

const pair = (before: string, now: string, value = 0, more: Partial<Pair> = {}): Pair => ({
  ...{ before, now, repeated: true, verdict: 'pass', maps: 6, probes: value },
  drift: { value, method: 'grad-cam', metric: 'overlap' },
  ...more,
});
const pairs = (more: Partial<Pair> = {}, again: Partial<Pair> = {}) => [
  pair('wasm', 'native', 1e-7),
  pair('native', 'wasm', 3e-7, more),
  pair('wasm', 'wasm', 0, again),
];

test('a row tells the farthest of two engines, and holds what is asked of them', () => {
  const { row, holds } = rowOf('small', pairs());
  assert.equal(row, '| small | 6 | 2 of 2 | 3.0e-7 | overlap of grad-cam, native to wasm | 3.0e-7 | the same |');
  assert.equal(holds, true);
});

const faults: Readonly<Record<string, readonly Pair[]>> = {
  'a drift of a thousandth': pairs({ drift: { value: 1e-3, method: 'cam', metric: 'kl' } }),
  'a probe that moved a thousandth more': pairs({ probes: 1e-3 }),
  'a probe that one engine alone made': pairs({ probes: undefined }),
  'another verdict': pairs({ verdict: 'incomplete' }),
  'a map that one engine alone made': pairs({ maps: 5 }),
  'an engine that made another baseline the second time': pairs({}, { repeated: false }),
  'an engine that drifts from itself': pairs({}, { drift: { value: 1e-9, method: 'cam', metric: 'kl' } }),
};

for (const [what, given] of Object.entries(faults))
  test(`${what} is not what is asked`, () => assert.equal(rowOf('small', given).holds, false));
