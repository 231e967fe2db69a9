import type { Affine } from '../model.ts';

/** One step further, per channel: y = factor x + addend. */
export type Further = (channel: number) => { readonly factor: number; readonly addend: number };
type Numbers = () => Float32Array;

export const untouched = (channels: number): Affine => ({
  factors: new Float32Array(channels).fill(1),
  addends: new Float32Array(channels),
});

export function further({ factors, addends }: Affine, next: Further): Affine {
  const steps = Array.from(factors, (_, at) => next(at));
  return {
    factors: factors.map((value, at) => value * steps[at]!.factor),
    addends: addends.map((value, at) => value * steps[at]!.factor + steps[at]!.addend),
  };
}

/** Inference of batch normalisation, with the statistics of the training. */
export function normalising(scale: Numbers, shift: Numbers, mean: Numbers, variance: Numbers, epsilon: number) {
  return (): Further => {
    const [s, b, m, v] = [scale(), shift(), mean(), variance()];
    return at => {
      const factor = s[at]! / Math.sqrt(v[at]! + epsilon);
      return { factor, addend: b[at]! - factor * m[at]! };
    };
  };
}

/** Arithmetic with a constant: one number for all, or one per channel. */
export const reckoning = (make: Arithmetic, place: number, constant: Numbers) => (): Further => {
  const all = constant();
  return channel => make(all[channel % all.length]!, place)!;
};

/** What a constant makes of a value, told by the place of the constant; nothing where the value divides. */
export type Arithmetic = (by: number, place: number) => ReturnType<Further> | undefined;

export const arithmetic: Readonly<Record<string, Arithmetic>> = {
  Add: by => ({ factor: 1, addend: by }),
  Sub: (by, place) => (place === 1 ? { factor: 1, addend: -by } : { factor: -1, addend: by }),
  Mul: by => ({ factor: by, addend: 0 }),
  Div: (by, place) => (place === 1 ? { factor: 1 / by, addend: 0 } : undefined),
};
