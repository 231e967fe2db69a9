/**
 * A rooted spanning tree of a transportation network: the basis of the network simplex method.
 *
 * Nodes 0..sources-1 supply, the next ones demand, the last one is an artificial root. All arcs lead from a source to a
 * sink (or through the root), so in the arc between a node and its parent goods flow up from a source, down to a sink.
 */
export interface SpanningTree {
  readonly sources: number;
  readonly root: number;
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  /** What flows in the arc between a node and its parent. */
  readonly flow: Float64Array;
  /** Dual prices: in every arc of the tree `cost = price of source + price of sink`. */
  readonly price: Float64Array;
  /** Children as doubly linked lists; `none` ends a list. */
  readonly firstChild: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
}

const none = -1;

/** The start: everything flows through the root. Routes there cost `2 * arcCost`, so they empty when that is dearest. */
export function starTree(supply: readonly number[], demand: readonly number[], arcCost: number): SpanningTree {
  const root = supply.length + demand.length;
  const links = () => new Int32Array(root + 1).fill(none);
  const tree = {
    sources: supply.length,
    root,
    parent: links(),
    depth: new Int32Array(root + 1),
    flow: Float64Array.of(...supply, ...demand, 0),
    price: new Float64Array(root + 1).fill(arcCost, 0, root),
    firstChild: links(),
    next: links(),
    previous: links(),
  };
  for (let node = 0; node < root; node++) {
    attach(tree, node, root);
    tree.depth[node] = 1;
  }
  return tree;
}

/** The lowest node that is above both, or one of them. */
export function meetingPoint({ parent, depth }: SpanningTree, a: number, b: number): number {
  let left = a;
  let right = b;
  while (left !== right) {
    if (depth[left]! >= depth[right]!) left = parent[left]!;
    else right = parent[right]!;
  }
  return left;
}

/**
 * Cuts the arc above `cut`, turns the path from `low` up to it round, and hangs that part of the tree below `above`
 * by an arc that carries `flow`. The prices of the part shift by `priceShift` at sources, and against it at sinks.
 */
export function rehang(
  tree: SpanningTree,
  { cut, low, above, flow, priceShift }: { cut: number; low: number; above: number; flow: number; priceShift: number },
): void {
  let node = low;
  let newParent = above;
  let newFlow = flow;
  for (;;) {
    const oldParent = tree.parent[node]!;
    const oldFlow = tree.flow[node]!;
    detach(tree, node);
    attach(tree, node, newParent);
    tree.flow[node] = newFlow;
    if (node === cut) break;
    newFlow = oldFlow;
    newParent = node;
    node = oldParent;
  }
  shiftPrices(tree, low, priceShift);
}

/** Walks the part below and at `top` depth-first. */
function shiftPrices(tree: SpanningTree, top: number, shift: number): void {
  const { depth, firstChild, next, parent, price, sources } = tree;
  let node = top;
  for (;;) {
    price[node]! += node < sources ? shift : -shift;
    depth[node] = depth[parent[node]!]! + 1;
    if (firstChild[node] !== none) {
      node = firstChild[node]!;
      continue;
    }
    while (node !== top && next[node] === none) node = parent[node]!;
    if (node === top) return;
    node = next[node]!;
  }
}

function attach({ parent, firstChild, next, previous }: SpanningTree, node: number, to: number): void {
  const sibling = firstChild[to]!;
  parent[node] = to;
  previous[node] = none;
  next[node] = sibling;
  if (sibling !== none) previous[sibling] = node;
  firstChild[to] = node;
}

function detach({ parent, firstChild, next, previous }: SpanningTree, node: number): void {
  const before = previous[node]!;
  const after = next[node]!;
  if (before === none) firstChild[parent[node]!] = after;
  else next[before] = after;
  if (after !== none) previous[after] = before;
}
