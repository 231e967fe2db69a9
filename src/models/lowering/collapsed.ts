import { type Graph, type GraphNode, nodeTable } from '../_graph.ts';
import type { Built } from './builder.ts';
import { kindOf } from './kinds.ts';
import type { Layer } from './layer.ts';

/**
 * The graph of steps as its author knows it: one node per layer, under the layer's name. Every layer has one value, that
 * of the step which has its name; feeds and fetches are the same.
 */
export function collapsed(graph: Graph, { layers, aliases }: Built, format: string): Graph {
  const groups = groupsOf(graph, layers, aliases);
  const nodes = groups.map(shownGroup);
  const answering = answerOf(nodes, graph.output);
  const at = groups.findIndex(({ layer }) => layer.name === answering);
  return { ...graph, format, nodes: nodes.toSpliced(at, 1, ...splitAnswer(groups[at]!)) };
}

interface Group {
  readonly layer: Layer;
  readonly steps: readonly GraphNode[];
}

/** Steps by layer, in execution order; what they read of other layers has those layers' names. */
function groupsOf({ nodes }: Graph, layers: Built['layers'], aliases: ReadonlySet<string>): Group[] {
  const real = new Map<string, string>();
  const members = new Map<string, { layer: Layer; steps: GraphNode[] }>();
  for (const node of nodes) {
    if (aliases.has(node.name)) {
      real.set(node.name, real.get(node.inputs[0]!) ?? node.inputs[0]!);
      continue;
    }
    const layer = layers.get(node.name) ?? { name: node.name, operation: node.operation };
    const group = members.get(layer.name) ?? { layer, steps: [] };
    members.set(layer.name, group);
    const from = (name: string) => real.get(name) ?? name;
    const seen = (name: string) => {
      const maker = layers.get(name);
      return maker && maker !== layer ? maker.name : name;
    };
    group.steps.push({ ...node, inputs: [...new Set(node.inputs.map(from).map(seen))] });
  }
  return [...members.values()].filter(({ layer, steps }) => steps.at(-1)!.name === layer.name);
}

function shownGroup({ layer, steps }: Group): GraphNode {
  const { patches, skipsPatches: _, attends: __, ...last } = steps.at(-1)!;
  const own = new Set(steps.map(({ name }) => name));
  const inputs = [...new Set(steps.flatMap(step => step.inputs))].filter(name => !own.has(name));
  return {
    ...last,
    name: layer.name,
    operation: layer.operation,
    kind: declaredKind(layer, steps),
    inputs,
    ...(patches && { patches }),
    ...(steps.some(bends) && { bends: true }),
    ...(steps.some(step => step.attends) && { attends: true }),
    ...(steps.some(step => step.skipsPatches) && { skipsPatches: true }),
  };
}

const bends = ({ kind, operation }: GraphNode): boolean =>
  kind === 'elementwise' && !['Add', 'Sub'].includes(operation);

/** A layer of which nobody knows where its features lie says so, whatever it is called. */
function declaredKind({ kind }: Layer, steps: readonly GraphNode[]): GraphNode['kind'] {
  const kinds = steps.map(step => step.kind);
  const lost = kinds.includes('other') && kinds.every(each => each === 'other' || each === 'identity');
  return lost ? 'other' : (kind ?? kindOf(kinds));
}

/** The layer that gives the answer, seen past what changes no value. */
function answerOf(nodes: readonly GraphNode[], output: string): string {
  const table = nodeTable(nodes);
  let node = table.get(output);
  while (node?.kind === 'identity') node = table.get(node.inputs[0]!);
  return node?.name ?? output;
}

/** A softmax or sigmoid that belongs to the answering layer becomes a node of its own. */
function splitAnswer(group: Group): GraphNode[] {
  const { layer, steps } = group;
  const at = steps.findIndex(step => step.name === layer.logits);
  if (at < 0) return [shownGroup(group)];
  const link = kindOf(steps.slice(at + 1).map(step => step.kind));
  const logits = shownGroup({
    layer: { name: layer.logits!, operation: layer.operation },
    steps: steps.slice(0, at + 1),
  });
  const answer = shownGroup({ layer: { name: layer.name, operation: link }, steps: steps.slice(at + 1) });
  return [logits, { ...answer, kind: link }];
}
