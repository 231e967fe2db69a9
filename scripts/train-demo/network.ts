import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Layers } from '../tfjs-layers.ts';
import { icons } from './icons.ts';
import { side } from './scene.ts';

/**
 * Three convolutions halve the picture, so the last map has 12 x 12 cells. Each of them sees 25 pixels across, less than
 * an object: heat stays close to what it is about.
 */
const convolutions = [
  { filters: 16, kernelSize: 5, strides: 2 },
  { filters: 24, kernelSize: 3, strides: 2 },
  { filters: 32, kernelSize: 3, strides: 1 },
  { filters: 48, kernelSize: 1, strides: 1 },
  { filters: 48, kernelSize: 3, strides: 2 },
  { filters: 64, kernelSize: 1, strides: 1 },
] as const;

/** Convolution, batch normalisation and ReLU, six times; global average pooling; softmax. 39 k parameters. */
export function buildNetwork(layers: Layers, seed: number): LayersModel {
  const input = layers.input({ shape: [side, side, 3], name: 'image' });
  let x: SymbolicTensor = input;
  convolutions.forEach((shape, i) => {
    x = block(layers, x, shape, `conv${i + 1}`, seed * 100 + i);
  });
  x = layers.layers.globalAveragePooling2d({ name: 'global_average' }).apply(x) as SymbolicTensor;
  const kernelInitializer = layers.initializers.glorotUniform({ seed: seed * 100 + 99 });
  const classes = {
    units: icons.length,
    activation: 'softmax',
    kernelInitializer,
    kernelRegularizer: decay(layers),
    name: 'classes',
  } as const;
  return layers.model({
    inputs: input,
    outputs: layers.layers.dense(classes).apply(x) as SymbolicTensor,
    name: 'demo',
  });
}

type Shape = Pick<Parameters<Layers['layers']['conv2d']>[0], 'filters' | 'kernelSize' | 'strides'>;

function block(tf: Layers, x: SymbolicTensor, shape: Shape, name: string, seed: number): SymbolicTensor {
  const kernelInitializer = tf.initializers.heNormal({ seed });
  const steps = [
    tf.layers.conv2d({
      ...shape,
      padding: 'same',
      useBias: false,
      kernelInitializer,
      kernelRegularizer: decay(tf),
      name,
    }),
    tf.layers.batchNormalization({ momentum: 0.9, name: `${name}_bn` }),
    tf.layers.activation({ activation: 'relu', name: `${name}_relu` }),
  ];
  return steps.reduce((y, step) => step.apply(y) as SymbolicTensor, x);
}

function decay(tf: Layers) {
  return tf.regularizers.l2({ l2: 2e-4 });
}
