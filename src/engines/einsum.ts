import type { Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './engine.ts';

type Core = Pick<TensorFlow['core'], 'matMul' | 'reshape' | 'sum' | 'transpose'>;

/** A tensor with a name for each of its axes; no name occurs twice. */
export interface Labelled {
  readonly tensor: Tensor;
  readonly labels: readonly string[];
}

/**
 * The labels of an equation's operands and of its result, or nothing where it is none that `einsum` can compute: one or two
 * operands, letters only, no letter twice within an operand, none in the result that no operand has.
 */
export function parseEinsum(equation: string): { operands: string[][]; output: string[] } | undefined {
  const tight = equation.replace(/\s/g, '');
  const [left, right] = tight.split('->');
  const operands = left!.split(',').map(labels => [...labels]);
  const all = operands.flat();
  const implied = [...new Set(all)].filter(label => all.filter(other => other === label).length === 1).sort();
  const output = right === undefined ? implied : [...right];
  const isPlain = /^[a-z]*(,[a-z]*)?(->[a-z]*)?$/i.test(tight) && output.every(label => all.includes(label));
  const once = [...operands, output].every(labels => new Set(labels).size === labels.length);
  return isPlain && once ? { operands, output } : undefined;
}

/** The sum of products of one or two operands, as a matrix product, which every engine computes and differentiates. */
export function einsum(core: Core, operands: readonly Labelled[], output: readonly string[]): Tensor {
  const [first, second] = operands.map((operand, at) => {
    const others = operands.filter((_, other) => other !== at).flatMap(({ labels }) => labels);
    return reduced(core, operand, new Set([...output, ...others]));
  });
  return arranged(core, second ? product(core, first!, second, output) : first!, output);
}

/** Labels that nobody else needs are summed first. */
function reduced(core: Core, { tensor, labels }: Labelled, needed: ReadonlySet<string>): Labelled {
  const gone = labels.flatMap((label, axis) => (needed.has(label) ? [] : [axis]));
  if (gone.length === 0) return { tensor, labels };
  return { tensor: core.sum(tensor, gone), labels: labels.filter(label => needed.has(label)) };
}

/** A batch of matrix products: shared labels that stay, those of the left alone, shared ones that are summed, of the right. */
function product(core: Core, left: Labelled, right: Labelled, output: readonly string[]): Labelled {
  const shared = left.labels.filter(label => right.labels.includes(label));
  const batch = shared.filter(label => output.includes(label));
  const summed = shared.filter(label => !output.includes(label));
  const own = ({ labels }: Labelled) => labels.filter(label => !shared.includes(label));
  const [a, b] = [own(left), own(right)];
  const sizes = sizesOf([left, right]);
  const matrices = (operand: Labelled, ...axes: (readonly string[])[]) =>
    core.reshape(
      arranged(core, operand, axes.flat()),
      axes.map(labels => sizeOf(labels, sizes)),
    );
  const labels = [...batch, ...a, ...b];
  const products = core.matMul(matrices(left, batch, a, summed), matrices(right, batch, summed, b));
  const shape = labels.map(label => sizes.get(label)!);
  return { tensor: core.reshape(products, shape), labels };
}

export const sizesOf = (operands: readonly Labelled[]): ReadonlyMap<string, number> =>
  new Map(operands.flatMap(({ labels, tensor }) => labels.map((label, axis) => [label, tensor.shape[axis]!] as const)));

const sizeOf = (labels: readonly string[], sizes: ReadonlyMap<string, number>): number =>
  labels.reduce((total, label) => total * sizes.get(label)!, 1);

/** The axes in the order of `to`, which names the same. */
function arranged(core: Core, { tensor, labels }: Labelled, to: readonly string[]): Tensor {
  const order = to.map(label => labels.indexOf(label));
  return order.every((axis, at) => axis === at) ? tensor : core.transpose(tensor, order);
}
