import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampledConstants, sampledKernels, type WeightSketch, weightSketchSchema } from '../../src/lineage/sketch.ts';
import { constant, kernel, network, randomKernel, sketchOfAll, withAffine } from './_kernels.ts';

test('a small kernel is kept whole, channel by channel, with its norm', () => {
  const sketch = sketchOfAll([kernel([2, 3], [1, 2, 3, 4, 5, 6])]);
  assert.equal(sketch.count, 1);
  assert.equal(sketch.kernels[0]!.shape, '2x3');
  assert.equal(sketch.kernels[0]!.norm, Math.sqrt(91));
  const [only] = sampledKernels(sketch);
  assert.deepEqual(only!.shape, [2, 3]);
  assert.deepEqual(only!.channels.map(each => [...each]), [[1, 4], [2, 5], [3, 6]]); // biome-ignore format: a row per channel
});

test('of a large kernel four channels with 32 inputs are kept, evenly from the whole', () => {
  const inputs = 3 * 3 * 64;
  const numbers = Array.from({ length: inputs * 128 }, (_, at) => at);
  const sketch = sketchOfAll([network()[0]!, kernel([3, 3, 64, 128], numbers), network()[2]!]);
  const [, large] = sampledKernels(sketch);
  assert.deepEqual(
    large!.channels.map(({ length }) => length),
    [32, 32, 32, 32],
  );
  // Channels 16, 48, 80 and 112; inputs 9, 27, ... 567.
  assert.deepEqual([...large!.channels[1]!.subarray(0, 3)], [9 * 128 + 48, 27 * 128 + 48, 45 * 128 + 48]);
  assert.equal(large!.channels[3]![31], 567 * 128 + 112);
});

test('channels with few inputs make room for more of them', () => {
  const sketch = sketchOfAll([network()[0]!, randomKernel(1, [3, 3, 1, 64]), network()[2]!]);
  const [, depthwise] = sampledKernels(sketch);
  assert.deepEqual([depthwise!.channels.length, depthwise!.channels[0]!.length], [15, 9]);
});

test('every colour of a pixel of the first kernel is kept', () => {
  const numbers = Array.from({ length: 7 * 7 * 3 * 64 }, (_, at) => at);
  const [first] = sampledKernels(sketchOfAll([kernel([7, 7, 3, 64], numbers), network()[1]!]));
  assert.deepEqual([first!.channels.length, first!.channels[0]!.length], [8, 147]);
  assert.deepEqual([...first!.channels[0]!.subarray(0, 4)], [4, 68, 132, 196]);
});

test('it is at most 96 kB as it is stored, however deep the network, and the ends are kept', () => {
  for (const depth of [1, 60, 47, 48, 100, 199, 200, 201, 1000]) {
    const kernels = Array.from({ length: depth }, (_, at) =>
      randomKernel(at, at === 0 ? [7, 7, 3, 64] : [3, 3, 8, 16]),
    );
    const affine = kernels.map(each =>
      withAffine(
        each,
        channel => 1 / (channel + 3),
        channel => channel / 3,
      ),
    );
    const others = kernels.map(({ values }) => constant(...values().subarray(0, 64)));
    const sketch = sketchOfAll(affine, others);
    assert.ok(JSON.stringify(sketch, undefined, 1).length <= 96 * 1024, `${depth}`);
    assert.equal(sketch.count, depth);
    assert.equal(sketch.kernels[0]!.norm, sketchOfAll([kernels[0]!]).kernels[0]!.norm);
    assert.equal(sketch.kernels.at(-1)!.norm, sketchOfAll([kernels.at(-1)!]).kernels[0]!.norm);
    assert.deepEqual(weightSketchSchema.parse(JSON.parse(JSON.stringify(sketch))), sketch);
  }
});

test('of bias and normalisation the norms and those of the kept channels are kept, of other weights the norm and six numbers', () => {
  const numbers = Array.from({ length: 3 * 3 * 64 * 128 }, () => 1);
  const large = withAffine(
    kernel([3, 3, 64, 128], numbers),
    () => 2,
    channel => channel,
  );
  const other = constant(...Array.from({ length: 600 }, (_, at) => at));
  const sketch = sketchOfAll([network()[0]!, large, network()[2]!], [other]);
  const [first, second] = sampledKernels(sketch);
  assert.equal(first!.affine, undefined);
  // Channels 16, 48, 80 and 112; 128 factors of 2; the sum of all squares below 128.
  assert.deepEqual([...second!.affine!.factors, ...second!.affine!.addends], [2, 2, 2, 2, 16, 48, 80, 112]);
  assert.deepEqual(second!.affine!.norms, [Math.fround(Math.sqrt(512)), Math.fround(Math.sqrt((127 * 128 * 255) / 6))]);
  const [norm, ...kept] = sampledConstants(sketch)![0]!.values;
  assert.deepEqual([norm, kept], [Math.fround(Math.sqrt((599 * 600 * 1199) / 6)), [50, 150, 250, 350, 450, 550]]);
});

test('numbers that are not finite count as 0, so that what is written can be read', () => {
  const sketch = sketchOfAll([kernel([2, 2], [Number.NaN, 3, Number.POSITIVE_INFINITY, 4])]);
  assert.deepEqual(
    sampledKernels(sketch)[0]!.channels.map(each => [...each]),
    [
      [0, 0],
      [3, 4],
    ],
  );
  assert.equal(sketch.kernels[0]!.norm, 5);
  assert.ok(weightSketchSchema.safeParse(sketch).success);
});

test('no kernels are a sketch, too', () => {
  assert.deepEqual(sketchOfAll([]), { version: 1, count: 0, kernels: [], others: [] });
  assert.ok(weightSketchSchema.safeParse(sketchOfAll([])).success);
});

test('what a stranger may write instead is refused: sizes, counts and numbers that do not fit', () => {
  const sound = sketchOfAll(
    network().map(each =>
      withAffine(
        each,
        () => 1,
        () => 0,
      ),
    ),
    [constant(1, 2, 3, 4)],
  );
  const [affine, values] = [sound.kernels[0]!.affine!, sound.others![0]!.values];
  const [first, ...others] = sound.kernels as [WeightSketch['kernels'][number], ...WeightSketch['kernels']];
  const withFirst = (change: object) => ({ ...sound, kernels: [{ ...first, ...change }, ...others] });
  const notFinite = Buffer.from(first.values, 'base64');
  notFinite.writeFloatLE(Number.NaN, 0);
  const bad: Record<string, unknown> = {
    version: { ...sound, version: 2 },
    count: { ...sound, count: 5 },
    'fewer kernels': { ...sound, kernels: others },
    'another shape': withFirst({ shape: '3x3x4x8' }),
    'a vast shape': withFirst({ shape: '99999999x99999999x3x8' }),
    'an axis of none': withFirst({ shape: '3x0x3x8' }),
    'no shape': withFirst({ shape: '8' }),
    'a norm below 0': withFirst({ norm: -1 }),
    'fewer numbers': withFirst({ values: first.values.slice(8) }),
    'not a number': withFirst({ values: notFinite.toString('base64') }),
    'something else': { ...sound, more: 1 },
    'a factor too few': withFirst({ affine: affine.slice(8) }),
    'no affine': withFirst({ affine: '' }),
    'other numbers than their size': { ...sound, others: [{ size: 3, values }] },
    'of no size': { ...sound, others: [{ size: 0, values }] },
    'too many': { ...sound, others: Array.from({ length: 101 }, () => sound.others![0]!) },
  };
  assert.ok(weightSketchSchema.safeParse(sound).success);
  for (const [what, value] of Object.entries(bad)) assert.ok(!weightSketchSchema.safeParse(value).success, what);
});
