import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHalf } from '../../src/lineage/_rounding.ts';
import { lineageKinds, lineageOf } from '../../src/lineage/lineage.ts';
import type { Kernel } from '../../src/models/model.ts';
import { random } from '../core/_numbers.ts';
import { changed, constant, kernel, network, randomKernel, sketchOfAll, withAffine } from './_kernels.ts';

const lineage = (before: readonly Kernel[], after: readonly Kernel[]) =>
  lineageOf(sketchOfAll(before), sketchOfAll(after));
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
  const other = withKernels(network(), {
    2: changed(network()[2]!, (value, c, i) => (c === 0 && i === 0 ? value + 1 : value)),
  });
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

/** Conv, normalisation, head: every kernel with factors and addends of its own. */
const normalised = (factor = (_: number) => 1, addend = (channel: number) => channel - 3) =>
  network().map((each, at) =>
    at === 1
      ? withAffine(each, factor, addend)
      : withAffine(
          each,
          () => 1,
          channel => channel / 7,
        ),
  );

test('frozen kernels behind which biases or normalisation were trained are not the same', () => {
  assert.equal(kindOf(normalised(), normalised()), 'same');
  const cases: Record<string, readonly Kernel[]> = {
    'a bias': normalised(undefined, channel => channel - 3.3),
    'one number of a bias that is not among those that are kept': normalised(
      undefined,
      channel => channel - (channel === 0 ? 4 : 3),
    ),
    'factors of a normalisation': normalised(channel => 1 + channel / 100),
    'half of the channels dead by normalisation alone': normalised(channel => channel % 2),
  };
  for (const [what, after] of Object.entries(cases)) {
    const { kind, words } = lineage(normalised(), after);
    assert.equal(kind, 'fine-tuned', what);
    assert.equal(
      words,
      'All 4 kernels are equal; bias or normalisation behind 1 of them changed (kernel 2 of 4, 1 x 1 x 16 x 32).',
    );
  }
});

test('normalisation that is folded into kernel and bias is a conversion, and none when the bias is another', () => {
  const scale = (channel: number) => (channel % 3 === 0 ? -0.3 : 0.2 + channel);
  const folded = (addend?: (channel: number) => number) =>
    normalised(undefined, addend).map((each, at) =>
      at === 1 ? { ...each, values: changed(each, (value, channel) => value * scale(channel)).values } : each,
    );
  assert.equal(kindOf(normalised(scale), folded()), 'converted');
  assert.equal(kindOf(folded(), normalised(scale)), 'converted');
  assert.equal(
    kindOf(
      normalised(scale),
      folded(channel => channel - 3.5),
    ),
    'fine-tuned',
  );
  assert.equal(kindOf(normalised(), folded()), 'fine-tuned', 'scaled, and nothing makes up for it');
  const eightBits = (kernels: readonly Kernel[]) => kernels.map(each => ({ ...each, values: quantised(each).values }));
  assert.equal(kindOf(normalised(scale), eightBits(folded())), 'converted', 'one ladder for channels of many sizes');
});

test('eight bits are told also where they were stored as float16, and of channels with four inputs', () => {
  const half = (each: Kernel) => changed(each, value => Math.f16round(value));
  for (const seed of seeds) {
    const before = network(seed);
    assert.equal(
      kindOf(
        before,
        before.map(each => half(quantised(each))),
      ),
      'converted',
    );
    assert.equal(
      kindOf(
        before,
        before.map(each => half(noisy(each, 0.05))),
      ),
      'fine-tuned',
    );
    const narrow = randomKernel(seed, [1, 1, 4, 64]);
    const largest = (channel: number) =>
      Math.max(...[0, 1, 2, 3].map(input => Math.abs(narrow.values()[input * 64 + channel]!)));
    const step = (channel: number) => largest(channel) / 127;
    const rounded = changed(narrow, (value, channel) => Math.round(value / step(channel)) * step(channel));
    assert.equal(kindOf([narrow], [rounded]), 'converted');
    assert.equal(kindOf([narrow], [noisy(narrow, 0.02)]), 'fine-tuned');
  }
});

test('weights that stand behind no kernel have a say where both models have as many of a size', () => {
  const others = (...all: (readonly number[])[]) =>
    sketchOfAll(
      network(),
      all.map(numbers => constant(...numbers)),
    );
  const kind = (before: ReturnType<typeof others>, after: ReturnType<typeof others>) => lineageOf(before, after);
  const layer = [1, 2, 3, 4, 5, 6];
  assert.equal(kind(others(layer, [7, 8, 9, 1, 2]), others([7, 8, 9, 1, 2], layer)).kind, 'same');
  const trained = kind(others(layer), others([1, 2, 3, 4, 5, 6.1]));
  assert.deepEqual(
    [trained.kind, trained.words],
    ['fine-tuned', 'All 4 kernels are equal; weights beside them are not.'],
  );
  const prepared = kind(others(layer, [103, 116, 123]), others(layer, [0.5, 0.5, 0.5]));
  assert.deepEqual(
    [prepared.kind, prepared.words],
    ['converted', 'All 4 kernels are equal; what is beside them is written otherwise.'],
  );
  assert.equal(kind(others(layer), others(layer, layer)).kind, 'same', 'written twice');
});

test('a baseline that was stored before biases were kept does not say that all is the same', () => {
  const { others: _, ...rest } = sketchOfAll(network());
  const { kind, words } = lineageOf(rest, sketchOfAll(normalised()));
  assert.equal(kind, 'converted');
  assert.equal(words, 'All 4 kernels are equal; biases and normalisation were not kept with the baseline.');
});

test('channels that are dead in both say nothing for two models being one', () => {
  const dead = (kernels: readonly Kernel[], alive: (channel: number) => boolean) =>
    kernels.map(each => changed(each, (value, channel) => (alive(channel) ? value : 0)));
  for (const seed of seeds) {
    const half = (channel: number) => channel % 2 === 0;
    assert.equal(kindOf(dead(network(seed), half), dead(network(seed + 500), half)), 'retrained');
    const first = (channel: number) => channel === 0;
    const few = lineage(dead(network(seed), first), dead(network(seed + 500), first));
    assert.equal(few.kind, 'retrained');
  }
  const none = lineage(
    dead(network(), () => false),
    network(),
  );
  assert.deepEqual(
    [none.kind, none.words],
    ['retrained', 'None of 4 kernels is equal, and those of their channels that are kept are all zero.'],
  );
});

test('the answer is one of the kinds, with a similarity of 0 to 1, for whatever pair of kernels', () => {
  const next = random(5);
  for (let round = 0; round < 200; round++) {
    const shape = [
      [3, 3, 3, 4],
      [1, 1, 2, 2],
      [5, 1],
      [1, 1],
      [2, 7],
    ][Math.floor(next() * 5)]!;
    const before = randomKernel(round, shape);
    const after = changed(randomKernel(round + 1, shape), value => (next() < 0.5 ? 0 : value));
    const { kind, similarity, words } = lineage([before], [after]);
    assert.ok(lineageKinds.includes(kind));
    assert.ok(similarity >= 0 && similarity <= 1 + 1e-12, `${similarity}`);
    assert.match(words, /\.$/);
  }
});

test('a number is one of float16 exactly when rounding to float16 leaves it', () => {
  const next = random(9);
  const bits = new Float32Array(1);
  const words = new Uint32Array(bits.buffer);
  const edges = [0, -0, 1, 65_504, 65_520, 2 ** -24, 2 ** -25, 3 * 2 ** -25, 2 ** -14, 1 + 2 ** -10, 1 + 2 ** -11];
  let halves = 0;
  for (let round = 0; round < 20_000; round++) {
    words[0] = next() * 2 ** 32;
    // A half of them with the last thirteen bits cleared, as most numbers of float16 have.
    if (round % 2) words[0] &= ~0x1fff;
    const value = edges[round] ?? bits[0]!;
    if (Number.isNaN(value)) continue;
    const isOne = Math.f16round(value) === value;
    halves += Number(isOne);
    assert.equal(isHalf(value), isOne, `${value}`);
  }
  assert.ok(halves > 500, `${halves} of float16`);
});
