import { type KerasLayer, nameOf, parseLayer, unsupported } from '../config.ts';
import { LayerCall, type LayerClass } from '../layer.ts';
import { inside, roles } from '../roles.ts';
import { attention } from './attention.ts';
import { convolutions } from './convolution.ts';
import { elementwise } from './elementwise.ts';
import { normalizations } from './normalization.ts';
import { grids } from './pooling.ts';
import { shapes } from './shape.ts';

/** Every class of Keras's layers that is read. */
const table: Readonly<Record<string, LayerClass>> = {
  ...attention,
  ...convolutions,
  ...elementwise,
  ...grids,
  ...normalizations,
  ...shapes,
  SpectralNormalization: {
    weights: config => [...inside('layer', 'layer', innerClass(config).weights?.(innerConfig(config)) ?? []), vectors],
    lower(call) {
      const { setting, inputs } = call;
      const weight = (role: string) => setting.weight(`layer/${role}`);
      const layer = innerLayer(call.config);
      return classOf(layer).lower(new LayerCall({ ...setting, layer, weight }, inputs, call.call));
    },
  },
};

/** The kernel is stored as it is applied; the other vector only helps to train. */
const vectors = { ...roles('vector_u')[0]!, place: 'vars/1' };

const innerLayer = (config: KerasLayer['config']): KerasLayer =>
  parseLayer(config.layer, 'What a spectral normalisation holds');
const innerClass = (config: KerasLayer['config']): LayerClass => classOf(innerLayer(config));
const innerConfig = (config: KerasLayer['config']): KerasLayer['config'] => innerLayer(config).config;

/** @throws CamdriftError `model-unsupported` for classes that are not Keras's, or not read */
export function classOf(layer: KerasLayer): LayerClass {
  const { class_name: name } = layer;
  const found = isFromKeras(layer) && Object.hasOwn(table, name) ? table[name] : undefined;
  if (found) return found;
  throw refused(layer);
}

/** Classes of one's own carry their module or a registered name like `Custom>Mine`; files of Keras 2 carry neither. */
function isFromKeras({ module, registered_name: registered }: KerasLayer): boolean {
  return /^(keras|tf_keras|tensorflow\.keras)(\.|$)/.test(module ?? 'keras') && !(registered ?? '').includes('>');
}

function refused(layer: KerasLayer) {
  const where = `Layer \`${nameOf(layer)}\``;
  if (layer.class_name === 'Lambda') {
    return unsupported(
      `${where} is a Lambda layer, whose Python code camdrift does not run.`,
      'Replace it with layers of Keras (Rescaling, Resizing, Normalization), or export the model to TensorFlow.js or ONNX.',
    );
  }
  const origin = isFromKeras(layer)
    ? 'which camdrift does not read'
    : `of your own (module ${layer.module ?? 'unknown'})`;
  return unsupported(
    `${where} is of class \`${layer.class_name}\`, ${origin}.`,
    'Replace it with layers of Keras, or export the model to a TensorFlow.js graph model or ONNX, which need no classes.',
  );
}
