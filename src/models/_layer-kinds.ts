import type { layers } from '@tensorflow/tfjs-layers';
import { addedKind } from './_added-layer.ts';
import type { Kind } from './_graph.ts';

type Layer = layers.Layer;
type Shape = readonly (number | null)[];

/** What a layer does to features. A class name that is not listed is `other`: it is run, but never a target or CAM head. */
export function layerKind(layer: Layer, inputShape: Shape): Kind {
  const kind = addedKind(layer) ?? kinds[layer.getClassName()] ?? 'other';
  return typeof kind === 'string' ? kind : kind(layer, inputShape);
}

const isLinear = (layer: Layer) => activationName(layer) === 'linear';

function activationKind(layer: Layer): Kind {
  const name = activationName(layer) ?? '';
  return links[name] ?? (name === 'linear' ? 'identity' : 'elementwise');
}

const convolutionKind = (layer: Layer): Kind =>
  isLinear(layer) && isPointwise(layer) ? 'pointwise-convolution' : 'convolution';

/** Softmax or sigmoid fused in the layer, whose input are the logits. */
export function fusedLink(layer: Layer): Kind | undefined {
  return layer.getClassName() === 'Activation' ? undefined : links[activationName(layer) ?? ''];
}

function activationName(layer: Layer): string | undefined {
  const { activation } = layer.getConfig();
  return typeof activation === 'string' ? activation : undefined;
}

function isPointwise(layer: Layer): boolean {
  const { kernelSize, strides } = layer.getConfig() as { kernelSize: number[]; strides: number[] };
  return layer.getClassName() === 'Conv2D' && [...kernelSize, ...strides].every(size => size === 1);
}

function coversGrid(layer: Layer, [, height, width]: Shape): boolean {
  const { poolSize } = layer.getConfig() as { poolSize: number[] };
  return poolSize[0] === height && poolSize[1] === width;
}

const links: Readonly<Record<string, Kind>> = { softmax: 'softmax', logSoftmax: 'log-softmax', sigmoid: 'sigmoid' };

const kinds: Readonly<Record<string, Kind | ((layer: Layer, inputShape: Shape) => Kind)>> = {
  Activation: activationKind,
  AveragePooling2D: (layer, inputShape) => (coversGrid(layer, inputShape) ? 'global-average' : 'spatial'),
  Conv2D: convolutionKind,
  Conv2DTranspose: 'convolution',
  Dense: layer => (isLinear(layer) ? 'pointwise-linear' : 'elementwise'),
  DepthwiseConv2D: 'convolution',
  SeparableConv2D: 'convolution',
  InputLayer: 'input',
  BatchNormalization: 'pointwise-linear',
  Rescaling: 'pointwise-linear',
  LayerNormalization: 'elementwise',
  ReLU: 'elementwise',
  LeakyReLU: 'elementwise',
  PReLU: 'elementwise',
  ELU: 'elementwise',
  ThresholdedReLU: 'elementwise',
  Add: 'elementwise',
  Average: 'elementwise',
  Multiply: 'elementwise',
  Maximum: 'elementwise',
  Minimum: 'elementwise',
  Concatenate: 'elementwise',
  MaxPooling2D: 'spatial',
  GlobalMaxPooling2D: 'spatial',
  ZeroPadding2D: 'spatial',
  Cropping2D: 'spatial',
  UpSampling2D: 'spatial',
  Resizing: 'spatial',
  CenterCrop: 'spatial',
  GlobalAveragePooling2D: 'global-average',
  Softmax: 'softmax',
  Dropout: 'identity',
  SpatialDropout1D: 'identity',
  GaussianDropout: 'identity',
  GaussianNoise: 'identity',
  AlphaDropout: 'identity',
  Flatten: 'identity',
  Reshape: 'identity',
};
