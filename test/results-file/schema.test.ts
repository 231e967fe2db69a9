import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  resultsSchema,
  type WrittenFixture,
  type WrittenModel,
  type WrittenResults,
} from '../../src/results-file/schema.ts';
import { fileOf, fixture, model, results } from '../support/results.ts';

const probeSide = { moved: 0.1, onMark: 0.2, flipped: false, divergence: 0.1 };
const heat = { inside: 0.5, pointing: true };
const means = { moved: 0.1, onMark: 0.2, flipped: 1, divergence: 0.1 };
const range = { mean: 0.1, p90: 0.2, max: 0.3 };

const shown: Partial<WrittenFixture> = {
  divergence: 0.1,
  probes: { mark: { baseline: probeSide, candidate: probeSide } },
  regions: { object: { area: 0.2, baseline: heat, candidate: heat } },
};

/** A result with a number in every place that can have one. */
function everything(): WrittenResults {
  const rule = { of: 'inside', at: 'least', limit: 0.5 } as const;
  const judged: WrittenModel['judged'] = {
    ...{ method: 'grad-cam', thresholds: { ssim: 0.1 }, divergence: 0.1, answer: 2, finer: 2, probes: { mark: 0.1 } },
    ...{ regions: { object: [rule] }, accuracy: { class: 0.1, overall: 0.1 } },
    calibration: { scores: [0.5], rate: 0.1, otherBaselines: 1, probes: { mark: [{ ratio: 0.5, pulled: 0.1 }] } },
  };
  const more: Partial<WrittenModel> = {
    judged,
    pair: { code: 'a'.repeat(16), named: [] },
    score: { value: 1, signal: 'ssim', p: 0.5, accepted: 3 },
    probes: [
      {
        ...{ name: 'mark', fixtures: 3, candidate: means, baseline: means, added: 0.1, limit: 0.1, beyond: 0.2 },
        ...{ flippedAlone: { candidate: 1, baseline: 1 }, pull: { class: 'hat', candidate: 1, baseline: 1 } },
      },
    ],
    regions: [{ ...{ name: 'object', fixtures: 3, area: 0.2 }, candidate: { inside: 0.5, pointing: 0.5 } }],
    intervals: [{ of: 'drift', name: 'ssim', fixtures: 3, mean: 0.1, low: 0, high: 0.2, sees: 0.1 }],
    slices: [{ by: 'tag', name: 'night', fixtures: 3, drift: 0.1, flipped: 1 }],
    lineage: { kind: 'converted', words: 'w', source: 'detected' },
    repair: {
      drift: 'excused',
      rules: [{ region: 'object', rule, before: 0.1, now: 0.9, fixtures: 3 }],
      closer: [{ title: 'gold', kind: 'pinned', fixtures: 3, before: 0.9, now: 0.1 }],
    },
    sweep: {
      ...{ edits: 3, fixtures: 3, of: 3 },
      pulls: [
        { edit: 'e', words: 'w', to: 'hat', turned: { before: 1, now: 2 }, fixtures: 3, gained: 0.5, lost: true },
      ],
    },
    pinned: { title: 'gold', fixtures: 3, drift: { ssim: range }, limits: { ssim: 0.1 }, flipped: 1, divergence: 0.1 },
    drift: { 'grad-cam': { ssim: range } },
    predictions: {
      ...{ compared: 3, flipped: 1, divergence: { mean: 0.1, max: 0.2 } },
      ...{ change: { mean: 1, max: 2, before: 3, after: 4 }, accuracy: { labelled: 3, baseline: 1, candidate: 0.5 } },
    },
  };
  const file = fileOf(results(model([fixture('a.png', 0.1)])));
  const [first] = file.models;
  return { ...file, models: [{ ...first!, ...more, fixtures: [{ ...first!.fixtures[0]!, ...shown }] }] };
}

/** Whether a model with this in the place of what is there is read. */
function holds(place: string, value: unknown): boolean {
  const file: WrittenResults = structuredClone(everything());
  const keys = place.split('/');
  const last = keys.pop()!;
  const parent = keys.reduce<Record<string, unknown>>(
    (at, key) => {
      assert.ok(at[key] !== undefined, `${place}: nothing at ${key}`);
      return at[key] as Record<string, unknown>;
    },
    file.models[0] as unknown as Record<string, unknown>,
  );
  assert.ok(parent[last] !== undefined, `nothing at ${place}`);
  parent[last] = value;
  return resultsSchema.safeParse(file).success;
}

test('a result with everything in it is read', () => {
  assert.deepEqual(resultsSchema.parse(everything()), everything());
});

const shares = [
  ...[
    'thresholds/ssim',
    'divergence',
    'probes/mark',
    'regions/object/0/limit',
    'accuracy/class',
    'accuracy/overall',
  ].map(each => `judged/${each}`),
  ...['score/p', 'regions/0/area', 'regions/0/candidate/inside', 'regions/0/candidate/pointing', 'slices/0/drift'],
  ...['moved', 'onMark', 'divergence'].map(each => `probes/0/candidate/${each}`),
  ...['probes/0/limit', 'probes/0/beyond', 'repair/rules/0/before', 'repair/rules/0/now'],
  ...[
    'repair/closer/0/before',
    'repair/closer/0/now',
    'pinned/drift/ssim/mean',
    'pinned/limits/ssim',
    'pinned/divergence',
  ],
  ...['mean', 'p90', 'max'].map(each => `drift/grad-cam/ssim/${each}`),
  ...['divergence/mean', 'divergence/max', 'accuracy/baseline', 'accuracy/candidate'].map(
    each => `predictions/${each}`,
  ),
  ...['divergence', 'maps/grad-cam/drift/ssim', 'regions/object/area', 'regions/object/candidate/inside'].map(
    each => `fixtures/0/${each}`,
  ),
  ...['moved', 'onMark', 'divergence'].map(each => `fixtures/0/probes/mark/candidate/${each}`),
];

test('a share is a number from 0 to 1, wherever one stands', () => {
  for (const place of shares) {
    for (const value of [0, 0.5, 1]) assert.ok(holds(place, value), `${place} ${value}`);
    for (const value of [-0.001, 1.001, Number.POSITIVE_INFINITY, Number.NaN, '0.5', null])
      assert.equal(holds(place, value), false, `${place} ${value}`);
  }
});

test('a count is whole and not negative; what is a mean of fixtures has one at least', () => {
  const counts = [
    ...['score/accepted', 'probes/0/fixtures', 'probes/0/candidate/flipped', 'probes/0/flippedAlone/candidate'],
    ...['probes/0/flippedAlone/baseline', 'probes/0/pull/candidate', 'probes/0/pull/baseline', 'regions/0/fixtures'],
    ...['slices/0/flipped', 'sweep/edits', 'sweep/fixtures', 'sweep/of', 'sweep/pulls/0/turned/before'],
    ...['sweep/pulls/0/turned/now', 'pinned/flipped', 'judged/calibration/otherBaselines'],
    'fixtures/0/candidate/predicted/index',
  ];
  const means = ['intervals', 'slices', 'repair/rules', 'repair/closer'].map(each => `${each}/0/fixtures`);
  for (const place of [...counts, ...means, 'pinned/fixtures']) {
    assert.equal(holds(place, 0), counts.includes(place), `${place} 0`);
    for (const value of [1, 5000]) assert.ok(holds(place, value), `${place} ${value}`);
    for (const value of [-1, 1.5]) assert.equal(holds(place, value), false, `${place} ${value}`);
  }
});

test('what may be of either sign, or has no end, keeps to its own side', () => {
  const [open, closed, signed] = [
    ['judged/answer', 'judged/finer'],
    ['score/value', 'intervals/0/sees', 'judged/calibration/scores/0', 'judged/calibration/probes/mark/0/ratio'],
    ['probes/0/added', 'sweep/pulls/0/gained', 'judged/calibration/probes/mark/0/pulled'],
  ];
  closed.push('predictions/change/mean', 'predictions/change/max');
  for (const place of open)
    assert.deepEqual(
      [-1, 0, 0.001, 9].map(each => holds(place, each)),
      [false, false, true, true],
      place,
    );
  for (const place of closed)
    assert.deepEqual(
      [-0.001, 0, 9].map(each => holds(place, each)),
      [false, true, true],
      place,
    );
  for (const place of signed)
    assert.deepEqual(
      [-1.001, -1, 1, 1.001].map(each => holds(place, each)),
      [false, true, true, false],
      place,
    );
  const rate = [0, 0.001, 0.999, 1].map(each => holds('judged/calibration/rate', each));
  assert.deepEqual(
    rate,
    [false, true, true, false],
    'a rate of no false alarms cannot be kept, one of all says nothing',
  );
});

test('codes, commits and words have their length', () => {
  for (const [value, expected] of [
    ['0123456789abcdef', true],
    ['0123456789abcde', false],
    ['0123456789abcdef0', false],
    ['0123456789ABCDEF', false],
    ['x 0123456789abcdef', false],
  ] as const)
    assert.equal(holds('pair/code', value), expected, value);
  assert.ok(holds('lineage/words', 'w'.repeat(500)) && !holds('lineage/words', 'w'.repeat(501)));
  const change = { ...{ base: 'b'.repeat(40), baseRef: 'main', unchanged: [], removed: [], renamed: [] } };
  const of = (head: string) =>
    resultsSchema.safeParse({
      ...everything(),
      change: { ...change, head, edits: [], settings: [], policyFrom: 'head' },
    }).success;
  assert.deepEqual(['a'.repeat(40), 'a'.repeat(39), 'a'.repeat(41), `g${'a'.repeat(40)}`].map(of), [
    true,
    false,
    false,
    false,
  ]);
});

test('only this version is read, and nothing that it does not know', () => {
  for (const version of [0, 2, '1']) assert.equal(resultsSchema.safeParse({ ...everything(), version }).success, false);
  for (const place of ['score', 'pinned', 'repair', 'sweep', 'lineage', 'fixtures/0', 'fixtures/0/candidate', 'judged'])
    assert.equal(holds(`${place}/more`.replace('/more', ''), { more: 1 }), false, place);
});
