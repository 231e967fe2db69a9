import { closest, distance } from 'fastest-levenshtein';
import { CamdriftError } from '../errors.ts';
import { gridOf } from './_arrangement.ts';
import { ancestors, descendants, type Graph, type GraphNode, nodeTable, shapeOf } from './_graph.ts';
import { lastNarrow, lastOfStream, mapOf, readNodes } from './_patches.ts';
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
export function chooseLayer(
  graph: Graph,
  scores: string,
  choice: string,
  explains: Explains = () => true,
): TargetLayer {
  if (choice !== 'auto') return namedLayer(graph, scores, choice);
  const nodes = candidates(graph, scores).filter(node => layerInfo(graph, node) && !isWindows(node));
  const hasTokens = nodes.at(-1)?.patches || attends(graph, scores);
  return hasTokens ? lastTokens(graph, scores, nodes, explains) : lastFeatures(graph, scores, nodes.at(-1));
}

/** Cells in more axes than one, as attention cuts them out for itself: they can be named, and are no whole picture. */
const isWindows = ({ patches }: GraphNode): boolean => patches !== undefined && patches.arrangement.axes.length !== 3;

/** Whether the class scores have a slope with respect to a layer, as a picture shows. */
export type Explains = (layer: string) => boolean;

function lastFeatures(graph: Graph, scores: string, last: GraphNode | undefined): TargetLayer {
  if (last) {
    const node = rectified(graph, last);
    const reason = `the last feature-producing step with more than one cell before ${whatFollows(graph, node)}`;
    return { ...layerInfo(graph, node)!, reason, ...besides(graph, scores, node.name) };
  }
  throw new CamdriftError(
    'layer-unknown',
    'The model has no layer with spatial extent after a convolution, so there is nothing to map.',
    {
      remedy: 'CAM methods explain convolutional classifiers; name a layer with --layer if the model has one.',
    },
  );
}

/**
 * The last layers of what the scores read past a layer: other members of an ensemble, or earlier stages that are pooled by
 * themselves.
 */
function besides(graph: Graph, scores: string, layer: string): Pick<TargetLayer, 'beside'> {
  const past = ancestors(graph.nodes, scores, new Set([layer]));
  const behind = descendants(graph.nodes, layer);
  const read = candidates(graph, scores).filter(
    node => past.has(node.name) && !behind.has(node.name) && !isWindows(node) && layerInfo(graph, node),
  );
  const last = read.filter(({ name }) => {
    const later = descendants(graph.nodes, name);
    return !read.some(other => other.name !== name && later.has(other.name));
  });
  return last.length > 0 ? { beside: last.map(({ name }) => name) } : {};
}

/** Where quantising stands for the activation, what counts are the numbers behind it. */
function rectified(graph: Graph, node: GraphNode): GraphNode {
  const reader = (of: GraphNode) => {
    const [first, ...more] = graph.nodes.filter(({ inputs }) => inputs.includes(of.name));
    return more.length === 0 ? first : undefined;
  };
  const quantised = reader(node);
  const back = quantised?.rectifies ? reader(quantised) : undefined;
  return back?.kind === 'identity' && layerInfo(graph, back) ? back : node;
}

/** Whether values that depend on the image are multiplied with one another behind the last image, as attention does. */
function attends(graph: Graph, scores: string): boolean {
  const used = ancestors(graph.nodes, scores);
  const last = graph.nodes.findLastIndex(({ name, attends: does }) => does && used.has(name));
  return (
    last >= 0 && !graph.nodes.slice(last).some(node => used.has(node.name) && !node.patches && layerInfo(graph, node))
  );
}

/** Where the structure leaves doubts, a layer whose map would be empty is passed by for one before it. */
function lastTokens(graph: Graph, scores: string, nodes: readonly GraphNode[], explains: Explains): TargetLayer {
  const last = lastThat(explains, before => lastNarrow(graph, scores, before), nodes);
  if (last && !isEmbedding(graph, last))
    return tokenLayer(graph, last, 'through which passes all that the scores read of');
  const part = lastThat(explains, before => lastOfStream(graph, scores, before), nodes);
  if (part && !isEmbedding(graph, part)) return tokenLayer(graph, part, 'of several branches that the scores read, of');
  const names = nodes.map(({ name }) => `\`${name}\``);
  const embedded = last ?? part;
  throw new CamdriftError(
    'layer-unknown',
    embedded
      ? `The features end as tokens, and the last through which passes all that the scores read of the patches, \`${embedded.name}\`, is a linear function of the pixels: it shows what the image holds, not what was seen in it.`
      : 'The features end as tokens, and there is no layer through which passes all that the scores read of the patches.',
    names.length > 0
      ? { remedy: `Name a layer with --layer; the last that still hold patches are ${names.slice(-3).join(', ')}.` }
      : {},
  );
}

/** The last of which the score has a slope. */
function lastThat(
  explains: Explains,
  last: (nodes: readonly GraphNode[]) => GraphNode | undefined,
  nodes: readonly GraphNode[],
): GraphNode | undefined {
  let found = last(nodes);
  for (let tries = 0; found && !explains(found.name); tries++)
    found = tries < mostTries ? last(nodes.slice(0, nodes.indexOf(found))) : undefined;
  return found;
}

/** Each costs a run of the network. */
const mostTries = 4;

function tokenLayer(graph: Graph, node: GraphNode, how: string): TargetLayer {
  const info = layerInfo(graph, node)!;
  const what = node.patches ? 'patches' : 'cells';
  const reason = `the last step ${how} the ${info.width} x ${info.height} ${what}, before ${whatFollows(graph, node)}`;
  return { ...info, reason };
}

/** Whether a value is a linear function of the pixels, as embedded patches are: it shows what the image holds, not what was seen in it. */
function isEmbedding(graph: Graph, { name }: GraphNode): boolean {
  const above = ancestors(graph.nodes, name);
  return graph.nodes.every(
    node =>
      !above.has(node.name) || (linear.has(node.kind) && !node.bends) || joining.has(node.operation) || isMoving(node),
  );
}

/** Sums and joins are linear, whatever they do to features; tokens are turned and repeated on their way. */
const joining: ReadonlySet<string> = new Set(['Add', 'Sub', 'Concat', 'Concatenate']);
const isMoving = ({ operation }: GraphNode): boolean => ['Transpose', 'Expand', 'Slice'].includes(operation);

const linear: ReadonlySet<GraphNode['kind']> = new Set([
  'input',
  'convolution',
  'pointwise-convolution',
  'pointwise-linear',
  'identity',
]);

function namedLayer(graph: Graph, scores: string, name: string): TargetLayer {
  const node = nodeTable(graph.nodes).get(name);
  if (!node) throw new CamdriftError('layer-unknown', `The model has no layer \`${name}\`.${suggestion(graph, name)}`);
  const info = layerInfo(graph, node);
  if (!info) throw new CamdriftError('layer-unknown', notAGrid(graph, node));
  const isRead = ancestors(graph.nodes, scores).has(name);
  if (!isRead || (node.patches && !readNodes(graph, scores).has(name))) {
    const read = isRead ? 'read no patch of' : 'do not depend on';
    const rest = isRead ? ' only tokens beside them, so the map would be empty' : ' so it cannot explain them';
    throw new CamdriftError('layer-unknown', `The class scores ${read} layer \`${name}\`,${rest}.`);
  }
  return { ...info, reason: 'named by the user', ...besides(graph, scores, name) };
}

function notAGrid(graph: Graph, { name, isPieces }: GraphNode): string {
  if (isPieces)
    return `Layer \`${name}\` holds pieces of the image, each by itself: expected a value with all of its cells.`;
  const shape = shapeOf(graph, name);
  const patches = graph.nodes.findLast(node => node.patches)?.patches;
  const image = 'expected an output of height x width x channels with more than one cell';
  const found = shape.join(' x ') || 'a scalar';
  if (!patches || shape.length !== 2) return `Layer \`${name}\` has no spatial extent: ${image}, got ${found}.`;
  const { width, height } = gridOf(patches.arrangement);
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
  const read = readNodes(graph, scores);
  return graph.nodes.filter(
    ({ name, kind }) =>
      features.has(kind) && used.has(name) && convolved.has(name) && (name === scores || read.has(name)),
  );
}

function layerInfo(graph: Graph, node: GraphNode): LayerInfo | undefined {
  const shape = shapeOf(graph, node.name);
  const { name, operation, patches } = node;
  if (node.isPieces) return undefined;
  const map = mapOf(patches);
  if (map) return { name, operation, width: map.width, height: map.height, channels: map.channels };
  if (patches) return undefined;
  const [height, width, channels, ...rest] = shape;
  if (!height || !width || !channels || rest.length > 0 || height * width <= 1) return undefined;
  return { name, operation, width, height, channels };
}

function whatFollows(graph: Graph, node: GraphNode): string {
  const next = graph.nodes.find(other => other.inputs.includes(node.name));
  return next ? `\`${next.name}\` (${next.operation})` : 'the output';
}
