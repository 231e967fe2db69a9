import type { TensorFlow } from '../engines/engine.ts';
import { activationClasses } from './_added-activations.ts';
import { arithmetic } from './_added-arithmetic.ts';
import { convolutions } from './_added-convolution.ts';
import { images } from './_added-images.ts';
import { initializerClass, layerClass } from './_added-layer.ts';
import { normalizations } from './_added-normalizations.ts';

const extended = new WeakSet<TensorFlow['core']>();

/** Teaches an engine's TensorFlow.js the layers, activations and weights of Keras that it lacks. */
export function addKerasClasses(tf: TensorFlow): void {
  if (extended.has(tf.core)) return;
  extended.add(tf.core);
  const layers = [...arithmetic, ...convolutions, ...images, ...normalizations];
  const { registerClass } = tf.core.serialization;
  for (const definition of layers) registerClass(layerClass(definition, tf));
  for (const activation of activationClasses(tf)) registerClass(activation);
  registerClass(initializerClass(tf));
}
