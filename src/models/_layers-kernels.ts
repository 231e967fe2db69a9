import type { LayerVariable, layers } from '@tensorflow/tfjs-layers';
import type { TensorFlow } from '../engines/engine.ts';
import { depthwiseKernel, kernelOf, turnedKernel } from './_kernels.ts';
import type { Kernel } from './model.ts';

type Core = TensorFlow['core'];
type Layer = layers.Layer;

/** The kernels of layers, told by the names that Keras gives such weights; a layer that is called twice counts once. */
export function layersKernels(core: Core, calls: Iterable<Layer>): Kernel[] {
  return [...new Set(calls)].flatMap(layer => layer.weights.flatMap(weight => layerKernel(core, layer, weight) ?? []));
}

function layerKernel(core: Core, layer: Layer, weight: LayerVariable): Kernel | undefined {
  const tensor = weight.read();
  const role = weight.originalName.split('/').at(-1)!;
  if (tensor.rank < 2 || !/kernel|depthwise|pointwise/.test(role)) return undefined;
  if (role.startsWith('depthwise')) return depthwiseKernel(core, tensor);
  return layer.getClassName() === 'Conv2DTranspose' ? turnedKernel(core, tensor) : kernelOf(core, tensor);
}
