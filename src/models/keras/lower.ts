import { inExecutionOrder } from '../_execution-order.ts';
import { outputsProblem } from '../_outputs.ts';
import { Builder, type Built, type Value } from '../lowering/builder.ts';
import { isReference, type Reference } from './calls.ts';
import { declaredInput, unreadable, unsupported } from './config.ts';
import { type Dialect, LayerCall, type Weight } from './layer.ts';
import type { ParsedLayer, ParsedModel } from './parse.ts';

export interface Manner {
  readonly dialect: Dialect;
  /** Whether TensorFlow.js is what runs the model in the field. */
  readonly inTfjs: boolean;
  /** The weight of a layer, by the layer's path and what Keras calls the weight. */
  weight(path: string, role: string): Weight | undefined;
}

/**
 * A model as one flat graph: nested models are inlined under their path (`backbone/conv5`), and a layer that is called
 * twice becomes two (`conv`, `conv:1`).
 */
export function lowered(model: ParsedModel, output: string | undefined, manner: Manner): Built {
  const builder = new Builder();
  if (model.inputs.length !== 1)
    throw unsupported(`The model has ${model.inputs.length} inputs; camdrift explains models with one image input.`);
  const answer = chosenOutput(model, output);
  const image = imageOf(builder, model.layers.get(model.inputs[0]!.layer)!);
  const [value] = new Lowering(builder, manner).model(model, [image], [answer], '', '');
  return builder.built(value!);
}

function chosenOutput({ outputs }: ParsedModel, name: string | undefined): Reference {
  const names = outputs.map(({ layer }) => layer);
  const chosen = name === undefined ? outputs.length === 1 && outputs[0] : outputs[names.indexOf(name)];
  if (chosen) return chosen;
  throw outputsProblem('model', names.map(output => ({ name: output })), name); // biome-ignore format: one line
}

/** Channels last, or first where the sizes say so; a picture without channels has one. */
function imageOf(builder: Builder, input: ParsedLayer): Value {
  const shape = input.is === 'input' ? declaredInput(input.layer) : undefined;
  const sizes = Array.isArray(shape) ? shape.slice(1).map(size => (Number(size) > 0 ? Number(size) : null)) : [];
  if (sizes.length === 2) return builder.withoutChannels(builder.input(input.name, [null, 1, ...sizes], true));
  if (sizes.length !== 3) return builder.input(input.name, [null, ...sizes], false);
  const [first, second, third] = sizes as [number | null, number | null, number | null];
  const isFirst = first !== null && first <= 4 && (third === null || third > 4);
  return isFirst
    ? builder.input(input.name, [null, ...sizes], false)
    : builder.input(input.name, [null, third, first, second], true);
}

/** One call of one layer. */
interface Node {
  readonly name: string;
  readonly part: ParsedLayer;
  readonly call: number;
}

/** A small file can call a model twice in a model that is called twice in a model. */
const mostCalls = 20_000;

class Lowering {
  readonly #builder: Builder;
  readonly #manner: Manner;
  readonly #names = new Map<string, number>();
  #calls = 0;

  constructor(builder: Builder, manner: Manner) {
    this.#builder = builder;
    this.#manner = manner;
  }

  /** @param scope goes before names; `path` before those by which weights are found */
  model(
    model: ParsedModel,
    inputs: readonly Value[],
    wanted: readonly Reference[],
    scope: string,
    path: string,
  ): Value[] {
    const given = new Map(model.inputs.map(({ layer }, at) => [layer, inputs[at]]));
    const nodes = new Map<string, Node>();
    const values = new Map<string, readonly Value[]>();
    const key = ({ layer, call }: Reference) => `${layer} ${call}`;
    const nodeAt = (reference: Reference): Node[] => {
      if (given.has(reference.layer)) return [];
      const node = nodes.get(key(reference)) ?? { name: reference.layer, part: model.layers.get(reference.layer)!, call: reference.call }; // biome-ignore format: one line
      nodes.set(key(reference), node);
      return [node];
    };
    const valueAt = (reference: Reference): Value => {
      const found = given.get(reference.layer) ?? values.get(key(reference))?.[reference.tensor];
      if (found) return found;
      throw unreadable(`The model refers to output ${reference.tensor} of layer \`${reference.layer}\`, which it does not make`); // biome-ignore format: one line
    };
    const read = ({ part, call }: Node) => (part.calls[call]?.operands ?? []).filter(isReference);
    // The first input is gone into first, so that layers come in the order of the file where that is free.
    const ordered = inExecutionOrder(wanted.flatMap(nodeAt), node => read(node).flatMap(nodeAt).toReversed());
    for (const node of ordered)
      values.set(`${node.name} ${node.call}`, this.#call(node, read(node).map(valueAt), scope, path));
    return wanted.map(valueAt);
  }

  #call({ part, call }: Node, inputs: readonly Value[], scope: string, path: string): readonly Value[] {
    if (++this.#calls > mostCalls) throw unreadable(`The model calls more than ${mostCalls} layers`);
    const name = this.#unique(`${scope}${part.name}`);
    const own = path === '' ? part.name : `${path}/${part.name}`;
    if (part.is === 'input') throw unreadable(`The input layer \`${part.name}\` is not among the inputs of its model`);
    if ('model' in part.is) return this.model(part.is.model, inputs, part.is.model.outputs, `${name}/`, own);
    const { class: found } = part.is;
    const operation = part.layer.class_name;
    const setting = {
      ...this.#manner,
      builder: this.#builder,
      layer: part.layer,
      path: own,
      weight: (role: string) => this.#manner.weight(own, role),
    };
    const made = new LayerCall(setting, inputs, part.calls[call] ?? { operands: [], options: {} });
    return this.#builder.layer({ name, operation, kind: found.kind }, () => found.lower(made));
  }

  #unique(name: string): string {
    const calls = this.#names.get(name) ?? 0;
    this.#names.set(name, calls + 1);
    return calls === 0 ? name : `${name}:${calls}`;
  }
}
