import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Engine } from '../../../../src/engines/engine.ts';
import { wasmEngine } from '../../../../src/engines/wasm.ts';
import type { Known } from '../../../../src/models/onnx/value.ts';
import { close, computed, floats, list, type Made, refusal, some } from './_computed.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

type Shape = readonly number[];
const indexOf = (shape: Shape, at: number) =>
  shape.map((size, axis) => Math.floor(at / shape.slice(axis + 1).reduce((product, each) => product * each, 1)) % size);

/** Entries with one key are normalised together: `make` of each entry and of all that share its key. */
function together(
  x: Known,
  key: (index: readonly number[]) => unknown,
  make: (value: number, all: readonly number[], index: readonly number[]) => number,
): Made {
  const groups = new Map<string, number[]>();
  const keys = [...x.data].map((value, at) => {
    const own = JSON.stringify(key(indexOf(x.shape, at)));
    groups.set(own, [...(groups.get(own) ?? []), value]);
    return own;
  });
  return {
    shape: x.shape,
    data: [...x.data].map((value, at) => make(value, groups.get(keys[at]!)!, indexOf(x.shape, at))),
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => mean(values.map(value => (value - mean(values)) ** 2));
const standard = (value: number, all: readonly number[], epsilon = 1e-5) =>
  (value - mean(all)) / Math.sqrt(variance(all) + epsilon);

const picture = some(1, 2, 4, 3, 5);
const [scale, shift] = [list(2, -1, 0.5, 3), list(0.1, 0.2, -0.3, 0)];

test('with statistics of the training, per channel, whatever the rank', () => {
  const [means, variances] = [list(0.5, -0.5, 0, 2), list(1, 4, 0.25, 0.01)];
  for (const shape of [
    [2, 4, 3, 5],
    [30, 4],
    [2, 4, 15],
    [1, 4, 2, 3, 5],
  ]) {
    const x = picture.reshaped(shape);
    for (const [attributes, epsilon] of [
      [{}, 1e-5],
      [{ epsilon: { f: 0.5 } }, 0.5],
    ] as const) {
      const expected = together(
        x,
        index => index,
        (value, _, [, c]) =>
          ((value - means.data[c!]!) / Math.sqrt(variances.data[c!]! + epsilon)) * scale.data[c!]! + shift.data[c!]!,
      );
      close(
        computed(engine, 'BatchNormalization', [x, scale, shift, means, variances], { attributes })[0]!,
        expected,
        1e-5,
      );
    }
  }
});

test('in training mode a constant takes its own statistics and moves the old ones', () => {
  const kernel = some(3, 2, 4, 3);
  const inputs = [kernel, scale, shift, list(1, 1, 1, 1), list(2, 2, 2, 2)];
  const attributes = { training_mode: 1, momentum: { f: 0.75 } };
  const [made, means, variances] = computed(engine, 'BatchNormalization', inputs, { attributes, outputs: 3, live: [] });
  const of = (reduce: (values: readonly number[]) => number) =>
    [0, 1, 2, 3].map(c => reduce([...kernel.data].filter((_, at) => indexOf(kernel.shape, at)[1] === c)));
  close(
    made!,
    together(
      kernel,
      ([, c]) => c,
      (value, all, [, c]) => standard(value, all) * scale.data[c!]! + shift.data[c!]!,
    ),
    1e-5,
  );
  close(means!, { shape: [4], data: of(mean).map(now => 0.75 + 0.25 * now) });
  close(variances!, { shape: [4], data: of(variance).map(now => 1.5 + 0.25 * now) });
  assert.throws(
    () => computed(engine, 'BatchNormalization', inputs, { attributes }),
    refusal(/^the node normalises in training mode\.$/),
  );
});

test('each channel of each image by itself', () => {
  for (const shape of [
    [2, 4, 3, 5],
    [2, 4, 15],
  ]) {
    const x = picture.reshaped(shape);
    const expected = together(
      x,
      ([n, c]) => [n, c],
      (value, all, [, c]) => standard(value, all) * scale.data[c!]! + shift.data[c!]!,
    );
    close(computed(engine, 'InstanceNormalization', [x, scale, shift])[0]!, expected, 1e-5);
  }
});

test('groups of channels, with a scale for each channel or, in older files, for each group', () => {
  const inGroups = (factor: (channel: number) => number) =>
    together(
      picture,
      ([n, c]) => [n, c! < 2],
      (value, all, [, c]) => standard(value, all) * factor(c!) + factor(c!) / 10,
    );
  const tenth = (values: Known) => list(...[...values.data].map(value => value / 10));
  const attributes = { num_groups: 2 };
  close(
    computed(engine, 'GroupNormalization', [picture, scale, tenth(scale)], { attributes, opset: 21 })[0]!,
    inGroups(c => scale.data[c]!),
    1e-5,
  );
  const perGroup = list(3, -2);
  close(
    computed(engine, 'GroupNormalization', [picture, perGroup, tenth(perGroup)], { attributes })[0]!,
    inGroups(c => (c < 2 ? 3 : -2)),
    1e-5,
  );
  assert.throws(
    () => computed(engine, 'GroupNormalization', [picture, scale, scale], { attributes: { num_groups: 3 } }),
    refusal(/^the node divides 4 channels into 3 groups\.$/),
  );
});

test('over all axes from one on', () => {
  const x = some(2, 2, 3, 4);
  const last = together(
    x,
    ([n, row]) => [n, row],
    (value, all, [, , c]) => standard(value, all) * scale.data[c!]! + shift.data[c!]!,
  );
  close(computed(engine, 'LayerNormalization', [x, scale, shift])[0]!, last, 1e-5);
  const weights = some(5, 3, 4);
  const both = together(
    x,
    ([n]) => n,
    (value, all, [, row, c]) => standard(value, all, 0.1) * weights.data[row! * 4 + c!]!,
  );
  for (const axis of [1, -2])
    close(
      computed(engine, 'LayerNormalization', [x, weights], { attributes: { axis, epsilon: { f: 0.1 } } })[0]!,
      both,
      1e-5,
    );
  assert.throws(
    () => computed(engine, 'LayerNormalization', [x, scale], { outputs: 2 }),
    refusal(/^the node asks for the statistics of a layer normalisation\.$/),
  );
  assert.throws(
    () => computed(engine, 'LayerNormalization', [x, scale], { attributes: { axis: 3 } }),
    refusal(/^the node names axis 3 of a value with 3 dimensions\.$/),
  );
});

test('by the root of the mean square alone', () => {
  const x = some(2, 2, 3, 4);
  const size = (all: readonly number[], epsilon: number) => Math.sqrt(mean(all.map(value => value ** 2)) + epsilon);
  const last = together(
    x,
    ([n, row]) => [n, row],
    (value, all, [, , c]) => (value / size(all, 1e-5)) * scale.data[c!]!,
  );
  close(computed(engine, 'RMSNormalization', [x, scale], { opset: 23 })[0]!, last, 1e-5);
  const ones = floats([3, 4], ...new Array<number>(12).fill(1));
  const both = together(
    x,
    ([n]) => n,
    (value, all) => value / size(all, 0.2),
  );
  close(
    computed(engine, 'RMSNormalization', [x, ones], { opset: 23, attributes: { axis: 1, epsilon: { f: 0.2 } } })[0]!,
    both,
    1e-5,
  );
});

test('mean and variance over the axes that are named; images and grid where none are', () => {
  const made = (value: number, all: readonly number[]) => (value - mean(all)) / (Math.sqrt(variance(all)) + 1e-9);
  close(
    computed(engine, 'MeanVarianceNormalization', [picture])[0]!,
    together(picture, ([, c]) => c, made),
    1e-5,
  );
  close(
    computed(engine, 'MeanVarianceNormalization', [picture], { attributes: { axes: [1, -1] } })[0]!,
    together(picture, ([n, , row]) => [n, row], made),
    1e-5,
  );
});

test('by the squares of neighbouring channels, of an even number one more behind', () => {
  for (const [size, before, after] of [
    [1, 0, 0],
    [2, 0, 1],
    [3, 1, 1],
    [9, 4, 4],
  ] as const) {
    const attributes = { size, alpha: { f: 0.9 }, beta: { f: 0.6 }, bias: { f: 1.5 } };
    const expected = together(
      picture,
      ([n, , row, column]) => [n, row, column],
      (value, all, [, c]) => {
        const squares = all.slice(Math.max(0, c! - before), c! + after + 1).reduce((sum, each) => sum + each ** 2, 0);
        return value / (1.5 + (0.9 / size) * squares) ** 0.6;
      },
    );
    close(computed(engine, 'LRN', [picture], { attributes })[0]!, expected, 1e-5);
  }
  for (const size of [0, 10])
    assert.throws(
      () => computed(engine, 'LRN', [picture], { attributes: { size } }),
      refusal(new RegExp(`^the node sums over ${size} channels of 4\\.$`)),
    );
});

test('by the length along an axis', () => {
  const made = (p: number) => (value: number, all: readonly number[]) =>
    value / all.reduce((sum, each) => sum + Math.abs(each) ** p, 0) ** (1 / p);
  close(
    computed(engine, 'LpNormalization', [picture])[0]!,
    together(picture, ([n, c, row]) => [n, c, row], made(2)),
    1e-5,
  );
  close(
    computed(engine, 'LpNormalization', [picture], { attributes: { axis: 1, p: 1 } })[0]!,
    together(picture, ([n, , row, column]) => [n, row, column], made(1)),
    1e-5,
  );
  assert.throws(
    () => computed(engine, 'LpNormalization', [picture], { attributes: { p: 3 } }),
    refusal(/^the node has the attribute p = 3; camdrift knows 1, 2\.$/),
  );
});

for (const [operator, form] of [
  ['Softmax', (x: number) => x],
  ['LogSoftmax', Math.log],
] as const)
  test(`${operator}: one axis is a distribution; before operator set 13 all from it on`, () => {
    const made = (value: number, all: readonly number[]) =>
      form(Math.exp(value) / all.reduce((sum, each) => sum + Math.exp(each), 0));
    const run = (opset: number, axis?: number, x = picture) =>
      computed(engine, operator, [x], { opset, attributes: axis === undefined ? {} : { axis } })[0]!;
    close(
      run(13),
      together(picture, ([n, c, row]) => [n, c, row], made),
      1e-5,
    );
    close(
      run(13, 1),
      together(picture, ([n, , row, column]) => [n, row, column], made),
      1e-5,
    );
    close(
      run(13, -2),
      together(picture, ([n, c, , column]) => [n, c, column], made),
      1e-5,
    );
    close(
      run(12),
      together(picture, ([n]) => n, made),
      1e-5,
    );
    close(
      run(12, 3),
      together(picture, ([n, c, row]) => [n, c, row], made),
      1e-5,
    );
    const pooled = some(4, 2, 4, 1, 1);
    close(
      run(12, 1, pooled),
      together(pooled, ([n]) => n, made),
      1e-5,
    );
  });
