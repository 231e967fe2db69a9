import { CamdriftError } from '../../errors.ts';
import { inExecutionOrder, throughCycle } from '../_execution-order.ts';
import type { GraphProto, NodeProto } from './onnx_pb.ts';

/** The nodes that an output needs, each after those it reads, whatever order the file has. Cycles and clashes are refused. */
export function neededInOrder(graph: GraphProto, output: string): NodeProto[] {
  const makers = makersOf(graph);
  const first = makers.get(output);
  const sorted = inExecutionOrder(
    first ? [first] : [],
    node => node.input.flatMap(name => makers.get(name) ?? []),
    node => throughCycle(node.name || node.output[0]!),
  );
  const needed = new Set(sorted);
  const asWritten = graph.node.filter(node => needed.has(node));
  return isOrdered(asWritten, makers) ? asWritten : sorted;
}

/** ONNX demands that a node stands behind what it reads; then the file's order is the reader's. */
function isOrdered(nodes: readonly NodeProto[], makers: ReadonlyMap<string, NodeProto>): boolean {
  const before = new Set<NodeProto | undefined>([undefined]);
  return nodes.every(node => {
    const ready = node.input.every(name => before.has(makers.get(name)));
    before.add(node);
    return ready;
  });
}

/** Which node makes a value. Every value is made once, as ONNX demands. */
function makersOf(graph: GraphProto): ReadonlyMap<string, NodeProto> {
  const makers = new Map<string, NodeProto>();
  const given = new Set(graph.initializer.map(({ name }) => name));
  if (given.size < graph.initializer.length) throw twice(graph.initializer.map(({ name }) => name));
  for (const { name } of graph.input) given.add(name);
  for (const node of graph.node) {
    for (const name of node.output) {
      if (name !== '' && (makers.has(name) || given.has(name))) throw twice([name, name]);
      makers.set(name, node);
    }
  }
  makers.delete('');
  return makers;
}

function twice(names: readonly string[]): CamdriftError {
  const seen = new Set<string>();
  const name = names.find(other => seen.has(other) || !seen.add(other));
  return new CamdriftError(
    'model-unreadable',
    `The graph makes the value \`${name}\` twice; expected every name once.`,
  );
}
