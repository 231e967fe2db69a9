import type { Tensor } from '@tensorflow/tfjs-core';
import type { Engine } from '../../engines/engine.ts';
import { CamdriftError } from '../../errors.ts';
import type { Graph, GraphNode, Patches } from '../_graph.ts';
import { inputShapeOf } from '../_input-shape.ts';
import type { LoadOptions } from '../model.ts';
import { batchFree, imagesOf, inChunks } from './batches.ts';
import { chooseInput, chooseOutput, type GraphInput } from './ends.ts';
import { stepKind } from './kinds.ts';
import { inLayout } from './layout.ts';
import { nodeNames } from './names.ts';
import type { GraphProto, TensorProto } from './onnx_pb.ts';
import { neededInOrder } from './order.ts';
import { type Orientation, orientations } from './orientation.ts';
import { type PatchAxis, patchAxes, skipsPatches } from './patches.ts';
import { type Plan, planOf } from './plan.ts';
import { readTensor } from './read-tensor.ts';
import { Runner } from './runner.ts';
import { type Known, type Live, plain, type Shape, shapeOf, sizeOf } from './value.ts';
import { Weights } from './weights.ts';

/** An ONNX graph over the engine's operations; image-like values come and go with their channels last. */
export function onnxGraph(
  proto: GraphProto,
  opset: number,
  external: (tensor: TensorProto) => Uint8Array | undefined,
  engine: Engine,
  options: LoadOptions,
): Graph {
  const weights = new Weights(engine.tf.core);
  try {
    return build(proto, opset, external, weights, options);
  } catch (error) {
    weights.dispose();
    throw error;
  }
}

function build(
  proto: GraphProto,
  opset: number,
  external: (tensor: TensorProto) => Uint8Array | undefined,
  weights: Weights,
  options: LoadOptions,
): Graph {
  const { core } = weights;
  const input = chooseInput(proto);
  const inputShape = inputShapeOf(input.declared, options.size);
  const answer = chooseOutput(proto, options.output);
  const plan = planOf(
    neededInOrder(proto, answer),
    constantsOf(proto, external),
    [input.name],
    [answer],
    opset,
    weights,
  );
  if (!plan.steps.some(step => step.outputs.includes(answer)))
    throw new CamdriftError('model-unsupported', `The output \`${answer}\` does not depend on the image.`);
  rememberReadOnce(plan, weights);
  const oriented = orientations(input.name, input.orientation, plan.steps);
  const orientation = (value: string): Orientation => oriented.get(value) ?? 'nchw';
  const { height, width, channels } = inputShape;
  const fed = (tensor: Tensor, value: string): Live =>
    tensor.rank === 4 && orientation(value) === 'nchw' ? { tensor, layout: 'channels-last' } : plain(tensor);
  const black = (images: number) =>
    new Map([[input.name, fed(core.zeros([images, height, width, channels]), input.name)]]);
  const runner = new Runner(plan, weights, answer, black);
  const shapes = seenShapes(core, answer, runner, black, input, inputShape);
  const names = nodeNames(plan.steps, input.name, shapes);
  const shown = (value: string): Shape => {
    const [, ...shape] = shapes.get(value)!;
    if (shape.length !== 3 || orientation(value) === 'nhwc') return shape;
    if (orientation(value) === 'none') return [...shape, 1]; // an axis more than an image has, so nobody maps it
    return [shape[1]!, shape[2]!, shape[0]!];
  };
  const execute = (feeds: ReadonlyMap<string, Tensor>, fetches: readonly string[]): Tensor[] => {
    const given = new Map([...feeds].map(([name, tensor]) => [names.value(name), fed(tensor, names.value(name))]));
    const values = fetches.map(names.value);
    const images = imagesOf(feeds);
    return runner.run(given, values, images).map((live, at) => {
      const layout = live.tensor.rank === 4 && orientation(values[at]!) === 'nchw' ? 'channels-last' : 'plain';
      if (live.layout === layout) return live.tensor;
      const turned = core.tidy(() => inLayout(core, live, layout));
      if (turned !== live.tensor && !given.has(values[at]!)) live.tensor.dispose();
      return turned;
    });
  };
  const wholly = input.images === undefined || batchFree(plan) ? execute : inChunks(core, input.images, execute);
  return {
    format: 'onnx',
    nodes: nodesOf(plan, input, names.node, shapes, orientation),
    input: names.node(input.name),
    inputShape,
    output: names.node(answer),
    weightBytes: [...plan.constants.values()].reduce((sum, { shape }) => sum + sizeOf(shape) * 4, 0),
    shapes: wanted => wanted.map(name => shown(names.value(name))),
    execute: wholly,
    [Symbol.dispose]: () => weights.dispose(),
  };
}

function constantsOf(proto: GraphProto, external: (tensor: TensorProto) => Uint8Array | undefined) {
  const table = new Map(proto.initializer.map(tensor => [tensor.name, tensor]));
  return (name: string): Known | undefined => {
    const found = table.get(name);
    return found && readTensor(found, external(found), `Constant \`${name}\``);
  };
}

function rememberReadOnce(plan: Plan, weights: Weights): void {
  const readers = new Map<string, number>();
  for (const name of [...plan.steps, ...plan.shapeSteps.values()].flatMap(step => step.inputs))
    readers.set(name, (readers.get(name) ?? 0) + 1);
  for (const [name, known] of plan.constants)
    if (readers.get(name) === 1 && known.type === 'float' && sizeOf(known.shape) >= 4096) weights.readOnce.add(known);
}

/** One run of a black image finds out the shape of every value, uploads every weight and shows what cannot run. */
function seenShapes(
  core: Weights['core'],
  answer: string,
  runner: Runner,
  black: (images: number) => ReadonlyMap<string, Live>,
  input: GraphInput,
  inputShape: { height: number; width: number; channels: number },
): ReadonlyMap<string, Shape> {
  const images = input.images ?? 1;
  const shapes = new Map<string, Shape>();
  const { height, width, channels } = inputShape;
  shapes.set(
    input.name,
    input.orientation === 'nchw' ? [images, channels, height, width] : [images, height, width, channels],
  );
  core.tidy(() => {
    runner.watch = (name, value) => shapes.set(name, shapeOf(value));
    runner.run(black(images), [answer], images);
    runner.watch = undefined;
  });
  return shapes;
}

/** Only values that somebody reads are nodes; a node with several outputs becomes several. */
function nodesOf(
  plan: Plan,
  input: GraphInput,
  nameOf: (value: string) => string,
  shapes: ReadonlyMap<string, Shape>,
  orientation: (value: string) => Orientation,
): GraphNode[] {
  const known = {
    constant: (name: string) => plan.constants.get(name),
    shape: (name: string) => shapes.get(name),
    orientation,
  };
  const patches = patchAxes(plan.steps, known);
  const facts = { ...known, patches };
  const start: GraphNode = { name: nameOf(input.name), operation: 'Input', kind: 'input', inputs: [] };
  const steps = plan.steps.flatMap(step =>
    step.outputs
      .filter(value => shapes.has(value))
      .map(value => ({
        name: nameOf(value),
        operation: step.operation,
        kind: stepKind(step, facts),
        inputs: [...new Set(step.inputs)].filter(name => shapes.has(name)).map(nameOf),
        ...(patches.has(value) && { patches: shownPatches(patches.get(value)!, shapes.get(value)!) }),
        ...(skipsPatches(step, facts, patches) && { skipsPatches: true }),
      })),
  );
  const isLost = endsInTokens(plan, shapes, orientation) && !steps.some(step => step.patches?.mapped);
  return [start, ...(isLost ? steps.map(withoutFeatures) : steps)];
}

const shownPatches = ({ width, height, first, channels, axis, batch }: PatchAxis, shape: Shape): Patches => ({
  width,
  height,
  first,
  channels,
  mapped: shape.length === 3 && batch === 0 && axis === 1,
});

/** Attention with no image-like value behind it: what the answer is made of is no grid any more. */
function endsInTokens(
  plan: Plan,
  shapes: ReadonlyMap<string, Shape>,
  orientation: (value: string) => Orientation,
): boolean {
  const { steps, constants } = plan;
  const attention = steps.findLastIndex(
    step => step.operation === 'MatMul' && step.inputs.every(name => !constants.has(name)),
  );
  const isGrid = (value: string) => shapes.get(value)?.length === 4 && orientation(value) !== 'none';
  return attention >= 0 && !steps.slice(attention).some(step => step.outputs.some(isGrid));
}

/** Then the patches' embedding would be the last image, and would explain little: it is shown when it is named. */
const withoutFeatures = (node: GraphNode): GraphNode =>
  node.kind === 'softmax' || node.kind === 'log-softmax' || node.kind === 'sigmoid' || node.kind === 'identity'
    ? node
    : { ...node, kind: 'other' };
