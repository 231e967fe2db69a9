import type { Builder, Value } from '../lowering/builder.ts';
import { withNumbers } from '../lowering/numbers.ts';
import { isReference } from './calls.ts';
import { unsupported } from './config.ts';
import type { LayerCall, LayerClass } from './layer.ts';

/** Two operands, of which at least one is a value. */
export const joined = (operation: string): LayerClass => ({
  lower(call) {
    const operands = operandsOf(call);
    const [one, other] = operands;
    if (operands.length !== 2 || one === undefined || other === undefined) return refused(call);
    const of = `A number of \`${call.setting.path}\``;
    if (isValue(one) && isValue(other)) return both(call.builder, operation, one, other);
    if (isValue(one)) return withNumbers(call.builder, operation, one, { ...other, of } as never);
    if (isValue(other)) return withNumbers(call.builder, operation, other, { ...one, of }, true);
    return refused(call);
  },
});

function both(b: Builder, operation: string, one: Value, other: Value): Value {
  if (one.rank === other.rank) return b.step(operation, [one, other]);
  return b.plainStep(operation, [one, other], {}, Math.max(one.rank ?? 0, other.rank ?? 0));
}

interface Numbers {
  readonly shape: readonly number[];
  data(): Float32Array;
}

const isValue = (operand: Value | Numbers): operand is Value => !('data' in operand);

/** Values and numbers in the order in which the operation is called with them. */
function operandsOf(call: LayerCall): (Value | Numbers)[] {
  const values = [...call.inputs];
  return call.call.operands.map(operand => {
    if (isReference(operand)) return values.shift()!;
    const list = [operand].flat() as number[];
    return { shape: typeof operand === 'number' ? [] : [list.length], data: () => Float32Array.from(list) };
  });
}

export const refused = (call: LayerCall): never => {
  throw unsupported(`The operation \`${call.setting.path}\` is called in a way that camdrift does not read.`);
};

/** An option, wherever Keras keeps it. */
export const option = (call: LayerCall, ...names: readonly string[]): unknown =>
  names.map(name => call.config[name] ?? call.call.options[name]).find(value => value !== undefined && value !== null);

/** Whole numbers, one or several. */
export const list = (value: unknown, call: LayerCall): number[] => {
  const numbers = [value].flat() as unknown[];
  return numbers.length > 0 && numbers.every(one => Number.isSafeInteger(one)) ? (numbers as number[]) : refused(call);
};
