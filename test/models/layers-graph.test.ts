import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { layers, SymbolicTensor } from '@tensorflow/tfjs-layers';
import { CamdriftError } from '../../src/errors.ts';
import { deviation, strength } from '../support/maps.ts';
import { type Activation, conv, evidenceOf, explained, head, input, type Layers } from './_keras.ts';

const simple = (units: number, activation: Activation) => (tf: Layers) => {
  const image = input(tf);
  return tf.model({ inputs: image, outputs: head(tf, conv(tf, 'conv').apply(image), units, activation) });
};

describe('a model with one logit', () => {
  test('has two classes: class 1 is explained by S, class 0 by -S', () => {
    using model = explained(simple(1, 'sigmoid'));
    assert.equal(model.classes, 2);
    const [zero, one] = [evidenceOf(model, 'conv', 0), evidenceOf(model, 'conv', 1)];
    assert.equal(one.logits.length, 1);
    assert.ok(strength(one.gradients.data) > 1e-3);
    assert.deepEqual(
      zero.gradients.data,
      one.gradients.data.map(value => -value),
    );
    assert.deepEqual(
      zero.classWeights,
      one.classWeights!.map(value => -value),
    );
    const p = 1 / (1 + Math.exp(-one.logits[0]!));
    assert.ok(deviation(one.probabilities, [1 - p, p]) < 1e-7);
    assert.equal(evidenceOf(model, 'conv').classIndex, p > 0.5 ? 1 : 0);
  });

  test('has the slope p (1 - p) when the probability is explained, up for class 1 and down for class 0', () => {
    using model = explained(simple(1, 'sigmoid'));
    const logit = evidenceOf(model, 'conv', 1);
    const p = logit.probabilities[1]!;
    for (const [index, sign] of [
      [1, 1],
      [0, -1],
    ] as const) {
      const { gradients } = evidenceOf(model, 'conv', index, 'probability');
      assert.ok(
        deviation(
          gradients.data,
          logit.gradients.data.map(value => sign * p * (1 - p) * value),
        ) < 1e-6,
      );
    }
  });
});

describe('several logits', () => {
  test('under a sigmoid are independent: each probability has the slope p (1 - p) of its own logit', () => {
    using model = explained(simple(3, 'sigmoid'));
    const logit = evidenceOf(model, 'conv', 2);
    const p = 1 / (1 + Math.exp(-logit.logits[2]!));
    assert.ok(Math.abs(logit.probabilities[2]! - p) < 1e-7);
    const { gradients } = evidenceOf(model, 'conv', 2, 'probability');
    assert.ok(
      deviation(
        gradients.data,
        logit.gradients.data.map(value => p * (1 - p) * value),
      ) < 1e-6,
    );
  });

  test('without a softmax are taken as they are, and their softmax as the probabilities', () => {
    using bare = explained(simple(3, 'linear'));
    using soft = explained(simple(3, 'softmax'));
    for (const score of ['logit', 'probability'] as const)
      assert.deepEqual(evidenceOf(bare, 'conv', 1, score), evidenceOf(soft, 'conv', 1, score));
  });

  test('are found in front of a softmax layer of its own, and of dropout and reshape behind it', () => {
    using fused = explained(simple(3, 'softmax'));
    using apart = explained(tf => {
      const image = input(tf);
      const scores = head(tf, conv(tf, 'conv').apply(image), 3, 'linear');
      const softmax = tf.layers.softmax({ name: 'softmax' }).apply(scores) as SymbolicTensor;
      const reshaped = tf.layers
        .reshape({ targetShape: [3] })
        .apply(tf.layers.dropout({ rate: 0.5 }).apply(softmax)) as SymbolicTensor;
      return tf.model({ inputs: image, outputs: reshaped });
    });
    assert.deepEqual(evidenceOf(apart, 'conv', 1), evidenceOf(fused, 'conv', 1));
  });
});

test('probabilities that no softmax explains are refused as logits, and accepted when the probability is asked for', () => {
  using model = explained(
    tf => {
      const image = input(tf);
      const softmax = head(tf, conv(tf, 'conv').apply(image));
      const twice = (tf.layers.add() as layers.Layer).apply([softmax, softmax]) as SymbolicTensor;
      const same = (tf.layers.average() as layers.Layer).apply([softmax, softmax]) as SymbolicTensor;
      return tf.model({ inputs: image, outputs: [same, twice] });
    },
    { output: 'average_Average1' },
  );
  assert.throws(() => evidenceOf(model, 'conv', 0), { code: 'model-unsupported', message: /holds probabilities/ });
  assert.ok(evidenceOf(model, 'conv', 0, 'probability'));
});

describe('several outputs', () => {
  const two = (tf: Layers) => {
    const image = input(tf);
    const features = conv(tf, 'conv').apply(image);
    return tf.model({ inputs: image, outputs: [head(tf, features, 3), head(tf, features, 5, 'softmax', 'other')] });
  };

  test('are chosen by name', () => {
    using first = explained(two, { output: 'scores' });
    using second = explained(two, { output: 'other' });
    assert.deepEqual([first.classes, second.classes], [3, 5]);
  });

  test('are listed in the error when none is chosen, or one that is not there', () => {
    for (const [output, found] of [
      [undefined, 'none was chosen'],
      ['third', 'not `third`'],
    ] as const) {
      assert.throws(
        () => explained(two, { output }),
        (error: unknown) => {
          assert.ok(error instanceof CamdriftError);
          assert.match(error.message, /`scores`, `other`/);
          assert.match(error.message, new RegExp(found));
          assert.match(error.remedy, /--output/);
          return true;
        },
      );
    }
  });
});

test('several inputs are refused', () => {
  assert.throws(
    () =>
      explained(tf => {
        const inputs = [input(tf), input(tf)];
        return tf.model({
          inputs,
          outputs: head(tf, conv(tf, 'conv').apply((tf.layers.add() as layers.Layer).apply(inputs))),
        });
      }),
    { code: 'model-unsupported', message: /2 inputs/ },
  );
});

describe('nested models', () => {
  const backbone = (tf: Layers) => {
    const image = input(tf);
    const first = conv(tf, 'conv4').apply(image);
    return tf.model({ inputs: image, outputs: conv(tf, 'conv5').apply(first) as SymbolicTensor, name: 'backbone' });
  };
  const nested = (tf: Layers) =>
    tf.sequential({
      layers: [
        tf.layers.inputLayer({ inputShape: [8, 8, 3] }),
        backbone(tf),
        tf.layers.globalAveragePooling2d({ dataFormat: 'channelsLast' }),
        tf.layers.dense({ units: 3, activation: 'softmax' }),
      ],
    });

  test('have paths such as backbone/conv5, and auto finds into them', () => {
    using model = explained(nested);
    assert.deepEqual(
      model.layers().map(({ name }) => name),
      ['backbone/conv4', 'backbone/conv5'],
    );
    assert.equal(model.targetLayer('auto').name, 'backbone/conv5');
    assert.throws(() => model.targetLayer('conv5'), /Did you mean `backbone\/conv5`\?/);
  });

  test('are explained as the same layers without nesting', () => {
    using model = explained(nested);
    using flat = explained(tf => {
      const image = input(tf);
      return tf.model({ inputs: image, outputs: head(tf, conv(tf, 'conv5').apply(conv(tf, 'conv4').apply(image))) });
    });
    assert.deepEqual(evidenceOf(model, 'backbone/conv4', 2), evidenceOf(flat, 'conv4', 2));
  });
});

test('a layer that is called twice is two layers, `conv` and `conv:1`, each with its own map', () => {
  using model = explained(tf => {
    const image = input(tf);
    const shared = conv(tf, 'conv', 3);
    return tf.model({ inputs: image, outputs: head(tf, shared.apply(shared.apply(image))) });
  });
  assert.deepEqual(
    model.layers().map(({ name }) => name),
    ['conv', 'conv:1'],
  );
  const [first, second] = [evidenceOf(model, 'conv', 1), evidenceOf(model, 'conv:1', 1)];
  assert.ok(deviation(first.logits, second.logits) < 1e-6);
  assert.ok(strength(first.gradients.data.map((value, at) => value - second.gradients.data[at]!)) > 1e-3);
  assert.deepEqual([first.classWeights !== undefined, second.classWeights !== undefined], [false, true]);
});

describe('an input of any size', () => {
  const anySize = (tf: Layers) => {
    const image = tf.input({ shape: [null, null, 3] as never });
    return tf.model({ inputs: image, outputs: head(tf, conv(tf, 'conv').apply(image)) });
  };

  test('needs --size, and says so', () => {
    assert.throws(
      () => explained(anySize),
      (error: unknown) => {
        assert.ok(error instanceof CamdriftError && error.code === 'config-invalid');
        assert.match(error.message, /any size \(\? x \? x 3\)/);
        assert.match(error.remedy, /--size/);
        return true;
      },
    );
  });

  test('is explained at the size given, like a model of that size', () => {
    using model = explained(anySize, { size: { width: 8, height: 8 } });
    using fixed = explained(simple(3, 'softmax'));
    assert.deepEqual({ ...model.targetLayer('auto') }, { ...fixed.targetLayer('auto') });
    assert.deepEqual(evidenceOf(model, 'conv', 1), evidenceOf(fixed, 'conv', 1));
  });
});
