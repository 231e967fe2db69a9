import type { GraphModel } from '@tensorflow/tfjs-converter';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Engine } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import { inExecutionOrder } from './_execution-order.ts';
import { frozenKernels } from './_frozen-kernels.ts';
import { descendants, type Graph, type GraphNode } from './_graph.ts';
import { inputShapeOf } from './_input-shape.ts';
import { measuredShapes } from './_measured-shapes.ts';
import { type Constants, type NodeDef, nodeKind, nodeName } from './_op-kinds.ts';
import type { LoadOptions } from './model.ts';

/** The part of TensorFlow's GraphDef that is read here; the executor itself belongs to TensorFlow.js. */
export interface GraphDef {
  readonly node: readonly NodeDef[];
}

/**
 * A frozen TensorFlow graph. Feeding an inner node next to the input makes TensorFlow.js run only what lies behind
 * it, and that run is differentiable, although its documentation calls graph models inference-only.
 */
export function frozenGraph(
  format: string,
  model: GraphModel,
  def: GraphDef,
  engine: Engine,
  options: LoadOptions,
): Graph {
  const weightBytes = Object.values(model.weights)
    .flat()
    .reduce((sum, weight) => sum + weight.size * 4, 0);
  const input = onlyInput(model, def);
  const nodes = dataNodes(def, input, constantsOf(model));
  const inputShape = inputShapeOf(declaredShape(model, def, input), options.size);
  const shapes = new Map<string, readonly number[]>();
  const graph: Graph = {
    format,
    nodes,
    input,
    inputShape,
    output: chooseOutput(model, nodes, options.output),
    weightBytes,
    shapes: names => measuredShapes(graph, engine, shapes, names),
    kernels: () => frozenKernels(engine.tf.core, model, def, nodes),
    execute: (feeds, fetches) => run(model, feeds, fetches),
    [Symbol.dispose]: () => model.dispose(),
  };
  return graph;
}

/** TensorFlow.js returns a lone tensor for a lone name, and refuses what it has been fed. */
function run(model: GraphModel, feeds: ReadonlyMap<string, Tensor>, fetches: readonly string[]): Tensor[] {
  const wanted = fetches.filter(name => !feeds.has(name));
  if (wanted.length === 0) return fetches.map(name => feeds.get(name)!);
  const found = model.execute(Object.fromEntries(feeds), wanted) as Tensor[] | Tensor;
  const computed = new Map([found].flat().map((tensor, index) => [wanted[index]!, tensor]));
  return fetches.map(name => feeds.get(name) ?? computed.get(name)!);
}

function onlyInput(model: GraphModel, def: GraphDef): string {
  const placeholders = def.node.filter(node => node.op === 'Placeholder').map(node => node.name);
  const names = placeholders.length > 0 ? placeholders : model.inputNodes;
  if (names.length === 1) return names[0]!;
  throw new CamdriftError(
    'model-unsupported',
    `The graph has ${names.length} inputs (${names.join(', ')}); camdrift explains models with one image input.`,
  );
}

function chooseOutput(model: GraphModel, nodes: readonly GraphNode[], name: string | undefined): string {
  const signature = (model.modelSignature as { outputs?: Record<string, { name: string }> } | undefined)?.outputs ?? {};
  const named = new Map(Object.entries(signature).map(([key, value]) => [key, nodeName(value.name)]));
  const nodeOf = (output: string) => named.get(output) ?? nodeName(output);
  const isData = (output: string) => nodes.some(node => node.name === nodeOf(output));
  const outputs = model.outputNodes.filter(isData); // a constant that nobody reads counts as an output, too
  const wanted = name ?? (outputs.length === 1 ? outputs[0] : undefined);
  if (wanted !== undefined && isData(wanted)) return nodeOf(wanted);
  const choices = [...new Set([...named.keys(), ...outputs])].map(output => `\`${output}\``).join(', ');
  const found = name === undefined ? 'and none was chosen' : `but not \`${name}\``;
  throw new CamdriftError('model-unsupported', `The graph has the outputs ${choices}, ${found}.`, {
    remedy: 'Name the one that holds the class scores with --output.',
  });
}

/** Everything that depends on the image, constants left out. Converters write nodes in any order: sort them. */
function dataNodes(def: GraphDef, input: string, constants: Constants): GraphNode[] {
  const table = new Map(def.node.map(node => [node.name, node]));
  const sorted = inExecutionOrder(def.node, node => dataInputs(node).flatMap(name => table.get(name) ?? []));
  const wired = sorted.map(node => ({ name: node.name, inputs: dataInputs(node) }));
  const data = descendants(wired as never, input);
  return sorted
    .filter(node => data.has(node.name))
    .map(node => ({
      name: node.name,
      operation: node.op,
      kind: node.name === input ? 'input' : nodeKind(node, data, constants),
      inputs: dataInputs(node).filter(name => data.has(name)),
    }));
}

const dataInputs = (node: NodeDef): string[] => (node.input ?? []).filter(name => !name.startsWith('^')).map(nodeName);

function declaredShape(model: GraphModel, def: GraphDef, input: string): (number | null)[] {
  const size = (dim: { size?: string | number }) => (Number(dim.size) > 0 ? Number(dim.size) : null);
  const dims = def.node.find(node => node.name === input)?.attr?.shape?.shape?.dim;
  const signature =
    (model.modelSignature as { inputs?: Record<string, { tensorShape?: { dim?: { size?: string }[] } }> } | undefined)
      ?.inputs ?? {};
  const declared = dims ?? Object.values(signature)[0]?.tensorShape?.dim ?? [];
  return declared.slice(1).map(size);
}

/** Values of small constants: the axes of a mean, the shapes of kernels. */
function constantsOf(model: GraphModel): Constants {
  return {
    shape: name => model.weights[name]?.[0]?.shape,
    values: name => (model.weights[name]?.[0] ? [...model.weights[name][0].dataSync()].map(Number) : undefined),
  };
}
