import { type Dialect, reluNumbers, translateActivation } from './_keras-activations.ts';
import { type KerasLayer, nameOf, unsupported } from './_keras-config.ts';
import { verbatim } from './_verbatim.ts';

/** A weight of a layer, in Keras's order: the name that TensorFlow.js's initializer for it begins with. */
export interface WeightRole {
  readonly role: string;
  readonly trainable: boolean;
}

/** A layer as TensorFlow.js writes it, without name, inputs and weights. */
export interface TfjsLayer {
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly weights: readonly WeightRole[];
}

/** What TensorFlow.js, or a layer that camdrift adds to it, computes for a layer of Keras. */
export function translateLayer(layer: KerasLayer, dialect: Dialect): TfjsLayer {
  const { class_name: name } = layer;
  const entry = isFromKeras(layer) && Object.hasOwn(table, name) ? table[name] : undefined;
  if (!entry) throw refused(layer);
  if (layer.config.data_format === 'channels_first')
    throw unsupported(`Layer \`${nameOf(layer)}\` takes channels first.`, 'Build the model with channels last.');
  return entry(layer, dialect);
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

type Entry = (layer: KerasLayer, dialect: Dialect) => TfjsLayer;
type Weights = (config: KerasLayer['config']) => readonly (string | false)[];

/** A layer that TensorFlow.js has: the options that are passed on, and the weights. */
function native(className: string, keys: readonly string[], weights: Weights = () => []): Entry {
  return (layer, dialect) => {
    const config = Object.fromEntries(keys.flatMap(key => (key in layer.config ? [[key, layer.config[key]]] : [])));
    if ('activation' in config) config.activation = translateActivation(config.activation, dialect, nameOf(layer));
    return { className, config, weights: roles(weights(layer.config)) };
  };
}

/** A layer that camdrift adds: gets its whole configuration. */
function added(className: string, weights: Weights = () => []): Entry {
  return (layer, dialect) => {
    const config: Record<string, unknown> = { ...layer.config, kerasClass: layer.class_name };
    if ('activation' in config) config.activation = translateActivation(config.activation, dialect, nameOf(layer));
    return { className, config: { keras: verbatim(config) }, weights: roles(weights(layer.config)) };
  };
}

const roles = (names: readonly (string | false)[]): WeightRole[] =>
  names.filter(name => name !== false).map(role => ({ role, trainable: !role.startsWith('moving_') }));

const convolution = ['strides', 'padding', 'dilation_rate', 'activation', 'use_bias', 'kernel_size'];
const pooling = native2('pool_size', 'strides', 'padding');
const withBias =
  (kernel: string, ...more: string[]): Weights =>
  c => [kernel, ...more, c.use_bias !== false && 'bias'];
const scaled: Weights = c => [c.scale !== false && 'gamma', c.center !== false && 'beta'];
const identity = added('KerasIdentity');
const merge = (className: string): Entry => native(className, []);

function native2(...keys: string[]): (className: string) => Entry {
  return className => native(className, keys);
}

const conv2d: Entry = (layer, dialect) => {
  const groups = Number(layer.config.groups ?? 1);
  const entry =
    groups > 1
      ? added('KerasGroupedConv2D', withBias('kernel'))
      : native('Conv2D', ['filters', ...convolution], withBias('kernel'));
  return entry(layer, dialect);
};

/**
 * Keras 2 writes the axes of a normalisation as a list, TensorFlow.js wants one. Without a scale TensorFlow.js cannot
 * differentiate it, so it gets one of ones.
 */
const batchNormalization: Entry = (layer, dialect) => {
  const { axis = -1, scale } = layer.config;
  const ones = scale === false ? ['gamma_initializer'] : [];
  const config = { ...layer.config, axis: [axis].flat()[0], scale: true, gamma_initializer: 'ones' };
  const weights: Weights = () => [...scaled(layer.config), 'moving_mean', 'moving_variance'];
  return native(
    'BatchNormalization',
    ['axis', 'epsilon', 'center', 'scale', ...ones],
    weights,
  )({ ...layer, config }, dialect);
};

const relu: Entry = (layer, dialect) => {
  const { maxValue, negativeSlope, threshold } = reluNumbers(layer.config);
  if (negativeSlope === 0 && threshold === 0) return native('ReLU', ['max_value'])(layer, dialect);
  const config = { ...layer.config, maxValue, negativeSlope, threshold };
  return added('KerasReLULayer')({ ...layer, config }, dialect);
};

const leakyRelu: Entry = layer => ({
  className: 'LeakyReLU',
  config: { alpha: layer.config.negative_slope ?? layer.config.alpha ?? 0.3 },
  weights: [],
});

const globalPool: Entry = (layer, dialect) =>
  (layer.config.keepdims ? added(`Keras${layer.class_name}`) : native(layer.class_name, []))(layer, dialect);

const upSampling: Entry = (layer, dialect) => {
  const nearest = (layer.config.interpolation ?? 'nearest') === 'nearest';
  return (nearest ? native('UpSampling2D', ['size', 'interpolation']) : added('KerasUpSampling2D'))(layer, dialect);
};

/** The statistics are constants of the configuration, or were learned with `adapt` and lie among the weights. */
const normalization: Entry = (layer, dialect) => {
  const learned = layer.config.mean === null || layer.config.mean === undefined;
  return added('KerasNormalization', () => (learned ? ['moving_mean', 'moving_variance'] : []))(layer, dialect);
};

/** Augmentation and regularisation: nothing happens in inference. Solarization and the like act always: they are refused. */
const inTrainingOnly = `AugMix CutMix MixUp RandAugment RandomBrightness RandomColorDegeneration RandomColorJitter
  RandomContrast RandomCutout RandomElasticTransform RandomErasing RandomFlip RandomGaussianBlur RandomGrayscale RandomHue
  RandomInvert RandomPerspective RandomPosterization RandomRotation RandomSaturation RandomSharpness RandomShear
  RandomTranslation RandomZoom ActivityRegularization AlphaDropout Dropout GaussianDropout GaussianNoise SpatialDropout2D
  StochasticDepth Identity`.split(/\s+/);

const table: Readonly<Record<string, Entry>> = {
  ...Object.fromEntries(inTrainingOnly.map(name => [name, identity])),
  Activation: native('Activation', ['activation']),
  Add: merge('Add'),
  Average: merge('Average'),
  AveragePooling2D: pooling('AveragePooling2D'),
  BatchNormalization: batchNormalization,
  CenterCrop: added('KerasCenterCrop'),
  Concatenate: native('Concatenate', ['axis']),
  Conv2D: conv2d,
  Conv2DTranspose: native('Conv2DTranspose', ['filters', ...convolution], withBias('kernel')),
  Cropping2D: native('Cropping2D', ['cropping']),
  CustomScaleLayer: added('KerasCustomScaleLayer'),
  Dense: native('Dense', ['units', 'activation', 'use_bias'], withBias('kernel')),
  DepthwiseConv2D: native('DepthwiseConv2D', ['depth_multiplier', ...convolution], withBias('depthwise')),
  ELU: added('KerasELU'),
  Flatten: native('Flatten', []),
  GlobalAveragePooling2D: globalPool,
  GlobalMaxPooling2D: globalPool,
  GroupNormalization: added('KerasGroupNormalization', scaled),
  LayerNormalization: added('KerasLayerNormalization', scaled),
  LayerScale: added('KerasLayerScale', () => ['gamma']),
  LeakyReLU: leakyRelu,
  MaxPooling2D: pooling('MaxPooling2D'),
  Maximum: merge('Maximum'),
  Minimum: merge('Minimum'),
  Multiply: merge('Multiply'),
  Normalization: normalization,
  PReLU: native('PReLU', ['shared_axes'], () => ['alpha']),
  Permute: native('Permute', ['dims']),
  ReLU: relu,
  Rescaling: added('KerasRescaling'),
  Reshape: native('Reshape', ['target_shape']),
  Resizing: added('KerasResizing'),
  SeparableConv2D: added('KerasSeparableConv2D', withBias('depthwise', 'pointwise')),
  Softmax: native('Softmax', ['axis']),
  Subtract: added('KerasSubtract'),
  UnitNormalization: added('KerasUnitNormalization'),
  UpSampling2D: upSampling,
  ZeroPadding2D: native('ZeroPadding2D', ['padding']),
};
