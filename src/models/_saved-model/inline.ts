import { CamdriftError } from '../../errors.ts';
import { inExecutionOrder } from '../_execution-order.ts';
import { branches, calls, outputIndex, passThrough } from './operations.ts';
import type { Ref, Step } from './step.ts';
import type { FunctionDef, GraphDef, NodeDef } from './tensorflow_pb.ts';
import { valueFromProto } from './values.ts';

/** A graph whose function calls are replaced by what the functions do, as far as it is asked for. */
export interface Inlined {
  /** What stands behind names like `node:0`; control inputs, and steps that pass their input on, are left out. */
  refs(names: readonly string[]): Ref[];
  /** Inputs of every operation of that kind, in the graph itself and in the function that the named node calls. */
  inputsOf(op: string, caller: string): readonly (readonly Ref[])[];
}

/** @param inputs what stands for the nodes of those names, whatever the graph makes them from */
export function inlined(graph: GraphDef, inputs: readonly { readonly name: string; readonly step: Step }[]): Inlined {
  const functions = new Map(graph.library?.function.map(made => [made.signature?.name ?? '', made]));
  const context: Context = { functions, active: [], counter: { steps: 0 } };
  const args = new Map(inputs.map(({ name, step }) => [nodeOf(name), { step, index: 0 }]));
  const scope: Scope = { nodes: table(graph.node), args, path: '', known: new Map() };
  const gather = (op: string, { nodes }: Scope, names: Scope) =>
    [...nodes.values()].filter(node => node.op === op).map(node => resolve(context, names, dataInputs(node)));
  return {
    refs: names => resolve(context, scope, names),
    inputsOf(op, caller) {
      const node = scope.nodes.get(nodeOf(caller));
      const called = node && calls.has(node.op) && functions.get(functionName(node, 'f'));
      const own = gather(op, scope, scope);
      if (!node || !called) return own;
      const inner = opened(called, resolve(context, scope, dataInputs(node)), '');
      return [...own, ...gather(op, inner, inner)];
    },
  };
}

interface Context {
  readonly functions: ReadonlyMap<string, FunctionDef>;
  /** Functions that are being inlined, the outermost first. */
  readonly active: readonly string[];
  readonly counter: { steps: number };
}

/** The graph itself, or one call of a function. */
interface Scope {
  readonly nodes: ReadonlyMap<string, NodeDef>;
  readonly args: ReadonlyMap<string, Ref>;
  /** What goes before names in it. */
  readonly path: string;
  /** Outputs of the nodes that were needed so far. */
  readonly known: Map<string, readonly Ref[] | Step>;
}

/** Few models nest more than five; a chain that doubles at each level would fill any memory. */
const deepest = 32;
const mostSteps = 200_000;

const table = (nodes: readonly NodeDef[]): ReadonlyMap<string, NodeDef> =>
  new Map(nodes.map(node => [node.name, node]));

/** `node`, `node:0` and, in a function, `node:output:0` all name the node. */
const nodeOf = (reference: string): string => reference.split(':')[0]!;

const dataInputs = ({ input }: NodeDef): string[] => input.filter(name => !name.startsWith('^'));

function resolve(context: Context, scope: Scope, names: readonly string[]): Ref[] {
  const { args, nodes, known } = scope;
  const wanted = (references: readonly string[]) =>
    references.map(nodeOf).flatMap(name => (known.has(name) || args.has(name) ? [] : (nodes.get(name) ?? [])));
  for (const node of inExecutionOrder(wanted(names), other => wanted(dataInputs(other)))) {
    countStep(context);
    known.set(node.name, expanded(context, scope, node));
  }
  return names.map(name => lookUp(scope, name));
}

function countStep({ counter }: Context): void {
  if (++counter.steps > mostSteps)
    throw new CamdriftError(
      'model-unsupported',
      `The graph has more than ${mostSteps} steps once its functions are inlined.`,
    );
}

function lookUp({ args, known, nodes }: Scope, reference: string): Ref {
  const [name, second, third] = reference.split(':') as [string, string?, string?];
  const found = args.get(name) ?? known.get(name);
  if (found === undefined)
    throw new CamdriftError('model-unreadable', `The graph reads \`${name}\`, which is not in it.`);
  if ('step' in found) return found;
  const index = Number(third ?? second ?? 0);
  if ('op' in found) return { step: found, index: third ? outputIndex(found.op, second!, index) : index };
  const ref = found[index];
  if (ref) return ref;
  const { op } = nodes.get(name)!;
  throw new CamdriftError(
    'model-unreadable',
    `The graph reads output ${index} of \`${name}\` (${op}), which has ${found.length}.`,
  );
}

/** What a node's outputs are: those of its inputs, of the function it calls, or of a step of its own. */
function expanded(context: Context, scope: Scope, node: NodeDef): readonly Ref[] | Step {
  const inputs = dataInputs(node).map(name => lookUp(scope, name));
  if (passThrough.has(node.op)) return inputs;
  const name = `${scope.path}${node.name}`;
  if (calls.has(node.op)) return called(context, functionName(node, 'f'), inputs, name);
  const taken = branches.has(node.op) ? constantCondition(inputs[0], name) : undefined;
  if (taken !== undefined)
    return called(context, functionName(node, taken ? 'then_branch' : 'else_branch'), inputs.slice(1), name);
  return { name, op: node.op, inputs, attr: node.attr };
}

function functionName({ attr, name }: NodeDef, key: string): string {
  const value = attr[key]?.value;
  if (value?.case === 'func') return value.value.name;
  throw new CamdriftError('model-unreadable', `The call \`${name}\` does not say which function it calls.`);
}

function called(context: Context, name: string, args: readonly Ref[], caller: string): Ref[] {
  const made = context.functions.get(name);
  if (!made)
    throw new CamdriftError('model-unreadable', `The graph calls the function \`${name}\`, which is not in it.`);
  if (context.active.includes(name))
    throw new CamdriftError(
      'model-unsupported',
      `The function \`${name}\` calls itself (${[...context.active, name].join(' -> ')}).`,
    );
  if (context.active.length >= deepest)
    throw new CamdriftError('model-unsupported', `The graph's functions are nested more than ${deepest} deep.`);
  const scope = opened(made, args, pathOf(caller));
  const outputs = (made.signature?.outputArg ?? []).map(({ name: output }) => made.ret[output] ?? output);
  return resolve({ ...context, active: [...context.active, name] }, scope, outputs);
}

function opened({ signature, nodeDef }: FunctionDef, args: readonly Ref[], path: string): Scope {
  const names = signature?.inputArg ?? [];
  if (names.length !== args.length) {
    throw new CamdriftError(
      'model-unreadable',
      `The function \`${signature?.name}\` takes ${names.length} arguments and is called with ${args.length}.`,
    );
  }
  return {
    nodes: table(nodeDef),
    args: new Map(names.map(({ name }, at) => [name, args[at]!])),
    path,
    known: new Map(),
  };
}

/** A call that its author named is a scope; `StatefulPartitionedCall_3` is nobody's name. */
function pathOf(caller: string): string {
  const named = caller.replace(/(^|\/)(Stateful)?PartitionedCall(_\d+)?$/, '');
  return named === '' ? '' : `${named}/`;
}

function constantCondition(ref: Ref | undefined, name: string): boolean | undefined {
  const value = ref?.step.op === 'Const' ? ref.step.attr.value?.value : undefined;
  if (value?.case !== 'tensor') return undefined;
  return valueFromProto(value.value, `The condition of \`${name}\``).data[0] !== 0;
}
