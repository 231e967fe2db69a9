import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Graph, GraphNode, Kind } from '../../../src/models/_graph.ts';
import { collapsed } from '../../../src/models/lowering/collapsed.ts';
import type { Layer } from '../../../src/models/lowering/layer.ts';

const step = (name: string, operation: string, kind: Kind, ...inputs: string[]): GraphNode => ({
  name,
  operation,
  kind,
  inputs,
});

/** A graph of these steps; each belongs to the layer whose name stands before `#` or is its own. */
function shown(
  steps: readonly GraphNode[],
  layers: readonly Layer[],
  aliases: readonly string[] = [],
): readonly GraphNode[] {
  const table = new Map<string, Layer>();
  for (const { name } of steps) {
    const owner = layers.find(
      layer => layer.name === name || layer.logits === name || name.startsWith(`${layer.name}#`),
    );
    if (owner) table.set(name, owner);
  }
  const graph = { nodes: steps, output: steps.at(-1)!.name } as Partial<Graph> as Graph;
  const built = { layers: table, aliases: new Set(aliases) } as unknown as Parameters<typeof collapsed>[1];
  const { nodes, format } = collapsed(graph, built, 'made-up');
  assert.equal(format, 'made-up');
  return nodes;
}

const image = step('image', 'Input', 'input');
const layer = (name: string, operation = 'Layer', more: Partial<Layer> = {}): Layer => ({ name, operation, ...more });

test('the steps of a layer are one node, which reads what they read of other layers', () => {
  const steps = [
    image,
    step('conv#0', 'Conv', 'convolution', 'image'),
    step('conv', 'Relu', 'elementwise', 'conv#0'),
    step('se#0', 'ReduceMean', 'global-average', 'conv'),
    step('se', 'Mul', 'elementwise', 'conv', 'se#0'),
  ];
  assert.deepEqual(
    shown(steps, [layer('image', 'InputLayer', { kind: 'input' }), layer('conv', 'Conv2D'), layer('se', 'Gate')]),
    [
      step('image', 'InputLayer', 'input'),
      { ...step('conv', 'Conv2D', 'convolution', 'image'), bends: true },
      { ...step('se', 'Gate', 'other', 'conv'), bends: true },
    ],
  );
});

test('a step that counts axes in another order is seen through, however many read it', () => {
  const steps = [
    image,
    step('conv', 'Conv', 'convolution', 'image'),
    step('one#0', 'Transpose', 'identity', 'conv'),
    step('one', 'Relu', 'elementwise', 'one#0'),
    step('two', 'Add', 'elementwise', 'one', 'one#0'),
  ];
  const nodes = shown(steps, [layer('conv'), layer('one'), layer('two')], ['one#0']);
  assert.deepEqual(
    nodes.map(({ name, inputs }) => [name, inputs]),
    [
      ['image', []],
      ['conv', ['image']],
      ['one', ['conv']],
      ['two', ['one', 'conv']],
    ],
  );
});

test('a softmax inside the answering layer is a node of its own, also behind what changes nothing', () => {
  const scores = { logits: 'scores/logits' };
  const steps = [
    image,
    step('scores#0', 'MatMul', 'pointwise-linear', 'image'),
    step('scores/logits', 'Add', 'pointwise-linear', 'scores#0'),
    step('scores', 'Softmax', 'softmax', 'scores/logits'),
    step('shape', 'Reshape', 'identity', 'scores'),
  ];
  assert.deepEqual(
    shown(steps, [layer('image', 'InputLayer'), layer('scores', 'Dense', scores), layer('shape', 'Reshape')]).slice(1),
    [
      step('scores/logits', 'Dense', 'pointwise-linear', 'image'),
      step('scores', 'softmax', 'softmax', 'scores/logits'),
      step('shape', 'Reshape', 'identity', 'scores'),
    ],
  );
  const gate = [...steps.slice(0, 4), step('more', 'Mul', 'elementwise', 'scores', 'image')];
  assert.deepEqual(
    shown(gate, [layer('scores', 'Dense', scores), layer('more')]).map(({ name }) => name),
    ['image', 'scores', 'more'],
  );
});

test('a layer says itself what it is where its steps do not tell, unless nobody knows where features lie', () => {
  const named = (kind: Kind) => {
    const steps = [image, step('norm#0', 'ReduceMean', 'other', 'image'), step('norm', 'Sub', kind, 'image', 'norm#0')];
    return shown(steps, [layer('norm', 'Norm', { kind: 'elementwise' })]).at(-1)!.kind;
  };
  assert.equal(named('elementwise'), 'elementwise');
  assert.equal(named('other'), 'other');
});

test('a layer attends where one of its steps does', () => {
  const steps = [
    image,
    { ...step('mha#0', 'MatMul', 'other', 'image'), attends: true },
    step('mha', 'Add', 'other', 'mha#0'),
  ];
  assert.equal(shown(steps, [layer('mha')]).at(-1)!.attends, true);
});

test('the patches of its last step are the layer’s, and one that takes others out says so', () => {
  const arrangement = { batch: 0, axes: [] } as unknown as NonNullable<GraphNode['patches']>['arrangement'];
  const patches = { arrangement, mixes: false };
  const steps = [
    image,
    { ...step('norm', 'LayerNormalization', 'elementwise', 'image'), patches },
    { ...step('token#0', 'Slice', 'other', 'norm'), skipsPatches: true },
    step('token', 'Squeeze', 'identity', 'token#0'),
  ];
  const nodes = shown(steps, [layer('norm'), layer('token')]);
  assert.deepEqual(nodes[1]!.patches, patches);
  assert.deepEqual([nodes[2]!.patches, nodes[2]!.skipsPatches], [undefined, true]);
});

test('an activation within a layer makes it no linear function; a bias does not', () => {
  const steps = [
    image,
    step('one#0', 'Conv', 'convolution', 'image'),
    step('one', 'Relu', 'elementwise', 'one#0'),
    step('two#0', 'Conv', 'convolution', 'one'),
    step('two', 'Add', 'elementwise', 'two#0'),
  ];
  const found = shown(steps, [layer('one', 'Conv2D'), layer('two', 'Conv2D')]);
  assert.deepEqual(
    found.map(({ name, bends = false }) => [name, bends]),
    [
      ['image', false],
      ['one', true],
      ['two', false],
    ],
  );
});
