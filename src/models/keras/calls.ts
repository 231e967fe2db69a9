import { z } from 'zod';
import { type KerasLayer, nameOf, unreadable } from './config.ts';

/** Output `tensor` of call `call` of a layer. */
export interface Reference {
  readonly layer: string;
  readonly call: number;
  readonly tensor: number;
}

/** What a layer is called with: tensors and, for operations, numbers. */
export interface Call {
  readonly operands: readonly (Reference | number | readonly number[])[];
  readonly options: Readonly<Record<string, unknown>>;
  /** What an operation is called with, one after another, as the file has it. */
  readonly args?: readonly unknown[];
  /** Shape of the first tensor, batch first, where the file tells it; unknown sizes are null. */
  readonly shape?: readonly (number | null)[] | undefined;
}

export const isReference = (operand: Call['operands'][number]): operand is Reference =>
  typeof operand === 'object' && 'layer' in operand;

/** Every call of a layer, in the order in which others refer to them. */
export function callsOf(layer: KerasLayer): Call[] {
  return (layer.inbound_nodes ?? []).map(node => {
    const call = isKeras3(node) ? keras3Call(node) : keras2Call(node);
    if (!call) throw unreadable(`The inputs of layer ${nameOf(layer)} cannot be read`);
    return call;
  });
}

/** The inputs or outputs of a model: one reference, or a list of them. */
export function references(value: unknown, where: string): Reference[] {
  const one = triple.safeParse(value);
  if (one.success) return [toReference(one.data)];
  const many = z.array(triple).safeParse(Array.isArray(value) ? value : Object.values((value ?? {}) as object));
  if (many.success && many.data.length > 0) return many.data.map(toReference);
  throw unreadable(`The list of ${where} cannot be read`);
}

const index = z.int().min(0);
const triple = z.tuple([z.string(), index, index]);
const toReference = ([layer, call, tensor]: z.output<typeof triple>): Reference => ({ layer, call, tensor });

const kerasTensor = z.looseObject({
  class_name: z.literal('__keras_tensor__'),
  config: z.looseObject({ keras_history: triple, shape: z.array(z.number().nullable()).optional().catch(undefined) }),
});
const numpyArray = z.looseObject({
  class_name: z.enum(['__numpy__', '__tensor__']),
  config: z.looseObject({ value: z.unknown() }),
});
const keras3Node = z.looseObject({ args: z.array(z.unknown()), kwargs: z.record(z.string(), z.unknown()).default({}) });

/** A part of an index: `start:stop:step`, `...`, a new axis, or a place. */
export type Index =
  | number
  | null
  | '...'
  | { readonly start: number | null; readonly stop: number | null; readonly step: number | null };

const place = z.int().nullable();
const indexPart = z.union([
  z.int(),
  z.null(),
  z.looseObject({ class_name: z.literal('__ellipsis__') }).transform(() => '...' as const),
  z
    .looseObject({
      class_name: z.literal('__slice__'),
      config: z.looseObject({ start: place, stop: place, step: place }),
    })
    .transform(({ config: { start, stop, step } }) => ({ start, stop, step })),
]);

/** What stands in the brackets of `x[...]`; `undefined` where it is more than places and ranges. */
export function indexOf(value: unknown): readonly Index[] | undefined {
  const parsed = z.array(indexPart).safeParse(Array.isArray(value) ? value : [value]);
  return parsed.success ? parsed.data : undefined;
}

const isKeras3 = (node: unknown): boolean => typeof node === 'object' && node !== null && 'args' in node;

function keras3Call(node: unknown): Call | undefined {
  const parsed = keras3Node.safeParse(node);
  if (!parsed.success) return undefined;
  const { args, kwargs } = parsed.data;
  const tensors = Object.values(kwargs).flatMap(value => operandsIn(value).filter(isReference));
  const first = [args, kwargs.query, kwargs.inputs]
    .flat(2)
    .map(value => kerasTensor.safeParse(value))
    .find(({ success }) => success);
  const shape = first?.data?.config.shape;
  return { operands: [...args.flatMap(operandsIn), ...tensors], options: kwargs, args, shape };
}

function operandsIn(value: unknown): Call['operands'][number][] {
  const tensor = kerasTensor.safeParse(value);
  if (tensor.success) return [toReference(tensor.data.config.keras_history)];
  if (typeof value === 'number') return [value];
  const array = numpyArray.safeParse(value);
  if (array.success) return operandsIn(array.data.config.value);
  if (!Array.isArray(value)) return [];
  if (value.length > 0 && value.every(item => typeof item === 'number')) return [value as number[]];
  return value.flatMap(operandsIn);
}

/** `[["layer", 0, 0, {}], ...]`; operations write `["layer", 0, 0, {"y": 127.5}]`, and tensors in their options likewise. */
function keras2Call(node: unknown): Call | undefined {
  if (!Array.isArray(node)) return undefined;
  const inputs = typeof node[0] === 'string' ? [node] : node;
  const parsed = z.array(z.tuple([z.string(), index, index]).rest(z.unknown())).safeParse(inputs);
  if (!parsed.success) return undefined;
  const options = Object.assign({}, ...parsed.data.map(([, , , kwargs]) => kwargs ?? {})) as Call['options'];
  const tensors = parsed.data.map(([layer, call, tensor]) => ({ layer, call, tensor }));
  return { operands: [...tensors, ...Object.values(options).flatMap(keras2Operand)], options };
}

function keras2Operand(value: unknown): Call['operands'][number][] {
  const tensor = triple.safeParse(value);
  return tensor.success ? [toReference(tensor.data)] : operandsIn(value);
}
