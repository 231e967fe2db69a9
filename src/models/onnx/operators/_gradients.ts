import type { Tensor } from '@tensorflow/tfjs-core';
import type { Core } from '../layout.ts';

/** `forward` for the value, `equivalent` for the gradient: for operations that TensorFlow.js cannot differentiate. */
export function withGradientOf(
  core: Core,
  x: Tensor,
  forward: (x: Tensor) => Tensor,
  equivalent: (x: Tensor) => Tensor,
): Tensor {
  return withGradient(core, x, forward, (dy, saved) => core.grad(equivalent)(saved, dy));
}

/** @param backward the gradient with respect to x, from that with respect to the value, and x */
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
