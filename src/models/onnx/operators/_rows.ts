import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { type Live, plain } from '../value.ts';

/** Along a row as in a picture of one row. */
export const alongRows =
  (operator: Operator): Operator =>
  call => {
    if (call.shape(0).length !== 3) return operator(call);
    const [images, channels, length] = call.shape(0) as [number, number, number];
    const row = plain(call.core.reshape(call.plain(0), [images, channels, 1, length]));
    const { tensor } = operator(call.ofRows([row, ...call.inputs.slice(1)])) as Live;
    return plain(call.core.reshape(inPlainOrder(call, tensor), [images, tensor.shape[3]!, tensor.shape[2]!]));
  };

const inPlainOrder = ({ core }: Call, x: Tensor): Tensor => core.transpose(x, [0, 3, 1, 2]);
