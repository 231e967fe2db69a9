import type { FeatureMaps } from '../core/feature-maps.ts';
import { gridOf, placesOf, widthOf } from './_arrangement.ts';
import { ancestors, descendants, type Graph, type GraphNode, nodeTable, type Patches, shapeOf } from './_graph.ts';

/** The names of the nodes of whose grid the scores read something, not only of the class token beside it. */
export function readNodes(graph: Graph, scores: string): ReadonlySet<string> {
  const used = ancestors(graph.nodes, scores);
  const read = new Set<string>();
  for (const node of graph.nodes.toReversed()) {
    const own = node.isImage || (node.patches && !node.patches.mixes);
    const isRead = own ? read.has(node.name) || node.name === scores : !node.skipsPatches;
    if (!used.has(node.name) || !isRead) continue;
    for (const input of node.inputs) read.add(input);
  }
  return read;
}

/**
 * The last of some nodes through which everything passes that the scores read of the grid: before the attention that
 * gathers the patches in the class token, or before the mean over them. Projections for attention and what lies between a
 * fork and its join are passed by; other widths than that of the stream are such projections, too.
 *
 * `undefined` where sums of more rows follow, whose grid is not known: then the patches go on in another arrangement.
 */
export function lastNarrow(graph: Graph, scores: string, nodes: readonly GraphNode[]): GraphNode | undefined {
  const narrow = narrowPlaces(graph, scores);
  return lastOfStream(
    graph,
    scores,
    nodes.filter(({ name }) => narrow.has(name)),
  );
}

/** The last that is as wide as its stream, whatever goes beside it. */
export function lastOfStream(graph: Graph, scores: string, nodes: readonly GraphNode[]): GraphNode | undefined {
  const last = nodes.findLast(
    ({ patches }) => !patches || widthOf(patches.arrangement) === patches.arrangement.channels,
  );
  return last && !goesOn(graph, last, scores) ? last : undefined;
}

/** Nodes that no value made before them bypasses on its way to the scores; class tokens are not counted. */
function narrowPlaces(graph: Graph, scores: string): ReadonlySet<string> {
  const table = nodeTable(graph.nodes);
  const used = ancestors(graph.nodes, scores);
  const read = readNodes(graph, scores);
  const carriers = new Set<string>();
  const last = new Map<string, number>();
  for (const [at, node] of graph.nodes.entries()) {
    const isClassToken = node.skipsPatches || (node.patches && !node.patches.mixes && !read.has(node.name));
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
  const hasRows = (of: string) => {
    const shape = shapeOf(graph, of);
    return shape.length === 2 && shape[0]! > 1;
  };
  // Rows that are joined one by one are class tokens, of several branches.
  return sums.some(node => hasRows(node.name) && node.inputs.some(input => below.has(input) && hasRows(input)));
}

export interface PatchMap {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** The axis of the channels. */
  readonly axis: number;
}

/** The map that can be cut out of patches: where it is known which images they are of, and channels have an axis of their own. */
export function mapOf(patches: Patches | undefined): PatchMap | undefined {
  if (!patches?.arrangement.sure) return undefined;
  const { axes } = patches.arrangement;
  const holding = axes.flatMap((axis, at) => (axis.some(({ of }) => of === 'other') ? [at] : []));
  const [axis] = holding;
  if (axis === undefined || holding.length > 1 || axes[axis]!.some(({ of }) => of !== 'other')) return undefined;
  if (!axes.flat().some(({ of }) => of === 'image')) return undefined;
  return { ...gridOf(patches.arrangement), channels: widthOf(patches.arrangement), axis };
}

/** The patches of every image of a batch as rows x columns x channels. */
export function onGrid(values: Float32Array, patches: Patches, images: number): FeatureMaps[] {
  const { height, width, image, rows, columns, channels, first } = placesOf(patches.arrangement, images);
  const depth = channels.length;
  return Array.from({ length: images }, (_, which) => {
    const data = new Float32Array(height * width * depth);
    for (const [y, row] of rows.entries())
      for (const [x, column] of columns.entries()) {
        const [from, to] = [which * image + first + row + column, (y * width + x) * depth];
        for (let channel = 0; channel < depth; channel++) data[to + channel] = values[from + channels[channel]!]!;
      }
    return { height, width, channels: depth, data };
  });
}
