import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transportationCost } from '../../src/core/transportation.ts';
import { assertClose, normalised, random } from './_numbers.ts';

test('one source and one sink: amount times cost', () => {
  assert.equal(transportationCost([2], [2], Float64Array.of(3)), 6);
});

test('by hand: the cheap pair is given up where that saves more elsewhere', () => {
  // 1 -> A costs 1, but then 2 -> B costs 100; 1 -> B and 2 -> A cost 4 together.
  const cost = Float64Array.of(1, 2, 2, 100);
  assert.equal(transportationCost([1, 1], [1, 1], cost), 4);
});

test('by hand: supply is split over several sinks, and sinks are filled from several sources', () => {
  //              A  B  C
  // source 1     1  3  5     has 4
  // source 2     2  2  9     has 3;  the sinks want 2, 3, 2
  const cost = Float64Array.of(1, 3, 5, 2, 2, 9);
  assert.equal(transportationCost([4, 3], [2, 3, 2], cost), 2 * 1 + 2 * 5 + 3 * 2);
});

test('nothing to move costs nothing', () => {
  assert.equal(transportationCost([], [], new Float64Array()), 0);
  assert.equal(transportationCost([1e-17], [], new Float64Array()), 0);
});

test('all costs 0: the answer is 0 and it comes', () => {
  assert.equal(transportationCost([1, 1], [1, 1], new Float64Array(4)), 0);
});

test('it is the best of all assignments where every amount is 1', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const next = random(seed);
    const size = 2 + (seed % 5);
    // Small whole costs, so that many trees are degenerate and many plans equally good.
    const cost = Float64Array.from({ length: size * size }, () => (seed % 2 ? Math.floor(4 * next()) : next()));
    const ones = Array.from({ length: size }, () => 1);
    assertClose(transportationCost(ones, ones, cost), bestAssignment(cost, size), 1e-12, `seed ${seed}`);
  }
});

test('no plan that exchanges amounts between two pairs is cheaper than the answer', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const next = random(100 + seed);
    const supply = [...normalised(Array.from({ length: 30 }, next))];
    const demand = [...normalised(Array.from({ length: 40 }, next))];
    const cost = Float64Array.from({ length: 1200 }, next);
    assertClose(
      transportationCost(supply, demand, cost),
      cheapestByCancelling(supply, demand, cost),
      1e-12,
      `seed ${seed}`,
    );
  }
});

test('a grid of 20 x 20 against its mirror image, with ties everywhere, comes to an end', () => {
  const cells = Array.from({ length: 200 }, (_, i) => i);
  const equal = cells.map(() => 1 / 200);
  // From the left half (x < 10) to the right one, cell by cell: everything moves by 10 columns.
  const cost = Float64Array.from({ length: 40000 }, (_, pair) => {
    const source = Math.floor(pair / 200);
    const sink = pair % 200;
    return Math.hypot((source % 10) - (sink % 10) - 10, Math.floor(source / 10) - Math.floor(sink / 10));
  });
  assertClose(transportationCost(equal, equal, cost), 10, 1e-9);
});

function bestAssignment(cost: Float64Array, size: number, row = 0, taken = 0): number {
  if (row === size) return 0;
  let best = Infinity;
  for (let column = 0; column < size; column++) {
    if (taken & (1 << column)) continue;
    best = Math.min(best, cost[row * size + column]! + bestAssignment(cost, size, row + 1, taken | (1 << column)));
  }
  return best;
}

/** The naive method: any plan, made cheaper round negative cycles (Bellman-Ford) until there are none. */
function cheapestByCancelling(supply: readonly number[], demand: readonly number[], cost: Float64Array): number {
  const flow = northWestCorner(supply, demand);
  for (let cycle = negativeCycle(flow, cost, supply.length); cycle; cycle = negativeCycle(flow, cost, supply.length)) {
    const amount = Math.min(...cycle.filter(step => !step.forward).map(step => flow[step.pair]!));
    for (const { pair, forward } of cycle) flow[pair]! += forward ? amount : -amount;
  }
  return flow.reduce((total, amount, pair) => total + amount * cost[pair]!, 0);
}

function northWestCorner(supply: readonly number[], demand: readonly number[]): Float64Array {
  const flow = new Float64Array(supply.length * demand.length);
  const [left, open] = [[...supply], [...demand]];
  for (let source = 0, sink = 0; source < left.length && sink < open.length; ) {
    const amount = Math.min(left[source]!, open[sink]!);
    flow[source * demand.length + sink]! += amount;
    left[source]! -= amount;
    open[sink]! -= amount;
    if (left[source]! <= open[sink]!) source++;
    else sink++;
  }
  return flow;
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly pair: number;
  readonly forward: boolean;
}

function negativeCycle(flow: Float64Array, cost: Float64Array, sources: number): Step[] | undefined {
  const sinks = flow.length / sources;
  const steps: Step[] = [];
  for (let pair = 0; pair < flow.length; pair++) {
    const [source, sink] = [Math.floor(pair / sinks), sources + (pair % sinks)];
    steps.push({ from: source, to: sink, pair, forward: true });
    if (flow[pair]! > 1e-15) steps.push({ from: sink, to: source, pair, forward: false });
  }
  const distance = new Float64Array(sources + sinks);
  const into: (Step | undefined)[] = [];
  let last: number | undefined;
  for (let round = 0; round <= distance.length; round++) {
    last = undefined;
    for (const step of steps) {
      const length = distance[step.from]! + (step.forward ? cost[step.pair]! : -cost[step.pair]!);
      if (length >= distance[step.to]! - 1e-12) continue;
      distance[step.to] = length;
      into[step.to] = step;
      last = step.to;
    }
    if (last === undefined) return undefined;
  }
  return cycleThrough(into, last!);
}

function cycleThrough(into: readonly (Step | undefined)[], start: number): Step[] {
  let node = start;
  for (let i = 0; i < into.length; i++) node = into[node]!.from;
  const cycle: Step[] = [];
  for (let at = node; ; ) {
    const step = into[at]!;
    cycle.push(step);
    at = step.from;
    if (at === node) return cycle;
  }
}
