import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { FeatureMaps } from '../../src/core/feature-maps.ts';
import { ConstantGradients } from '../../src/models/_constant-gradients.ts';
import type { Model } from '../../src/models/model.ts';
import { strength } from '../support/maps.ts';
import { filled } from '../support/tiny-network.ts';
import { conv, explained, input, pooled } from './_keras.ts';

const maps = (...data: number[]): FeatureMaps => ({
  ...{ width: 3, height: 1, channels: 2 },
  data: Float32Array.from(data),
});
const of = (...classes: number[]) => classes.map(classIndex => ({ classIndex }));

/** What the tape is asked for, in the order in which it is. */
function counted() {
  const asked: string[] = [];
  const tape = (about: string, ...made: FeatureMaps[]) => ({
    rows: () => undefined,
    taped: () => {
      asked.push(about);
      return made;
    },
  });
  return { asked, tape };
}

test('where rows of classes can be had, the tape is not asked, and each row is asked for once', () => {
  const kept = new ConstantGradients();
  const asked: number[][] = [];
  const makers = {
    rows: (answers: readonly { classIndex: number }[]) => {
      asked.push(answers.map(({ classIndex }) => classIndex));
      return answers.map(({ classIndex }) => Float32Array.of(classIndex, -classIndex));
    },
    taped: () => assert.fail('the tape is asked'),
  };
  const like = [maps(9, 9, 9, 9, 9, 9), maps(8, 8), maps(7, 7, 7, 7, 7, 7)].map((each, at) => ({ ...each, width: at === 1 ? 1 : 3 })); // biome-ignore format: one line each
  const found = kept.of('a', of(4, 2, 4), like, makers);
  assert.deepEqual(found.map(({ data }) => [...data]), [[4, -4, 4, -4, 4, -4], [2, -2], [4, -4, 4, -4, 4, -4]]); // biome-ignore format: one line each
  kept.of('a', of(2, 3, 4), like, makers);
  kept.of('b', of(2), like.slice(0, 1), makers);
  assert.deepEqual(asked, [[4, 2], [3], [2]]);
});

test('rows that are more than what is kept are all given', () => {
  const kept = new ConstantGradients();
  const wide = { width: 1, height: 1, channels: 2 ** 21, data: new Float32Array(2 ** 21) };
  const makers = {
    rows: (answers: readonly { classIndex: number }[]) =>
      answers.map(({ classIndex }) => new Float32Array(2 ** 21).fill(classIndex)),
    taped: () => assert.fail('the tape is asked'),
  };
  const found = kept.of('a', of(1, 2, 3), [wide, wide, wide], makers);
  assert.deepEqual(
    found.map(({ data }) => data[7]),
    [1, 2, 3],
  );
});

test('the tape is asked once for each layer and class, and what comes back is a new array every time', () => {
  const kept = new ConstantGradients();
  const { asked, tape } = counted();
  const [zero, one] = [maps(1, -2, 1, -2, 1, -2), maps(3, 4, 3, 4, 3, 4)];
  const like = [maps(9, 9, 9, 9, 9, 9), maps(8, 8, 8, 8, 8, 8)];
  assert.deepEqual(kept.of('a', of(0, 1), like, tape('0 and 1', zero, one)), [zero, one]);
  zero.data.fill(7);
  const again = kept.of('a', of(1, 0), like, tape('1 and 0'));
  assert.deepEqual(again, [one, maps(1, -2, 1, -2, 1, -2)]);
  again[0]!.data.fill(5);
  assert.deepEqual(kept.of('a', of(1), like.slice(1), tape('1')), [one]);
  kept.of('b', of(1), like.slice(1), tape('1 in another layer', one));
  kept.of('a', of(1, 2), like, tape('1 and 2', one, one));
  assert.deepEqual(asked, ['0 and 1', '1 in another layer', '1 and 2']);
});

test('what is not the same at every cell is asked for every time, and zeros of two signs are not the same', () => {
  const kept = new ConstantGradients();
  const { asked, tape } = counted();
  for (const uneven of [maps(1, 2, 1, 2, 1, 2.5), maps(0, 1, -0, 1, 0, 1)])
    for (const _ of [1, 2]) assert.deepEqual(kept.of('a', of(0), [uneven], tape('0', uneven)), [uneven]);
  assert.equal(asked.length, 4);
});

test('what is kept is bounded: four million numbers, then it begins anew', () => {
  const kept = new ConstantGradients();
  const { asked, tape } = counted();
  const wide = { width: 1, height: 1, channels: 2 ** 21, data: new Float32Array(2 ** 21) };
  for (const each of [0, 1, 0, 1, 2, 0, 2]) kept.of('a', of(each), [wide], tape(String(each), wide));
  assert.deepEqual(asked, ['0', '1', '2', '0']);
});

/** Two linear dense layers behind the mean, or one and a rectifier. */
const model = (bends: boolean): Model =>
  explained(tf => {
    const image = input(tf);
    const narrow = tf.layers.dense({ units: 5, activation: bends ? 'relu' : 'linear' });
    const features = narrow.apply(pooled(tf, conv(tf, 'conv').apply(image)));
    return tf.model({
      inputs: image,
      outputs: tf.layers.dense({ units: 3, activation: 'softmax' }).apply(features) as SymbolicTensor,
    });
  });

const image = (seed: number) => filled(seed, 1, [8, 8, 3]).data;

for (const score of ['logit', 'probability'] as const)
  for (const rewired of [undefined, 4])
    test(`what a model was asked before changes no bit of an image's evidence: ${score}${rewired ? ', rewired' : ''}`, () => {
      for (const bends of [false, true])
        for (const classIndex of [0, 1, 2]) {
          using fresh = model(bends);
          using asked = model(bends);
          const rest = { layer: 'conv', score, ...(rewired === undefined ? {} : { rewired }) };
          for (const each of [0, 1, 2, 1])
            asked.explain([image(9 + each)], { layer: 'conv', score: 'logit', classes: [each] });
          const [alone] = fresh.explain([image(1)], { ...rest, classes: [classIndex] });
          const beside = asked.explain([image(2), image(1)], { ...rest, classes: [0, classIndex] });
          assert.deepEqual(beside[1], alone);
          assert.ok(strength(alone!.gradients.data) > 1e-4);
          assert.equal(alone!.classWeights === undefined, bends);
        }
    });

test('a gradient that is kept is the slope of the logit, by differences', () => {
  using asked = model(false);
  const explain = (pixels: Float32Array) =>
    asked.explain([pixels], { layer: 'conv', score: 'logit', classes: [2] })[0]!;
  explain(image(3));
  const [here, there] = [explain(image(1)), explain(image(2))];
  // A linear function's rise is its slope times the way, however long that is.
  const rise = there.logits[2]! - here.logits[2]!;
  const way = there.activations.data.map((value, at) => value - here.activations.data[at]!);
  const expected = way.reduce((sum, step, at) => sum + step * here.gradients.data[at]!, 0);
  assert.ok(Math.abs(rise) > 1e-3);
  assert.ok(Math.abs(rise - expected) <= 1e-6, `${rise}, ${expected}`);
});
