import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineageKinds, lineageOf } from '../../src/lineage/lineage.ts';
import { sketchOf } from '../../src/lineage/sketch.ts';
import type { Kernel } from '../../src/models/model.ts';
import { random } from '../core/_numbers.ts';
import { changed, kernel, network, randomKernel } from './_kernels.ts';

const lineage = (before: readonly Kernel[], after: readonly Kernel[]) => lineageOf(sketchOf(before), sketchOf(after));
const kindOf = (before: readonly Kernel[], after: readonly Kernel[]) => lineage(before, after).kind;
const seeds = [0, 10, 20, 30, 40, 50, 60, 70];

/** The network with some kernels replaced, by their place. */
const withKernels = (kernels: readonly Kernel[], replaced: Readonly<Record<number, Kernel>>): Kernel[] =>
  kernels.map((each, at) => replaced[at] ?? each);

/** Noise of a share of the numbers' own size. */
function noisy(each: Kernel, share: number, seed = 99): Kernel {
  const noise = randomKernel(seed, each.shape).values();
  const to = each.shape.at(-1)!;
  return changed(each, (value, channel, input) => value + share * noise[input * to + channel]!);
}

/** Whole steps of a scale per tensor, as in an int8 file. */
function quantised(each: Kernel): Kernel {
  const step = Math.max(...each.values().map(Math.abs)) / 127;
  return changed(each, value => Math.round(value / step) * step);
}

test('equal kernels are the same, and one number that differs is enough not to be', () => {
  assert.deepEqual(lineage(network(), network()), {
    kind: 'same',
    similarity: 1,
    words: 'All 4 kernels are equal.',
  });
  // Not among the sampled numbers: the norm tells.
  const other = withKernels(network(), { 2: changed(network()[2]!, (value, c, i) => (c === 0 && i === 0 ? value + 1 : value)) }); // biome-ignore format: one line
  assert.notEqual(kindOf(network(), other), 'same');
});

test('cosines by hand: a head turned by 60 degrees in every channel is new, one by 30 is not', () => {
  // Both channels of the head point along the first input; turned in the plane of the first two.
  const head = (degrees: number) => {
    const [x, y] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return kernel([4, 2], [x, x, y, y, 0, 0, 0, 0]);
  };
  const before = withKernels(network(), { 3: head(0) });
  const found = lineage(before, withKernels(before, { 3: head(60) }));
  assert.equal(found.kind, 'retrained');
  assert.ok(Math.abs(found.similarity - 0.5) < 1e-6, `${found.similarity}`);
  assert.match(found.words, /^3 of 4 kernels are equal, 1 new: .* is 0\.(499|500) \(kernel 4 of 4, 4 x 2\)\.$/);
  const tuned = lineage(before, withKernels(before, { 3: head(30) }));
  assert.equal(tuned.kind, 'fine-tuned');
  assert.ok(Math.abs(tuned.similarity - Math.sqrt(0.75)) < 1e-6, `${tuned.similarity}`);
  assert.match(tuned.words, /^3 of 4 kernels are equal, the rest point where they did: .* is 0\.866 \(kernel 4 of 4/);
});

test('a scale per output channel, also a negative one, is batch normalisation folded in', () => {
  for (const seed of seeds) {
    const folded = network(seed).map(each =>
      changed(each, (value, channel) => value * (channel % 3 === 0 ? -0.3 : 0.2 + channel)),
    );
    const found = lineage(network(seed), folded);
    assert.equal(found.kind, 'converted');
    assert.ok(found.similarity > 1 - 1e-6);
    assert.match(found.words, /^None of 4 kernels is equal, the rest but for rounding or scale\.$/);
  }
});

test('rounding is a conversion there and back: half precision, eight bits per tensor, per channel, with a zero point', () => {
  const half = (value: number) => Math.fround(Math.round(value * 2 ** 11) / 2 ** 11);
  const perChannel = (each: Kernel) =>
    changed(each, (value, channel) => {
      const step = 0.04 + 0.001 * channel;
      return Math.round(value / step) * step;
    });
  const shifted = (each: Kernel) => changed(each, value => Math.round((value + 5) / 0.04) * 0.04 - 5);
  for (const seed of seeds) {
    const before = network(seed);
    for (const rounded of [(each: Kernel) => changed(each, half), quantised, perChannel, shifted]) {
      assert.equal(kindOf(before, before.map(rounded)), 'converted');
      assert.equal(kindOf(before.map(rounded), before), 'converted');
    }
  }
});

test('rounded to whole steps after training went on is no conversion', () => {
  for (const seed of seeds) {
    const tuned = network(seed).map(each => quantised(noisy(each, 0.1)));
    assert.equal(kindOf(network(seed), tuned), 'fine-tuned');
  }
});

test('colours of the first kernel exchanged or scaled are preprocessing baked in', () => {
  const [first] = network() as [Kernel];
  const at = (input: number) => (channel: number) => first.values()[input * 16 + channel]!;
  const bgr = changed(first, (_, channel, input) => at(input + 2 - 2 * (input % 3))(channel));
  const scaled = changed(first, (value, _, input) => value * [0.5, 2, 3][input % 3]!);
  for (const baked of [bgr, scaled]) {
    const found = lineage(network(), withKernels(network(), { 0: baked }));
    assert.equal(found.kind, 'converted');
    assert.match(found.words, /^3 of 4 kernels are equal.*; the first one has its colours exchanged or scaled\.$/);
  }
  assert.equal(kindOf(network(), withKernels(network(10), { 0: bgr })), 'retrained');
});

test('noise of a hundredth to a third of the weights is fine-tuning', () => {
  for (const seed of seeds) {
    for (const share of [0.01, 0.1, 0.3]) {
      const found = lineage(
        network(seed),
        network(seed).map(each => noisy(each, share)),
      );
      assert.equal(found.kind, 'fine-tuned', `${share}`);
      assert.ok(Math.abs(found.similarity - 1 / Math.sqrt(1 + share * share)) < 0.03, `${found.similarity}`);
    }
  }
});

test('pruning is fine-tuning, however much is gone', () => {
  for (const limit of [0.4, 1]) {
    const pruned = network().map(each => changed(each, value => (Math.abs(value) < limit ? 0 : value)));
    const found = lineage(network(), pruned);
    assert.equal(found.kind, 'fine-tuned');
    assert.ok(found.similarity > 0.99);
  }
});

test('random kernels are a retraining, wherever they are, and in any number', () => {
  for (const seed of seeds) {
    const fresh = network(seed + 1000);
    assert.equal(kindOf(network(seed), fresh), 'retrained');
    for (const at of [0, 1, 2, 3])
      assert.equal(kindOf(network(seed), withKernels(network(seed), { [at]: fresh[at]! })), 'retrained', `${at}`);
  }
});

test('one kernel among twenty may turn far without being new, several may not', () => {
  const deep = Array.from({ length: 20 }, (_, at) => randomKernel(at, [3, 3, 16, 16]));
  // cos = 1 / sqrt(1 + 1.2^2) = 0.64
  const turned = (count: number) => deep.map((each, at) => (at >= 1 && at <= count ? noisy(each, 1.2) : each));
  assert.equal(kindOf(deep, turned(1)), 'fine-tuned');
  const found = lineage(deep, turned(6));
  assert.equal(found.kind, 'retrained');
  assert.match(found.words, /^14 of 20 kernels are equal, many turned far: /);
});

test('a head for other classes on the same trunk is a retraining', () => {
  const found = lineage(network(), withKernels(network(), { 3: randomKernel(7, [64, 12]) }));
  assert.deepEqual([found.kind, found.similarity], ['retrained', 0]);
  assert.match(found.words, /^3 of 4 kernels are equal, 1 new: .*64 x 12/);
});

test('other shapes, other numbers of kernels, or none, are another architecture', () => {
  const wider = withKernels(network(), { 1: randomKernel(1, [1, 1, 16, 33]) });
  const cases: [readonly Kernel[], readonly Kernel[], RegExp][] = [
    [network(), wider, /^No kernel of the baseline is left that is 1 x 1 x 16 x 33, as kernel 2 of 4 is\.$/],
    [network(), network().slice(1), /^The models have different numbers of kernels: 3 after 4\.$/],
    [[], network(), /no kernels/],
    [network(), [], /no kernels/],
    [[], [], /no kernels/],
  ];
  for (const [before, after, words] of cases) {
    const found = lineage(before, after);
    assert.deepEqual([found.kind, found.similarity], ['other-architecture', 0]);
    assert.match(found.words, words);
  }
});

test('parallel branches may come in another order, also of one shape, and a matrix as a 1 x 1 convolution', () => {
  const [first, squeeze, expand, head] = network() as [Kernel, Kernel, Kernel, Kernel];
  const twin = randomKernel(500, squeeze.shape);
  const before = [first, squeeze, twin, expand, head];
  const flat = kernel([1, 1, ...head.shape], head.values());
  assert.equal(kindOf(before, [first, expand, twin, squeeze, flat]), 'same');
});

test('the answer is one of the kinds, with a similarity of 0 to 1, for whatever pair of kernels', () => {
  const next = random(5);
  for (let round = 0; round < 200; round++) {
    const shape = [[3, 3, 3, 4], [1, 1, 2, 2], [5, 1], [1, 1], [2, 7]][Math.floor(next() * 5)]!; // biome-ignore format: one line
    const before = randomKernel(round, shape);
    const after = changed(randomKernel(round + 1, shape), value => (next() < 0.5 ? 0 : value));
    const { kind, similarity, words } = lineage([before], [after]);
    assert.ok(lineageKinds.includes(kind));
    assert.ok(similarity >= 0 && similarity <= 1 + 1e-12, `${similarity}`);
    assert.match(words, /\.$/);
  }
});
