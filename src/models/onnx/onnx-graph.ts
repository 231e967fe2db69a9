import type { Tensor } from '@tensorflow/tfjs-core';
import type { Engine } from '../../engines/engine.ts';
import { CamdriftError } from '../../errors.ts';
import type { Graph } from '../_graph.ts';
import { inputShapeOf } from '../_input-shape.ts';
import type { LoadOptions } from '../model.ts';
import { arrangementsOf } from './arrangements.ts';
import { imagesAtOnce, imagesOf, inChunks } from './batches.ts';
import { wayOf, withoutBranches } from './branches.ts';
import { chooseInput, chooseOutput, type GraphInput, givenConstants } from './ends.ts';
import { learnedWeights } from './kernels.ts';
import { type Names, nodeNames } from './names.ts';
import { nodesOf } from './nodes.ts';
import type { GraphProto, TensorProto } from './onnx_pb.ts';
import { neededInOrder } from './order.ts';
import { type Plan, planOf } from './plan.ts';
import { readTensor } from './read-tensor.ts';
import { Readout } from './readout.ts';
import { Runner } from './runner.ts';
import { Trunk } from './trunk.ts';
import { type Known, type Live, type Shape, shapeOf, sizeOf } from './value.ts';
import { Weights } from './weights.ts';

type Size = Graph['inputShape'];

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
    return build(proto, opset, external, weights, engine, options);
  } catch (error) {
    weights.dispose();
    throw error;
  }
}

function build(
  written: GraphProto,
  opset: number,
  external: (tensor: TensorProto) => Uint8Array | undefined,
  weights: Weights,
  { runtime }: Engine,
  options: LoadOptions,
): Graph {
  const given = options.given ?? new Map();
  const input = chooseInput(written, given);
  const inputShape = inputShapeOf(input.declared, options.size);
  const answer = chooseOutput(written, options.output);
  const { height, width, channels } = inputShape;
  const { images = 1 } = input;
  weights.limits.demand(images);
  weights.limits.value([images, height, width, channels], images, `The input \`${input.name}\``);
  const constantsIn = (graph: GraphProto) => {
    const [initial, fed] = [constantsOf(graph, external), givenConstants(graph, given)];
    return (name: string) => fed(name) ?? initial(name);
  };
  const blackFor = (plan: Plan) => blackImages(weights.core, new Readout(weights.core, plan, input), input, inputShape);
  const proto = withoutBranches(written, answer, (graph, condition) => {
    const constants = constantsIn(graph);
    const stated = constants(condition);
    if (stated) return stated.data[0] !== 0;
    const own = new Weights(weights.core, weights.limits);
    own.outlining = true;
    try {
      const plan = planOf(neededInOrder(graph, condition), constants, [input.name], [condition], opset, own);
      return wayOf(plan, condition, input.images ? [images] : [1, 2], own, { name: input.name, black: blackFor(plan) });
    } finally {
      own.dispose();
    }
  });
  const plan = planOf(neededInOrder(proto, answer), constantsIn(proto), [input.name], [answer], opset, weights);
  requireImage(plan, answer);
  if (!runtime) rememberReadOnce(plan, weights);
  const outside = new Readout(weights.core, plan, input);
  const black = blackImages(weights.core, outside, input, inputShape);
  const runner = new Runner(plan, weights, answer, black);
  weights.outlining = runtime !== undefined;
  const { shapes, whole } = seenValues(weights.core, runner, black, input, inputShape);
  weights.outlining = false;
  weights.limits.close();
  requireRows(shapes.get(answer)!, answer, images);
  const names = nodeNames(plan.steps, input.name, shapes);
  const facts = {
    constant: (name: string) => plan.constants.get(name) ?? runner.seen(name, images),
    shape: (name: string) => shapes.get(name),
    orientation: (name: string) => outside.orientation(name),
  };
  const cells = arrangementsOf(plan.steps, { name: input.name, isLast: input.orientation === 'nhwc' }, facts);
  for (const name of shapes.keys()) outside.settle(name, cells.of(name));
  const shape = (name: string) => shapes.get(name) ?? plan.constants.get(name)?.shape;
  const turns = (name: string) => outside.isImage(shapes.get(name)!, name);
  const trunk = runtime && new Trunk(weights.core, runtime, plan, { turns, shape });
  const execute = executor(runner, outside, names, trunk && { trunk, input: input.name });
  // What is given beside the picture is given for one picture.
  const atOnce = given.size > 0 ? images : imagesAtOnce(plan, input.images, facts);
  return {
    format: 'onnx',
    nodes: nodesOf(plan.steps, { input: input.name, nameOf: names.node, facts, cells, shapes, whole }),
    input: names.node(input.name),
    inputShape,
    takesBytes: input.isBytes,
    output: names.node(answer),
    weightBytes: [...plan.constants.values()].reduce((sum, { shape }) => sum + sizeOf(shape) * 4, 0),
    imagesAtOnce: atOnce,
    weights: () => learnedWeights(plan, weights),
    shapes: wanted => wanted.map(names.value).map(value => outside.shape(shapes.get(value)!, value)),
    execute: atOnce === undefined ? execute : inChunks(weights.core, atOnce, execute),
    endTrunkAt: values => trunk?.endAt(input.name, values.map(names.value)),
    trunkProblem: () => trunk?.problem,
    [Symbol.dispose]: () => {
      trunk?.[Symbol.dispose]();
      weights.dispose();
    },
  };
}

function requireImage(plan: Plan, answer: string): void {
  if (plan.steps.some(step => step.outputs.includes(answer))) return;
  throw new CamdriftError('model-unsupported', `The output \`${answer}\` does not depend on the image.`);
}

/** One answer per image, along the first axis. */
function requireRows(shape: Shape, answer: string, images: number): void {
  if (shape.length < 2 || shape[0] === images) return; // without any such axis it is no row of scores, which is told elsewhere
  throw new CamdriftError(
    'model-unsupported',
    `The output \`${answer}\` is of shape ${shape.join(' x ') || 'a scalar'} for ${images} image${images === 1 ? '' : 's'}; expected one row of class scores per image.`,
    {
      remedy:
        'Export the model so that the first axis of its answer counts images, or name such an output with --output.',
    },
  );
}

const blackImages =
  (core: Weights['core'], outside: Readout, { name }: GraphInput, { height, width, channels }: Size) =>
  (images: number): ReadonlyMap<string, Live> =>
    new Map([[name, outside.fed(core.zeros([images, height, width, channels]), name)]]);

interface Shortcut {
  readonly trunk: Trunk;
  readonly input: string;
}

/** Runs between values by their nodes' names, in the form that is seen outside; what is fed comes back as it was. */
function executor(runner: Runner, outside: Readout, names: Names, shortcut?: Shortcut): Graph['execute'] {
  const run: Graph['execute'] = (feeds, fetches) => {
    const fed = new Map([...feeds].map(([name, tensor]) => [names.value(name), tensor]));
    const given = new Map([...fed].map(([value, tensor]) => [value, outside.fed(tensor, value)]));
    const values = fetches.map(names.value);
    return runner.run(given, values, imagesOf(feeds)).map((live, at) => {
      const value = values[at]!;
      if (fed.has(value)) return fed.get(value)!;
      const shown = outside.shown(live, value);
      if (shown !== live.tensor) live.tensor.dispose();
      return shown;
    });
  };
  return shortcut ? (feeds, fetches) => run(withTrunk(shortcut, names, feeds), fetches) : run;
}

/** What the trunk makes of images is fed beside them: what lies before it does not run then. */
function withTrunk({ trunk, input }: Shortcut, names: Names, feeds: ReadonlyMap<string, Tensor>) {
  const images = feeds.get(names.node(input));
  if (!images || feeds.size > 1 || trunk.values.length === 0) return feeds;
  const made = trunk.run(images);
  return made
    ? new Map([...made.map((tensor, at): [string, Tensor] => [names.node(trunk.values[at]!), tensor]), ...feeds])
    : feeds;
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

/** One run of a black image finds out the shape of every value and which are whole numbers, uploads every weight and shows what cannot run. */
function seenValues(
  core: Weights['core'],
  runner: Runner,
  black: (images: number) => ReadonlyMap<string, Live>,
  input: GraphInput,
  inputShape: Size,
): { shapes: ReadonlyMap<string, Shape>; whole: ReadonlySet<string> } {
  const images = input.images ?? 1;
  const shapes = new Map<string, Shape>();
  const whole = new Set<string>();
  const { height, width, channels } = inputShape;
  shapes.set(
    input.name,
    input.orientation === 'nchw' ? [images, channels, height, width] : [images, height, width, channels],
  );
  core.tidy(() => {
    runner.watch = (name, value) => {
      shapes.set(name, shapeOf(value));
      if (value.tensor.dtype !== 'float32') whole.add(name);
    };
    runner.run(black(images), runner.everything, images);
    runner.watch = undefined;
  });
  return { shapes, whole };
}
