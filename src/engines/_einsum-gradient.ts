import type { Tensor } from '@tensorflow/tfjs-core';
import { einsum, type Labelled, parseEinsum, sizesOf } from './einsum.ts';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];

/** Of each operand: the sum of products of dy and the other one. TensorFlow.js names the inputs by their position. */
export function einsumGradients(
  core: Core,
  dy: Tensor,
  tensors: readonly Tensor[],
  equation: string,
): Record<string, () => Tensor> {
  const operands = labelled(tensors, equation, `Error in gradient of Einsum: "${equation}"`);
  const { output } = parseEinsum(equation)!;
  const given = { tensor: dy, labels: output };
  return Object.fromEntries(
    operands.map((operand, at) => [
      String(at),
      () => towards(core, operand, [given, ...operands.filter((_, other) => other !== at)]),
    ]),
  );
}

/** Einsum for an engine that has no kernel for it. */
export function composedEinsum(core: Core, tensors: readonly Tensor[], equation: string): Tensor {
  return einsum(
    core,
    labelled(tensors, equation, `Kernel 'Einsum' not registered for "${equation}"`),
    parseEinsum(equation)!.output,
  );
}

function labelled(tensors: readonly Tensor[], equation: string, problem: string): Labelled[] {
  const parsed = parseEinsum(equation);
  const fits = parsed?.operands.every((labels, at) => labels.length === tensors[at]?.rank);
  if (parsed && fits && parsed.operands.length === tensors.length)
    return tensors.map((tensor, at) => ({ tensor, labels: parsed.operands[at]! }));
  throw new Error(`${problem}; known are one or two operands without repeated or missing labels`);
}

/** Labels of the operand alone were summed away: every entry along them gets the same. */
function towards(core: Core, { tensor, labels }: Labelled, factors: readonly Labelled[]): Tensor {
  const sizes = sizesOf(factors);
  const found = einsum(
    core,
    factors,
    labels.filter(label => sizes.has(label)),
  );
  const narrow = core.reshape(
    found,
    labels.map(label => sizes.get(label) ?? 1),
  );
  return core.broadcastTo(narrow, tensor.shape);
}
