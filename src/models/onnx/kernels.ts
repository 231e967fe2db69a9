import { numbersOf } from '../_kernels.ts';
import type { Kernel } from '../model.ts';
import type { Plan, Step } from './plan.ts';
import type { Known, Shape } from './value.ts';
import type { Weights } from './weights.ts';

/** The constants that convolutions and matrix products read, in execution order, their output channels last. */
export function kernelsOf({ steps, constants }: Plan, weights: Weights): Kernel[] {
  return steps.flatMap(step => {
    const known = step.inputs.map(name => constants.get(name)).find(found => found && found.shape.length >= 2);
    const order = known?.type === 'float' ? orders[step.operation]?.(known.shape, step) : undefined;
    return known && order
      ? [{ shape: order.map(axis => known.shape[axis]!), values: () => read(weights, known, order) }]
      : [];
  });
}

/** Which axis of the file's kernel comes where. */
const orders: Readonly<Record<string, (shape: Shape, step: Step) => readonly number[]>> = {
  Conv: ({ length }) => [...axes(length).slice(2), 1, 0],
  ConvTranspose: ({ length }) => [...axes(length).slice(2), 0, 1],
  Gemm: (_, step) => (step.attributes.int('transB', 0) === 1 ? [1, 0] : [0, 1]),
  MatMul: ({ length }) => axes(length),
  Einsum: ({ length }) => axes(length),
};

const axes = (rank: number): number[] => Array.from({ length: rank }, (_, axis) => axis);

/** The file's own copy may have been let go of; the engine's then is there, as it came or as it is convolved with. */
function read(weights: Weights, known: Known, order: readonly number[]): Float32Array {
  const { core } = weights;
  return numbersOf(core, () => {
    const { tensor, form } = weights.held(known, ['hwio', 'depthwise', 'plain']);
    return form === 'plain' ? core.transpose(tensor, [...order]) : tensor;
  });
}
