import { fromJson, type JsonValue } from '@bufbuild/protobuf';
import { z } from 'zod';
import type { Engine } from '../../engines/engine.ts';
import { CamdriftError } from '../../errors.ts';
import { inExecutionOrder } from '../_execution-order.ts';
import { folded } from '../_saved-model/fold.ts';
import { type Ref, rebuilt, type Step, stepsOf } from '../_saved-model/step.ts';
import { type AttrValue, AttrValueSchema } from '../_saved-model/tensorflow_pb.ts';
import { valueFromProto } from '../_saved-model/values.ts';
import type { WeightTable } from '../_tfjs-weights.ts';
import type { LoadOptions, Model } from '../model.ts';
import { chosenAnswer, feedsOf, type Output } from './answer.ts';
import { loadFrozen } from './load.ts';
import type { Frozen } from './lower.ts';

/** The part of TensorFlow's GraphDef, as JSON, that is read here. */
const nodeDef = z.looseObject({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).nullish(),
  attr: z.record(z.string(), z.unknown()).nullish(),
});
type NodeDef = z.output<typeof nodeDef>;

const port = z.looseObject({
  name: z.string(),
  tensorShape: z.looseObject({ dim: z.array(z.looseObject({ size: z.union([z.string(), z.number()]).optional() })).optional() }).optional(), // biome-ignore format: one line
});
const signatureDef = z.looseObject({
  inputs: z.record(z.string(), port).optional().catch(undefined),
  outputs: z.record(z.string(), port).optional().catch(undefined),
});

export interface TfjsGraph {
  readonly path: string;
  readonly topology: Readonly<Record<string, unknown>>;
  readonly signature: unknown;
  readonly weights: WeightTable;
}

/** A graph model of TensorFlow.js. */
export async function loadTfjsGraph(file: TfjsGraph, engine: Engine, options: LoadOptions): Promise<Model> {
  const source = { format: 'tfjs-graph', path: file.path, kind: 'TensorFlow.js graph model' };
  return loadFrozen(source, await frozenTfjs(file, options), engine, options);
}

/** With what follows from numbers alone worked out. */
export async function frozenTfjs(file: TfjsGraph, options: LoadOptions): Promise<Frozen> {
  const nodes = parsedNodes(file);
  const { inputs, outputs } = signatureDef.safeParse(file.signature ?? {}).data ?? {};
  const steps = new Steps(file, nodes);
  const keyed = Object.entries(outputs ?? {}).map(([key, { name, tensorShape }]) => ({ key, name, shape: sizesOf(tensorShape) })); // biome-ignore format: one line
  const ends = keyed.length > 0 ? keyed : unread(nodes).map(name => ({ key: name, name, shape: undefined }));
  const wanted = options.output !== undefined && nodes.has(nameOf(options.output)) ? [options.output] : [];
  const found = ends.map(({ key, name, shape }): Output => ({ key, ref: steps.ref(name), shape }));
  const more = wanted.map((name): Output => ({ key: name, ref: steps.ref(name) }));
  const answer = chosenAnswer([...found, ...more], steps.names, options.output);
  const [settled] = await rebuilt([answer], (step, read) => {
    const value = step.value ?? folded(step, read);
    return value ? { ...step, inputs: [], value } : { ...step, inputs: read };
  });
  const ports = Object.values(inputs ?? {});
  const port = (step: Step) => (ports.length === 1 ? ports[0] : ports.find(({ name }) => nameOf(name) === step.name));
  const feeds = feedsOf(settled!).map(step => ({ name: step.name, sizes: declaredShape(step, port(step)) }));
  const names = new Map(stepsOf([settled!]).map(step => [step, step.name]));
  return { answer: settled!, feeds, names };
}

function parsedNodes({ path, topology }: TfjsGraph): ReadonlyMap<string, NodeDef> {
  const parsed = z.array(nodeDef).safeParse(topology.node);
  if (!parsed.success) throw new CamdriftError('model-unreadable', `${path} holds no graph: ${parsed.error.issues[0]!.message}.`); // biome-ignore format: one line
  return new Map(parsed.data.map(node => [node.name, node]));
}

/** `^control`, `name:0` and `name` all name the node `name`. */
const nameOf = (reference: string): string => reference.replace(/^\^/, '').replace(/:\d+$/, '');

const dataInputs = ({ input }: NodeDef): string[] => (input ?? []).filter(name => !name.startsWith('^'));

function unread(nodes: ReadonlyMap<string, NodeDef>): string[] {
  const read = new Set([...nodes.values()].flatMap(dataInputs).map(nameOf));
  return [...nodes.keys()].filter(name => !read.has(name));
}

/** Nodes as steps, made when somebody asks for them. */
class Steps {
  readonly names = new Map<Step, string>();
  readonly #file: TfjsGraph;
  readonly #nodes: ReadonlyMap<string, NodeDef>;
  readonly #made = new Map<string, Step>();

  constructor(file: TfjsGraph, nodes: ReadonlyMap<string, NodeDef>) {
    this.#file = file;
    this.#nodes = nodes;
  }

  ref(reference: string): Ref {
    const node = this.#node(reference);
    const inputs = (of: NodeDef) => dataInputs(of).map(name => this.#node(name)).toReversed(); // biome-ignore format: one line
    for (const each of inExecutionOrder([node], inputs)) this.#make(each);
    return this.#found(reference);
  }

  #node(reference: string): NodeDef {
    const node = this.#nodes.get(nameOf(reference));
    if (node) return node;
    throw new CamdriftError('model-unreadable', `The graph reads \`${reference}\`, which is not in it.`);
  }

  #found = (reference: string): Ref => ({
    step: this.#made.get(nameOf(reference))!,
    index: Number(/:(\d+)$/.exec(reference)?.[1] ?? 0),
  });

  #make(node: NodeDef): void {
    if (this.#made.has(node.name)) return;
    const inputs = dataInputs(node).map(this.#found);
    const step = { name: node.name, op: node.op, inputs, attr: attributes(node), ...this.#value(node) };
    this.#made.set(node.name, step);
    this.names.set(step, node.name);
  }

  #value(node: NodeDef): Pick<Step, 'value'> {
    if (node.op !== 'Const') return {};
    const weight = this.#file.weights.get(node.name);
    if (!weight) return { value: this.#inGraph(node) };
    const { shape, type } = weight;
    return { value: { shape, type, get data() { return weight.values(); } } }; // biome-ignore format: one line
  }

  #inGraph(node: NodeDef): NonNullable<Step['value']> {
    const value = attributes(node).value?.value;
    if (value?.case === 'tensor') return valueFromProto(value.value, `The constant \`${node.name}\``);
    throw new CamdriftError('model-unreadable', `${this.#file.path} has no weight for \`${node.name}\`.`);
  }
}

/** What is not understood of an attribute is left out: its operation says what it misses. */
function attributes({ attr, op }: NodeDef): Record<string, AttrValue> {
  const listed = Object.entries(attr ?? {}).filter(([key]) => op !== 'Const' || key === 'value' || key === 'dtype');
  return Object.fromEntries(listed.flatMap(([key, json]) => {
    try {
      return [[key, fromJson(AttrValueSchema, json as JsonValue, { ignoreUnknownFields: true })]];
    } catch {
      return [];
    }
  })); // biome-ignore format: one expression
}

function declaredShape({ attr }: Step, declared: z.output<typeof port> | undefined): (number | null)[] {
  const { value } = attr.shape ?? {};
  const own =
    value?.case === 'shape' && !value.value.unknownRank ? value.value.dim.map(({ size }) => Number(size)) : undefined;
  return own && own.length > 0 ? own.map(size => (size > 0 ? size : null)) : (sizesOf(declared?.tensorShape) ?? []);
}

const sizesOf = (shape: z.output<typeof port>['tensorShape']): (number | null)[] | undefined =>
  shape?.dim?.map(({ size }) => (Number(size ?? -1) > 0 ? Number(size) : null));
