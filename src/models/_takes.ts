import type { Engine } from '../engines/engine.ts';
import { type Graph, type GraphNode, nodeTable, shapeOf } from './_graph.ts';
import { scoresOf } from './_trial.ts';
import type { Takes } from './model.ts';

/**
 * What numbers a model's input is made for, where the file shows it: its input holds bytes, or its first steps, before any
 * features are made, turn 0 to 255, or 0 to 1, into what networks are fed.
 */
export function takesOf(engine: Engine, graph: Graph): Takes | undefined {
  if (graph.takesBytes) return { kind: 'bytes' };
  const node = lastOfOwn(graph);
  if (!node) return undefined;
  const [black, low, high] = [0, 1, 255].map(value => middleOf(engine, graph, node, value)) as [
    number[],
    number[],
    number[],
  ];
  const becomes = (values: number[]): [number, number] => [
    Math.min(...black, ...values),
    Math.max(...black, ...values),
  ];
  const [wide, narrow] = [high, low].map(values => values.map((value, at) => value - black[at]!)) as [
    number[],
    number[],
  ];
  const within = (spans: readonly number[], least: number) =>
    spans.every(span => Math.abs(span) >= least && Math.abs(span) <= mostSpan);
  if (within(wide, leastSpan)) return { kind: 'rescaled', node: node.name, becomes: becomes(high) };
  const isLinear = wide.every((span, at) => Math.abs(span - 255 * narrow[at]!) <= 0.01 * Math.abs(span));
  if (isLinear && within(narrow, 1.5)) return { kind: 'normalised', node: node.name, becomes: becomes(low) };
  return undefined;
}

/** How far apart black and white are where networks begin: 1 for `unit`, 2 for `tf`, 4.5 for ImageNet's deviations. */
const leastSpan = 0.2;
const mostSpan = 12;

const own: ReadonlySet<GraphNode['kind']> = new Set(['identity', 'spatial', 'elementwise', 'pointwise-linear']);

/** The last of the steps that each picture goes through first, cell by cell; nothing where none of them changes a value. */
function lastOfOwn(graph: Graph): GraphNode | undefined {
  const { channels } = graph.inputShape;
  let node = nodeTable(graph.nodes).get(graph.input);
  let changes = false;
  for (let last = node; node; last = node) {
    const readers = graph.nodes.filter(({ inputs }) => inputs.includes(last!.name));
    const [next] = readers;
    if (readers.length !== 1 || next!.inputs.length !== 1 || !own.has(next!.kind)) break;
    const shape = shapeOf(graph, next!.name);
    if (shape.length !== 3 || shape.at(-1) !== channels) break;
    changes ||= next!.kind === 'elementwise' || next!.kind === 'pointwise-linear';
    node = next;
  }
  return changes ? node : undefined;
}

/** The middle of a picture of one value, per channel. */
function middleOf(engine: Engine, graph: Graph, { name }: GraphNode, value: number): number[] {
  const { width, height, channels } = graph.inputShape;
  const found = scoresOf(engine, graph, name, new Float32Array(width * height * channels).fill(value));
  const [high, wide] = shapeOf(graph, name) as [number, number];
  const at = ((high >> 1) * wide + (wide >> 1)) * channels;
  return [...found.subarray(at, at + channels)];
}
