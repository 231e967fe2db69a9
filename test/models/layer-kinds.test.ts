import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { layers, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { deviation, strength } from '../support/maps.ts';
import { conv, evidenceOf, explained, head, input, type Layers, pooled } from './_keras.ts';

type Step = (tf: Layers) => layers.Layer;

/** A model of these layers behind `conv`, then dense and softmax if it does not end in three numbers. */
const chain = (...steps: Step[]) =>
  explained(tf => {
    const image = input(tf);
    const features = steps.reduce<unknown>(
      (x, step) => step(tf).apply(x as SymbolicTensor),
      conv(tf, 'conv').apply(image),
    );
    return tf.model({ inputs: image, outputs: features as SymbolicTensor });
  });

const dense: Step = tf => tf.layers.dense({ units: 3, activation: 'softmax' });
const softmax: Step = tf => tf.layers.softmax();
const flatten: Step = tf => tf.layers.flatten();
const average =
  (poolSize: number): Step =>
  tf =>
    tf.layers.averagePooling2d({ poolSize });
const pool: Step = tf => tf.layers.globalAveragePooling2d({ dataFormat: 'channelsLast' });
const pointwise =
  (activation: 'linear' | 'relu'): Step =>
  tf =>
    tf.layers.conv2d({ name: 'logits', filters: 3, kernelSize: 1, activation });

/** CAM's weights times the mean activations are the logit, less a bias that is the same for every image. */
const heads: Readonly<
  Record<string, { readonly steps: readonly Step[]; readonly cam: boolean; readonly auto: string }>
> = {
  'global average pooling and dense': { steps: [pool, dense], cam: true, auto: 'conv' },
  'average pooling over the full grid, flattened': { steps: [average(8), flatten, dense], cam: true, auto: 'conv' },
  'average pooling over a part of the grid, flattened': {
    steps: [average(4), flatten, dense],
    cam: false,
    auto: 'conv',
  },
  flattened: { steps: [flatten, dense], cam: false, auto: 'conv' },
  'global max pooling': {
    steps: [tf => tf.layers.globalMaxPooling2d({ dataFormat: 'channelsLast' }), dense],
    cam: false,
    auto: 'conv',
  },
  '1x1 logits that are pooled, as in SqueezeNet without its ReLU': {
    steps: [pointwise('linear'), pool, softmax],
    cam: true,
    auto: 'logits',
  },
  '1x1 logits with a ReLU that are pooled, as in SqueezeNet': {
    steps: [pointwise('relu'), pool, softmax],
    cam: false,
    auto: 'logits',
  },
  'pooled, reshaped, a 1x1 convolution, reshaped, as in MobileNet V1': {
    steps: [
      pool,
      tf => tf.layers.reshape({ targetShape: [1, 1, 4] }),
      tf => tf.layers.dropout({ rate: 0.1 }),
      pointwise('linear'),
      tf => tf.layers.reshape({ targetShape: [3] }),
      softmax,
    ],
    cam: true,
    auto: 'conv',
  },
  'two dense layers with an activation between': {
    steps: [pool, tf => tf.layers.dense({ units: 5, activation: 'relu' }), dense],
    cam: false,
    auto: 'conv',
  },
  'two linear dense layers': { steps: [pool, tf => tf.layers.dense({ units: 5 }), dense], cam: true, auto: 'conv' },
  'batch normalisation before the pool': {
    steps: [tf => tf.layers.batchNormalization({ name: 'bn' }), pool, dense],
    cam: true,
    auto: 'bn',
  },
  'zero padding before the pool': {
    steps: [tf => tf.layers.zeroPadding2d({ padding: 1 }), pool, dense],
    cam: false,
    auto: 'conv',
  },
};

for (const [title, { steps, cam, auto }] of Object.entries(heads)) {
  test(`behind the convolution: ${title}: auto takes ${auto}, and CAM ${cam ? 'has its weights' : 'is not defined'}`, () => {
    using model = chain(...steps);
    assert.equal(model.classes, 3);
    assert.equal(model.targetLayer('auto').name, auto);
    const { classWeights, gradients } = evidenceOf(model, 'conv', 1);
    assert.ok(strength(gradients.data) > 1e-4);
    assert.equal(classWeights !== undefined, cam);
    if (classWeights)
      assert.ok(
        deviation(
          gradients.data,
          gradients.data.map((_, at) => classWeights[at % 4]! / 64),
        ) < 1e-6,
      );
  });
}

test('class weights do not depend on whether the logit or the probability is explained', () => {
  using model = chain(pool, dense);
  assert.deepEqual(evidenceOf(model, 'conv', 1, 'probability').classWeights, evidenceOf(model, 'conv', 1).classWeights);
});

test('squeeze and excitation: auto takes the scaled features, and a path past the layer rules CAM out', () => {
  using model = explained(tf => {
    const image = input(tf);
    const features = conv(tf, 'conv').apply(image);
    const gate = tf.layers.dense({ units: 4, activation: 'sigmoid' }).apply(pooled(tf, features)) as SymbolicTensor;
    const wide = tf.layers.reshape({ targetShape: [1, 1, 4] }).apply(gate) as SymbolicTensor;
    const scaled = (tf.layers.multiply({ name: 'scaled' }) as layers.Layer).apply([features as SymbolicTensor, wide]);
    return tf.model({ inputs: image, outputs: head(tf, scaled) });
  });
  assert.equal(model.targetLayer('auto').name, 'scaled');
  assert.ok(evidenceOf(model, 'scaled').classWeights);
  assert.equal(evidenceOf(model, 'conv').classWeights, undefined);
});

test('a dilated convolution behind the layer has a gradient, of which CAM makes no class weights', () => {
  using model = chain(tf => conv(tf, 'dilated', 4, { dilationRate: 2 }), pool, dense);
  const { gradients, classWeights } = evidenceOf(model, 'conv');
  assert.ok(strength(gradients.data) > 1e-3);
  assert.equal(classWeights, undefined);
});
