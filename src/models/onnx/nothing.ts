import { CamdriftError } from '../../errors.ts';
import type { Step } from './operation.ts';
import { isLive, shapeOf, type Value } from './value.ts';

/** They join, cut or name values, or have a guard of their own; every other kernel divides by sizes, and breaks the engine where one is 0. */
const takesNothing: ReadonlySet<string> = new Set([
  'Concat',
  'Identity',
  'Cast',
  'CastLike',
  'Reshape',
  'Slice',
  'Split',
  'ReduceSum',
]);

/**
 * Refuses a value without entries where a kernel would read it. Exporters write them: what a rotary embedding leaves as it is may be
 * nothing, cut off and joined again.
 * @param makers which step made a value of a name
 * @throws CamdriftError `model-unsupported` with both nodes
 */
export function refuseNothing(
  step: Step,
  inputs: readonly (Value | undefined)[],
  makers: ReadonlyMap<string, Step>,
): void {
  if (takesNothing.has(step.operation)) return;
  const at = inputs.findIndex(value => value && isLive(value) && value.tensor.size === 0);
  if (at < 0) return;
  const maker = makers.get(step.inputs[at]!);
  const made = maker ? `Node \`${maker.name}\` (${maker.operation})` : `The input \`${step.inputs[at]}\``;
  throw new CamdriftError(
    'model-unsupported',
    `${made} leaves nothing of the image: \`${step.name}\` (${step.operation}) reads a value of shape ${shapeOf(inputs[at]!).join(' x ')}.`,
  );
}
