import type { Affine, Constant } from '../models/model.ts';
import { spread } from './_sampling.ts';

/** Of the channels of a kernel that are kept; `norms`: of all factors and of all addends. */
export interface SampledAffine extends Affine {
  readonly norms: readonly [number, number];
}

export interface SampledConstant {
  readonly size: number;
  /** The norm of all, and some numbers. */
  readonly values: Float32Array;
}

/** How many numbers are kept of a weight that is no kernel. */
export const ofConstant = (size: number): number => 1 + Math.min(size, 6);

/** A channel's numbers are those of the kernel's channel; a bias of another length has none there. */
export function packedAffine({ factors, addends }: Affine, channels: readonly number[]): Float32Array {
  const of = (numbers: Float32Array) => channels.map(at => numbers[at] ?? 0);
  return Float32Array.from([normOf(factors), normOf(addends), ...of(factors), ...of(addends)], finite);
}

export function unpackedAffine(numbers: Float32Array, channels: number): SampledAffine {
  const [factors, addends] = [numbers.subarray(2, 2 + channels), numbers.subarray(2 + channels)];
  return { norms: [numbers[0]!, numbers[1]!], factors, addends };
}

export function packedConstant({ size, values }: Constant): Float32Array {
  const numbers = values();
  const kept = spread(size, ofConstant(size) - 1).map(at => numbers[at]!);
  return Float32Array.from([normOf(numbers), ...kept], finite);
}

export const finite = (value: number): number => (Number.isFinite(value) ? value : 0);

/** Euclidean. */
export function normOf(numbers: Float32Array): number {
  let sum = 0;
  for (const value of numbers) sum += finite(value) ** 2;
  return Math.sqrt(sum);
}
