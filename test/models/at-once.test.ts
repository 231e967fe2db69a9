import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Engine } from '../../src/engines/engine.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { atOnceOf, joined, parts } from '../../src/models/_at-once.ts';
import type { Graph } from '../../src/models/_graph.ts';
import { filled } from '../support/tiny-network.ts';
import { handGraph } from './_hand-graph.ts';

const wasm = await wasmEngine();
const apart: Engine = { ...wasm, sizesDiffer: true };

/** A layer of 7 x 7 x 2048, a skip of 64 x 64 x 256 and tokens, of which all but these are known to be images. */
const graph = ((): Graph => {
  const made = handGraph(`
    input: input | 224 x 224 x 3
    skip: convolution | 64 x 64 x 256
    layer: convolution | 7 x 7 x 2048
    wide: convolution <- input | 224 x 224 x 64
    tokens: other <- layer | 50 x 64
    scores: other <- tokens | 10
  `);
  return { ...made, nodes: made.nodes.map(node => ({ ...node, isImage: node.name !== 'tokens' })) };
})();
const all = Number.POSITIVE_INFINITY;

test('an engine whose numbers are the same in every batch takes all images at once', () => {
  assert.deepEqual(atOnceOf(wasm, graph, ['layer']), { trunk: all, head: all });
});

test('where they are not, images run one by one up to the layer, and the head takes as many as a million numbers hold', () => {
  assert.deepEqual(atOnceOf(apart, graph, ['layer']), { trunk: 1, head: 10 });
  assert.deepEqual(atOnceOf(apart, graph, ['layer', 'skip']), { trunk: 1, head: 1 });
  assert.deepEqual(atOnceOf(apart, graph, ['wide']), { trunk: 1, head: 1 });
});

test('tokens go one by one, and what a file demands together stays together', () => {
  assert.deepEqual(atOnceOf(apart, graph, ['tokens']), { trunk: 1, head: 1 });
  assert.deepEqual(atOnceOf(apart, graph, ['layer', 'tokens']), { trunk: 1, head: 1 });
  assert.deepEqual(atOnceOf(apart, { ...graph, imagesAtOnce: 4 }, ['layer']), { trunk: 4, head: 4 });
});

test('parts are as long as asked, the last one has what is left', () => {
  assert.deepEqual(parts([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]);
  assert.deepEqual(parts([1, 2], 2), [[1, 2]]);
  assert.deepEqual(parts([1, 2], all), [[1, 2]]);
});

test('values that were made apart are joined image after image, each with those of its own node', () => {
  const { core } = wasm.tf;
  const numbers = filled(1, 1, [3, 2, 2, 4]).data;
  const made = [0, 1, 2].map(at => [
    core.tensor4d(numbers.slice(16 * at, 16 * at + 16), [1, 2, 2, 4]),
    core.tensor2d([at, -at], [1, 2]),
  ]);
  const [maps, rows] = joined(wasm, made);
  assert.deepEqual([maps!.shape, rows!.shape], [[3, 2, 2, 4], [3, 2]]); // biome-ignore format: shapes
  assert.deepEqual(maps!.dataSync(), numbers);
  assert.deepEqual(
    [...rows!.dataSync()].map(value => value + 0),
    [0, 0, 1, -1, 2, -2],
  );
  assert.equal(joined(wasm, [made[1]!])[0], made[1]![0], 'one part is what it was');
});
