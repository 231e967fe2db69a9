import { meetingPoint, rehang, type SpanningTree, starTree } from './_spanning-tree.ts';

/**
 * Least cost of moving all supply to the demand: the transportation problem, solved to about 1e-12 in float64.
 *
 * `cost`: row-major, one row per source and one column per sink, every entry >= 0; every supply and demand > 0; total
 * supply = total demand (what rounding leaves over does not move). The network simplex method with strongly feasible
 * trees, which cannot cycle (Ahuja, Magnanti and Orlin, "Network Flows", 1993, sections 11.5 and 11.6).
 */
export function transportationCost(supply: readonly number[], demand: readonly number[], cost: Float64Array): number {
  const dearest = cost.reduce((largest, value) => Math.max(largest, value), 0);
  const tree = starTree(supply, demand, dearest);
  const nextArc = arcSearch(tree, cost, demand.length, 1e-12 * dearest);
  for (let arc = nextArc(); arc !== none; arc = nextArc()) pivot(tree, cost, demand.length, arc);
  return costOf(tree, cost, demand.length);
}

const none = -1;

/**
 * Block search: goes round and round all arcs and returns the most profitable one of the first block that has any;
 * `none` when no arc saves more than `tolerance` per unit moved, which proves the tree optimal.
 */
function arcSearch({ price, sources }: SpanningTree, cost: Float64Array, sinks: number, tolerance: number) {
  const block = Math.ceil(Math.sqrt(cost.length));
  let source = 0;
  let sink = 0;
  return () => {
    let best = none;
    let bestReduced = -tolerance;
    for (let seen = 1; seen <= cost.length; seen++) {
      const arc = source * sinks + sink;
      const reduced = cost[arc]! - price[source]! - price[sources + sink]!;
      if (reduced < bestReduced) {
        bestReduced = reduced;
        best = arc;
      }
      if (++sink === sinks) {
        sink = 0;
        source = (source + 1) % sources;
      }
      if (best !== none && seen % block === 0) break;
    }
    return best;
  };
}

/** Takes an arc into the tree, sends round the cycle that it closes what fits, and drops the arc that blocks. */
function pivot(tree: SpanningTree, cost: Float64Array, sinks: number, arc: number): void {
  const source = Math.floor(arc / sinks);
  const sink = tree.sources + (arc % sinks);
  const apex = meetingPoint(tree, source, sink);
  const { blocking, onSourceSide, amount } = findBlocking(tree, source, sink, apex);
  changeFlows(tree, source, apex, amount, -1);
  changeFlows(tree, sink, apex, amount, 1);
  const reduced = cost[arc]! - tree.price[source]! - tree.price[sink]!;
  const [low, above, priceShift] = onSourceSide ? [source, sink, reduced] : [sink, source, -reduced];
  rehang(tree, { cut: blocking, low, above, flow: amount, priceShift });
}

/**
 * More in the new arc means less up out of the sources on its source's way to the apex, and less down into the sinks
 * on its sink's way. Of several that run dry, the last one in the direction of the cycle, from the apex round to the
 * apex, keeps the tree strongly feasible: hence `<` on the one side and `<=` on the other.
 */
function findBlocking({ flow, parent, sources }: SpanningTree, source: number, sink: number, apex: number) {
  let blocking = none;
  let onSourceSide = true;
  let amount = Infinity;
  for (let node = source; node !== apex; node = parent[node]!) {
    if (node < sources && flow[node]! < amount) {
      amount = flow[node]!;
      blocking = node;
    }
  }
  for (let node = sink; node !== apex; node = parent[node]!) {
    if (node >= sources && flow[node]! <= amount) {
      amount = flow[node]!;
      blocking = node;
      onSourceSide = false;
    }
  }
  return { blocking, onSourceSide, amount };
}

/** On the way from a node up to the apex, changes the arcs above sources by `sign * amount`, those above sinks against it. */
function changeFlows(tree: SpanningTree, from: number, apex: number, amount: number, sign: number): void {
  for (let node = from; node !== apex; node = tree.parent[node]!) {
    tree.flow[node]! += node < tree.sources ? sign * amount : -sign * amount;
  }
}

function costOf({ flow, parent, root, sources }: SpanningTree, cost: Float64Array, sinks: number): number {
  let total = 0;
  for (let node = 0; node < root; node++) {
    const other = parent[node]!;
    if (other === root) continue;
    const arc = node < sources ? node * sinks + (other - sources) : other * sinks + (node - sources);
    total += flow[node]! * cost[arc]!;
  }
  return total;
}
