import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Layers } from '../tfjs-layers.ts';
import { labels } from '../train-demo/icons.ts';

/** Width and height of every picture: half of the part that is cut out around the object. */
export const side = 32;

/**
 * Another architecture than the demo's: pooling by the largest value, one residual step, 8 x 8 cells,
 * a hidden layer in the head. 20 k parameters.
 */
export function buildNetwork(tf: Layers, seed: number): LayersModel {
  let count = 0;
  const kernel = () => tf.initializers.heNormal({ seed: seed * 100 + count++ });
  const apply = (
    layer: { apply(x: SymbolicTensor | SymbolicTensor[]): unknown },
    x: SymbolicTensor | SymbolicTensor[],
  ) => layer.apply(x) as SymbolicTensor;
  const conv = (x: SymbolicTensor, filters: number, name: string, kernelSize = 3, strides = 1) =>
    [
      tf.layers.conv2d({
        filters,
        kernelSize,
        strides,
        padding: 'same',
        useBias: false,
        kernelInitializer: kernel(),
        name,
      }),
      tf.layers.batchNormalization({ momentum: 0.9, name: `${name}_bn` }),
      tf.layers.activation({ activation: 'relu', name: `${name}_relu` }),
    ].reduce((y, layer) => apply(layer, y), x);
  const pool = (x: SymbolicTensor) => apply(tf.layers.maxPooling2d({ poolSize: 2 }), x);
  const input = tf.layers.input({ shape: [side, side, 3], name: 'image' });
  let x = conv(input, 10, 'conv1', 5, 2);
  x = pool(conv(x, 16, 'conv2'));
  x = conv(x, 24, 'conv3');
  x = apply(tf.layers.add({ name: 'sum' }), [x, conv(x, 24, 'conv4')]);
  x = conv(x, 32, 'conv5');
  x = apply(tf.layers.globalAveragePooling2d({ name: 'average' }), x);
  x = apply(tf.layers.dense({ units: 32, activation: 'relu', kernelInitializer: kernel(), name: 'hidden' }), x);
  x = apply(
    tf.layers.dense({ units: labels.length, activation: 'softmax', kernelInitializer: kernel(), name: 'classes' }),
    x,
  );
  return tf.model({ inputs: input, outputs: x, name: 'drawn' });
}
