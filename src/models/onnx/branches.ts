import { create, fromBinary } from '@bufbuild/protobuf';
import { CamdriftError } from '../../errors.ts';
import { type GraphProto, GraphProtoSchema, type NodeProto, NodeProtoSchema } from './onnx_pb.ts';
import { neededInOrder } from './order.ts';
import type { Plan } from './plan.ts';
import { Runner } from './runner.ts';
import { nameOf } from './unknown.ts';
import type { Live } from './value.ts';
import type { Weights } from './weights.ts';

/**
 * The graph with the branch that is taken in the place of every `If` that the output needs. Exporters write such nodes where a rank or
 * a size was not known to them; which way they go is the same for every picture. Others stay, and are refused as unknown operators.
 *
 * @param decided which way a condition goes, where constants and shapes alone say so
 */
export function withoutBranches(
  graph: GraphProto,
  output: string,
  decided: (graph: GraphProto, condition: string) => boolean | undefined,
): GraphProto {
  let current = graph;
  const open = new Set<NodeProto>();
  for (let count = 0; ; count++) {
    const node = neededInOrder(current, output).find(each => isBranch(each) && !open.has(each));
    if (!node) return current;
    if (count >= mostBranches) throw tooMany(node);
    const way = decided(current, node.input[0] ?? '');
    if (way === undefined) open.add(node);
    else current = inlined(current, node, branchOf(node, way ? 'then_branch' : 'else_branch'));
  }
}

/** Which way a condition goes for pictures of this size, if that depends on no pixel and on no number of pictures. */
export function wayOf(
  plan: Plan,
  condition: string,
  counts: readonly number[],
  weights: Weights,
  start: { readonly name: string; black(images: number): ReadonlyMap<string, Live> },
): boolean | undefined {
  const constant = plan.constants.get(condition);
  if (constant) return constant.data[0] !== 0;
  if (!plan.shapeSteps.has(condition)) return undefined;
  const runner = new Runner(plan, weights, start.name, start.black);
  const [way, ...others] = counts.map(images => runner.known(condition, images, new Map()).data[0] !== 0);
  return others.every(other => other === way) ? way : undefined;
}

/** Each costs a walk through the graph, and may cost a run of what it reads the shape of. */
const mostBranches = 32;

const isBranch = ({ domain, opType }: NodeProto): boolean => opType === 'If' && (domain === '' || domain === 'ai.onnx');

function branchOf(node: NodeProto, name: string): GraphProto {
  const found = node.attribute.find(each => each.name === name);
  try {
    const branch = found && fromBinary(GraphProtoSchema, found.g, { readUnknownFields: false });
    if (branch && branch.output.length >= node.output.length) return branch;
  } catch {
    // said below
  }
  throw new CamdriftError(
    'model-unreadable',
    `Node \`${nameOf(node)}\` (If) has no readable \`${name}\` with ${node.output.length} output${node.output.length === 1 ? '' : 's'}.`,
  );
}

/** What the branch makes goes on under the names of the node's outputs. */
function inlined(graph: GraphProto, node: NodeProto, branch: GraphProto): GraphProto {
  const passed = node.output.map((output, at) =>
    create(NodeProtoSchema, {
      opType: 'Identity',
      name: `${nameOf(node)}/${at}`,
      input: [branch.output[at]!.name],
      output: [output],
    }),
  );
  const at = graph.node.indexOf(node);
  return {
    ...graph,
    node: graph.node.toSpliced(at, 1, ...branch.node, ...passed),
    initializer: [...graph.initializer, ...branch.initializer],
  };
}

const tooMany = (node: NodeProto): CamdriftError =>
  new CamdriftError(
    'model-unsupported',
    `Node \`${nameOf(node)}\` (If) is one of more than ${mostBranches} that depend on shapes; expected fewer.`,
    { remedy: 'Export the model for pictures of one size, or simplify it with onnx-simplifier.' },
  );
