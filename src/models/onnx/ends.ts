import { CamdriftError } from '../../errors.ts';
import { pictureAmong } from '../_inputs.ts';
import { type DeclaredOutput, outputsProblem, requireFitting } from '../_outputs.ts';
import type { GraphProto, ValueInfoProto } from './onnx_pb.ts';
import type { Orientation } from './operation.ts';

import { nameOf } from './unknown.ts';
import { Known, sizeOf } from './value.ts';

export interface GraphInput {
  readonly name: string;
  readonly orientation: Orientation;
  /** Height, width, channels; `null` where the model takes any. */
  readonly declared: readonly (number | null)[];
  /** How many images the file demands, when it does. */
  readonly images: number | undefined;
  /** Whether it is declared as uint8. */
  readonly isBytes: boolean;
}

/**
 * The image, told by its shape where there are several inputs; the others are given. Older files list their constants among
 * the inputs, too.
 */
export function chooseInput(graph: GraphProto, given: Given): GraphInput {
  const inputs = openInputs(graph).map(info => ({ name: info.name, sizes: sizesOf(info.type), info }));
  return imageInput(pictureAmong(inputs, given.keys()).info);
}

const openInputs = (graph: GraphProto): ValueInfoProto[] => {
  const constants = new Set(graph.initializer.map(({ name }) => name));
  return graph.input.filter(({ name }) => !constants.has(name));
};

type Given = ReadonlyMap<string, { readonly shape: readonly number[]; readonly data: Float32Array }>;

/** What is given in place of a value that the file leaves open, if it is; sizes that it leaves open are 1. */
export function givenConstants(graph: GraphProto, given: Given): (name: string) => Known | undefined {
  const inputs = new Map(openInputs(graph).map(input => [input.name, input]));
  return name => {
    const value = given.get(name);
    if (!value) return undefined;
    const { type } = inputs.get(name)!;
    const sizes = sizesOf(type);
    const element = type?.tensorType?.elemType ?? 1;
    const shape = value.shape.length === 0 ? sizes.map(size => size ?? 1) : fitting(name, value.shape, sizes);
    const count = sizeOf(shape);
    if (count > mostGiven)
      throw new CamdriftError(
        'model-unsupported',
        `The input \`${name}\` takes ${count} numbers; expected at most ${mostGiven}.`,
      );
    const data = value.data.length === 1 ? new Float32Array(count).fill(value.data[0]!) : value.data;
    return new Known(shape, element === 9 ? 'bool' : wholes.has(element) ? 'int' : 'float', data, true);
  };
}

const mostGiven = 2 ** 24;

const uint8 = 2;

/** ONNX's numbers of the types of whole numbers. */
const wholes: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 12, 13]);

/** An array of the declared sizes, with or without the axis of the images. */
function fitting(name: string, shape: readonly number[], sizes: readonly (number | null)[]): readonly number[] {
  const whole = shape.length === sizes.length - 1 ? [1, ...shape] : shape;
  const fits = whole.length === sizes.length && whole.every((size, at) => (sizes[at] ?? size) === size);
  if (fits) return whole;
  throw new CamdriftError(
    'config-invalid',
    `The input \`${name}\` takes ${sizes.map(size => size ?? '?').join(' x ') || 'one number'}; it is given ${shape.join(' x ')}.`,
    { remedy: 'Save an array of that shape, or give one number for all of it.' },
  );
}

const sizesOf = (type: ValueInfoProto['type']): (number | null)[] =>
  (type?.tensorType?.shape?.dim ?? []).map(({ dimValue }) => (dimValue > 0n ? Number(dimValue) : null));

function imageInput({ name, type }: ValueInfoProto): GraphInput {
  const sizes = sizesOf(type);
  const [images, first, second, third] = sizes;
  const isChannels = (size: number | null | undefined) => size !== null && size !== undefined && size <= 4;
  const isBytes = type?.tensorType?.elemType === uint8;
  if (sizes.length !== 4) return { name, orientation: 'nchw', declared: sizes.slice(1), images: undefined, isBytes };
  const last = isChannels(third) && !isChannels(first);
  return {
    name,
    orientation: last ? 'nhwc' : 'nchw',
    declared: last ? [first!, second!, third!] : [second!, third!, first!],
    images: images ?? undefined,
    isBytes,
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
