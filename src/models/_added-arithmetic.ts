import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../engines/engine.ts';
import { type ReluNumbers, relu } from './_added-activations.ts';
import type { AddedLayer, Config, Shape } from './_added-layer.ts';
import type { Kind } from './_graph.ts';

export const arithmetic: readonly AddedLayer[] = [
  { className: 'KerasIdentity', kind: 'identity', call: (_, [x]) => x! },
  {
    className: 'KerasReLULayer',
    kind: 'elementwise',
    call: ({ core }, [x], config) => relu(core, x!, config as ReluNumbers),
  },
  {
    // That of TensorFlow.js knows one alpha only.
    className: 'KerasELU',
    kind: 'elementwise',
    call({ core }, [x], { alpha }) {
      const below = core.sub(core.exp(core.minimum(x!, 0)), 1);
      return core.add(core.relu(x!), core.mul(below, Number(alpha ?? 1)));
    },
  },
  { className: 'KerasSubtract', kind: 'elementwise', shape: broadcast, call: ({ core }, [a, b]) => core.sub(a!, b!) },
  {
    className: 'KerasCustomScaleLayer',
    kind: 'elementwise',
    call: ({ core }, [a, b], { scale }) => core.add(a!, core.mul(b!, Number(scale))),
  },
  {
    className: 'KerasOperation',
    kind: operationKind,
    shape: broadcast,
    call({ core }, tensors, config) {
      const { operation, operands } = config as unknown as Operation;
      const left = [...tensors];
      const [a, b] = operands.map(operand => (operand === 'tensor' ? left.shift()! : core.tensor(operand)));
      return operations[operation]!(core, a!, b!);
    },
  },
];

/** `x / 127.5 - 1`: two operands, of which at least one is a tensor. */
interface Operation {
  readonly operation: string;
  readonly operands: readonly ('tensor' | number | number[])[];
}

const operations: Readonly<Record<string, (core: TensorFlow['core'], a: Tensor, b: Tensor) => Tensor>> = {
  add: (core, a, b) => core.add(a, b),
  sub: (core, a, b) => core.sub(a, b),
  mul: (core, a, b) => core.mul(a, b),
  div: (core, a, b) => core.div(a, b),
  maximum: (core, a, b) => core.maximum(a, b),
  minimum: (core, a, b) => core.minimum(a, b),
};

function operationKind(config: Config): Kind {
  const { operation, operands } = config as unknown as Operation;
  const isLinear = ['add', 'sub', 'mul'].includes(operation) || (operation === 'div' && operands[0] === 'tensor');
  return isLinear && operands.some(operand => operand !== 'tensor') ? 'pointwise-linear' : 'elementwise';
}

/** Shapes aligned at their ends; a size of 1 stretches. */
function broadcast(inputs: readonly Shape[]): Shape {
  const [first, second = first] = inputs.toSorted((a, b) => b.length - a.length) as [Shape, Shape?];
  const skipped = first.length - second!.length;
  return first.map((size, axis) => (size === 1 && axis >= skipped ? (second![axis - skipped] ?? null) : size));
}
