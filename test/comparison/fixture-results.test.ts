import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Baseline, Seen } from '../../src/baselines/baseline.ts';
import { comparable } from '../../src/comparison/_alike.ts';
import { compare } from '../../src/comparison/compare.ts';
import { fixtureResults, namesOf } from '../../src/comparison/fixture-results.ts';
import type { Fixture, ModelConfig } from '../../src/config/config.ts';
import type { Policy } from '../../src/results/policy.ts';
import type { Side } from '../../src/versions/sides.ts';
import { near } from '../support/near.ts';
import { model } from '../support/results.ts';

const map = (...values: number[]) => ({ width: values.length, height: 1, data: Float32Array.from(values) });
const seen = (more: Partial<Seen> = {}): Seen => ({
  ...{ digest: 'd', classIndex: 0, predicted: 0, probabilities: Float32Array.of(0.75, 0.25) },
  maps: { cam: map(1, 0) },
  ...more,
});
const made = model([]).candidate;
/** What a version of the model saw, by fixture. */
const side = (all: Record<string, Seen>, more: Partial<Side> = {}): Side =>
  ({ ...made, seen: new Map(Object.entries(all)), failures: new Map(), ...more }) as Side;
const fixture = (name: string, more: Partial<Fixture> = {}): Fixture => ({
  ...{ name, path: name, label: undefined, tags: [], regions: [] },
  ...more,
});
const policy: Policy = { method: 'cam', thresholds: { 'attention-shift': 0.08 } };

const found = (
  fixtures: readonly Fixture[],
  before: Side | undefined,
  after: Side,
  more: Partial<Pick<ModelConfig, 'labels' | 'gone'>> = {},
) =>
  fixtureResults(
    { name: 'shoes', methods: ['cam'], fixtures, ...more } as unknown as ModelConfig,
    before as Baseline | undefined,
    after,
    policy,
  );
const one = (before: Seen | undefined, after: Seen, more: Partial<Fixture> = {}, sides: Partial<Side> = {}) =>
  found(
    [fixture('a', more), fixture('z')],
    before && side({ a: before, z: seen() }, sides),
    side({ a: after, z: seen() }, sides),
  )[0]!;

test('a fixture that both saw has both answers, their drift, and its fate', () => {
  const { maps, ...rest } = one(
    seen(),
    seen({ predicted: 1, probabilities: Float32Array.of(0.25, 0.75), maps: { cam: map(0, 1) } }),
  );
  near(rest.divergence!, 0.1887218755408671, 1e-9);
  assert.ok(maps && 'drift' in maps.cam!);
  assert.equal(maps.cam.drift['attention-shift'], 1);
  assert.deepEqual(
    { ...rest, divergence: 0 },
    {
      ...{ name: 'a', digest: 'd', status: 'moved', flipped: true, divergence: 0 },
      baseline: { predicted: { index: 0, probability: 0.75 }, explained: { index: 0, probability: 0.75 } },
      candidate: { predicted: { index: 1, probability: 0.75 }, explained: { index: 0, probability: 0.25 } },
    },
  );
});

test('what the team says of a fixture goes with it, and only what it says', () => {
  const plain = one(seen(), seen());
  for (const key of ['truth', 'expected', 'tags', 'touched', 'copyOf', 'reason', 'probes', 'regions'])
    assert.equal(key in plain, false, key);
  const told = one(seen(), seen(), { label: 'hat', expected: false, tags: ['night'], touched: 'edited', copyOf: 'b' });
  assert.deepEqual(
    [told.truth, told.expected, told.tags, told.touched, told.copyOf, told.reason],
    ['hat', false, ['night'], 'edited', 'b', 'This change edits it: shown, not judged.'],
  );
});

test('one that could not be read failed, with the reason that there is, and keeps what is true of it', () => {
  const after = side({ z: seen() }, { failures: new Map([['a', 'a.png is damaged.']]) });
  const all = found(
    [fixture('a', { label: 'hat', expected: true }), fixture('b'), fixture('z')],
    side({ z: seen() }),
    after,
  );
  assert.deepEqual(all.slice(0, 2), [
    { name: 'a', truth: 'hat', expected: true, status: 'failed', reason: 'a.png is damaged.' },
    { name: 'b', status: 'failed', reason: 'It could not be read.' },
  ]);
});

test('another file, and a class that is no more, make it new, with the reason; so does a baseline that lacks it', () => {
  const status = (before: Seen | undefined, after: Seen) => {
    const all = found(
      [fixture('a'), fixture('z')],
      side({ ...(before && { a: before }), z: seen() }),
      side({ a: after, z: seen() }),
    );
    return [all[0]!.status, all[0]!.reason, all.length];
  };
  assert.deepEqual(status(undefined, seen()), ['new', undefined, 2]);
  assert.deepEqual(status(seen({ digest: 'e' }), seen()), [
    'new',
    'Its file is not the one that the baseline was made from.',
    2,
  ]);
  assert.equal(made.classes, 2);
  assert.deepEqual(status(seen({ classIndex: 1 }), seen({ classIndex: 1 }))[0], 'steady');
  assert.deepEqual(status(seen({ classIndex: 2 }), seen()).slice(0, 2), [
    'new',
    "The class it explains (2) is not among the candidate's 2.",
  ]);
});

test('what only the baseline has, or the change takes away, is lost; what could not be read is not', () => {
  const before = side({ a: seen(), gone: seen(), bad: seen() });
  const after = side({ a: seen() }, { failures: new Map([['bad', 'Damaged.']]) });
  const all = found([fixture('a'), fixture('bad')], before, after, { gone: ['taken'] });
  assert.deepEqual(
    all.map(({ name, status }) => [name, status]),
    [
      ['a', 'steady'],
      ['bad', 'failed'],
      ['gone', 'lost'],
      ['taken', 'lost'],
    ],
  );
  assert.deepEqual(
    found([fixture('a')], undefined, after, { gone: ['taken'] }).map(({ status }) => status),
    ['new'],
  );
});

test('a baseline with which nothing can be compared is an error that says why', () => {
  const error = (before: Side) => {
    try {
      found([fixture('a'), fixture('b')], before, side({ a: seen(), b: seen() }));
    } catch (thrown) {
      return (thrown as Error).message;
    }
    return assert.fail('It was compared.');
  };
  assert.equal(
    error(side({})),
    'None of the 2 fixtures of model shoes can be compared. The baseline has none of them.',
  );
  assert.equal(
    error(side({ a: seen({ digest: 'e' }) })),
    'None of the 2 fixtures of model shoes can be compared. Its file is not the one that the baseline was made from.',
  );
  const some = found([fixture('a'), fixture('b')], side({ b: seen() }), side({ a: seen(), b: seen() }));
  assert.deepEqual(
    some.map(({ status }) => status),
    ['new', 'steady'],
  );
});

test('a label of several is there or not by its own probability, whatever is likeliest', () => {
  const task = { task: 'multi-label' as const };
  const p = (...probabilities: number[]) => seen({ classIndex: 1, probabilities: Float32Array.from(probabilities) });
  const lost = one(p(0.9, 0.75), p(0.9, 0.25), {}, task);
  assert.deepEqual([lost.flipped, lost.baseline?.present, lost.candidate?.present], [true, true, false]);
  assert.deepEqual(lost.candidate?.predicted, { index: 1, probability: 0.25 });
  near(lost.divergence!, 0.1887218755408671, 1e-9);
  const kept = one(p(0.9, 0.75), { ...p(0.1, 0.75), predicted: 1 }, {}, task);
  assert.deepEqual([kept.flipped, kept.divergence], [false, 0], 'another label is another question');
  const beyond = compare(seen({ classIndex: 5 }), p(0, 1), [], 'multi-label').prediction;
  assert.deepEqual(beyond, { flipped: true, divergence: 1 }, 'a label that is not among the outputs is not there');
});

test('a label that only the candidate names has an answer, and no map to compare', () => {
  const only = one(seen({ maps: {} }), seen(), {}, { task: 'multi-label' });
  assert.deepEqual([only.status, only.maps, only.flipped], ['moved', {}, false]);
  assert.match(only.reason!, /does not name this label/);
});

test('a number has no classes and nothing flips', () => {
  const of = (value: number | undefined) =>
    seen({ predicted: 1, probabilities: new Float32Array(), ...(value !== undefined && { value }) });
  const moved = one(of(3), of(-4), {}, { task: 'regression' });
  assert.deepEqual([moved.flipped, moved.divergence], [false, undefined]);
  const zero = { index: 0 };
  assert.deepEqual(
    [moved.baseline, moved.candidate],
    [
      { predicted: zero, explained: zero, value: 3 },
      { predicted: zero, explained: zero, value: -4 },
    ],
  );
  assert.equal(one(of(undefined), of(1), {}, { task: 'regression' }).baseline?.value, 0);
});

test('drift from a reference is measured by what the answers are, too', () => {
  const p = (probability: number, predicted: number) =>
    seen({ classIndex: 1, predicted, probabilities: Float32Array.of(0.9, probability) });
  const labels = comparable(side({ a: p(0.75, 0) }), side({ a: p(0.25, 1) }, { task: 'multi-label' }), 'cam');
  near(labels[0]!.divergence!, 0.1887218755408671, 1e-9);
  assert.equal(labels[0]!.flipped, true);
  const still = comparable(side({ a: p(0.75, 0) }), side({ a: p(0.75, 1) }, { task: 'multi-label' }), 'cam');
  assert.deepEqual([still[0]!.flipped, still[0]!.divergence], [false, 0]);
  const number = comparable(side({ a: p(0.75, 0) }), side({ a: p(0.25, 1) }, { task: 'regression' }), 'cam');
  assert.deepEqual([number[0]!.flipped, number[0]!.divergence], [false, undefined]);
});

const probe = (moved: number, predicted = 0) => ({ moved, predicted, divergence: 0.1, map: map(1, 0) });
const digests = (mark: string) => ({ probes: [{ name: 'mark', digest: mark.repeat(64) }] });

test('what an edit does is told of both sides where both were edited alike, with what the answer becomes', () => {
  const before = side({ a: seen({ probes: { mark: probe(0.2, 1) } }) }, digests('a'));
  const after = side({ a: seen({ probes: { mark: probe(0.4), other: { refused: 'No.' } } }) }, digests('a'));
  const [both] = found([fixture('a')], before, after, { labels: ['hat', 'shoe'] });
  const told = (moved: number, became?: string) => ({
    moved,
    divergence: 0.1,
    flipped: became !== undefined,
    ...(became && { became }),
  });
  assert.deepEqual(both!.probes, {
    mark: { baseline: told(0.2, 'shoe'), candidate: told(0.4) },
    other: { refused: 'No.' },
  });
  const otherwise = side({ a: seen({ probes: { mark: probe(0.2) } }) }, digests('b'));
  const [alone] = found([fixture('a')], otherwise, after);
  assert.deepEqual(alone!.probes?.mark, { candidate: told(0.4) });
  const refused = side({ a: seen({ probes: { mark: { refused: 'No.' } } }) }, digests('a'));
  assert.deepEqual(found([fixture('a')], refused, after)[0]!.probes?.mark, { candidate: told(0.4) });
  const unnamed = side({ a: seen({ probes: { mark: probe(0.4, 1) } }) }, digests('a'));
  assert.deepEqual(found([fixture('a')], undefined, unnamed)[0]!.probes?.mark, { candidate: told(0.4, '1') });
});

test('heat in a region is told of the sides that have some, and of a new fixture’s candidate alone', () => {
  const heat = (inside: number) => ({ inside, pointing: true });
  const after = seen({
    regions: { o: { area: 0.2, heat: heat(0.4), earlier: heat(0.8) }, p: { area: 0.1 } },
  } as Partial<Seen>);
  const p = { area: 0.1 };
  assert.deepEqual(one(seen(), after).regions, { o: { area: 0.2, baseline: heat(0.8), candidate: heat(0.4) }, p });
  assert.deepEqual(one(undefined, after).regions, { o: { area: 0.2, candidate: heat(0.4) }, p });
});

test('names of classes are the configuration’s, else the side’s own, else those of a side with as many classes', () => {
  const named = (classes: number, ...labels: string[]) =>
    ({ ...side({}), classes, ...(labels.length > 0 && { labels }) }) as Baseline;
  assert.deepEqual(namesOf({ labels: ['x'] }, named(2, 'a', 'b'), named(2, 'c', 'd')), ['x']);
  assert.deepEqual(namesOf({ labels: undefined }, named(2, 'a', 'b'), named(2, 'c', 'd')), ['a', 'b']);
  assert.deepEqual(namesOf({ labels: undefined }, named(2), named(2, 'c', 'd')), ['c', 'd']);
  assert.equal(namesOf({ labels: undefined }, named(3), named(2, 'c', 'd')), undefined);
  assert.equal(namesOf({ labels: undefined }, undefined, undefined), undefined);
});
