import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { type AttributeProtoSchema, GraphProtoSchema, ModelProtoSchema } from '../../src/models/onnx/onnx_pb.ts';
import { tiny, type Weight, weights } from './tiny-network.ts';

/** Messages before they are made: plain objects. */
export interface Tensor {
  readonly name: string;
  readonly dims: bigint[];
  readonly dataType: number;
  readonly rawData?: Uint8Array;
  readonly int64Data?: bigint[];
  readonly dataLocation?: number;
  readonly externalData?: { key: string; value: string }[];
}
export interface Node {
  readonly opType: string;
  readonly domain?: string;
  readonly input: string[];
  readonly output: string[];
  readonly name?: string;
  readonly attribute: MessageInitShape<typeof AttributeProtoSchema>[];
}
export interface GraphInit {
  readonly node: Node[];
  readonly initializer: Tensor[];
  readonly input: ReturnType<typeof value>[];
  readonly output: ReturnType<typeof value>[];
}

/** The bytes of an ONNX file. */
export function onnxBytes(
  graph: GraphInit,
  opset = 17,
  metadataProps: { key: string; value: string }[] = [],
): Uint8Array {
  const opsetImport = [{ domain: '', version: BigInt(opset) }];
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      irVersion: 8n,
      producerName: 'camdrift',
      opsetImport,
      metadataProps,
      graph: { ...graph },
    }),
  );
}

/** Attributes by name: a whole number, a list of them, a text, or a float written as `{ f: 0.1 }`. */
export function node(
  opType: string,
  input: string[],
  output: string[],
  attributes: Record<string, Attribute> = {},
  name = '',
): Node {
  return {
    opType,
    input,
    output,
    name,
    attribute: Object.entries(attributes).map(([key, value]) => attribute(key, value)),
  };
}
export type Attribute =
  | number
  | readonly number[]
  | string
  | { readonly f: number }
  | { readonly t: Tensor }
  | { readonly g: Uint8Array };

function attribute(name: string, value: Attribute): MessageInitShape<typeof AttributeProtoSchema> {
  if (typeof value === 'number') return { name, type: 2, i: BigInt(value) };
  if (typeof value === 'string') return { name, type: 3, s: Buffer.from(value) };
  if (Array.isArray(value)) return { name, type: 7, ints: value.map(BigInt) };
  if ('g' in value) return { name, type: 5, g: value.g };
  return 'f' in value ? { name, type: 1, f: value.f } : { name, type: 4, t: (value as { t: Tensor }).t };
}

/** The branch of an `If`: a graph of its own, which sees the values around it. */
export const branch = (nodes: Node[], output: string, initializer: Tensor[] = []): { readonly g: Uint8Array } => ({
  g: toBinary(GraphProtoSchema, create(GraphProtoSchema, { node: nodes, initializer, output: [{ name: output }] })),
});

export const floats = (name: string, dims: readonly number[], data: ArrayLike<number>): Tensor => ({
  name,
  dims: dims.map(BigInt),
  dataType: 1,
  rawData: new Uint8Array(Float32Array.from(data).buffer),
});

export const int64s = (name: string, data: readonly number[], dims: readonly number[] = [data.length]): Tensor => ({
  name,
  dims: dims.map(BigInt),
  dataType: 7,
  int64Data: data.map(BigInt),
});

/** An input or output; a text is a symbolic size. */
export const value = (name: string, ...dims: (number | string)[]) => ({
  name,
  type: {
    tensorType: {
      elemType: 1,
      shape: { dim: dims.map(size => (typeof size === 'string' ? { dimParam: size } : { dimValue: BigInt(size) })) },
    },
  },
});

/** The tiny network in one file, its axes counted N, C, H, W, as PyTorch writes it. */
export const writeOnnx = (folder: string): Promise<string> => write(folder, tinyConstants());

/** The same, with what the file says of itself. */
export const writeOnnxMetadata = (folder: string, metadata: Readonly<Record<string, string>>): Promise<string> =>
  save(folder, tinyGraph(tinyConstants()).graph, metadata);

/** The same with its weights in a file beside it. */
export async function writeOnnxExternal(folder: string): Promise<string> {
  const buffers: Uint8Array[] = [];
  let offset = 0;
  const constants = tinyConstants().map(({ rawData, ...tensor }): Tensor => {
    const entries = { location: 'weights.bin', offset: String(offset), length: String(rawData!.length) };
    offset += rawData!.length;
    buffers.push(rawData!);
    return {
      ...tensor,
      dataLocation: 1,
      externalData: Object.entries(entries).map(([key, text]) => ({ key, value: text })),
    };
  });
  await writeFile(join(folder, 'weights.bin'), Buffer.concat(buffers));
  return write(folder, constants);
}

/** As Keras's converter writes it: N, H, W, C outside, transposed within; nodes without names, one image at a time. */
export async function writeOnnxKeras(folder: string): Promise<string> {
  const { graph } = tinyGraph(tinyConstants());
  const turned = node('Transpose', ['pixels'], ['image'], { perm: [0, 3, 1, 2] });
  const input = [value('pixels', 1, tiny.height, tiny.width, tiny.channels)];
  const nodes = [turned, ...graph.node!].map(({ name: _, ...rest }) => rest);
  return save(folder, { ...graph, input, node: nodes });
}

const write = (folder: string, constants: Tensor[]) => save(folder, tinyGraph(constants).graph);

async function save(folder: string, graph: GraphInit, metadata: Readonly<Record<string, string>> = {}) {
  const path = join(folder, 'model.onnx');
  const props = Object.entries(metadata).map(([key, text]) => ({ key, value: text }));
  await writeFile(path, onnxBytes(graph, 17, props));
  return path;
}

function tinyConstants(): Tensor[] {
  return Object.entries(weights).flatMap(([layer, { kernel, bias }]) => [
    layer === 'scores'
      ? floats(`${layer}.kernel`, kernel.shape, kernel.data)
      : channelsFirst(`${layer}.kernel`, kernel),
    floats(`${layer}.bias`, bias.shape, bias.data),
  ]);
}

/** Rows x columns x from x to becomes to x from x rows x columns. */
function channelsFirst(name: string, { shape, data }: Weight): Tensor {
  const [height, width, from, to] = shape as [number, number, number, number];
  const turned = Array.from({ length: data.length }, (_, at) => {
    const [k, c, tap] = [
      Math.floor(at / (from * height * width)),
      Math.floor(at / (height * width)) % from,
      at % (height * width),
    ];
    return data[(tap * from + c) * to + k]!;
  });
  return floats(name, [to, from, height, width], turned);
}

function tinyGraph(initializer: Tensor[]): { graph: GraphInit } {
  const conv = (index: number, input: string) =>
    node(
      'Conv',
      [input, `conv${index}.kernel`, `conv${index}.bias`],
      [`conv${index}`],
      { pads: [1, 1, 1, 1], kernel_shape: [3, 3] },
      `conv${index}`,
    );
  const step = (opType: string, input: string[], output: string, attributes: Record<string, Attribute> = {}) =>
    node(opType, input, [output], attributes, output);
  const nodes = [
    conv(0, 'image'),
    step('Relu', ['conv0'], 'relu0'),
    conv(1, 'relu0'),
    step('Relu', ['conv1'], 'relu1'),
    conv(2, 'relu1'),
    step('Add', ['conv2', 'relu0'], 'add'),
    step('Relu', ['add'], 'relu2'),
    step('ReduceMean', ['relu2'], 'mean', { axes: [2, 3], keepdims: 0 }),
    step('Gemm', ['mean', 'scores.kernel', 'scores.bias'], 'logits'),
    step('Softmax', ['logits'], 'answer', { axis: -1 }),
  ];
  const input = [value('image', 'batch', tiny.channels, tiny.height, tiny.width)];
  return { graph: { node: nodes, initializer, input, output: [value('answer', 'batch', tiny.classes)] } };
}
