import { numbersOf } from '../_kernels.ts';
import type { Affine, Kernel, LearnedWeights } from '../model.ts';
import { besideKernels } from './affine.ts';
import type { KernelFact, Step } from './operation.ts';
import type { Plan } from './plan.ts';
import type { Known } from './value.ts';
import type { Weights } from './weights.ts';

/** The constants that convolutions and matrix products read, in execution order, their output channels last, and what else was learned. */
export function learnedWeights(plan: Plan, weights: Weights): LearnedWeights {
  const { behind, others } = besideKernels(plan, weights);
  const kernels = plan.steps.flatMap(step =>
    kernelOf(step, plan, weights).map(kernel => ({ ...kernel, ...affineOf(behind.get(step)) })),
  );
  return { kernels, others };
}

const affineOf = (affine: (() => Affine) | undefined) => affine && { affine };

function kernelOf(step: Step, plan: Plan, weights: Weights): Kernel[] {
  const { kernel } = step.facts;
  if (kernel === 'none') return [];
  const at = kernelAt(step, kernel, plan);
  const known = plan.constants.get(step.inputs[at] ?? '');
  if (!known || known.shape.length < 2) return [];
  const order = kernel.order(known.shape, step, at);
  const shape = order.map(axis => known.shape[axis]!);
  const steps = stepsOf(step, kernel, plan);
  return [{ shape, values: () => (steps ? scaled(read(weights, known, order), steps) : read(weights, known, order)) }];
}

const kernelAt = ({ inputs }: Step, { input }: KernelFact, { constants }: Plan): number =>
  input === 'constant' ? inputs.findIndex(name => (constants.get(name)?.shape.length ?? 0) >= 2) : input;

/** Scales and zero points of a quantised kernel: one, or one per output channel. */
interface Steps {
  readonly scales: ArrayLike<number>;
  readonly zeros: ArrayLike<number>;
}

function stepsOf({ inputs }: Step, { scale, zero }: KernelFact, { constants }: Plan): Steps | undefined {
  if (zero === undefined) return undefined;
  const [scales, zeros] = [scale, zero].map(at => constants.get(inputs[at ?? -1] ?? '')?.data);
  return { scales: scales ?? [1], zeros: zeros ?? [0] };
}

function scaled(values: Float32Array, { scales, zeros }: Steps): Float32Array {
  const own = (list: ArrayLike<number>, at: number) => list[at % list.length]!;
  return values.map((value, at) => (value - own(zeros, at)) * own(scales, at));
}

/** The file's own copy may have been let go of; the engine's then is there, as it came or as it is convolved with. */
function read(weights: Weights, known: Known, order: readonly number[]): Float32Array {
  const { core } = weights;
  return numbersOf(core, () => {
    const { tensor, form } = weights.held(known, ['hwio', 'depthwise', 'plain']);
    const turned = form === 'plain' ? core.transpose(tensor, [...order]) : tensor;
    return core.cast(turned, 'float32');
  });
}
