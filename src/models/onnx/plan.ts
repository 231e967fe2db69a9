import { CamdriftError } from '../../errors.ts';
import type { Kind } from '../_graph.ts';
import { Attributes } from './attributes.ts';
import { Call } from './call.ts';
import type { NodeProto } from './onnx_pb.ts';
import type { Step } from './operation.ts';
import { operations } from './operators/index.ts';
import { keyOf, nameOf, refuseUnknown, standard, unsupported, where } from './unknown.ts';
import { isLive, Known, sizeOf, type Value } from './value.ts';
import type { Weights } from './weights.ts';

/** What has to be computed for an image, and what is known without one. */
export interface Plan {
  /** What is left to do for an image, shapes and pixels, in execution order. */
  readonly left: readonly Step[];
  /** Steps that depend on pixels, in execution order. */
  readonly steps: readonly Step[];
  /** Steps that depend on the shapes of such values only, by the value they make. */
  readonly shapeSteps: ReadonlyMap<string, Step>;
  readonly constants: ReadonlyMap<string, Known>;
}

/** Computes what does not depend on the image once and for all, and divides the rest into shapes and pixels. */
export function planOf(
  nodes: readonly NodeProto[],
  constantOf: (name: string) => Known | undefined,
  images: readonly string[],
  wanted: readonly string[],
  opset: number,
  weights: Weights,
): Plan {
  refuseUnknown(nodes, opset);
  const read = new Set([...wanted, ...nodes.flatMap(node => node.input)]);
  const planner = new Planner(images, constantOf, weights);
  const last = lastQuantised(nodes, wanted);
  for (const node of nodes) planner.add(node, stepOf(node, { opset, weights, read, isLast: last.has(node) }));
  const { left, steps, shapeSteps, constants } = planner;
  // Without the planner, which reads the file's bytes.
  return { left, steps, shapeSteps, constants };
}

/** Grows a plan node by node, each after those it reads. */
class Planner implements Plan {
  readonly left: Step[] = [];
  readonly steps: Step[] = [];
  readonly shapeSteps = new Map<string, Step>();
  readonly constants = new Map<string, Known>();
  readonly #pixels: Set<string>;
  readonly #constantOf: (name: string) => Known | undefined;
  readonly #weights: Weights;

  constructor(images: readonly string[], constantOf: (name: string) => Known | undefined, weights: Weights) {
    this.#pixels = new Set(images);
    this.#constantOf = constantOf;
    this.#weights = weights;
  }

  add(node: NodeProto, step: Step): void {
    const { run, exact } = step.facts;
    const inputs = step.inputs.filter(name => name !== '');
    for (const name of inputs) this.#require(name, node);
    const readsPixels = inputs.some(name => this.#pixels.has(name)) && !['Shape', 'Size'].includes(node.opType);
    const isConstant = inputs.every(name => this.constants.has(name));
    if (!isConstant) this.left.push(step);
    if (isConstant) this.#fold(step, node);
    else if (!readsPixels && exact) for (const name of step.outputs) this.shapeSteps.set(name, step);
    else if (run) this.#keep(step);
    else throw unsupported(node, 'cannot work on values that depend on the image');
  }

  #keep(step: Step): void {
    for (const name of step.outputs) this.#pixels.add(name);
    this.steps.push(step);
  }

  /** Constants are decoded when the first node reads them. */
  #require(name: string, node: NodeProto): void {
    if (this.constants.has(name) || this.#pixels.has(name) || this.shapeSteps.has(name)) return;
    const known = this.#constantOf(name);
    if (!known) throw new CamdriftError('model-unreadable', `${where(node)} reads \`${name}\`, which nothing makes.`);
    this.#weights.limits.read(sizeOf(known.shape));
    this.constants.set(name, known);
  }

  #fold(step: Step, node: NodeProto): void {
    const values = fold(step, this.constants, this.#weights);
    const made = values.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    this.#weights.limits.constant([made], where(node));
    for (const [at, value] of values.entries()) if (step.outputs[at]) this.constants.set(step.outputs[at], value);
  }
}

/** What quantises the answer, or the scores that it is made of: nothing follows that could make up for what it cuts off. */
function lastQuantised(nodes: readonly NodeProto[], wanted: readonly string[]): ReadonlySet<NodeProto> {
  const makers = new Map(nodes.flatMap(node => node.output.map(name => [name, node] as const)));
  const found = new Set<NodeProto>();
  for (let node = makers.get(wanted[0] ?? ''); node; node = makers.get(node.input[0] ?? '')) {
    const { scale, features } = operations[keyOf(node)]!;
    if (typeof scale === 'number') found.add(node);
    if (typeof features === 'function' || !unchanging.has(features)) break;
  }
  return found;
}

const unchanging: ReadonlySet<Kind> = new Set(['identity', 'softmax', 'log-softmax', 'sigmoid']);

interface Reading {
  readonly opset: number;
  readonly weights: Weights;
  /** Names of values that are read at all. */
  readonly read: ReadonlySet<string>;
  readonly isLast: boolean;
}

function stepOf(node: NodeProto, { opset, weights, read, isLast }: Reading): Step {
  const facts = operations[keyOf(node)]!;
  const { run: operator, exact: exactly } = facts;
  const attributes = new Attributes(node.attribute, where(node));
  const used = node.output.findLastIndex(name => read.has(name));
  const setting = { weights, attributes, opset, where: where(node), outputs: Math.max(1, used + 1), isLast };
  return {
    operation: node.opType,
    domain: standard.has(node.domain) ? '' : node.domain,
    name: nameOf(node),
    inputs: node.input,
    outputs: node.output.slice(0, setting.outputs),
    declared: node.output,
    attributes,
    opset,
    facts,
    exactly: (inputs, images) => [exactly!(new Call(setting, inputs, images))].flat() as Known[],
    run(inputs, images) {
      const call = new Call(setting, inputs, images);
      const alone =
        exactly && inputs.every(value => value === undefined || !isLive(value)) && (!operator || isSmall(inputs));
      return [(alone || !operator ? exactly! : operator)(call)].flat();
    },
  };
}

/** Large weights are rearranged by the engine; whole numbers stay exact. */
function isSmall(inputs: readonly (Value | undefined)[]): boolean {
  return inputs.every(value => !(value instanceof Known) || value.type !== 'float' || sizeOf(value.shape) <= 2 ** 16);
}

function fold(step: Step, constants: ReadonlyMap<string, Known>, weights: Weights): Known[] {
  const { core } = weights;
  let made: Known[] = [];
  core.tidy(() => {
    const inputs = step.inputs.map(name => constants.get(name)).map(value => value && temporary(value));
    made = step.run(inputs, 1).map(value => lasting(isLive(value) ? readBack(value) : value));
  });
  return made;

  function readBack({ tensor, layout }: Exclude<Value, Known>): Known {
    const straight = layout === 'plain' ? tensor : core.transpose(tensor, [0, 3, 1, 2]);
    const type = tensor.dtype === 'float32' ? 'float' : tensor.dtype === 'bool' ? 'bool' : 'int';
    return new Known(straight.shape, type, straight.dataSync() as Float32Array);
  }
}

/** Folding leaves no tensors behind. */
const temporary = (value: Known) => new Known(value.shape, value.type, () => value.data);
const lasting = (value: Known) => new Known(value.shape, value.type, value.data, true);
