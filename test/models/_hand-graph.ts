import type { Graph, GraphNode, Kind } from '../../src/models/_graph.ts';

type Shape = readonly number[];

/**
 * A graph written by hand, one node per line: `name: kind <- input, input | height x width x channels`. A node without
 * inputs written reads the one before; a node without a shape has that of the one before. It cannot be executed.
 */
export function handGraph(text: string): Graph {
  const nodes: GraphNode[] = [];
  const shapes = new Map<string, Shape>();
  for (const line of text.trim().split('\n')) {
    const { name, kind, inputs, shape } = parse(line, nodes.at(-1)?.name);
    shapes.set(name, shape ?? shapes.get(nodes.at(-1)!.name)!);
    nodes.push({ name, kind, inputs, operation: kind });
  }
  const [height, width, channels] = shapes.get(nodes[0]!.name)! as [number, number, number];
  return {
    format: 'by hand',
    nodes,
    input: nodes[0]!.name,
    inputShape: { height, width, channels },
    output: nodes.at(-1)!.name,
    weightBytes: 0,
    weights: () => ({ kernels: [], others: [] }),
    shapes: names => names.map(name => shapes.get(name)!),
    execute: () => assertNever(),
    endTrunkAt: () => {},
    trunkProblem: () => undefined,
    [Symbol.dispose]: () => {},
  };
}

function parse(line: string, before: string | undefined) {
  const { name, kind, inputs, shape } =
    /^\s*(?<name>[\w/:]+): (?<kind>[\w-]+)( <- (?<inputs>[\w/:, ]+?))?( \| (?<shape>[\dx ]+))?\s*$/.exec(line)
      ?.groups ?? assertNever(line);
  return {
    name: name!,
    kind: kind as Kind,
    inputs: inputs?.split(', ') ?? (before === undefined ? [] : [before]),
    shape: shape?.split(' x ').map(Number),
  };
}

function assertNever(line = 'execution'): never {
  throw new SyntaxError(`not in a graph written by hand: ${line}`);
}
