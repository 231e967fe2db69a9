import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { withoutBranches } from '../../../src/models/onnx/branches.ts';
import { GraphProtoSchema } from '../../../src/models/onnx/onnx_pb.ts';
import { onnxGraph } from '../../../src/models/onnx/onnx-graph.ts';
import { branch, floats, type GraphInit, int64s, type Node, node, value } from '../../support/onnx-model.ts';

const graphOf = (nodes: Node[], more: Partial<GraphInit> = {}) =>
  create(GraphProtoSchema, {
    node: nodes,
    initializer: [],
    input: [value('image', 'batch', 3, 8, 8)],
    output: [value('y', 'batch', 3)],
    ...more,
  });
const both = {
  then_branch: branch([node('Relu', ['image'], ['a'])], 'a'),
  else_branch: branch([node('Neg', ['image'], ['b'])], 'b'),
};
const written = (nodes: readonly { opType: string; input: string[]; output: string[] }[]) =>
  nodes.map(({ opType, input, output }) => `${output} = ${opType}(${input})`);

describe('an If whose way is known', () => {
  for (const [way, expected] of [
    [true, ['a = Relu(image)', 'y = Identity(a)']],
    [false, ['b = Neg(image)', 'y = Identity(b)']],
  ] as const)
    test(`is the branch that is taken: ${way}`, () => {
      const graph = graphOf([node('If', ['c'], ['y'], both)]);
      assert.deepEqual(written(withoutBranches(graph, 'y', () => way).node), expected);
    });

  test('stays where nobody can say, and one that the answer does not need is not asked', () => {
    const graph = graphOf([node('If', ['c'], ['unread'], both), node('If', ['d'], ['y'], both)]);
    const asked: string[] = [];
    const left = withoutBranches(graph, 'y', (_, condition) => {
      asked.push(condition);
      return undefined;
    });
    assert.deepEqual(asked, ['d']);
    assert.deepEqual(
      left.node.map(({ opType }) => opType),
      ['If', 'If'],
    );
  });

  test('has a branch that can be read, with as many outputs, or the file is unreadable', () => {
    for (const attributes of [{}, { then_branch: { g: Uint8Array.of(255, 255) } }, { then_branch: 3 }])
      assert.throws(() => withoutBranches(graphOf([node('If', ['c'], ['y'], attributes)]), 'y', () => true), {
        code: 'model-unreadable',
        message: 'Node `y` (If) has no readable `then_branch` with 1 output.',
      });
  });

  test('is one of few', () => {
    const nodes = Array.from({ length: 33 }, (_, at) =>
      node('If', ['c'], [at === 32 ? 'y' : `v${at + 1}`], {
        then_branch: branch([node('Relu', [at === 0 ? 'image' : `v${at}`], [`r${at}`])], `r${at}`),
      }),
    );
    const chained = nodes.map((each, at) => (at === 0 ? each : { ...each, input: ['c', `v${at}`] }));
    assert.throws(() => withoutBranches(graphOf(chained), 'y', () => true), {
      code: 'model-unsupported',
      message: /more than 32 that depend on shapes/,
    });
  });
});

describe('which way an If goes', () => {
  const pooled = (condition: Node[], initializer: GraphInit['initializer'] = []) =>
    graphOf(
      [
        ...condition,
        node('If', ['c'], ['chosen'], both),
        node('GlobalAveragePool', ['chosen'], ['p']),
        node('Flatten', ['p'], ['y']),
      ],
      { initializer },
    );
  const operatorsOf = async (graph: ReturnType<typeof graphOf>) => {
    using made = onnxGraph(graph, 17, () => undefined, await wasmEngine(), {});
    return made.nodes.map(({ operation }) => operation).filter(each => ['Relu', 'Neg'].includes(each));
  };
  const size = [node('Shape', ['image'], ['s']), node('Gather', ['s', 'at'], ['n'])];
  const compared = (at: number, than: number) =>
    pooled([...size, node('Greater', ['n', 'than'], ['c'])], [int64s('at', [at], []), int64s('than', [than], [])]);

  test('follows from a size, and from a constant', async () => {
    assert.deepEqual(await operatorsOf(compared(2, 7)), ['Relu']);
    assert.deepEqual(await operatorsOf(compared(2, 8)), ['Neg']);
    const stated = (byte: number) => [{ name: 'c', dims: [], dataType: 9, rawData: Uint8Array.of(byte) }];
    assert.deepEqual(await operatorsOf(pooled([], stated(1))), ['Relu']);
    assert.deepEqual(await operatorsOf(pooled([], stated(0))), ['Neg']);
  });

  test('is refused where pixels say it, or how many pictures there are', async () => {
    const bright = pooled([node('ReduceMax', ['image'], ['m'], { keepdims: 0 }), node('Greater', ['m', 'half'], ['c'])], [floats('half', [], [0.5])]); // biome-ignore format: one graph
    for (const graph of [bright, compared(0, 1)])
      await assert.rejects(operatorsOf(graph), {
        code: 'model-unsupported',
        message: /operator `If` \(node `chosen`\)/,
      });
  });
});
