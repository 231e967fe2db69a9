import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { create, fromBinary } from '@bufbuild/protobuf';
import type { Engine, Runtime } from '../../../src/engines/engine.ts';
import { onnxRuntimeEngine } from '../../../src/engines/onnxruntime.ts';
import { loadModel } from '../../../src/models/index.ts';
import { Attributes } from '../../../src/models/onnx/attributes.ts';
import { AttributeProtoSchema, type ModelProto, ModelProtoSchema } from '../../../src/models/onnx/onnx_pb.ts';
import type { Step } from '../../../src/models/onnx/operation.ts';
import { operations } from '../../../src/models/onnx/operators/index.ts';
import type { Plan } from '../../../src/models/onnx/plan.ts';
import { type DataType, Known } from '../../../src/models/onnx/value.ts';
import { Unwritable, writtenPart } from '../../../src/models/onnx/write-model.ts';
import { Bench } from '../../contracts/_operator-bench.ts';
import { samples } from '../../contracts/_operator-samples.ts';
import { whyNoEngine } from '../../support/engines.ts';
import { deviation } from '../../support/maps.ts';
import { type Attribute, node, writeOnnxExternal } from '../../support/onnx-model.ts';
import { temporaryFolder } from '../../support/tfjs-model.ts';
import { picture, tiny } from '../../support/tiny-network.ts';

const skip = await whyNoEngine('onnxruntime');
let engine: Engine;
before(async () => {
  if (!skip) engine = await onnxRuntimeEngine();
});

const plain = { input: 'x', outputs: ['y'], turns: () => false, shape: () => undefined };

function step(operator: string, inputs: string[], attributes: Record<string, Attribute> = {}): Step {
  const written = node(operator, [], [], attributes).attribute.map(each => create(AttributeProtoSchema, each));
  return {
    operation: operator,
    domain: '',
    name: 'a step',
    inputs,
    outputs: ['y'],
    declared: ['y'],
    attributes: new Attributes(written, 'it'),
    opset: 17,
    facts: operations[operator]!,
    run: () => [],
    exactly: () => [],
  };
}

const planOf = (left: readonly Step[], constants: Readonly<Record<string, Known>> = {}): Plan => ({
  left,
  steps: left,
  shapeSteps: new Map(),
  constants: new Map(Object.entries(constants)),
});

const writtenOf = (plan: Plan): ModelProto => fromBinary(ModelProtoSchema, writtenPart(plan, plain).file);

test('what is written has names of ours, its constants inside, and nothing that leads anywhere', { skip }, async t => {
  const written: ModelProto[] = [];
  const session: Runtime['session'] = (file, apart) => {
    written.push(fromBinary(ModelProtoSchema, file));
    return engine.runtime!.session(file, apart);
  };
  const runtime = { session };
  using model = await loadModel(await writeOnnxExternal(await temporaryFolder(t)), { ...engine, runtime }, {});
  model.explain([picture(1)], { layer: tiny.layer, classes: [0], score: 'logit' });
  const { graph, metadataProps, producerName } = written[0]!;
  const names = graph!.node.flatMap(({ input, output }) => [...input, ...output]);
  for (const name of names) assert.match(name, /^(v\d+|input|output\d+)$/);
  assert.ok(graph!.node.every(({ name }) => name === ''));
  assert.ok(graph!.initializer.length > 0);
  for (const { dataLocation, externalData, rawData } of graph!.initializer) {
    assert.deepEqual([dataLocation, externalData.length], [0, 0]);
    assert.ok(rawData.length > 0);
  }
  assert.deepEqual([metadataProps, producerName], [[], '']);
});

test('numbers are float32, whole ones of 64 bits, the last of which stays the last', () => {
  const known = (type: DataType, ...data: number[]) => new Known([data.length], type, Float64Array.from(data), true);
  const { graph } = writtenOf(
    planOf([step('Slice', ['x', 'from', 'to'])], { from: known('int', -3), to: known('int', 2 ** 63) }),
  );
  const ends = graph!.initializer.map(({ rawData, dataType }) => [
    dataType,
    new BigInt64Array(rawData.slice().buffer)[0],
  ]);
  assert.deepEqual(ends, [
    [7, -3n],
    [7, 2n ** 63n - 1n],
  ]);
  const cast = (to: number) => writtenOf(planOf([step('Cast', ['x'], { to })])).graph!.node[1]!.attribute[0]!.i;
  assert.deepEqual([1, 10, 11, 16, 6, 7, 9].map(cast), [1n, 1n, 1n, 1n, 7n, 7n, 9n]);
  assert.throws(() => cast(2), Unwritable);
});

test('large floats stay where they are, by names of ours, and are computed with as they are', { skip }, () => {
  const numbers = Float32Array.from({ length: 3 * 700 }, (_, at) => Math.sin(at));
  const large = new Known([1, 3, 20, 35], 'float', numbers, true);
  const small = new Known([], 'float', Float32Array.of(0.5), true);
  const sum = { ...step('Add', ['x', 'a name of the file']), outputs: ['z'], declared: ['z'] };
  const plan = planOf([sum, step('Mul', ['z', 'b'])], { 'a name of the file': large, b: small });
  const { file, apart } = writtenPart(plan, plain);
  assert.ok(file.length < 1000, `${file.length} bytes`);
  const { graph } = fromBinary(ModelProtoSchema, file);
  const [about] = graph!.initializer.filter(({ dataLocation }) => dataLocation === 1);
  const told = Object.fromEntries(about!.externalData.map(({ key, value }) => [key, value]));
  assert.deepEqual(told, { location: about!.name, offset: '0', length: String(numbers.byteLength) });
  assert.match(about!.name, /^v\d+$/);
  assert.deepEqual([...apart.keys()], [about!.name]);
  assert.equal(apart.get(about!.name)!.buffer, numbers.buffer, 'no copy of them');
  using session = engine.runtime!.session(file, apart);
  const [found] = session.run({ data: new Float32Array(numbers.length).fill(2), shape: large.shape });
  assert.deepEqual(
    found!.data,
    numbers.map(value => (value + 2) * 0.5),
  );
  assert.throws(() => engine.runtime!.session(file), 'nothing is looked for on a disk');
});

test('what is not understood of it is not written', () => {
  const whole = new Known([], 'uint8', Uint8Array.of(3), true);
  const scale = new Known([], 'float', Float32Array.of(1), true);
  const subgraph = new Attributes([create(AttributeProtoSchema, { name: 'body', type: 5 })], 'it');
  const bad: Readonly<Record<string, Plan>> = {
    'a constant of bytes': planOf([step('Add', ['x', 'c'])], { c: whole }),
    'whole steps': planOf([step('QuantizeLinear', ['x', 's'])], { s: scale }),
    'a graph inside': planOf([{ ...step('Relu', ['x']), attributes: subgraph }]),
    'nothing of the image': planOf([step('Relu', ['elsewhere'])]),
  };
  for (const [what, plan] of Object.entries(bad)) assert.throws(() => writtenPart(plan, plain), Unwritable, what);
});

/** The newest operator set that ONNX Runtime 1.30 takes; a newer one is left to WebAssembly. */
const newest = 26;

/** Whole steps; what ONNX Runtime has only in its list; and samples that are no whole network: TopK with one output, DequantizeLinear of a float. */
const refused = [
  'largest entries',
  'smallest entries',
  'fake quantisation, coarse',
  'Swish',
  'convolution of integers',
  'product of integers',
];

test('every operator is computed as it is here', { skip }, () => {
  const found: string[] = [];
  let compared = 0;
  for (const [title, sample] of Object.entries(samples)) {
    if (sample.slopes === 'none' || (sample.shape ?? [2, 4, 6, 5]).length !== 4) continue;
    const bench = new Bench(operations[sample.operator]!, sample, engine);
    const x = bench.x();
    const constants = (sample.constants ?? []).flatMap((known, at) => (known ? [[`c${at}`, known] as const] : []));
    try {
      const { file, apart } = writtenPart(
        planOf([{ ...bench.step, opset: Math.min(bench.step.opset, newest) }], Object.fromEntries(constants)),
        plain,
      );
      using session = engine.runtime!.session(file, apart);
      const ours = bench.run(x);
      const [theirs] = session.run(x);
      const most = deviation(theirs!.data, ours.data);
      if (!(most <= 1e-5)) found.push(`${title}: ${most.toExponential(1)}`);
      else compared++;
    } catch (error) {
      found.push(`${title}: ${(error as Error).message}`);
    }
  }
  assert.deepEqual(
    found.map(words => words.split(':')[0]),
    refused,
    found.join('\n'),
  );
  assert.ok(compared > 100, String(compared));
});

test('a convolution with as many groups as its kernel needs has that number, or is not written', () => {
  const conv = planOf([step('Conv', ['x', 'k'], { group: 0 })]);
  const shapes: Readonly<Record<string, readonly number[]>> = { x: [1, 6, 5, 5], k: [8, 2, 3, 3] };
  const groups = (known: Readonly<Record<string, readonly number[]>>) => {
    const { file } = writtenPart(conv, { ...plain, shape: name => known[name] });
    return fromBinary(ModelProtoSchema, file).graph!.node[1]!.attribute[0]!.i;
  };
  assert.equal(groups(shapes), 3n);
  assert.throws(() => groups({}), /no known number of groups/);
  assert.throws(() => groups({ ...shapes, k: [8, 4, 3, 3] }), Unwritable);
});

test('pictures come and go with their channels last; what the outputs do not need is left out', () => {
  const steps = [
    { ...step('Relu', ['x']), outputs: ['a'], declared: ['a'] },
    { ...step('Exp', ['x']), outputs: ['b'], declared: ['b'] },
    step('Add', ['a', 'a']),
  ];
  const { file } = writtenPart(planOf(steps), { ...plain, turns: () => true });
  const { graph } = fromBinary(ModelProtoSchema, file);
  const shown = graph!.node.map(({ opType, attribute }) => [
    opType,
    ...attribute.flatMap(({ ints }) => ints.map(Number)),
  ]);
  assert.deepEqual(shown, [['Transpose', 0, 3, 1, 2], ['Relu'], ['Add'], ['Transpose', 0, 2, 3, 1]]);
  const from = (at: number) => graph!.node[at]!.input;
  assert.deepEqual(from(0), ['input']);
  assert.deepEqual(from(2), [graph!.node[1]!.output[0], graph!.node[1]!.output[0]]);
  assert.deepEqual(
    graph!.output.map(({ name }) => name),
    ['output0'],
  );
});
