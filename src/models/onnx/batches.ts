import type { Tensor } from '@tensorflow/tfjs-core';
import type { Graph } from '../_graph.ts';
import type { Core } from './layout.ts';
import type { Plan, Step } from './plan.ts';

/** Whether a file that demands a number of images runs with any: each of its steps works image by image. */
export const batchFree = (plan: Plan): boolean => plan.steps.every(step => isFree(step, plan));

function isFree(step: Step, { constants }: Plan): boolean {
  const always = imageByImage.has(step.operation);
  const constantsFit = step.inputs.every(name => {
    const shape = constants.get(name)?.shape;
    return !shape || shape.length < 4 || shape[0] === 1;
  });
  if (withWeights.has(step.operation)) return true;
  if (step.operation === 'Flatten') return step.attributes.int('axis', 1) === 1;
  if (step.operation === 'Concat')
    return step.attributes.int('axis', 0) > 0 && step.inputs.every(name => !constants.has(name));
  return always && constantsFit;
}

const withWeights: ReadonlySet<string> = new Set(
  'Conv ConvTranspose Gemm BatchNormalization MatMul QLinearConv ConvInteger FusedConv QGemm QLinearMatMul MatMulInteger'.split(
    ' ',
  ),
);

const imageByImage: ReadonlySet<string> = new Set(
  'Relu LeakyRelu PRelu Clip Sigmoid HardSigmoid HardSwish Elu Selu Tanh Gelu Mish Softplus MaxPool AveragePool GlobalAveragePool GlobalMaxPool Add Sub Mul Div Sum Dropout Identity LRN Resize Upsample InstanceNormalization DepthToSpace SpaceToDepth Erf Exp Sqrt Pow QuantizeLinear DequantizeLinear Cast QLinearAdd QLinearMul QLinearSigmoid QLinearLeakyRelu QLinearAveragePool QLinearGlobalAveragePool FastGelu QuickGelu BiasGelu LpPool GlobalLpPool'.split(
    ' ',
  ),
);

/** The layer that is fed, or the input, comes last: one entry of its first axis is one image. */
export const imagesOf = (feeds: ReadonlyMap<string, Tensor>): number => [...feeds.values()].at(-1)?.shape[0] ?? 1;

/** Runs as many images at a time as the file demands and joins the answers; the last ones are filled up by repeating one. */
export function inChunks(core: Core, size: number, execute: Graph['execute']): Graph['execute'] {
  return (feeds, fetches) => {
    const images = imagesOf(feeds);
    if (images === size) return execute(feeds, fetches);
    const chunk = (start: number): Tensor[] => {
      const count = Math.min(size, images - start);
      const fed = [...feeds].map(([name, tensor]): [string, Tensor] => [
        name,
        filledUp(core, part(core, tensor, images, start, count), count, size),
      ]);
      return execute(new Map(fed), fetches).map(tensor => part(core, tensor, size, 0, count));
    };
    const starts = Array.from({ length: Math.ceil(images / size) }, (_, at) => at * size);
    return core.tidy(() => {
      const chunks = starts.map(chunk);
      return fetches.map((_, which) =>
        core.concat(
          chunks.map(tensors => tensors[which]!),
          0,
        ),
      );
    });
  };
}

/** The rows of some images; a value may hold several rows per image. */
function part(core: Core, tensor: Tensor, images: number, start: number, count: number): Tensor {
  const each = tensor.shape[0]! / images;
  const [first, rows] = [start * each, count * each];
  return core.slice(tensor, [first, ...tensor.shape.slice(1).map(() => 0)], [rows, ...tensor.shape.slice(1)]);
}

function filledUp(core: Core, tensor: Tensor, count: number, size: number): Tensor {
  if (count === size) return tensor;
  const last = part(core, tensor, count, count - 1, 1);
  return core.concat([tensor, ...Array.from({ length: size - count }, () => last)], 0);
}
