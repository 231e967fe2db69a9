import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelConfig } from '../../src/config/config.ts';
import type { ProbeSide } from '../../src/results/fixture.ts';
import type { ComparedModel } from '../../src/results/model.ts';
import type { Reason } from '../../src/results/reason.ts';
import { turnedByProbes } from '../../src/versions/probe-flips.ts';
import type { Side } from '../../src/versions/sides.ts';
import { fixture, model } from '../support/results.ts';

const probe = { name: 'mark', kind: 'mark', mark: 'built-in', at: ['bottom-right'], size: 0.2 };
const stays: ProbeSide = { moved: 0.1, flipped: false, divergence: 0 };
const turns = (became: string, divergence: number): ProbeSide => ({ moved: 0.1, flipped: true, became, divergence });
const on = (name: string, candidate: ProbeSide, baseline: ProbeSide | null = stays) =>
  fixture(name, 0, { probes: { mark: { candidate, ...(baseline && { baseline }) } } });

const followed: Reason = {
  level: 'fail',
  code: 'probe-regression',
  ...{ probe: 'mark', added: 0.2, limit: 0.1, onMark: undefined, flipped: { before: 0, now: 2 }, fixtures: 4 },
};
const pull = { class: 'house', candidate: 2, baseline: 0 };
const mean = { moved: 0.1, flipped: 2, divergence: 0 };

function turned(
  fixtures: ReturnType<typeof on>[],
  more: { reasons?: readonly Reason[]; pull?: typeof pull; task?: Side['task'] } = {},
) {
  const { reasons = [followed], task, ...pulled } = more;
  const probes = [{ name: 'mark', fixtures: 4, candidate: mean, limit: 0.1, ...pulled }];
  const seen = new Map(fixtures.map(({ name }, index) => [name, { probes: { mark: { predicted: 10 + index } } }]));
  return turnedByProbes(
    { probes: [probe], fixtures: fixtures.map(({ name }) => ({ name })) } as unknown as ModelConfig,
    model(fixtures, { reasons, probes }) as ComparedModel,
    { seen, task } as unknown as Side,
  ).map(({ edit, words, fixture: { name }, index }) => [edit, words, name, index]);
}

const four = [
  on('still.png', stays),
  on('some.png', turns('house', 0.4)),
  on('most.png', turns('house', 0.6)),
  on('other.png', turns('tree', 0.9)),
];

test('the picture that changes most, among those that become what most become', () => {
  assert.deepEqual(turned(four, { pull }), [['mark', 'the probe mark', 'most.png', 12]]);
  assert.deepEqual(turned(four), [['mark', 'the probe mark', 'other.png', 13]]);
});

test('a picture whose answer the edit changed before as well shows nothing of this change', () => {
  assert.deepEqual(turned([on('a.png', turns('house', 0.5), turns('house', 0.5))]), []);
  assert.deepEqual(turned([on('a.png', turns('house', 0.5), null)]), [], 'nor one that nothing is known of');
});

test('a probe that does not stand out is not looked into, nor a model with several answers', () => {
  assert.deepEqual(turned(four, { reasons: [] }), []);
  assert.deepEqual(turned(four, { reasons: [{ ...followed, probe: 'frame' }] }), []);
  assert.deepEqual(turned(four, { task: 'multi-label' }), []);
});
