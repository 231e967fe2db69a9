import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Graph } from '../../src/models/_graph.ts';
import { findScores, headOf, isPooledLinear } from '../../src/models/_head.ts';
import { handGraph } from './_hand-graph.ts';

const plain = `
  image: input | 8 x 8 x 3
  conv: convolution | 8 x 8 x 4
  relu: elementwise
  pool: global-average | 4
  scores: pointwise-linear | 3
  softmax: softmax`;

describe('the scores', () => {
  test('are what a softmax, log-softmax or sigmoid reads', () => {
    for (const [kind, link] of [
      ['softmax', 'softmax'],
      ['log-softmax', 'softmax'],
      ['sigmoid', 'sigmoid'],
    ] as const)
      assert.deepEqual(findScores(handGraph(plain.replace('softmax: softmax', `end: ${kind}`))), {
        node: 'scores',
        link,
      });
  });

  test('are found behind steps that change no value', () => {
    const graph = handGraph(`${plain}\n dropout: identity\n reshape: identity`);
    assert.deepEqual(findScores(graph), { node: 'scores', link: 'softmax' });
  });

  test('are the answer itself when no such step ends the model, or something follows it', () => {
    assert.deepEqual(findScores(handGraph(plain.replace('softmax: softmax', 'last: pointwise-linear'))), {
      node: 'last',
      link: 'none',
    });
    assert.deepEqual(findScores(handGraph(`${plain}\n scaled: elementwise`)), { node: 'scaled', link: 'none' });
  });
});

const skip = handGraph(`
  image: input | 8 x 8 x 3
  conv0: convolution | 8 x 8 x 4
  relu0: elementwise
  side: convolution <- image
  conv1: convolution <- relu0
  conv2: convolution
  add: elementwise <- conv2, relu0
  both: elementwise <- add, side
  pool: global-average | 4
  scores: pointwise-linear | 3
  other: pointwise-linear <- pool | 5`);

describe('the head', () => {
  test('is what lies between the layer and the scores, both branches and no more', () => {
    const { nodes, bypasses } = headOf(skip, 'conv1', 'scores')!;
    assert.deepEqual(
      nodes.map(({ name }) => name),
      ['conv2', 'add', 'both', 'pool', 'scores'],
    );
    assert.deepEqual(new Set(bypasses), new Set(['relu0', 'side']));
  });

  test('has nothing that bypasses it when every path goes through the layer', () => {
    assert.deepEqual(headOf(skip, 'both', 'scores')!.bypasses, []);
  });

  test('does not exist when the scores do not depend on the layer', () => {
    assert.equal(headOf(skip, 'other', 'scores'), undefined);
    assert.equal(headOf(skip, 'no such layer', 'scores'), undefined);
  });
});

describe('the scores are linear in the mean of a layer', () => {
  const linear = (text: string, layer = 'relu') => {
    const graph: Graph = handGraph(text);
    return isPooledLinear(headOf(graph, layer, findScores(graph).node)!);
  };

  test('behind global average pooling and one dense layer, or several', () => {
    assert.ok(linear(plain));
    assert.ok(linear(plain.replace('softmax', 'more: pointwise-linear\n  softmax')));
  });

  test('behind a 1x1 convolution that is pooled, normalised or reshaped', () => {
    assert.ok(
      linear(
        plain.replace(
          'pool:',
          'classes: pointwise-convolution | 8 x 8 x 3\n bn: pointwise-linear\n drop: identity\n pool:',
        ),
      ),
    );
  });

  test('not behind anything that bends, moves or mixes cells, or that pools in another way', () => {
    for (const kind of ['elementwise', 'convolution', 'spatial', 'other', 'sigmoid', 'softmax'])
      assert.equal(linear(plain.replace('pool:', `step: ${kind}\n  pool:`)), false, `${kind} before the pool`);
    assert.equal(
      linear(plain.replace('scores:', 'dense: elementwise\n  scores:')),
      false,
      'an activation between two dense layers',
    );
    assert.equal(linear(plain.replace('global-average', 'spatial')), false, 'global max pooling');
    assert.equal(linear(plain.replace('global-average', 'identity')), false, 'flattened');
  });

  test('not with a second path past the layer', () => {
    assert.equal(linear(plain.replace('pool:', 'sum: pointwise-linear <- relu, conv\n  pool:')), false);
  });
});
