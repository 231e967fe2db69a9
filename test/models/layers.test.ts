import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findScores } from '../../src/models/_head.ts';
import { chooseLayer, explainableLayers } from '../../src/models/_layers.ts';
import { handGraph } from './_hand-graph.ts';

function auto(text: string): string {
  const graph = handGraph(text);
  return chooseLayer(graph, findScores(graph).node, 'auto').name;
}

const end = `
  scores: pointwise-linear | 10
  softmax: softmax`;

describe('auto takes the last features that are an image, after all that is done to them', () => {
  test('VGG: the last convolution, not the pooling behind it', () => {
    assert.equal(
      auto(`
      image: input | 8 x 8 x 3
      block5_conv2: convolution | 8 x 8 x 16
      block5_conv3: convolution
      pool: spatial | 4 x 4 x 16
      flatten: identity | 256
      fc1: elementwise | 64
      dropout: identity${end}`),
      'block5_conv3',
    );
  });

  test('ResNet: after the last add and its activation', () => {
    assert.equal(
      auto(`
      image: input | 8 x 8 x 3
      conv1: convolution | 8 x 8 x 16
      conv2: convolution
      bn: pointwise-linear
      add: elementwise <- bn, conv1
      out: elementwise
      drop: identity
      pool: global-average | 16${end}`),
      'out',
    );
  });

  test('DenseNet: after the concat, its normalisation and activation', () => {
    assert.equal(
      auto(`
      image: input | 8 x 8 x 3
      conv1: convolution | 8 x 8 x 16
      conv2: convolution
      concat: elementwise <- conv1, conv2 | 8 x 8 x 32
      bn: pointwise-linear
      relu: elementwise
      pool: global-average | 32${end}`),
      'relu',
    );
  });

  test('squeeze and excitation: the scaled features, not the gate of one cell', () => {
    assert.equal(
      auto(`
      image: input | 8 x 8 x 3
      conv: convolution | 8 x 8 x 16
      squeeze: global-average | 1 x 1 x 16
      reduce: convolution | 1 x 1 x 4
      expand: pointwise-convolution | 1 x 1 x 16
      gate: sigmoid
      scale: elementwise <- conv, gate | 8 x 8 x 16
      pool: global-average | 16${end}`),
      'scale',
    );
  });

  test('MobileNet V3: the features, not the convolution that stands for a dense layer behind the pool', () => {
    assert.equal(
      auto(`
      image: input | 8 x 8 x 3
      conv: convolution | 8 x 8 x 16
      act: elementwise
      pool: global-average | 1 x 1 x 16
      dense: convolution | 1 x 1 x 32
      logits: pointwise-convolution | 1 x 1 x 10
      flatten: identity | 10
      softmax: softmax`),
      'act',
    );
  });

  test('MobileNet V1: the features, not the reshaped pool or the 1x1 logits', () => {
    assert.equal(
      auto(`
      image: input | 8 x 8 x 3
      pw13: convolution | 8 x 8 x 16
      pw13_relu: elementwise
      pool: global-average | 16
      reshape1: identity | 1 x 1 x 16
      dropout: identity
      preds: pointwise-convolution | 1 x 1 x 10
      reshape2: identity | 10
      softmax: softmax`),
      'pw13_relu',
    );
  });

  test('SqueezeNet: the 1x1 convolution whose maps are pooled to logits', () => {
    assert.equal(
      auto(`
      image: input | 8 x 8 x 3
      fire9: convolution | 8 x 8 x 16
      drop9: identity
      conv10: pointwise-convolution | 8 x 8 x 10
      pool10: global-average | 10
      softmax: softmax`),
      'conv10',
    );
  });

  test('padding, up-sampling, and what nobody knows, do not count', () => {
    for (const kind of ['spatial', 'other', 'identity'])
      assert.equal(
        auto(`
      image: input | 8 x 8 x 3
      conv: convolution | 8 x 8 x 16
      after: ${kind}
      pool: global-average | 16${end}`),
        'conv',
      );
  });

  test('two towers: of the later one, when nothing image-like follows their join', () => {
    assert.equal(
      auto(`
      image: input | 8 x 8 x 3
      left: convolution | 8 x 8 x 16
      right: convolution <- image
      left_pool: global-average <- left | 16
      right_pool: global-average <- right | 16
      join: elementwise <- left_pool, right_pool | 32${end}`),
      'right',
    );
  });

  test('of two outputs, only what the chosen one depends on', () => {
    const graph = handGraph(`
      image: input | 8 x 8 x 3
      conv: convolution | 8 x 8 x 16
      mask: convolution <- conv | 8 x 8 x 1
      pool: global-average <- conv | 16${end}`);
    assert.deepEqual(
      explainableLayers(graph, 'scores').map(({ name }) => name),
      ['conv'],
    );
    assert.equal(chooseLayer(graph, 'scores', 'auto').name, 'conv');
    assert.throws(() => chooseLayer(graph, 'scores', 'mask'), {
      code: 'layer-unknown',
      message: /do not depend on layer `mask`/,
    });
  });

  test('nothing before the first convolution: a rescaled image is no feature', () => {
    assert.throws(
      () =>
        auto(`
      image: input | 8 x 8 x 3
      rescale: pointwise-linear
      flatten: identity | 192
      dense: elementwise | 16${end}`),
      { name: 'CamdriftError', code: 'layer-unknown', message: /no layer with spatial extent after a convolution/ },
    );
  });

  test('and says what it stands before', () => {
    const graph = handGraph(`
      image: input | 8 x 8 x 3
      conv: convolution | 8 x 6 x 16
      pool: global-average | 16${end}`);
    const { reason, ...layer } = chooseLayer(graph, 'scores', 'auto');
    assert.deepEqual(layer, { name: 'conv', operation: 'convolution', width: 6, height: 8, channels: 16 });
    assert.match(reason, /before `pool` \(global-average\)$/);
  });
});

describe('a layer that is named', () => {
  const graph = handGraph(`
    image: input | 8 x 8 x 3
    backbone/conv4: convolution | 8 x 8 x 16
    backbone/conv5: convolution
    maxpool: spatial | 4 x 4 x 16
    pool: global-average | 16${end}`);

  test('is taken, features or not, when it has more than one cell', () => {
    assert.equal(chooseLayer(graph, 'scores', 'backbone/conv4').reason, 'named by the user');
    assert.equal(chooseLayer(graph, 'scores', 'maxpool').width, 4);
  });

  test('is refused when it is flat', () => {
    assert.throws(() => chooseLayer(graph, 'scores', 'pool'), {
      code: 'layer-unknown',
      message: /`pool` has no spatial extent.* got 16\./,
    });
  });

  test('is suggested by the last part of its path, and by a small slip', () => {
    assert.throws(() => chooseLayer(graph, 'scores', 'conv5'), /Did you mean `backbone\/conv5`\?$/);
    assert.throws(() => chooseLayer(graph, 'scores', 'backbone/conv_5'), /Did you mean `backbone\/conv5`\?$/);
    assert.throws(() => chooseLayer(graph, 'scores', 'xyz'), /no layer `xyz`\.$/);
  });
});

describe('what the answers read past the layer that auto takes', () => {
  const beside = (text: string) => {
    const graph = handGraph(text);
    const { name, beside: others = [] } = chooseLayer(graph, graph.nodes.at(-1)!.name, 'auto');
    return [name, ...others];
  };

  test('is nothing where all paths lead through it: a residual, a gate, two poolings of one layer', () => {
    assert.deepEqual(
      beside(`
        image: input | 8 x 8 x 3
        stem: convolution | 8 x 8 x 4
        block: convolution
        added: elementwise <- block, stem
        squeeze: global-average | 4
        weights: pointwise-linear
        gated: elementwise <- added, weights | 8 x 8 x 4
        mean: global-average | 4
        most: spatial <- gated | 4
        both: elementwise <- mean, most | 8
        scores: pointwise-linear | 3
      `),
      ['gated'],
    );
  });

  test('is the last layer of every other member of an ensemble', () => {
    assert.deepEqual(
      beside(`
        image: input | 8 x 8 x 3
        a1: convolution | 8 x 8 x 4
        a2: elementwise
        b1: convolution <- image | 4 x 4 x 4
        b2: elementwise
        c1: convolution <- image | 8 x 8 x 4
        ma: global-average <- a2 | 4
        mb: global-average <- b2 | 4
        mc: global-average <- c1 | 4
        all: elementwise <- ma, mb, mc | 12
        scores: pointwise-linear | 3
      `),
      ['c1', 'a2', 'b2'],
    );
  });

  test('is an earlier stage that is pooled by itself', () => {
    assert.deepEqual(
      beside(`
        image: input | 8 x 8 x 3
        early: convolution | 8 x 8 x 4
        late: convolution | 4 x 4 x 4
        means: global-average | 4
        pooled: global-average <- early | 4
        both: elementwise <- means, pooled | 8
        scores: pointwise-linear | 3
      `),
      ['late', 'early'],
    );
  });
});
