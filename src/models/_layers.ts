import { closest, distance } from 'fastest-levenshtein';
import { CamdriftError } from '../errors.ts';
import { ancestors, type Graph, type GraphNode, nodeTable, shapeOf } from './_graph.ts';
import { lastPatches, readPatches } from './_patches.ts';
import type { LayerInfo, TargetLayer } from './model.ts';

const features: ReadonlySet<GraphNode['kind']> = new Set([
  'convolution',
  'elementwise',
  'pointwise-convolution',
  'pointwise-linear',
]);
const convolutions: ReadonlySet<GraphNode['kind']> = new Set(['convolution', 'pointwise-convolution']);

/** The feature-producing steps with an image-like output, or one token per patch, that the scores depend on, in execution order. */
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
 *
 * Where features end as one token per patch, it is the last step through which passes all that the scores read of the
 * patches: the normalisation before the last attention when a class token is read, the last step when the mean is.
 */
export function chooseLayer(graph: Graph, scores: string, choice: string): TargetLayer {
  if (choice !== 'auto') return namedLayer(graph, scores, choice);
  const nodes = candidates(graph, scores);
  const last = nodes.findLast(node => layerInfo(graph, node));
  return last?.patches ? lastTokens(graph, scores, nodes) : lastFeatures(graph, last);
}

function lastFeatures(graph: Graph, last: GraphNode | undefined): TargetLayer {
  if (last) {
    const reason = `the last feature-producing step with more than one cell before ${whatFollows(graph, last)}`;
    return { ...layerInfo(graph, last)!, reason };
  }
  throw new CamdriftError(
    'layer-unknown',
    'The model has no layer with spatial extent after a convolution, so there is nothing to map.',
    {
      remedy: 'CAM methods explain convolutional classifiers; name a layer with --layer if the model has one.',
    },
  );
}

function lastTokens(graph: Graph, scores: string, nodes: readonly GraphNode[]): TargetLayer {
  const last = lastPatches(graph, scores, nodes);
  if (last) {
    const info = layerInfo(graph, last)!;
    const reason = `the last step through which passes all that the scores read of the ${info.width} x ${info.height} patches, before ${whatFollows(graph, last)}`;
    return { ...info, reason };
  }
  const names = nodes.filter(node => node.patches?.mapped).map(({ name }) => `\`${name}\``);
  throw new CamdriftError(
    'layer-unknown',
    'The features end as tokens, and there is no layer through which passes all that the scores read of the patches.',
    { remedy: `Name a layer with --layer; the last that still hold patches are ${names.slice(-3).join(', ')}.` },
  );
}

function namedLayer(graph: Graph, scores: string, name: string): TargetLayer {
  const node = nodeTable(graph.nodes).get(name);
  if (!node) throw new CamdriftError('layer-unknown', `The model has no layer \`${name}\`.${suggestion(graph, name)}`);
  const info = layerInfo(graph, node);
  if (!info) throw new CamdriftError('layer-unknown', notAGrid(graph, node));
  const isRead = ancestors(graph.nodes, scores).has(name);
  if (!isRead || (node.patches && !readPatches(graph, scores).has(name))) {
    const read = isRead ? 'read no patch of' : 'do not depend on';
    const rest = isRead ? ' only tokens beside them, so the map would be empty' : ' so it cannot explain them';
    throw new CamdriftError('layer-unknown', `The class scores ${read} layer \`${name}\`,${rest}.`);
  }
  return { ...info, reason: 'named by the user' };
}

function notAGrid(graph: Graph, { name }: GraphNode): string {
  const shape = shapeOf(graph, name);
  const patches = graph.nodes.findLast(node => node.patches)?.patches;
  const image = 'expected an output of height x width x channels with more than one cell';
  const found = shape.join(' x ') || 'a scalar';
  if (!patches || shape.length !== 2) return `Layer \`${name}\` has no spatial extent: ${image}, got ${found}.`;
  const { width, height } = patches;
  const tokens = `tokens x channels with one token per patch of the ${width} x ${height} that the image was cut into`;
  return `Layer \`${name}\` is not known to hold the patches of the image: ${image}, or of ${tokens}, got ${found}.`;
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
  const read = readPatches(graph, scores);
  return graph.nodes.filter(
    ({ name, kind, patches }) =>
      features.has(kind) && used.has(name) && convolved.has(name) && (!patches || read.has(name)),
  );
}

function layerInfo(graph: Graph, node: GraphNode): LayerInfo | undefined {
  const shape = shapeOf(graph, node.name);
  const { name, operation, patches } = node;
  if (patches?.mapped) return { name, operation, width: patches.width, height: patches.height, channels: shape[1]! };
  const [height, width, channels, ...rest] = shape;
  if (!height || !width || !channels || rest.length > 0 || height * width <= 1) return undefined;
  return { name, operation, width, height, channels };
}

function whatFollows(graph: Graph, node: GraphNode): string {
  const next = graph.nodes.find(other => other.inputs.includes(node.name));
  return next ? `\`${next.name}\` (${next.operation})` : 'the output';
}
