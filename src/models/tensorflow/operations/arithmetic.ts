import type { Builder, Value } from '../../lowering/builder.ts';
import { withNumbers } from '../../lowering/numbers.ts';
import type { Input, NodeCall, Operation } from '../call.ts';

/** One step between two values, of which one may be numbers of the file. */
export function pairwise(call: NodeCall, operation: string, one: Input, other: Input): Value {
  const b = call.builder;
  const rank = one.rank === undefined || other.rank === undefined ? undefined : Math.max(one.rank, other.rank);
  const joined = (x: Input, { numbers }: Input, first: boolean) =>
    withNumbers(
      b,
      operation,
      x,
      { shape: numbers!.shape, data: () => numbers!.data, type: typeOf(numbers!), of: `Constant of \`${call.name}\`` },
      first,
    );
  if (other.numbers && !one.numbers) return joined(one, other, false);
  if (one.numbers && !other.numbers) return joined(other, one, true);
  const turned = one.turned !== undefined && other.turned !== undefined;
  return turned ? b.turnedStep(operation, [one, other]) : b.plainStep(operation, [one, other], {}, rank);
}

export const typeOf = ({ type }: NonNullable<Input['numbers']>) =>
  (({ float32: 'float', int32: 'int32', bool: 'bool' }) as const)[type];

const both = (operation: string): Operation => ({
  lower: call => pairwise(call, operation, call.input(0), call.input(1)),
});

const each = (operation: string): Operation => ({ lower: call => call.builder.step(operation, [call.x]) });

const made = (
  make: (b: Builder, x: Value, call: NodeCall) => Value,
  kind: Operation['kind'] = 'elementwise',
): Operation => ({
  ...(kind && { kind }),
  lower: call => make(call.builder, call.x, call),
});

export const leaky = (b: Builder, x: Value, slope: number): Value =>
  b.step('LeakyRelu', [x], { alpha: { float: slope } });

export const relu6 = (b: Builder, x: Value): Value => b.step('Clip', [x, b.scalar(0), b.scalar(6)]);

/** One number per channel. */
export function biased(call: NodeCall, x: Value, bias: Input): Value {
  const b = call.builder;
  if (call.channels === 'last') return pairwise(call, 'Add', x, bias);
  const { numbers } = bias;
  if (!numbers) return call.refuse('adds a bias that is computed, with channels first');
  const tall = b.constant([numbers.data.length, 1, 1], () => numbers.data, `Constant of \`${call.name}\``);
  return b.plainStep('Add', [x, tall]);
}

const names = (list: string): [string, Operation][] => list.split(' ').map(name => [name, each(name)]);

export const arithmetic: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(names('Abs Acos Acosh Asin Asinh Atan Atanh Ceil Cos Cosh Elu Erf Exp Floor Log Neg Relu Round Selu Sigmoid Sign Sin Sinh Softplus Softsign Sqrt Tan Tanh Reciprocal')), // biome-ignore format: a list
  Inv: each('Reciprocal'),
  LogicalNot: each('Not'),
  IsNan: each('IsNaN'),
  IsInf: each('IsInf'),
  Relu6: made(relu6, undefined),
  LeakyRelu: made((b, x, call) => leaky(b, x, call.float('alpha', 0.2)), undefined),
  Square: made((b, x) => b.step('Mul', [x, x])),
  Rsqrt: made((b, x) => b.step('Reciprocal', [b.step('Sqrt', [x])])),
  Expm1: made((b, x) => b.step('Sub', [b.step('Exp', [x]), b.scalar(1)])),
  Log1p: made((b, x) => b.step('Log', [b.step('Add', [x, b.scalar(1)])])),
  Erfc: made((b, x) => b.step('Sub', [b.scalar(1), b.step('Erf', [x])])),
  ZerosLike: made((b, x) => b.step('Mul', [x, b.scalar(0)]), 'other'),
  OnesLike: made((b, x) => b.step('Add', [b.step('Mul', [x, b.scalar(0)]), b.scalar(1)]), 'other'),
  IsFinite: made((b, x) => b.step('Not', [b.step('Or', [b.step('IsInf', [x]), b.step('IsNaN', [x])])]), 'other'),
  Add: both('Add'),
  AddV2: both('Add'),
  Sub: both('Sub'),
  Mul: both('Mul'),
  Div: both('Div'),
  RealDiv: both('Div'),
  Maximum: both('Max'),
  Minimum: both('Min'),
  Pow: both('Pow'),
  Mod: both('Mod'),
  FloorMod: both('Mod'),
  Equal: both('Equal'),
  NotEqual: { lower: call => call.builder.step('Not', [pairwise(call, 'Equal', call.input(0), call.input(1))]) },
  Greater: both('Greater'),
  GreaterEqual: both('GreaterOrEqual'),
  Less: both('Less'),
  LessEqual: both('LessOrEqual'),
  LogicalAnd: both('And'),
  LogicalOr: both('Or'),
  Prelu: both('PRelu'),
  FloorDiv: { lower: call => call.builder.step('Floor', [pairwise(call, 'Div', call.input(0), call.input(1))]) },
  SquaredDifference: {
    kind: 'elementwise',
    lower(call) {
      const apart = pairwise(call, 'Sub', call.input(0), call.input(1));
      return call.builder.step('Mul', [apart, apart]);
    },
  },
  /** 0 where the divisor is. */
  DivNoNan: {
    kind: 'elementwise',
    lower(call) {
      const b = call.builder;
      const [one, other] = [call.input(0), call.input(1)];
      const none = b.plainStep('Equal', [other, b.scalar(0)]);
      const safe = b.plainStep('Where', [none, b.scalar(1), other]);
      return b.plainStep('Where', [none, b.scalar(0), b.plainStep('Div', [one, safe])]);
    },
  },
  AddN: { lower: call => (call.inputs.length === 1 ? call.x : call.builder.step('Sum', call.inputs)) },
  BiasAdd: { lower: call => biased(call, call.x, call.input(1)) },
  ClipByValue: {
    kind: 'elementwise',
    lower: call => pairwise(call, 'Min', pairwise(call, 'Max', call.input(0), call.input(1)), call.input(2)),
  },
  SelectV2: { lower: call => call.builder.plainStep('Where', call.inputs, {}, call.inputs[1]?.rank) },
  Select: {
    lower(call) {
      if (call.inputs[0]?.rank !== call.inputs[1]?.rank) return call.refuse('chooses whole rows');
      return call.builder.plainStep('Where', call.inputs);
    },
  },
};
