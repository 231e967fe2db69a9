import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { multiplying } from '../cells.ts';
import type { KernelFact, Operation } from '../operation.ts';
import { type Live, plain, type Value } from '../value.ts';
import { opaqueOf, since, spatialOf } from './_families.ts';
import { along, centred, ontoGrid } from './_grid.ts';
import { conv, kernelOrder } from './convolution.ts';
import { gemm as floatGemm, matMul } from './linear.ts';

/**
 * Operators on quantised values. What they add up are whole numbers, exact in float32 below 2^24 as they are in ONNX
 * Runtime's integers; only then is the sum brought to the scale of the answer, rounded and saturated.
 */
const one = (value: Value | readonly Value[]): Live => value as Live;

/** x, scale, zero point; kernel, scales, zero points; scale and zero point of the answer; bias in steps of both scales. */
const convolution: Operator = call => {
  const { core } = call;
  const bias = call.has(8) ? plain(core.cast(call.plain(8), 'float32')) : undefined;
  const { tensor, layout } = one(conv(call.with([centred(call, 0, 2), centred(call, 3, 5), bias])));
  const factor = core.div(core.mul(core.reshape(call.plain(1), []), call.plain(4)), core.reshape(call.plain(6), []));
  const perChannel = factor.size === 1 ? core.reshape(factor, []) : factor;
  return { tensor: ontoGrid(call, core.mul(tensor, perChannel), 7), layout };
};

const convolutionOfIntegers: Operator = call => conv(call.with([centred(call, 0, 2), centred(call, 1, 3)]));

/** Rows of the left and columns of the right may have scales of their own. */
const product: Operator = call => {
  const { core } = call;
  const { tensor } = one(matMul(call.with([centred(call, 0, 2, -2), centred(call, 3, 5, -1)])));
  const rows = along(call, call.plain(1), tensor.rank, -2);
  const columns = along(call, call.plain(4), tensor.rank, -1);
  const steps = core.div(core.mul(core.mul(tensor, rows), columns), along(call, call.plain(6), tensor.rank, -2));
  return plain(ontoGrid(call, steps, 7, along(call, call.plain(7), tensor.rank, -2)));
};

const productOfIntegers: Operator = call => matMul(call.with([centred(call, 0, 2, -2), centred(call, 1, 3, -1)]));

/** A quantised input as the numbers it stands for. */
export function real(call: Call, at: number): Live {
  const { tensor, layout } = centred(call, at, at + 2);
  return { tensor: call.core.mul(tensor, call.core.reshape(call.plain(at + 1), [])), layout };
}

/** Numbers as whole steps of the answer's scale, which is the input at `at`, before its zero point. */
export function quantised(call: Call, value: Live, at: number): Live {
  const steps = call.core.div(value.tensor, call.core.reshape(call.plain(at), []));
  return { tensor: ontoGrid(call, steps, at + 1), layout: value.layout };
}

/** The operator on what the first quantised input stands for; scale and zero point of the answer are inputs 3 and 4. */
export const throughNumbers =
  (operator: Operator): Operator =>
  call =>
    quantised(call, one(operator(call.with([real(call, 0)]))), 3);

/** As before of a linear operator, which works on the whole numbers: values half-way between two steps stay half-way. */
export const throughSteps =
  (operator: Operator): Operator =>
  call => {
    const { core } = call;
    const { tensor, layout } = one(operator(call.with([centred(call, 0, 2)])));
    const ratio = core.div(core.reshape(call.plain(1), []), core.reshape(call.plain(3), []));
    return { tensor: ontoGrid(call, core.mul(tensor, ratio), 4), layout };
  };

/** The operator on what two quantised inputs stand for; scale and zero point of the answer are inputs 6 and 7. */
export const ofTwo =
  (operator: Operator): Operator =>
  call =>
    quantised(call, one(operator(call.with([real(call, 0), real(call, 3)]))), 6);

/** Scale and zero point of the answer come first, then a value, its scale and its zero point each. */
export const joined =
  (operator: Operator): Operator =>
  call => {
    const count = (call.inputs.length - 2) / 3;
    const values = Array.from({ length: count }, (_, at) => real(call, 2 + 3 * at));
    return quantised(call, one(operator(call.with(values))), 0);
  };

/** A matrix product with a bias in steps of both scales; without a scale for the answer it stays as it is. */
export const gemm: Operator = call => {
  const { core, attributes } = call;
  const turned = attributes.int('transB', 0) === 1;
  const [left, right] = [centred(call, 0, 2), centred(call, 3, 5, turned ? 0 : 1)];
  const factor = core.mul(core.reshape(call.plain(1), []), call.plain(4));
  const product = one(floatGemm(call.with([left, right])));
  const sum: Tensor = call.has(6) ? core.add(product.tensor, core.cast(call.plain(6), 'float32')) : product.tensor;
  const scaled = core.mul(sum, factor.size === 1 ? core.reshape(factor, []) : factor);
  return call.has(7) ? quantised(call, plain(scaled), 7) : plain(scaled);
};

const matrix: KernelFact['order'] = shape => [...shape.keys()];

export const quantisedLinear = {
  QLinearConv: spatialOf(convolution, {
    sets: since(10),
    features: 'convolution',
    scale: 6,
    kernel: { input: 3, scale: 4, zero: 5, order: kernelOrder },
  }),
  ConvInteger: spatialOf(convolutionOfIntegers, {
    sets: since(10),
    features: 'convolution',
    kernel: { input: 1, zero: 3, order: kernelOrder },
  }),
  QLinearMatMul: opaqueOf(product, {
    sets: since(10),
    cells: multiplying,
    images: 'apart',
    axes: 'as-they-come',
    scale: 6,
    kernel: { input: 3, scale: 4, zero: 5, order: matrix },
  }),
  MatMulInteger: opaqueOf(productOfIntegers, {
    sets: since(10),
    cells: multiplying,
    images: 'apart',
    axes: 'as-they-come',
    kernel: { input: 1, zero: 3, order: matrix },
  }),
} satisfies Readonly<Record<string, Operation>>;
