import { einsum as computed, type Labelled, parseEinsum, sizesOf } from '../../../engines/einsum.ts';
import type { Call } from '../call.ts';
import { type Live, plain } from '../value.ts';

/** Sums of products of one or two operands. */
export function einsum(call: Call): Live {
  const equation = call.attributes.string('equation', '');
  const parsed = parseEinsum(equation);
  const ranksFit =
    parsed?.operands.length === call.inputs.length &&
    parsed.operands.every((labels, at) => labels.length === call.shape(at).length);
  if (!parsed || !ranksFit)
    return call.fail(
      `has the equation "${equation}"; camdrift knows one or two operands without repeated or missing labels`,
    );
  const operands = parsed.operands.map((labels, at): Labelled => ({ tensor: call.plain(at), labels }));
  const sizes = sizesOf(operands);
  call.bounded(parsed.output.map(label => sizes.get(label)!));
  call.worked([...sizes.values()].reduce((product, size) => product * size, 1));
  return plain(computed(call.core, operands, parsed.output));
}
