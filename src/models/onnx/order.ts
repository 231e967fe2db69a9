import { CamdriftError } from '../../errors.ts';
import type { GraphProto, NodeProto } from './onnx_pb.ts';

/** The nodes that an output needs, each after those it reads, whatever order the file has. Cycles and clashes are refused. */
export function neededInOrder(graph: GraphProto, output: string): NodeProto[] {
  const makers = makersOf(graph);
  const state = new Map<NodeProto, 'open' | 'done'>();
  const sorted: NodeProto[] = [];
  const first = makers.get(output);
  const stack = first ? [first] : []; // no recursion: a hostile file may nest as deep as it likes
  while (stack.length > 0) {
    const node = stack.at(-1)!;
    if (!state.has(node)) {
      state.set(node, 'open');
      stack.push(...pending(node, makers, state));
      continue;
    }
    stack.pop();
    if (state.get(node) === 'done') continue;
    state.set(node, 'done');
    sorted.push(node);
  }
  const asWritten = graph.node.filter(node => state.has(node));
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

function pending(
  node: NodeProto,
  makers: ReadonlyMap<string, NodeProto>,
  state: ReadonlyMap<NodeProto, string>,
): NodeProto[] {
  return node.input.flatMap(name => {
    const maker = makers.get(name);
    if (maker && state.get(maker) === 'open')
      throw new CamdriftError('model-unreadable', `The graph has a cycle through \`${name}\`.`);
    return maker && !state.has(maker) ? [maker] : [];
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
