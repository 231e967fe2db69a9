import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../engines/engine.ts';
import { ancestors, descendants, type Graph, type GraphNode, nodeTable, type Patches, shapeOf } from './_graph.ts';

/** The names of the nodes of whose patches the scores read something, not only of the class token beside them. */
export function readPatches(graph: Graph, scores: string): ReadonlySet<string> {
  const used = ancestors(graph.nodes, scores);
  const read = new Set<string>();
  for (const node of graph.nodes.toReversed()) {
    const isRead = node.patches ? read.has(node.name) || node.name === scores : !node.skipsPatches;
    if (!used.has(node.name) || !isRead) continue;
    for (const input of node.inputs) read.add(input);
  }
  return new Set(graph.nodes.filter(node => node.patches && read.has(node.name)).map(node => node.name));
}

/**
 * The last of some nodes through which everything passes that the scores read of the patches: before the attention that
 * gathers them in the class token, or before the mean over them. Projections for attention and what lies between a fork
 * and its join are passed by; other widths than that of the embedded patches are such projections, too.
 *
 * `undefined` where sums of more rows follow, whose grid is not known: then the patches go on in another arrangement.
 */
export function lastPatches(graph: Graph, scores: string, nodes: readonly GraphNode[]): GraphNode | undefined {
  const narrow = narrowPlaces(graph, scores);
  const last = nodes.findLast(node => {
    const channels = shapeOf(graph, node.name).at(-1);
    return node.patches?.mapped && channels === node.patches.channels && narrow.has(node.name);
  });
  return last && !goesOn(graph, last, scores) ? last : undefined;
}

/** Nodes that no value made before them bypasses on its way to the scores; class tokens are not counted. */
function narrowPlaces(graph: Graph, scores: string): ReadonlySet<string> {
  const table = nodeTable(graph.nodes);
  const used = ancestors(graph.nodes, scores);
  const read = readPatches(graph, scores);
  const carriers = new Set<string>();
  const last = new Map<string, number>();
  for (const [at, node] of graph.nodes.entries()) {
    const isClassToken = node.skipsPatches || (node.patches && !read.has(node.name));
    const inputs = node.inputs.filter(name => carriers.has(name) && !(isClassToken && table.get(name)!.patches));
    if (!used.has(node.name) || (inputs.length === 0 && !read.has(node.name))) continue;
    carriers.add(node.name);
    for (const name of inputs) last.set(name, at);
  }
  const narrow = new Set<string>();
  let reach = 0;
  for (const [at, node] of graph.nodes.entries()) {
    if (read.has(node.name) && reach <= at) narrow.add(node.name);
    reach = Math.max(reach, last.get(node.name) ?? 0);
  }
  return narrow;
}

/** Whether sums of features behind a node have several rows of which nobody knows which patches they are. */
function goesOn(graph: Graph, { name }: GraphNode, scores: string): boolean {
  const used = ancestors(graph.nodes, scores);
  const below = descendants(graph.nodes, name);
  const sums = graph.nodes.filter(
    node =>
      node.kind === 'elementwise' &&
      !node.patches &&
      used.has(node.name) &&
      node.inputs.filter(input => below.has(input)).length > 1,
  );
  return sums.some(node => {
    const shape = shapeOf(graph, node.name);
    return shape.length === 2 && shape[0]! > 1;
  });
}

/** The patches of a batch of tokens, as an image: images x height x width x channels. Anything else stays as it is. */
export function onGrid(core: TensorFlow['core'], value: Tensor, patches: Patches | undefined): Tensor {
  if (!patches?.mapped) return value;
  const { first, width, height } = patches;
  const [images, , channels] = value.shape as [number, number, number];
  const cells = core.slice(value, [0, first, 0], [images, width * height, channels]);
  return core.reshape(cells, [images, height, width, channels]);
}
