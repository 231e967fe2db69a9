import type { KernelConfig, Tensor, Tensor4D, TensorInfo } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './engine.ts';

type Core = TensorFlow['core'];
type Call = Parameters<KernelConfig['kernelFunc']>[0];

/** Products that TensorFlow's C library adds up in one go; shorter pieces take longer than they are worth. */
const longest = 1152;
/** Channels that its kernels take together. */
const together = 16;

/**
 * Convolutions of windows, and their gradients for the image, whose long sums are made of shorter ones. The C library adds up thousands of
 * products in one float32, and what that loses was most of what the engine was away from float64: those of 512 channels and more lost three
 * to six times what they lose here. Filters of one cell are left as they are: it adds those up in blocks itself.
 */
export function shortenSums(core: Core): void {
  const plain = core.getKernel('Conv2D', 'tensorflow')!.kernelFunc;
  for (const name of ['Conv2D', 'FusedConv2D'])
    replace(core, name, shipped => call => {
      const { x, filter } = call.inputs as Record<'x' | 'filter', TensorInfo>;
      const sizes = isLinear(call) ? piecesOf(filter, 2) : [];
      if (sizes.length <= 1) return shipped(call);
      return summed(core, [x, filter], [3, 2], sizes, ([x, filter], at) =>
        at === 0
          ? shipped({ ...call, inputs: { ...call.inputs, x, filter } })
          : plain({ ...call, inputs: { x, filter } }),
      );
    });
  replace(core, 'Conv2DBackpropInput', shipped => call => {
    const { dy, filter } = call.inputs as Record<'dy' | 'filter', TensorInfo>;
    const sizes = piecesOf(filter, 3);
    if (sizes.length <= 1) return shipped(call);
    return summed(core, [dy, filter], [3, 3], sizes, ([dy, filter]) => shipped({ ...call, inputs: { dy, filter } }));
  });
}

function replace(
  core: Core,
  kernelName: string,
  by: (shipped: KernelConfig['kernelFunc']) => KernelConfig['kernelFunc'],
): void {
  const shipped = core.getKernel(kernelName, 'tensorflow')!;
  core.unregisterKernel(kernelName, 'tensorflow');
  core.registerKernel({ ...shipped, kernelFunc: by(shipped.kernelFunc) });
}

/** What is behind an activation cannot be added to; camdrift asks for none. */
const isLinear = ({ attrs }: Call): boolean =>
  ((attrs as { activation?: string } | undefined)?.activation ?? 'linear') === 'linear';

/** Into how many of its channels a filter is cut along that axis. */
function piecesOf({ shape }: TensorInfo, axis: 2 | 3): number[] {
  const [cells, channels] = [shape[0]! * shape[1]!, shape[axis]!];
  if (cells === 1 || cells * channels <= longest) return [channels];
  const count = Math.ceil((cells * channels) / longest);
  const size = together * Math.ceil(channels / count / together);
  return Array.from({ length: Math.ceil(channels / size) }, (_, at) => Math.min(size, channels - at * size));
}

/** @param along the axis of each factor that is cut */
function summed(
  core: Core,
  factors: readonly [TensorInfo, TensorInfo],
  along: readonly [number, number],
  sizes: readonly number[],
  piece: (factors: readonly [Tensor4D, Tensor4D], at: number) => TensorInfo | TensorInfo[],
): Tensor {
  return core.tidy(() => {
    const [left, right] = factors.map((each, at) => core.split(each as Tensor4D, [...sizes], along[at])) as [Tensor4D[], Tensor4D[]]; // biome-ignore format: both factors
    const parts = sizes.map((_, at) => piece([left[at]!, right[at]!], at) as Tensor);
    return core.addN(parts);
  });
}
