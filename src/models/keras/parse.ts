import { inExecutionOrder } from '../_execution-order.ts';
import { type Call, callsOf, isReference, type Reference, references } from './calls.ts';
import {
  declaredInput,
  innerLayers,
  isModel,
  isSequential,
  type KerasLayer,
  nameOf,
  unreadable,
  unsupported,
} from './config.ts';
import type { Dialect, LayerClass, WeightRole } from './layer.ts';
import { classOf } from './layers/index.ts';
import { isOperation, operationOf } from './operations.ts';

/** A functional or sequential model, its calls checked: each of what is there, and none of itself. */
export interface ParsedModel {
  readonly name: string;
  readonly layers: ReadonlyMap<string, ParsedLayer>;
  readonly inputs: readonly Reference[];
  readonly outputs: readonly Reference[];
}

export interface ParsedLayer {
  readonly layer: KerasLayer;
  readonly name: string;
  readonly calls: readonly Call[];
  /** What it is: a model in the model, a layer or an operation, or an input. */
  readonly is: { readonly model: ParsedModel } | { readonly class: LayerClass } | 'input';
  /** Where its weights are looked for; operations have none. */
  readonly node?: LayerNode;
}

/** A layer in the tree of a Keras model, as far as finding its weights needs to know. */
export interface LayerNode {
  readonly name: string;
  readonly className: string;
  /** Models outside in, with slashes; the key of its weights. */
  readonly path: string;
  readonly frozen: boolean;
  readonly weights: readonly WeightRole[];
  /** Of a model: its layers in Keras's order. */
  readonly layers?: readonly LayerNode[];
}

/** No classifier comes near. */
const limits = { layers: 5_000, depth: 32 };

interface Scope {
  readonly path: string;
  readonly depth: number;
  readonly count: { layers: number };
  readonly dialect: Dialect;
}

export function parseModel(model: KerasLayer, dialect: Dialect): { model: ParsedModel; root: LayerNode } {
  if (!isModel(model))
    throw unsupported(
      `The model is of class \`${model.class_name}\`; camdrift reads functional and sequential models of Keras.`,
      'Rebuild it with keras.Model(inputs, outputs), or export it to a TensorFlow.js graph model or ONNX.',
    );
  const parsed = modelAt(model, { path: '', depth: 0, count: { layers: 0 }, dialect });
  return { model: parsed.model, root: parsed.node };
}

function modelAt(model: KerasLayer, scope: Scope): { model: ParsedModel; node: LayerNode } {
  const layers = isSequential(model) ? chained(model, scope) : innerLayers(model);
  scope.count.layers += layers.length;
  if (scope.depth > limits.depth || scope.count.layers > limits.layers)
    throw unreadable(`The model has more than ${limits.layers} layers, or is nested more than ${limits.depth} deep`);
  const calls = new Map(layers.map(layer => [nameOf(layer), callsOf(layer)]));
  if (calls.size !== layers.length) throw unreadable(`Two layers of model ${nameOf(model)} have the same name`);
  const ends = isSequential(model) ? chainEnds(layers) : modelEnds(model);
  const counted = fromZero(layers, calls, ends);
  requireOrder(counted.calls, counted.ends);
  const parts = layers.map(layer => layerAt(layer, counted.calls.get(nameOf(layer))!, scope));
  const own = parts
    .flatMap(({ node }) => node ?? [])
    .filter(({ className }) => !isSequential(model) || className !== 'InputLayer');
  return {
    model: { name: nameOf(model), layers: new Map(parts.map(part => [part.name, part])), ...counted.ends },
    node: { ...nodeOf(model, scope.path), layers: own },
  };
}

function layerAt(layer: KerasLayer, calls: readonly Call[], scope: Scope): ParsedLayer {
  const name = nameOf(layer);
  const path = scope.path ? `${scope.path}/${name}` : name;
  if (layer.class_name === 'InputLayer') return { layer, name, calls, is: 'input', node: nodeOf(layer, path) };
  if (isModel(layer)) {
    const { model, node } = modelAt(layer, { ...scope, path, depth: scope.depth + 1 });
    return { layer, name, calls, is: { model }, node };
  }
  if (isOperation(layer, scope.dialect)) return { layer, name, calls, is: { class: operationOf(layer) } };
  const found = classOf(layer);
  return {
    layer,
    name,
    calls,
    is: { class: found },
    node: { ...nodeOf(layer, path), weights: found.weights?.(layer.config) ?? [] },
  };
}

function nodeOf(layer: KerasLayer, path: string): LayerNode {
  const { class_name: className } = layer;
  return { name: nameOf(layer), className, path, frozen: layer.config.trainable === false, weights: [] };
}

/** A sequence as calls one after the other, with an input layer before it where the file leaves that out. */
function chained(model: KerasLayer, { depth }: Scope): KerasLayer[] {
  const inner = innerLayers(model);
  const first = inner[0];
  const shape = first && declaredInput(model);
  if (!first || (depth === 0 && !shape))
    throw unsupported(
      `The sequential model ${nameOf(model)} declares no input shape.`,
      'Give it an Input layer, or call it once, before saving.',
    );
  const name = inner.some(layer => nameOf(layer) === 'input') ? `${nameOf(model)}_input` : 'input';
  const input = { class_name: 'InputLayer', config: { name, batch_shape: shape } };
  const layers = first.class_name === 'InputLayer' ? inner : [input, ...inner];
  return layers.map((layer, index) => ({
    ...layer,
    inbound_nodes: index === 0 ? [] : [[[nameOf(layers[index - 1]!), 0, 0, {}]]],
  }));
}

interface Ends {
  readonly inputs: readonly Reference[];
  readonly outputs: readonly Reference[];
}

const chainEnds = (layers: readonly KerasLayer[]): Ends => ({
  inputs: [{ layer: nameOf(layers[0]!), call: 0, tensor: 0 }],
  outputs: [{ layer: nameOf(layers.at(-1)!), call: 0, tensor: 0 }],
});

const modelEnds = ({ config }: KerasLayer): Ends => ({
  inputs: references(config.input_layers, 'input layers'),
  outputs: references(config.output_layers, 'output layers'),
});

/** Keras 2 counts the calls of a nested model from 1, because its making was the first. */
function fromZero(layers: readonly KerasLayer[], calls: ReadonlyMap<string, readonly Call[]>, ends: Ends) {
  const read = [...ends.outputs, ...[...calls.values()].flat().flatMap(call => call.operands.filter(isReference))];
  const last = new Map<string, number>();
  for (const { layer, call } of read) last.set(layer, Math.max(last.get(layer) ?? 0, call));
  const models = new Set(layers.filter(isModel).map(nameOf));
  const shifted = new Set([...models].filter(name => last.get(name) === calls.get(name)!.length));
  const counted = (reference: Reference): Reference =>
    shifted.has(reference.layer) ? { ...reference, call: reference.call - 1 } : reference;
  const all = [...calls].map(([name, list]): [string, Call[]] => [
    name,
    list.map(call => ({
      ...call,
      operands: call.operands.map(operand => (isReference(operand) ? counted(operand) : operand)),
    })),
  ]);
  return { calls: new Map(all), ends: { inputs: ends.inputs, outputs: ends.outputs.map(counted) } };
}

/** Every reference is to a call that is there, and no call waits for itself. */
function requireOrder(calls: ReadonlyMap<string, readonly Call[]>, ends: Ends): void {
  const inputs = new Set(ends.inputs.map(({ layer }) => layer));
  const nodes = new Map(
    [...calls].flatMap(([name, list]) => list.map((call, at) => [`${name} ${at}`, { name, call }])),
  );
  const found = ({ layer, call }: Reference) => {
    if (!calls.has(layer)) throw unreadable(`The model refers to a layer \`${layer}\` that it does not have`);
    const node = nodes.get(`${layer} ${call}`);
    if (node || inputs.has(layer) || calls.get(layer)!.length === 0) return node ? [node] : [];
    throw unreadable(`The model refers to call ${call} of layer \`${layer}\`, which has ${calls.get(layer)!.length}`);
  };
  for (const reference of ends.inputs) found({ ...reference, call: 0 });
  for (const reference of ends.outputs) found(reference);
  inExecutionOrder(
    [...nodes.values()],
    node => node.call.operands.filter(isReference).flatMap(found),
    ({ name }) => unreadable(`Layer \`${name}\` waits for its own output`),
  );
}
