import { ancestors, descendants, type Graph, type GraphNode, nodeTable } from './_graph.ts';

/** How the answer follows from the logits. `none`: the model ends in logits and leaves the softmax to its caller. `value`: they are the answer. */
export type Link = 'softmax' | 'sigmoid' | 'none' | 'value';

/** Where the pre-softmax scores are. */
export interface Scores {
  readonly node: string;
  readonly link: Link;
}

/** Walks back from the answer, over steps that change no value, to the softmax or sigmoid and what feeds it. */
export function findScores(graph: Graph): Scores {
  const table = nodeTable(graph.nodes);
  let node = table.get(graph.output);
  while (node?.kind === 'identity') node = table.get(node.inputs[0]!);
  const link = links[node?.kind ?? 'other'];
  return link && node ? { node: node.inputs[0]!, link } : { node: graph.output, link: 'none' };
}

const links: Partial<Record<GraphNode['kind'], Link>> = {
  softmax: 'softmax',
  'log-softmax': 'softmax',
  sigmoid: 'sigmoid',
};

/** The part of a graph from a layer to the scores: what runs a second time, under differentiation. */
export interface Head {
  readonly nodes: readonly GraphNode[];
  /** Values that enter the head beside the layer's own: skip connections that bypass it. */
  readonly bypasses: readonly string[];
}

/** `undefined` when the scores do not depend on the layer. */
export function headOf(graph: Graph, layer: string, scores: string): Head | undefined {
  const below = descendants(graph.nodes, layer);
  if (!below.has(scores)) return undefined;
  const above = ancestors(graph.nodes, scores);
  const nodes = graph.nodes.filter(node => node.name !== layer && below.has(node.name) && above.has(node.name));
  const inside = new Set([layer, ...nodes.map(node => node.name)]);
  const bypasses = new Set(nodes.flatMap(node => node.inputs).filter(input => !inside.has(input)));
  return { nodes, bypasses: [...bypasses] };
}

/**
 * Whether the scores are a linear function of the layer's spatial mean, which is what CAM needs (Zhou et al. 2016):
 * exactly one global average, and otherwise steps that are linear and the same at every cell.
 */
export function isPooledLinear(head: Head): boolean {
  const pools = head.nodes.filter(node => node.kind === 'global-average').length;
  return pools === 1 && head.bypasses.length === 0 && head.nodes.every(node => commutesWithMean.has(node.kind));
}

const commutesWithMean: ReadonlySet<GraphNode['kind']> = new Set([
  'global-average',
  'pointwise-convolution',
  'pointwise-linear',
  'identity',
]);
