import type { Tensor } from '@tensorflow/tfjs-core';
import type { LayersModel, layers, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Engine } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import { disposeWhole } from './_disposed-on-failure.ts';
import { ancestors, type Graph, type GraphNode, nodeTable } from './_graph.ts';
import { inputShapeOf } from './_input-shape.ts';
import { fusedLink, layerKind } from './_layer-kinds.ts';
import { layersKernels } from './_layers-kernels.ts';
import { measuredShapes } from './_measured-shapes.ts';
import type { LoadOptions } from './model.ts';

type Layer = layers.Layer;
type Run = (inputs: Tensor[]) => Tensor;

/** A layer with a fused activation; the field is private in the declarations of TensorFlow.js. */
type Activated = Layer & { readonly activation: { apply(x: Tensor): Tensor } };

interface Step extends GraphNode {
  readonly run: Run;
}

/**
 * A layers model as one flat graph: nested models are inlined under their path (`backbone/conv5`), a layer that is
 * called twice becomes two nodes (`conv`, `conv:1`), and a softmax or sigmoid fused in the answering layer becomes a
 * node of its own.
 */
export function layersGraph(model: LayersModel, engine: Engine, options: LoadOptions, format = 'tfjs-layers'): Graph {
  const tracer = new Tracer();
  if (model.inputs.length !== 1)
    throw unsupported(`The model has ${model.inputs.length} inputs; camdrift explains models with one image input.`);
  const answer = chooseOutput(model, options.output);
  const input = tracer.input(model.inputs[0]!);
  const output = tracer.trace(answer);
  tracer.splitAnswer(output, engine);
  const steps = tracer.steps;
  const inputShape = inputShapeOf(model.inputs[0]!.shape.slice(1), options.size);
  const shapes = new Map<string, readonly number[]>();
  const graph: Graph = {
    format,
    nodes: steps,
    input,
    inputShape,
    output,
    weightBytes: model.weights.reduce(
      (sum, weight) => sum + weight.shape.reduce<number>((n, size) => n * (size ?? 1), 4),
      0,
    ),
    shapes: names => measuredShapes(graph, engine, shapes, names),
    kernels: () => layersKernels(engine.tf.core, tracer.called()),
    execute: (feeds, fetches) => run(steps, feeds, fetches),
    [Symbol.dispose]: () => disposeWhole(model),
  };
  for (const [name, shape] of tracer.shapes)
    if (shape.every(size => size !== null)) shapes.set(name, shape as number[]);
  return graph;
}

function unsupported(message: string): CamdriftError {
  return new CamdriftError('model-unsupported', message);
}

function chooseOutput(model: LayersModel, name: string | undefined): SymbolicTensor {
  const names = model.outputs.map(output => output.sourceLayer.name);
  if (name === undefined && names.length === 1) return model.outputs[0]!;
  const chosen = name === undefined ? undefined : model.outputs[names.indexOf(name)];
  if (chosen) return chosen;
  const wanted = name === undefined ? 'and none was chosen' : `but not \`${name}\``;
  throw new CamdriftError(
    'model-unsupported',
    `The model has the outputs ${names.map(output => `\`${output}\``).join(', ')}, ${wanted}.`,
    {
      remedy: 'Name the one that holds the class scores with --output.',
    },
  );
}

/** Follows symbolic tensors back to the input and writes down one step per layer call, inputs first. */
class Tracer {
  readonly steps: Step[] = [];
  readonly shapes = new Map<string, readonly (number | null)[]>();
  readonly #layers = new Map<string, Layer>();
  readonly #named = new Map<string, string>();
  readonly #calls = new Map<string, number>();

  input(tensor: SymbolicTensor): string {
    const name = tensor.sourceLayer.name;
    this.#named.set(key('', tensor), name);
    this.#add(
      { name, operation: 'InputLayer', kind: 'input', inputs: [], run: () => missingInput(name) },
      tensor.shape,
    );
    return name;
  }

  /** The node that holds this tensor's value. `scope` is the path of the model it belongs to, with a trailing slash. */
  trace(tensor: SymbolicTensor, scope = ''): string {
    const known = this.#named.get(key(scope, tensor));
    if (known) return known;
    const layer = tensor.sourceLayer;
    const call = layer.inboundNodes[tensor.nodeIndex]!;
    const inputs = call.inputTensors.map(input => this.trace(input, scope));
    const name = this.#unique(scope + layer.name);
    const made = isModel(layer)
      ? this.#inline(layer, inputs, `${name}/`, tensor.tensorIndex)
      : this.#call(layer, inputs, name, tensor);
    this.#named.set(key(scope, tensor), made);
    return made;
  }

  #inline(model: LayersModel, inputs: string[], scope: string, output: number): string {
    for (const [index, inner] of model.inputs.entries()) this.#named.set(key(scope, inner), inputs[index]!);
    return this.trace(model.outputs[output]!, scope);
  }

  #call(layer: Layer, inputs: string[], name: string, tensor: SymbolicTensor): string {
    const run: Run = tensors => {
      const answer = layer.apply(tensors.length === 1 ? tensors[0]! : tensors, { training: false });
      return (Array.isArray(answer) ? answer[tensor.tensorIndex] : answer) as Tensor;
    };
    const inputShape = layer.inboundNodes[tensor.nodeIndex]!.inputTensors[0]?.shape ?? [];
    this.#layers.set(name, layer);
    this.#add({ name, operation: layer.getClassName(), kind: layerKind(layer, inputShape), inputs, run }, tensor.shape);
    return name;
  }

  /** The layers of the steps, in their order. */
  called(): Iterable<Layer> {
    return this.#layers.values();
  }

  /**
   * Cuts a softmax or sigmoid that is fused in the answering layer off into a node of its own. The layer is this
   * process's private copy, so its activation may be replaced; one that is called elsewhere too is left alone.
   */
  splitAnswer(output: string, engine: Engine): void {
    const at = this.steps.findIndex(step => step.name === walkBack(this.steps, output));
    const step = this.steps[at]!;
    const layer = this.#layers.get(step.name);
    const link = layer && fusedLink(layer);
    if (!layer || !link || layer.inboundNodes.length > 1) return;
    const { activation } = layer as Activated;
    Object.assign(layer, {
      activation: (engine.tf.layers.layers.activation({ activation: 'linear' }) as Activated).activation,
    });
    const linear = { ...step, name: `${step.name}/logits`, kind: 'pointwise-linear' as const };
    const answer = {
      ...step,
      operation: link,
      kind: link,
      inputs: [linear.name],
      run: ([x]: Tensor[]) => activation.apply(x!),
    };
    this.steps.splice(at, 1, linear, answer);
    this.shapes.set(linear.name, this.shapes.get(step.name)!);
  }

  #add(step: Step, shape: readonly (number | null)[]): void {
    this.steps.push(step);
    this.shapes.set(step.name, shape.slice(1));
  }

  #unique(name: string): string {
    const calls = this.#calls.get(name) ?? 0;
    this.#calls.set(name, calls + 1);
    return calls === 0 ? name : `${name}:${calls}`;
  }
}

const key = (scope: string, tensor: SymbolicTensor) => `${scope}${tensor.id}`;

const isModel = (layer: Layer): layer is LayersModel => 'inputs' in layer && 'outputs' in layer;

const missingInput = (name: string) => {
  throw new RangeError(`input ${name} was not fed`);
};

function walkBack(steps: readonly Step[], output: string): string {
  const table = nodeTable(steps);
  let node = table.get(output)!;
  while (node.kind === 'identity') node = table.get(node.inputs[0]!)!;
  return node.name;
}

/** Runs only what the fetched nodes need, and lets go of each value after its last reader. */
function run(steps: readonly Step[], feeds: ReadonlyMap<string, Tensor>, fetches: readonly string[]): Tensor[] {
  const needed = new Set(fetches.flatMap(name => [...ancestors(steps, name, new Set(feeds.keys()))]));
  const values = new Map<string, Tensor>(feeds);
  const readers = countReaders(steps, needed, feeds);
  for (const name of fetches) readers.set(name, Number.POSITIVE_INFINITY);
  for (const step of steps) {
    if (!needed.has(step.name) || feeds.has(step.name)) continue;
    values.set(step.name, step.run(step.inputs.map(input => values.get(input)!)));
    for (const input of step.inputs) release(input, readers, values, feeds);
  }
  return fetches.map(name => values.get(name)!);
}

function countReaders(
  steps: readonly Step[],
  needed: ReadonlySet<string>,
  feeds: ReadonlyMap<string, Tensor>,
): Map<string, number> {
  const readers = new Map<string, number>();
  for (const step of steps) {
    if (!needed.has(step.name) || feeds.has(step.name)) continue;
    for (const input of step.inputs) readers.set(input, (readers.get(input) ?? 0) + 1);
  }
  return readers;
}

function release(
  name: string,
  readers: Map<string, number>,
  values: Map<string, Tensor>,
  feeds: ReadonlyMap<string, Tensor>,
): void {
  const left = readers.get(name)! - 1;
  readers.set(name, left);
  if (left > 0 || feeds.has(name)) return;
  values.get(name)!.dispose();
  values.delete(name);
}
