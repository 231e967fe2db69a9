import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call } from '../call.ts';
import type { Core } from '../layout.ts';
import { type Live, plain } from '../value.ts';

/** Sums of products of one or two operands, as matrix products; TensorFlow.js's own einsum has no gradient. */
export function einsum(call: Call): Live {
  const { core } = call;
  const { operands, output } = parse(call);
  const [first, second] = operands.map((labels, at) => reduced(core, call.plain(at), labels, operands, at, output));
  if (!second) return plain(arranged(core, first!.tensor, first!.labels, output));
  const joined = product(call, first!, second);
  return plain(arranged(core, joined.tensor, joined.labels, output));
}

interface Labelled {
  readonly tensor: Tensor;
  readonly labels: readonly string[];
}

function parse(call: Call): { operands: string[][]; output: string[] } {
  const equation = call.attributes.string('equation', '').replace(/\s/g, '');
  const [left, right] = equation.split('->');
  const operands = left!.split(',').map(labels => [...labels]);
  const known = /^[a-z]*(,[a-z]*)?(->[a-z]*)?$/i.test(equation) && operands.length === call.inputs.length;
  const ranksFit = known && operands.every((labels, at) => labels.length === call.shape(at).length);
  if (!ranksFit || operands.some(labels => new Set(labels).size < labels.length))
    return call.fail(
      `has the equation "${equation}"; camdrift knows one or two operands without repeated or missing labels`,
    );
  const all = operands.flat();
  const implied = [...new Set(all)].filter(label => all.filter(other => other === label).length === 1).sort();
  return { operands, output: right === undefined ? implied : [...right] };
}

/** Labels that nobody else needs are summed first. */
function reduced(
  core: Core,
  tensor: Tensor,
  labels: readonly string[],
  operands: readonly (readonly string[])[],
  at: number,
  output: readonly string[],
): Labelled {
  const needed = new Set([...output, ...operands.filter((_, other) => other !== at).flat()]);
  const gone = labels.flatMap((label, axis) => (needed.has(label) ? [] : [axis]));
  if (gone.length === 0) return { tensor, labels };
  return { tensor: core.sum(tensor, gone), labels: labels.filter(label => needed.has(label)) };
}

/** A batch of matrix products: shared labels that stay, those of the left alone, shared ones that are summed, of the right. */
function product(call: Call, left: Labelled, right: Labelled): Labelled {
  const { core } = call;
  const { output } = parse(call);
  const shared = left.labels.filter(label => right.labels.includes(label));
  const batch = shared.filter(label => output.includes(label));
  const summed = shared.filter(label => !output.includes(label));
  const own = ({ labels }: Labelled) => labels.filter(label => !shared.includes(label));
  const sizes = new Map([left, right].flatMap(({ labels, tensor }) => labels.map((l, i) => [l, tensor.shape[i]!])));
  const size = (labels: readonly string[]) => labels.reduce((total, label) => total * sizes.get(label)!, 1);
  const [a, b] = [own(left), own(right)];
  call.bounded([size(batch), size(a), size(b)]);
  const lefts = core.reshape(arranged(core, left.tensor, left.labels, [...batch, ...a, ...summed]), [
    size(batch),
    size(a),
    size(summed),
  ]);
  const rights = core.reshape(arranged(core, right.tensor, right.labels, [...batch, ...summed, ...b]), [
    size(batch),
    size(summed),
    size(b),
  ]);
  const labels = [...batch, ...a, ...b];
  return {
    tensor: core.reshape(
      core.matMul(lefts, rights),
      labels.map(label => sizes.get(label)!),
    ),
    labels,
  };
}

function arranged(core: Core, tensor: Tensor, from: readonly string[], to: readonly string[]): Tensor {
  const order = to.map(label => from.indexOf(label));
  return order.every((axis, at) => axis === at) ? tensor : core.transpose(tensor, order);
}
