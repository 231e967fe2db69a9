import { CamdriftError } from '../../errors.ts';
import { type DeclaredOutput, outputsProblem, requireFitting } from '../_outputs.ts';
import type { GraphProto, ValueInfoProto } from './onnx_pb.ts';
import type { Orientation } from './orientation.ts';
import { nameOf } from './plan.ts';

export interface GraphInput {
  readonly name: string;
  readonly orientation: Orientation;
  /** Height, width, channels; `null` where the model takes any. */
  readonly declared: readonly (number | null)[];
  /** How many images the file demands, when it does. */
  readonly images: number | undefined;
}

/** The image. Older files list their constants among the inputs, too. */
export function chooseInput(graph: GraphProto): GraphInput {
  const constants = new Set(graph.initializer.map(({ name }) => name));
  const inputs = graph.input.filter(({ name }) => !constants.has(name));
  if (inputs.length !== 1)
    throw new CamdriftError(
      'model-unsupported',
      `The graph has ${inputs.length} inputs (${inputs.map(({ name }) => name).join(', ')}); camdrift explains models with one image input.`,
    );
  return imageInput(inputs[0]!);
}

function imageInput({ name, type }: ValueInfoProto): GraphInput {
  const sizes = (type?.tensorType?.shape?.dim ?? []).map(({ dimValue }) => (dimValue > 0n ? Number(dimValue) : null));
  const [images, first, second, third] = sizes;
  const isChannels = (size: number | null | undefined) => size !== null && size !== undefined && size <= 4;
  if (sizes.length !== 4) return { name, orientation: 'nchw', declared: sizes.slice(1), images: undefined };
  const last = isChannels(third) && !isChannels(first);
  return {
    name,
    orientation: last ? 'nhwc' : 'nchw',
    declared: last ? [first!, second!, third!] : [second!, third!, first!],
    images: images ?? undefined,
  };
}

/** An output of the graph, or any value or node of it by name. */
export function chooseOutput(graph: GraphProto, name: string | undefined): string {
  const outputs = graph.output.map(declared);
  const nodes = new Map(graph.node.map(node => [nameOf(node), node.output[0]!]));
  const values = new Set(graph.node.flatMap(node => node.output));
  const wanted = name ?? (outputs.length === 1 ? outputs[0]!.name : undefined);
  const found = wanted === undefined || values.has(wanted) ? wanted : nodes.get(wanted);
  if (found === undefined) throw outputsProblem('graph', outputs, name);
  const output = outputs.find(each => each.name === found);
  if (output && outputs.length > 1) requireFitting(output, outputs);
  return found;
}

/** Whole numbers, texts and truths; what is narrower stands for quantised numbers. */
const whole: ReadonlySet<number> = new Set([6, 7, 8, 9, 12, 13]);

function declared({ name, type }: ValueInfoProto): DeclaredOutput {
  const { elemType = 0, shape } = type?.tensorType ?? {};
  const sizes = shape?.dim.map(({ dimValue, dimParam }) => (dimValue > 0n ? Number(dimValue) : dimParam || null));
  return { name, shape: sizes, isWhole: whole.has(elemType) };
}
