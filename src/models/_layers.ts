import { closest, distance } from 'fastest-levenshtein';
import { CamdriftError } from '../errors.ts';
import { ancestors, type Graph, type GraphNode, nodeTable, shapeOf } from './_graph.ts';
import type { LayerInfo, TargetLayer } from './model.ts';

const features: ReadonlySet<GraphNode['kind']> = new Set([
  'convolution',
  'elementwise',
  'pointwise-convolution',
  'pointwise-linear',
]);
const convolutions: ReadonlySet<GraphNode['kind']> = new Set(['convolution', 'pointwise-convolution']);

/** The feature-producing steps with an image-like output that the scores depend on, in execution order. */
export function explainableLayers(graph: Graph, scores: string): LayerInfo[] {
  const nodes = candidates(graph, scores);
  graph.shapes(nodes.map(node => node.name));
  return nodes.flatMap(node => layerInfo(graph, node) ?? []);
}

/**
 * The layer to explain.
 *
 * `auto` is the output of the last feature-producing step that is still image-like (more than one cell) before pooling
 * or flattening: a convolution after its normalisation, activation, add or concat. Pooling, padding and dropout do not
 * count, so on VGG-16 it is `block5_conv3`, as in the Grad-CAM++ article; the class name of the layer plays no part,
 * because the last `Conv2D` is a 1x1 classifier in some networks and lies before its activation in others.
 */
export function chooseLayer(graph: Graph, scores: string, choice: string): TargetLayer {
  return choice === 'auto' ? lastFeatures(graph, scores) : namedLayer(graph, scores, choice);
}

function lastFeatures(graph: Graph, scores: string): TargetLayer {
  for (const node of candidates(graph, scores).toReversed()) {
    const info = layerInfo(graph, node);
    if (info)
      return {
        ...info,
        reason: `the last feature-producing step with more than one cell before ${whatFollows(graph, node)}`,
      };
  }
  throw new CamdriftError(
    'layer-unknown',
    'The model has no layer with spatial extent after a convolution, so there is nothing to map.',
    {
      remedy: 'CAM methods explain convolutional classifiers; name a layer with --layer if the model has one.',
    },
  );
}

function namedLayer(graph: Graph, scores: string, name: string): TargetLayer {
  const node = nodeTable(graph.nodes).get(name);
  if (!node) throw new CamdriftError('layer-unknown', `The model has no layer \`${name}\`.${suggestion(graph, name)}`);
  const info = layerInfo(graph, node);
  if (!info) {
    const found = shapeOf(graph, name).join(' x ') || 'a scalar';
    throw new CamdriftError(
      'layer-unknown',
      `Layer \`${name}\` has no spatial extent: expected an output of height x width x channels with more than one cell, got ${found}.`,
    );
  }
  if (!ancestors(graph.nodes, scores).has(name)) {
    throw new CamdriftError(
      'layer-unknown',
      `The class scores do not depend on layer \`${name}\`, so it cannot explain them.`,
    );
  }
  return { ...info, reason: 'named by the user' };
}

function suggestion(graph: Graph, name: string): string {
  const names = graph.nodes.map(node => node.name);
  const sameLeaf = names.filter(other => other.split('/').includes(name));
  const near = sameLeaf.at(-1) ?? closest(name, names);
  return distance(name, near) <= name.length / 2 || sameLeaf.length > 0 ? ` Did you mean \`${near}\`?` : '';
}

/** Feature steps that the scores depend on and that have a convolution at or before them, in execution order. */
function candidates(graph: Graph, scores: string): GraphNode[] {
  const used = ancestors(graph.nodes, scores);
  const convolved = new Set<string>();
  for (const node of graph.nodes) {
    if (convolutions.has(node.kind) || node.inputs.some(input => convolved.has(input))) convolved.add(node.name);
  }
  return graph.nodes.filter(node => features.has(node.kind) && used.has(node.name) && convolved.has(node.name));
}

function layerInfo(graph: Graph, node: GraphNode): LayerInfo | undefined {
  const [height, width, channels, ...rest] = shapeOf(graph, node.name);
  if (!height || !width || !channels || rest.length > 0 || height * width <= 1) return undefined;
  return { name: node.name, operation: node.operation, width, height, channels };
}

function whatFollows(graph: Graph, node: GraphNode): string {
  const next = graph.nodes.find(other => other.inputs.includes(node.name));
  return next ? `\`${next.name}\` (${next.operation})` : 'the output';
}
