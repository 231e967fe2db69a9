import { inExecutionOrder } from '../_execution-order.ts';
import { pictureAmong } from '../_inputs.ts';
import { outputsProblem } from '../_outputs.ts';
import { Builder, type Built, type Value } from '../lowering/builder.ts';
import { isReference, type Reference } from './calls.ts';
import { declaredInput, type KerasLayer, unreadable } from './config.ts';
import { type Dialect, LayerCall, type Weight } from './layer.ts';
import type { ParsedLayer, ParsedModel } from './parse.ts';

export interface Manner {
  /** Which inputs are given something else than the picture, by their layers' names. */
  readonly given?: Iterable<string> | undefined;
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
  const answer = chosenOutput(model, output);
  const inputs = inputsOf(builder, model, manner.given ?? []);
  const [value] = new Lowering(builder, manner).model(model, inputs, [answer], '', '');
  return builder.built(value!);
}

function chosenOutput({ outputs }: ParsedModel, name: string | undefined): Reference {
  const names = outputs.map(({ layer }) => layer);
  const chosen = name === undefined ? outputs.length === 1 && outputs[0] : outputs[names.indexOf(name)];
  if (chosen) return chosen;
  throw outputsProblem(
    'model',
    names.map(output => ({ name: output })),
    name,
  );
}

/** The picture among the inputs, and what is given beside it. */
function inputsOf(builder: Builder, model: ParsedModel, given: Iterable<string>): Value[] {
  const layers = model.inputs.map(({ layer }) => model.layers.get(layer)!);
  const declared = layers.map(({ name, is, layer }) => ({ name, sizes: is === 'input' ? sizesOf(layer) : [] }));
  const picture = pictureAmong(
    declared.map(({ name, sizes }) => ({ name, sizes: [null, ...sizes] })),
    given,
  ).name;
  return declared.map(({ name, sizes }) =>
    name === picture ? imageOf(builder, name, sizes) : builder.further(name, [null, ...sizes]),
  );
}

function sizesOf(input: KerasLayer): (number | null)[] {
  const shape = declaredInput(input);
  return Array.isArray(shape) ? shape.slice(1).map(size => (Number(size) > 0 ? Number(size) : null)) : [];
}

/** Channels last, or first where the sizes say so; a picture without channels has one. */
function imageOf(builder: Builder, name: string, sizes: readonly (number | null)[]): Value {
  if (sizes.length === 2) return builder.withoutChannels(builder.input(name, [null, 1, ...sizes], true));
  if (sizes.length !== 3) return builder.input(name, [null, ...sizes], false);
  const [first, second, third] = sizes as [number | null, number | null, number | null];
  const isFirst = first !== null && first <= 4 && (third === null || third > 4);
  return isFirst
    ? builder.input(name, [null, ...sizes], false)
    : builder.input(name, [null, third, first, second], true);
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
      const node = nodes.get(key(reference)) ?? {
        name: reference.layer,
        part: model.layers.get(reference.layer)!,
        call: reference.call,
      };
      nodes.set(key(reference), node);
      return [node];
    };
    const valueAt = (reference: Reference): Value => {
      const found = given.get(reference.layer) ?? values.get(key(reference))?.[reference.tensor];
      if (found) return found;
      throw unreadable(
        `The model refers to output ${reference.tensor} of layer \`${reference.layer}\`, which it does not make`,
      );
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
