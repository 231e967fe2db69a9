import type { Dialect } from './_keras-activations.ts';
import { type Call, callsOf, isReference, type Reference, references } from './_keras-calls.ts';
import {
  declaredInput,
  innerLayers,
  isModel,
  isOperation,
  isSequential,
  type KerasLayer,
  nameOf,
  unreadable,
  unsupported,
} from './_keras-config.ts';
import { translateLayer, type WeightRole } from './_keras-layer-table.ts';
import { operationConfig } from './_keras-operations.ts';
import { type Ends, modelShifts, requireOrder } from './_keras-order.ts';
import { verbatim } from './_verbatim.ts';

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

export interface Translated {
  /** For TensorFlow.js. */
  readonly topology: { readonly class_name: string; readonly config: object };
  readonly root: LayerNode;
}

/** No classifier comes near; what goes beyond would keep TensorFlow.js busy for long. */
const limits = { layers: 5_000, depth: 32 };

/**
 * A functional or sequential model of Keras 2 or 3 in the words of TensorFlow.js: a sequence becomes a chain, and each
 * weight asks for its values by `source`, path and role.
 */
export function translateModel(model: KerasLayer, dialect: Dialect, source: string): Translated {
  if (!isModel(model))
    throw unsupported(
      `The model is of class \`${model.class_name}\`; camdrift reads functional and sequential models of Keras.`,
      'Rebuild it with keras.Model(inputs, outputs), or export it to a TensorFlow.js graph model or ONNX.',
    );
  const translation = new Translation(dialect, source);
  const { topology, node } = translation.model(model, '', 0);
  return { topology, root: node };
}

interface Entry {
  readonly name: string;
  readonly class_name: string;
  readonly config: Record<string, unknown>;
  readonly inbound_nodes: readonly (readonly unknown[])[];
}

class Translation {
  readonly #dialect: Dialect;
  readonly #source: string;
  #count = 0;

  constructor(dialect: Dialect, source: string) {
    this.#dialect = dialect;
    this.#source = source;
  }

  model(model: KerasLayer, path: string, depth: number) {
    const layers = isSequential(model) ? chained(model) : innerLayers(model);
    this.#count += layers.length;
    if (depth > limits.depth || this.#count > limits.layers)
      throw unreadable(`The model has more than ${limits.layers} layers, or is nested more than ${limits.depth} deep`);
    const calls = new Map(layers.map(layer => [nameOf(layer), callsOf(layer)]));
    if (calls.size !== layers.length) throw unreadable(`Two layers of model ${nameOf(model)} have the same name`);
    const ends = isSequential(model) ? chainEnds(layers) : modelEnds(model);
    requireOrder(layers, calls, ends);
    const shift = modelShifts(layers, calls, ends.outputs);
    const parts = layers.map(layer => this.#layer(layer, calls.get(nameOf(layer))!, { path, depth, shift }));
    const point = ({ layer, call, tensor }: Reference) => [layer, call + (shift.get(layer) ?? 0), tensor];
    const config = {
      name: nameOf(model),
      layers: parts.map(({ entry }) => entry),
      input_layers: ends.inputs.map(point),
      output_layers: ends.outputs.map(point),
    };
    const nodes = parts.flatMap(({ node }) => node ?? []);
    const own = nodes.filter(({ className }) => !isSequential(model) || className !== 'InputLayer');
    return { topology: { class_name: 'Model', config }, node: { ...nodeOf(model, path), layers: own } };
  }

  #layer(layer: KerasLayer, calls: readonly Call[], scope: Scope): { entry: Entry; node?: LayerNode } {
    const name = nameOf(layer);
    const path = scope.path ? `${scope.path}/${name}` : name;
    const entry = (class_name: string, config: object): Entry => ({
      name,
      class_name,
      config: { ...config, name },
      inbound_nodes: calls.map(call => inbound(call, scope.shift)),
    });
    if (layer.class_name === 'InputLayer') {
      const shape = declaredInput(layer);
      return {
        entry: { ...entry('InputLayer', { batch_input_shape: shape }), inbound_nodes: [] },
        node: nodeOf(layer, path),
      };
    }
    if (isOperation(layer)) return { entry: entry('KerasOperation', operationConfig(layer, calls)) };
    if (isModel(layer)) {
      const { topology, node } = this.model(layer, path, scope.depth + 1);
      return { entry: entry(topology.class_name, topology.config), node };
    }
    const { className, config, weights } = translateLayer(layer, this.#dialect);
    const from = ({ role }: WeightRole) => ({
      class_name: 'FromKerasFile',
      config: { request: verbatim({ source: this.#source, path, role }) },
    });
    const initializers = Object.fromEntries(weights.map(weight => [`${weight.role}_initializer`, from(weight)]));
    return { entry: entry(className, { ...config, ...initializers }), node: { ...nodeOf(layer, path), weights } };
  }
}

interface Scope {
  readonly path: string;
  readonly depth: number;
  readonly shift: ReadonlyMap<string, number>;
}

function nodeOf(layer: KerasLayer, path: string): LayerNode {
  const { class_name: className } = layer;
  return { name: nameOf(layer), className, path, frozen: layer.config.trainable === false, weights: [] };
}

function inbound(call: Call, shift: ReadonlyMap<string, number>): readonly unknown[] {
  const tensors = call.operands.filter(isReference);
  return tensors.map(({ layer, call: index, tensor }) => [layer, index + (shift.get(layer) ?? 0), tensor, {}]);
}

/** A sequence as calls one after the other, with an input layer before it where the file leaves that out. */
function chained(model: KerasLayer): KerasLayer[] {
  const inner = innerLayers(model);
  const first = inner[0];
  const shape = first && declaredInput(model);
  if (!shape)
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

const chainEnds = (layers: readonly KerasLayer[]): Ends => ({
  inputs: [{ layer: nameOf(layers[0]!), call: 0, tensor: 0 }],
  outputs: [{ layer: nameOf(layers.at(-1)!), call: 0, tensor: 0 }],
});

const modelEnds = ({ config }: KerasLayer): Ends => ({
  inputs: references(config.input_layers, 'input layers'),
  outputs: references(config.output_layers, 'output layers'),
});
