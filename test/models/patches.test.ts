import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stretch } from '../../src/models/_arrangement.ts';
import type { Graph, GraphNode, Patches } from '../../src/models/_graph.ts';
import { chooseLayer, explainableLayers } from '../../src/models/_layers.ts';
import { handGraph } from './_hand-graph.ts';

const start = `
  image: input | 8 x 8 x 3
  embed: convolution | 4 x 4 x 32
  row: identity | 16 x 32
  joined: elementwise | 17 x 32
  block0: elementwise`;

/** Every value of 17 or 18 rows holds 4 x 4 patches and a class token or two, but for those that are lost; `class: other` takes the token out. */
function transformer(text: string, lost: readonly string[] = []): Graph {
  const graph = handGraph(text);
  const cells = [stretch('row', 4), stretch('column', 4)];
  const patchesOf = (node: GraphNode): { patches?: Patches } => {
    const [size, width] = graph.shapes([node.name])[0]!;
    if (![17, 18].includes(size!) || lost.includes(node.name)) return {};
    const tokens = { of: 'tokens', size: size!, first: 1, cells } as const;
    const axes = [[stretch('image', 1)], [tokens], [stretch('other', width!)]];
    return { patches: { arrangement: { axes, channels: 32, sure: true }, mixes: false } };
  };
  const nodes = graph.nodes.map(node => ({
    ...node,
    ...patchesOf(node),
    ...(node.name === 'class' && { skipsPatches: true }),
  }));
  return { ...graph, nodes };
}

const auto = (graph: Graph) => chooseLayer(graph, 'scores', 'auto').name;

const attention = (inside: string) => `${start}
  norm: elementwise
  query: pointwise-linear <- norm
  query_heads: identity | 2 x 17 x 16
  key: pointwise-linear <- norm | 17 x 32
  key_heads: identity | 2 x 17 x 16
  shares: softmax <- query_heads, key_heads | 2 x 17 x 17
  value: pointwise-linear <- norm | 17 x 32
  value_heads: identity | 2 x 17 x 16
  mixed: other <- shares, value_heads
  out: other | 17 x 32
  sum: elementwise <- out, block0
  ${inside}
  scores: pointwise-linear | 10`;

test('a class token: the normalisation that queries, keys and values read, although the values come last', () => {
  const graph = transformer(
    attention(`norm2: elementwise
  mlp: elementwise
  sum2: elementwise <- mlp, sum
  norm3: elementwise
  class: other | 32`),
    ['out'],
  );
  assert.equal(auto(graph), 'norm');
  const listed = explainableLayers(graph, 'scores').map(({ name }) => name);
  assert.deepEqual(listed, ['embed', 'joined', 'block0', 'norm', 'query', 'key', 'value']);
  assert.throws(() => chooseLayer(graph, 'scores', 'sum2'), /read no patch of layer `sum2`/);
});

test('the mean of the tokens: the last of them', () => {
  assert.equal(auto(transformer(attention('norm3: elementwise\n  pool: other | 32'), ['out'])), 'norm3');
});

test('both: the last of which nothing read was made beside it', () => {
  const text = attention('class: other | 32\n  pool: other <- sum | 32\n  both: elementwise <- class, pool | 64');
  assert.equal(auto(transformer(text, ['out'])), 'sum');
});

test('class attention twice: the normalisation before the second', () => {
  const graph = transformer(
    `${start}
  end: elementwise
  first: elementwise <- end | 18 x 32
  first_class: other | 32
  second: elementwise <- end, first_class | 18 x 32
  normal: elementwise
  attended: other | 32
  scores: pointwise-linear | 10`,
  );
  assert.equal(auto(graph), 'normal');
});

test('a projection for attention that is wider than a patch is passed by', () => {
  const graph = transformer(`${start}
  norm: elementwise
  qkv: pointwise-linear | 17 x 96
  heads: other | 3 x 2 x 17 x 16
  scores: pointwise-linear | 10`);
  assert.equal(auto(graph), 'norm');
});

test('an image that is made of tokens again is mapped', () => {
  const graph = transformer(`${start}
  cut: other | 16 x 32
  again: identity | 4 x 4 x 32
  last: convolution
  pool: global-average | 32
  scores: pointwise-linear | 10`);
  assert.equal(auto(graph), 'last');
});

test('class tokens of several branches that are joined at last are no patches that go on', () => {
  const graph = transformer(
    `${start}
  norm: elementwise
  keys: pointwise-linear <- norm | 17 x 32
  mixed: other <- keys, norm | 1 x 32
  beside: other <- keys, norm | 1 x 32
  both: elementwise <- mixed, beside | 2 x 32
  pool: other | 32
  scores: pointwise-linear | 10`,
  );
  assert.equal(auto(graph), 'norm');
});

test('patches that go on in an unknown arrangement are refused, and what can be named is said', () => {
  const graph = transformer(`${start}
  merged: other | 4 x 64
  norm: elementwise
  sum: elementwise <- merged, norm
  pool: other | 64
  scores: pointwise-linear | 10`);
  assert.throws(() => auto(graph), { code: 'layer-unknown', remedy: /--layer.*`joined`, `block0`/ });
});
