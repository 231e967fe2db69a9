import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import {
  type AttributeProto,
  AttributeProtoSchema,
  GraphProtoSchema,
  ModelProtoSchema,
  type NodeProto,
  NodeProtoSchema,
  OperatorSetIdProtoSchema,
  StringStringEntryProtoSchema,
  type TensorProto,
  TensorProtoSchema,
  TypeProto_TensorSchema,
  TypeProtoSchema,
  type ValueInfoProto,
  ValueInfoProtoSchema,
} from './onnx_pb.ts';
import type { Step } from './operation.ts';
import type { Plan } from './plan.ts';
import { readTensor } from './read-tensor.ts';
import { type Known, type Shape, sizeOf } from './value.ts';

/** Where a part of a plan begins and ends. */
export interface Part {
  /** The value that is fed. */
  readonly input: string;
  readonly outputs: readonly string[];
  /** Of an image whose channels lie last outside and second inside. */
  turns(value: string): boolean;
  /** As ONNX counts, of any number of images. */
  shape(value: string): Shape | undefined;
}

/** What keeps a part of a plan from being written. */
export class Unwritable extends Error {}

/** A file, and the bytes of its large floating-point constants, which stay where they are, by the names that it gives them. */
export interface Written {
  readonly file: Uint8Array;
  readonly apart: ReadonlyMap<string, Uint8Array>;
}

/**
 * A part of a plan as an ONNX file of one input, `input`. It is made of what was understood of the model's file: values have numbers
 * for names, no text of the file gets in but the words that its operators know, and it refers to nothing but what is handed over with it.
 *
 * All floating-point numbers are float32, as they are everywhere here.
 * @throws Unwritable
 */
export function writtenPart(plan: Plan, part: Part): Written {
  const steps = needed(plan, part);
  const names = new Names();
  const before = part.turns(part.input)
    ? [turn('input', names.of(part.input), [0, 3, 1, 2])]
    : [same('input', names.of(part.input))];
  const after = part.outputs.map((value, at) =>
    part.turns(value) ? turn(names.of(value), `output${at}`, [0, 2, 3, 1]) : same(names.of(value), `output${at}`),
  );
  const read = new Set([...steps.flatMap(step => step.inputs)]);
  const apart = new Map<string, Uint8Array>();
  const initializer = [...plan.constants].flatMap(([name, known]) =>
    read.has(name) ? [setApart(constant(names.of(name), known), apart)] : [],
  );
  const graph = create(GraphProtoSchema, {
    initializer,
    node: [...before, ...steps.map(step => node(step, names, part)), ...after],
    input: [floats('input', 4)],
    output: part.outputs.map((_, at) => floats(`output${at}`)),
  });
  const domains = new Map(steps.map(({ domain, opset }) => [domain, domain === '' ? opset : 1]));
  domains.set('', plan.left[0]!.opset);
  const opsetImport = [...domains].map(([domain, version]) =>
    create(OperatorSetIdProtoSchema, { domain, version: BigInt(version) }),
  );
  return { file: toBinary(ModelProtoSchema, create(ModelProtoSchema, { irVersion: 8n, opsetImport, graph })), apart };
}

/** Bytes of a constant that is worth a name of its own; numbers that shapes are made of are never as many. */
const many = 4096;

/** Keeps the numbers of a large constant apart from it. */
function setApart(tensor: TensorProto, apart: Map<string, Uint8Array>): TensorProto {
  const { name, rawData, dataType } = tensor;
  if (dataType !== elements.float || rawData.length < many) return tensor;
  apart.set(name, rawData);
  const externalData = Object.entries({ location: name, offset: '0', length: String(rawData.length) }).map(
    ([key, value]) => create(StringStringEntryProtoSchema, { key, value }),
  );
  return { ...tensor, rawData: new Uint8Array(), dataLocation: 1, externalData };
}

/** Every value by a number of its own. */
class Names {
  readonly #known = new Map<string, string>();

  of(value: string): string {
    if (value === '') return '';
    const name = this.#known.get(value) ?? `v${this.#known.size}`;
    this.#known.set(value, name);
    return name;
  }
}

function needed({ left }: Plan, { input, outputs }: Part): Step[] {
  const wanted = new Set(outputs);
  const found = left.toReversed().filter(step => {
    if (!step.outputs.some(name => wanted.has(name))) return false;
    for (const name of step.inputs) wanted.add(name);
    return true;
  });
  if (!wanted.has(input)) throw new Unwritable('it does not depend on the image');
  return found.toReversed();
}

function node(step: Step, names: Names, part: Part): NodeProto {
  if (typeof step.facts.scale === 'number')
    throw new Unwritable(`\`${step.name}\` (${step.operation}) rounds to whole steps`);
  return create(NodeProtoSchema, {
    opType: step.operation,
    domain: step.domain,
    input: step.inputs.map(name => names.of(name)),
    output: step.declared.map(name => names.of(name)),
    attribute: step.attributes.written.map(found => attribute(step, found, part)),
  });
}

/** By ONNX's number of its type, only the field that holds the value: a float, an integer, a text, a tensor, lists of the first two. */
function attribute(step: Step, { name, type, ...value }: AttributeProto, part: Part): AttributeProto {
  const { operation, name: at } = step;
  const whole = () => {
    if (operation === 'Cast' && name === 'to') return BigInt(castTo(at, Number(value.i)));
    return operation === 'Conv' && name === 'group' && value.i === 0n ? groupsOf(step, part) : value.i;
  };
  const fields: Readonly<Record<number, () => MessageInitShape<typeof AttributeProtoSchema>>> = {
    1: () => ({ f: value.f }),
    2: () => ({ i: whole() }),
    3: () => ({ s: value.s }),
    4: () => ({ t: constant('', readTensor(value.t!, undefined, `The attribute ${name} of \`${at}\``, false)) }),
    6: () => ({ floats: value.floats }),
    7: () => ({ ints: value.ints }),
  };
  const field = fields[type];
  if (!field) throw new Unwritable(`\`${at}\` (${operation}) has the attribute ${name}`);
  return create(AttributeProtoSchema, { name, type, ...field() });
}

/** Of a convolution with as many groups as its kernel needs, which importers write. */
function groupsOf({ inputs: [x = '', kernel = ''], name }: Step, { shape }: Part): bigint {
  const groups = (shape(x)?.[1] ?? Number.NaN) / (shape(kernel)?.[1] ?? Number.NaN);
  if (!Number.isInteger(groups)) throw new Unwritable(`\`${name}\` (Conv) has no known number of groups`);
  return BigInt(groups);
}

const elements = { float: 1, int: 7, bool: 9 } as const;

/** Numbers are of three types here, wherever the file has more. */
function castTo(at: string, type: number): number {
  if ([1, 10, 11, 16].includes(type)) return elements.float;
  if ([6, 7, 12, 13].includes(type)) return elements.int;
  if (type === elements.bool) return type;
  throw new Unwritable(`\`${at}\` (Cast) makes numbers of ONNX's element type ${type}`);
}

function constant(name: string, { shape, type, data }: Known): TensorProto {
  if (type !== 'float' && type !== 'int' && type !== 'bool') throw new Unwritable(`it has constants of type ${type}`);
  const values = {
    float: () => (data instanceof Float32Array ? data : Float32Array.from(data)),
    int: () => BigInt64Array.from(data as Float64Array, wide),
    bool: () => Uint8Array.from(data),
  }[type]();
  if (values.length !== sizeOf(shape)) throw new Unwritable('a constant was let go of');
  const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return create(TensorProtoSchema, { name, dims: shape.map(BigInt), dataType: elements[type], rawData });
}

/** "To the end" is the largest integer of 64 bits, which a float64 rounds up. */
const wide = (value: number): bigint => (value >= 2 ** 63 ? 2n ** 63n - 1n : BigInt(Math.trunc(value)));

function turn(from: string, to: string, perm: readonly number[]): NodeProto {
  const attribute = [create(AttributeProtoSchema, { name: 'perm', type: 7, ints: perm.map(BigInt) })];
  return create(NodeProtoSchema, { opType: 'Transpose', input: [from], output: [to], attribute });
}

const same = (from: string, to: string): NodeProto =>
  create(NodeProtoSchema, { opType: 'Identity', input: [from], output: [to] });

/** @param rank of any size along each axis; left out: not said */
function floats(name: string, rank?: number): ValueInfoProto {
  const shape =
    rank === undefined ? {} : { shape: { dim: Array.from({ length: rank }, (_, at) => ({ dimParam: `d${at}` })) } };
  const tensorType = create(TypeProto_TensorSchema, { elemType: elements.float, ...shape });
  return create(ValueInfoProtoSchema, { name, type: create(TypeProtoSchema, { tensorType }) });
}
