import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Engine } from '../../src/engines/engine.ts';
import type { Graph } from '../../src/models/_graph.ts';
import { readModelJson, readWeights } from '../../src/models/_tfjs-files.ts';
import { loweredGraph } from '../../src/models/lowering/lowered.ts';
import { lowered } from '../../src/models/tensorflow/lower.ts';
import { frozenTfjs } from '../../src/models/tensorflow/tfjs.ts';
import { tiny, type Weight, weights } from './tiny-network.ts';

/** One node of TensorFlow's GraphDef, as JSON. */
export interface NodeDef {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, object>>;
}

export type Tensors = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly data: Float32Array | Int32Array }>
>;

export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-model-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes model.json and weights.bin. @returns the folder */
export async function writeTfjs(folder: string, model: object, tensors: Tensors): Promise<string> {
  const entries = Object.entries(tensors).map(([name, { shape, data }]) => ({
    name,
    shape,
    dtype: data instanceof Int32Array ? 'int32' : 'float32',
  }));
  const bytes = Object.values(tensors).map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'weights.bin'), Buffer.concat(bytes));
  const weightsManifest = [{ paths: ['weights.bin'], weights: entries }];
  await writeFile(join(folder, 'model.json'), JSON.stringify({ ...model, weightsManifest }));
  return folder;
}

/** A graph of these nodes; what they read and no node computes has to be among the constants. */
export function writeGraph(
  folder: string,
  nodes: readonly NodeDef[],
  constants: Tensors,
  signature?: object,
): Promise<string> {
  const consts = Object.keys(constants).map(name => ({ name, op: 'Const', attr: { dtype: { type: 'DT_FLOAT' } } }));
  const modelTopology = { node: [...consts, ...nodes], versions: { producer: 1 } };
  return writeTfjs(folder, { format: 'graph-model', modelTopology, ...(signature && { signature }) }, constants);
}

export const node = (name: string, op: string, input: readonly string[] = [], attr: object = {}): NodeDef => ({
  name,
  op,
  input,
  attr: { T: { type: 'DT_FLOAT' }, ...attr },
});

export const placeholder = (height: number, width: number, channels: number): NodeDef => {
  const dim = [-1, height, width, channels].map(size => ({ size: String(size) }));
  return node('image', 'Placeholder', [], { dtype: { type: 'DT_FLOAT' }, shape: { shape: { dim } } });
};

/** A 3x3 or other convolution with stride 1 and same padding. */
export const convolution = (name: string, input: string, kernel: string, attr: object = {}): NodeDef =>
  node(name, 'Conv2D', [input, kernel], { ...convolutionAttr, ...attr });

export const fused = (...ops: readonly string[]) => ({
  fused_ops: { list: { s: ops.map(op => Buffer.from(op).toString('base64')) } },
  num_args: { i: '1' },
});

const base64 = (text: string) => ({ s: Buffer.from(text).toString('base64') });
export const convolutionAttr = {
  strides: { list: { i: ['1', '1', '1', '1'] } },
  dilations: { list: { i: ['1', '1', '1', '1'] } },
  padding: base64('SAME'),
  data_format: base64('NHWC'),
};

export const axes = (...values: number[]) => ({ shape: [values.length], data: Int32Array.from(values) });

/** Names as the Keras converters write them. */
export const tinyTensors: Record<string, Weight> = Object.fromEntries(
  Object.entries(weights).flatMap(([layer, { kernel, bias }]) => [
    [`${layer}/kernel`, kernel],
    [`${layer}/bias`, bias],
  ]),
);

const start = placeholder(tiny.height, tiny.width, tiny.channels);
const end = [node('softmax', 'Softmax', ['logits']), node('Identity', 'Identity', ['softmax'])];
const mean = node('mean', 'Mean', ['relu2', 'mean/axes'], { keep_dims: { b: false } });
const constants = { ...tinyTensors, 'mean/axes': axes(1, 2) };

/** The tiny network as a graph whose nodes stand in reverse order, as some converters leave them. */
export function writePlainGraph(folder: string): Promise<string> {
  const step = (index: number, input: string) => [
    convolution(`conv${index}`, input, `conv${index}/kernel`),
    node(`biased${index}`, 'BiasAdd', [`conv${index}`, `conv${index}/bias`], { data_format: base64('NHWC') }),
  ];
  const nodes = [
    start,
    ...step(0, 'image:0'),
    node('relu0', 'Relu', ['biased0']),
    ...step(1, 'relu0'),
    node('relu1', 'Relu', ['biased1']),
    ...step(2, 'relu1'),
    node('add', 'AddV2', ['biased2', 'relu0']),
    node('relu2', 'Relu', ['add']),
    mean,
    node('matmul', 'MatMul', ['mean', 'scores/kernel'], transposed),
    node('logits', 'BiasAdd', ['matmul', 'scores/bias']),
    ...end,
  ];
  return writeGraph(folder, nodes.toReversed(), constants);
}

const transposed = { transpose_a: { b: false }, transpose_b: { b: false } };

/** The same with bias, activation and convolution in one node, as grappler optimises it. */
export function writeFusedGraph(folder: string): Promise<string> {
  const step = (name: string, index: number, input: string, ...ops: string[]) =>
    node(name, '_FusedConv2D', [input, `conv${index}/kernel`, `conv${index}/bias`], {
      ...convolutionAttr,
      ...fused(...ops),
    });
  const nodes = [
    start,
    step('relu0', 0, 'image', 'BiasAdd', 'Relu'),
    step('relu1', 1, 'relu0', 'BiasAdd', 'Relu'),
    step('biased2', 2, 'relu1', 'BiasAdd'),
    node('add', 'AddV2', ['biased2', 'relu0']),
    node('relu2', 'Relu', ['add']),
    mean,
    node('logits', '_FusedMatMul', ['mean', 'scores/kernel', 'scores/bias'], { ...transposed, ...fused('BiasAdd') }),
    ...end,
  ];
  return writeGraph(folder, nodes, constants);
}

/** The tiny network as a layers model, its softmax fused in the last layer. */
export function writeLayers(
  folder: string,
  change: (tensors: Record<string, Weight>) => void = () => {},
): Promise<string> {
  const layer = (name: string, class_name: string, inputs: readonly string[], config: object) => ({
    name,
    class_name,
    config: { name, ...config },
    inbound_nodes: inputs.length === 0 ? [] : [inputs.map(input => [input, 0, 0, {}])],
  });
  const conv = (index: number, input: string, filters: number) =>
    layer(`conv${index}`, 'Conv2D', [input], { filters, kernel_size: [3, 3], padding: 'same' });
  const layers = [
    layer('image', 'InputLayer', [], { batch_input_shape: [null, tiny.height, tiny.width, tiny.channels] }),
    conv(0, 'image', 4),
    layer('relu0', 'ReLU', ['conv0'], {}),
    conv(1, 'relu0', 5),
    layer('relu1', 'Activation', ['conv1'], { activation: 'relu' }),
    conv(2, 'relu1', 4),
    layer('add', 'Add', ['conv2', 'relu0'], {}),
    layer('relu2', 'ReLU', ['add'], {}),
    layer('mean', 'GlobalAveragePooling2D', ['relu2'], {}),
    layer('scores', 'Dense', ['mean'], { units: tiny.classes, activation: 'softmax' }),
  ];
  const config = { name: 'tiny', layers, input_layers: [['image', 0, 0]], output_layers: [['scores', 0, 0]] };
  const tensors = structuredClone(tinyTensors);
  change(tensors);
  return writeTfjs(
    folder,
    { format: 'layers-model', modelTopology: { model_config: { class_name: 'Model', config } } },
    tensors,
  );
}

/** The graph behind a graph model, for tests that feed and fetch its nodes. */
export async function openGraph(path: string, engine: Engine): Promise<Graph> {
  const file = path.endsWith('.json') ? path : `${path}/model.json`;
  const json = await readModelJson(file);
  const { modelTopology: topology, signature } = json;
  const frozen = await frozenTfjs({ path: file, topology, signature, weights: await readWeights(file, json, {}) }, {});
  return loweredGraph(lowered(frozen), 'tfjs-graph', engine, {});
}
