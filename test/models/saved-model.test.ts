import assert from 'node:assert/strict';
import { before, describe, type TestContext, test } from 'node:test';
import { clone, create } from '@bufbuild/protobuf';
import type { Engine } from '../../src/engines/engine.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import {
  type AttrValue,
  AttrValueSchema,
  DataType,
  type FunctionDef,
  FunctionDefSchema,
  type MetaGraphDef,
  type NodeDef,
  NodeDefSchema,
  TensorInfoSchema,
} from '../../src/models/_saved-model/tensorflow_pb.ts';
import { loadModel } from '../../src/models/index.ts';
import type { LoadOptions } from '../../src/models/model.ts';
import { deviation } from '../support/maps.ts';
import { changedSavedModel, nodeNamed } from '../support/saved-model.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';
import { forward, picture } from '../support/tiny-network.ts';
import '../support/stalls.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

async function load(t: TestContext, change: (graph: MetaGraphDef) => void, options: LoadOptions = {}) {
  const path = await changedSavedModel(await temporaryFolder(t), change);
  const model = await loadModel(path, engine, options);
  t.after(() => model[Symbol.dispose]());
  return model;
}

/** Without a tensor left. */
async function refused(t: TestContext, change: (graph: MetaGraphDef) => void, code: string, message: RegExp) {
  const { numTensors } = engine.tf.core.memory();
  await assert.rejects(load(t, change), { name: 'CamdriftError', code, message });
  assert.equal(engine.tf.core.memory().numTensors, numTensors);
}

type AttrCase = AttrValue['value'];
const attr = (value: AttrCase): AttrValue => create(AttrValueSchema, { value });
const calling = (name: string): AttrValue =>
  attr({ case: 'func', value: { $typeName: 'tensorflow.NameAttrList', name } });
const int = (...values: number[]) => ({ dtype: DataType.DT_INT32, intVal: values });
const constant = (name: string, type: DataType, tensor: object, dims: readonly (number | bigint)[] = []): NodeDef => {
  const tensorShape = { dim: dims.map(size => ({ size: BigInt(size) })) };
  return create(NodeDefSchema, {
    name,
    op: 'Const',
    attr: {
      dtype: { value: { case: 'type', value: type } },
      value: { value: { case: 'tensor', value: { dtype: type, tensorShape, ...tensor } } },
    },
  });
};

/** A function of one argument whose body is given. */
const functionOf = (name: string, nodes: readonly Partial<NodeDef>[], output: string): FunctionDef =>
  create(FunctionDefSchema, {
    signature: { name, inputArg: [{ name: 'x' }], outputArg: [{ name: 'y' }] },
    nodeDef: nodes.map(node => create(NodeDefSchema, node as object)),
    ret: { y: output },
  });

/** Puts a call between relu2 and the head. */
function callBeforeHead(graph: MetaGraphDef, name: string, functions: readonly FunctionDef[]): void {
  const { body, node } = nodeNamed(graph, 'relu2');
  graph.graphDef!.library!.function.push(...functions);
  body.nodeDef.push(
    create(NodeDefSchema, {
      name: 'extra',
      op: 'PartitionedCall',
      input: ['relu2:activations:0'],
      attr: { f: calling(name) },
    }),
  );
  const head = body.nodeDef.find(({ op }) => op === 'StatefulPartitionedCall')!;
  assert.ok(node && head);
  head.input[0] = 'extra:output:0';
}

describe('functions', () => {
  test('that call themselves, directly or in a ring, are refused with the ring', async t => {
    const call = (name: string, f: string) =>
      functionOf(name, [{ name: 'c', op: 'PartitionedCall', input: ['x'], attr: { f: calling(f) } }], 'c:output:0');
    await refused(
      t,
      graph => callBeforeHead(graph, 'one', [call('one', 'one')]),
      'model-unsupported',
      /`one` calls itself \(.*one -> one\)/,
    );
    await refused(
      t,
      graph => callBeforeHead(graph, 'one', [call('one', 'two'), call('two', 'one')]),
      'model-unsupported',
      /one -> two -> one/,
    );
  });

  test('that double at each level, or nest without end, are refused before they fill the memory', async t => {
    const twice = (level: number) => {
      const f = calling(`f${level - 1}`);
      const nodes = [
        { name: 'a', op: 'PartitionedCall', input: ['x'], attr: { f } },
        { name: 'b', op: 'PartitionedCall', input: ['a:output:0'], attr: { f } },
      ];
      return functionOf(`f${level}`, nodes, 'b:output:0');
    };
    const bomb = [functionOf('f0', [{ name: 'r', op: 'Relu', input: ['x'] }], 'r:activations:0')];
    for (let level = 1; level < 50; level++) bomb.push(twice(level));
    await refused(t, graph => callBeforeHead(graph, 'f28', bomb), 'model-unsupported', /more than 200000 steps/);
    await refused(t, graph => callBeforeHead(graph, 'f45', bomb), 'model-unsupported', /nested more than 32 deep/);
  });

  test('that are missing, or called with another number of arguments, are unreadable', async t => {
    await refused(
      t,
      graph => callBeforeHead(graph, 'nowhere', []),
      'model-unreadable',
      /function `nowhere`, which is not in it/,
    );
    const many = functionOf('many', [], 'x');
    many.signature!.inputArg.push(many.signature!.inputArg[0]!);
    await refused(
      t,
      graph => callBeforeHead(graph, 'many', [many]),
      'model-unreadable',
      /takes 2 arguments and is called with 1/,
    );
  });

  test('with a cycle in their body, or a name nobody has, are unreadable', async t => {
    const ring = [
      { name: 'a', op: 'Relu', input: ['b:activations:0'] },
      { name: 'b', op: 'Relu', input: ['a:activations:0'] },
    ];
    await refused(
      t,
      graph => callBeforeHead(graph, 'ring', [functionOf('ring', ring, 'a:activations:0')]),
      'model-unreadable',
      /cycle through `[ab]`/,
    );
    await refused(
      t,
      graph => callBeforeHead(graph, 'lost', [functionOf('lost', [], 'nobody:y:0')]),
      'model-unreadable',
      /reads `nobody`/,
    );
  });

  test('of a branch are inlined when its condition is constant, and refused by name when not', async t => {
    const branch = (condition: string) => (graph: MetaGraphDef) => {
      callBeforeHead(graph, 'same', [
        functionOf('same', [], 'x'),
        functionOf('other', [{ name: 'n', op: 'Neg', input: ['x'] }], 'n:y:0'),
      ]);
      const { body, node } = nodeNamed(graph, 'extra');
      const branches = { then_branch: calling('same'), else_branch: calling('other') };
      Object.assign(node, { op: 'StatelessIf', input: [condition, ...node.input], attr: branches });
      body.nodeDef.push(constant('yes', DataType.DT_BOOL, { boolVal: [true] }));
    };
    const model = await load(t, branch('yes:output:0'));
    assert.ok(logitsAgree(model));
    await refused(t, branch('conv0:output:0'), 'model-unsupported', /`StatelessIf` \(`extra`\)/);
  });
});

const logitsAgree = (model: Awaited<ReturnType<typeof load>>): boolean => {
  const [found] = model.explain([picture(1)], { layer: 'relu1', classes: ['predicted'], score: 'logit' });
  return deviation(found!.logits, forward(picture(1)).logits) < 1e-6;
};

describe('operations', () => {
  for (const op of [
    'ReadFile',
    'PyFunc',
    'EagerPyFunc',
    'While',
    'HashTableV2',
    'XlaCallModule',
    'constructor',
    '__proto__',
  ]) {
    test(`${op} is refused by name, before anything runs`, t =>
      refused(
        t,
        graph => Object.assign(nodeNamed(graph, 'relu1').node, { op }),
        'model-unsupported',
        new RegExp(`\`${op}\` \\(\`relu1\`\\)`),
      ));
  }

  test('are all named at once, and not missed when the answer does not need them', async t => {
    await refused(
      t,
      graph => {
        nodeNamed(graph, 'relu1').node.op = 'ReadFile';
        nodeNamed(graph, 'relu2').node.op = 'PyFunc';
      },
      'model-unsupported',
      /`ReadFile` \(`relu1`\), `PyFunc` \(`relu2`\)/,
    );
    const beside = functionOf('beside', [{ name: 'unused', op: 'PyFunc', input: ['x'] }], 'x');
    assert.ok(logitsAgree(await load(t, graph => callBeforeHead(graph, 'beside', [beside]))));
  });

  test('that pass their input on leave no trace, and a training graph is refused', async t => {
    const through = ['Identity', 'StopGradient', 'CheckNumerics', 'EnsureShape'].map((op, at) => ({
      name: `n${at}`,
      op,
      input: [at === 0 ? 'x' : `n${at - 1}:output:0`],
    }));
    const model = await load(t, graph =>
      callBeforeHead(graph, 'through', [functionOf('through', through, 'n3:output:0')]),
    );
    assert.ok(logitsAgree(model));
    assert.equal(model.targetLayer('auto').name, 'relu2');
    const norm = [{ name: 'norm', op: 'FusedBatchNormV3', input: ['x', 'x', 'x', 'x', 'x'] }];
    await refused(
      t,
      graph => callBeforeHead(graph, 'norm', [functionOf('norm', norm, 'norm:y:0')]),
      'model-unsupported',
      /training mode/,
    );
  });

  test('that ask for more memory than any classifier are refused', async t => {
    const huge = (): FunctionDef => {
      const made = functionOf(
        'huge',
        [{ name: 'resize', op: 'ResizeBilinear', input: ['x', 'size:output:0'] }],
        'resize:resized_images:0',
      );
      made.nodeDef.push(constant('size', DataType.DT_INT32, int(2 ** 20, 2 ** 20), [2]));
      return made;
    };
    await refused(
      t,
      graph => callBeforeHead(graph, 'huge', [huge()]),
      'model-unsupported',
      /makes a value of shape 1 x 4 x 1048576 x 1048576/,
    );
  });
});

describe('constants', () => {
  const withAxes = (node: NodeDef) => (graph: MetaGraphDef) => {
    const axes = nodeNamed(graph, 'mean/reduction_indices').node;
    Object.assign(axes, { attr: node.attr });
  };

  test('of a terabyte in a small file are refused', async t => {
    const size = 2n ** 40n;
    await refused(
      t,
      withAxes(constant('', DataType.DT_INT32, int(1), [size])),
      'model-unreadable',
      /expected at most 8 known sizes/,
    );
    await refused(
      t,
      withAxes(constant('', DataType.DT_INT32, int(1), [2 ** 28])),
      'model-unreadable',
      /expected 1073741824 bytes, got 4/,
    );
    await refused(
      t,
      withAxes(constant('', DataType.DT_INT32, int(1), [2 ** 20, 2 ** 20, 2 ** 20])),
      'model-unreadable',
      /expected at most 8/,
    );
    await refused(t, withAxes(constant('', DataType.DT_INT32, int(1), [-1])), 'model-unreadable', /has the shape -1/);
    await refused(
      t,
      withAxes(constant('', DataType.DT_INT32, int(1, 2, 3), [2])),
      'model-unreadable',
      /expected 8 bytes, got 12/,
    );
  });

  test('of text are refused', t =>
    refused(
      t,
      withAxes(constant('', DataType.DT_STRING, { stringVal: [new Uint8Array(3)] })),
      'model-unsupported',
      /DT_STRING/,
    ));
});

describe('the signature', () => {
  test('that takes pixels is named where the usual one takes encoded files, and can be chosen', async t => {
    const encoded = (graph: MetaGraphDef) => {
      const usual = graph.signatureDef.serving_default!;
      graph.signatureDef.pixels = structuredClone(usual);
      Object.values(usual.inputs)[0]!.dtype = DataType.DT_STRING;
    };
    await assert.rejects(load(t, encoded), { code: 'model-unsupported', remedy: /--signature.* Such are `pixels`\./ });
    assert.ok(logitsAgree(await load(t, encoded, { signature: 'pixels' })));
    await assert.rejects(load(t, encoded, { signature: 'bytes' }), {
      code: 'model-unsupported',
      message: /no signature `bytes` \(found `pixels`, `serving_default`|found `serving_default`, `pixels`/,
    });
  });

  test('may be of another name when it is the only one', async t => {
    const model = await load(t, graph => {
      graph.signatureDef.answers = graph.signatureDef.serving_default!;
      delete graph.signatureDef.serving_default;
    });
    assert.ok(logitsAgree(model));
    await refused(
      t,
      graph => delete graph.signatureDef.serving_default,
      'model-unsupported',
      /no signature `serving_default`/,
    );
  });

  test('may have several outputs; the named one is enough', async t => {
    const add = (graph: MetaGraphDef) => {
      const { outputs } = graph.signatureDef.serving_default!;
      outputs.other = clone(TensorInfoSchema, Object.values(outputs)[0]!);
      outputs.other.encoding = { case: 'name', value: 'nowhere:0' };
    };
    assert.ok(logitsAgree(await load(t, add, { output: 'scores' })));
    await refused(t, add, 'model-unreadable', /reads `nowhere`/);
  });

  test('that takes text, or two inputs, is refused', async t => {
    const input = (graph: MetaGraphDef) => Object.values(graph.signatureDef.serving_default!.inputs)[0]!;
    await refused(
      t,
      graph => Object.assign(input(graph), { dtype: DataType.DT_STRING }),
      'model-unsupported',
      /input `image` is DT_STRING/,
    );
    await refused(
      t,
      graph => {
        graph.signatureDef.serving_default!.inputs.mask = input(graph);
      },
      'model-unsupported',
      /2 inputs \(image of \? x .*, mask of \? x /,
    );
  });
});
