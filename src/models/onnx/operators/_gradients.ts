import type { Tensor } from '@tensorflow/tfjs-core';
import type { Core } from '../layout.ts';

/**
 * An operation that TensorFlow.js cannot differentiate, with its gradient.
 * @param backward the gradient with respect to x, from that with respect to the value, and x
 */
export function withGradient(
  core: Core,
  x: Tensor,
  forward: (x: Tensor) => Tensor,
  backward: (dy: Tensor, x: Tensor) => Tensor,
): Tensor {
  return core.customGrad((input, save) => {
    (save as (tensors: Tensor[]) => void)([input as Tensor]);
    return {
      value: forward(input as Tensor),
      gradFunc: (dy: Tensor, saved: Tensor[]) => backward(dy, saved[0]!),
    };
  })(x);
}

/** The p-th root of what is not negative. Its slope at 0 is taken as 0, as torch does for lengths, not as infinite. */
export const root = (core: Core, x: Tensor, p: number): Tensor =>
  withGradient(
    core,
    x,
    value => (p === 2 ? core.sqrt(value) : core.pow(value, 1 / p)),
    (dy, value) => {
      const slope = core.mul(core.pow(core.maximum(value, 1e-37), 1 / p - 1), 1 / p);
      return core.mul(dy, core.where(core.greater(value, 0), slope, core.zerosLike(value)));
    },
  );

/** A yes or no, or a position: it does not change when its inputs change a little. */
export function stepwise(core: Core, operation: (...inputs: Tensor[]) => Tensor, ...inputs: Tensor[]): Tensor {
  return core.customGrad((...given) => {
    const [save] = given.splice(inputs.length) as unknown as [(tensors: Tensor[]) => void];
    save(given as Tensor[]);
    return {
      value: operation(...(given as Tensor[])),
      gradFunc: (_: Tensor, saved: Tensor[]) => saved.map(tensor => core.zerosLike(tensor)),
    };
  })(...inputs);
}

/** Rounding has no slope; networks that round were trained as if it had one. */
export const straightThrough = (core: Core, x: Tensor, operation: (x: Tensor) => Tensor): Tensor =>
  withGradient(core, x, operation, dy => core.clone(dy));
