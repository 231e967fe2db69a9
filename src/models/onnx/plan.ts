import { CamdriftError } from '../../errors.ts';
import { Attributes } from './attributes.ts';
import { Call, type Operator } from './call.ts';
import { type Exact, exact } from './known/index.ts';
import type { NodeProto } from './onnx_pb.ts';
import { operators } from './operators/index.ts';
import { isLive, Known, sizeOf, type Value } from './value.ts';
import type { Weights } from './weights.ts';

/** One node of the file, ready to run. */
export interface Step {
  readonly operation: string;
  readonly name: string;
  /** Names of values; an input that is left out is empty. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Attributes;
  run(inputs: readonly (Value | undefined)[], images: number): readonly Value[];
}

/** What has to be computed for an image, and what is known without one. */
export interface Plan {
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
  refuseUnknown(nodes);
  const read = new Set([...wanted, ...nodes.flatMap(node => node.input)]);
  const constants = new Map<string, Known>();
  const shapeSteps = new Map<string, Step>();
  const steps: Step[] = [];
  const pixels = new Set(images);
  let made = 0;
  for (const node of nodes) {
    for (const name of node.input) {
      const known = name === '' || constants.has(name) || pixels.has(name) || shapeSteps.has(name) ? undefined : constantOf(name);
      if (known) constants.set(name, known);
    }
    const { step, isExact, operator } = stepOf(node, opset, weights, read);
    const inputs = step.inputs.filter(name => name !== '');
    const missing = inputs.find(name => !constants.has(name) && !pixels.has(name) && !shapeSteps.has(name));
    if (missing !== undefined)
      throw new CamdriftError('model-unreadable', `${where(node)} reads \`${missing}\`, which nothing makes.`);
    const onlyShapes = node.opType === 'Shape' || node.opType === 'Size' || inputs.every(name => !pixels.has(name));
    if (inputs.every(name => constants.has(name))) {
      const values = fold(step, constants, weights);
      made += values.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
      if (made > mostFolded) throw tooMuch(node);
      for (const [at, value] of values.entries()) if (step.outputs[at]) constants.set(step.outputs[at], value);
    } else if (onlyShapes && isExact) {
      for (const name of step.outputs) shapeSteps.set(name, step);
    } else {
      if (!operator) throw unsupported(node, 'cannot work on values that depend on the image');
      for (const name of step.outputs) pixels.add(name);
      steps.push(step);
    }
  }
  return { steps, shapeSteps, constants };
}

/** Entries that folding may make altogether. */
const mostFolded = 2 ** 26;

const tooMuch = (node: NodeProto) => unsupported(node, `makes constants of more than ${mostFolded} numbers`);

function refuseUnknown(nodes: readonly NodeProto[]): void {
  const unknown = nodes.filter(({ opType, domain }) => !standard.has(domain) || !isKnown(opType));
  if (unknown.length === 0) return;
  const named = unknown.slice(0, 3).map(node => `\`${node.domain ? `${node.domain}.` : ''}${node.opType}\` (node \`${nameOf(node)}\`)`);
  const rest = unknown.length > 3 ? ` and ${unknown.length - 3} more` : '';
  throw new CamdriftError(
    'model-unsupported',
    `The model uses the ONNX operator${unknown.length > 1 ? 's' : ''} ${named.join(', ')}${rest}, which camdrift does not have.`,
  );
}

const standard: ReadonlySet<string> = new Set(['', 'ai.onnx']);

const isKnown = (name: string) => Object.hasOwn(operators, name) || Object.hasOwn(exact, name);

const unsupported = (node: NodeProto, what: string) => new CamdriftError('model-unsupported', `${where(node)} ${what}.`);

export const nameOf = (node: NodeProto): string => node.name || node.output.find(Boolean) || node.opType;

const where = (node: NodeProto) => `Node \`${nameOf(node)}\` (${node.opType})`;

function stepOf(node: NodeProto, opset: number, weights: Weights, read: ReadonlySet<string>) {
  const operator: Operator | undefined = Object.hasOwn(operators, node.opType) ? operators[node.opType] : undefined;
  const exactly: Exact | undefined = Object.hasOwn(exact, node.opType) ? exact[node.opType] : undefined;
  const attributes = new Attributes(node.attribute, where(node));
  const used = node.output.findLastIndex(name => read.has(name));
  const setting = { weights, attributes, opset, where: where(node), outputs: Math.max(1, used + 1) };
  const step: Step = {
    operation: node.opType,
    name: nameOf(node),
    inputs: node.input,
    outputs: node.output.slice(0, setting.outputs),
    attributes,
    run(inputs, images) {
      const call = new Call(setting, inputs, images);
      const alone = exactly && inputs.every(value => value === undefined || !isLive(value)) && (!operator || isSmall(inputs));
      return [(alone || !operator ? exactly! : operator)(call)].flat();
    },
  };
  return { step, isExact: exactly !== undefined, operator };
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

