import type { Value } from '../../lowering/builder.ts';
import { concatenated, softmax, withNumbers } from '../../lowering/numbers.ts';
import { activation, leaky, relu, reluNumbers } from '../activations.ts';
import { unreadable } from '../config.ts';
import type { LayerCall, LayerClass } from '../layer.ts';
import { roles } from '../roles.ts';

/** Inputs of one rank: Keras gives those with fewer axes some behind the batch. */
function aligned(call: LayerCall): readonly Value[] {
  const rank = Math.max(...call.inputs.map(value => value.rank ?? 0));
  if (call.inputs.length < 2) throw unreadable(`${call.where} joins fewer than two values`);
  return call.inputs.map(value => {
    const missing = rank - (value.rank ?? rank);
    const axes = Array.from({ length: missing }, (_, at) => at + 1);
    return missing === 0 ? value : call.builder.plainStep('Unsqueeze', [value, call.builder.integers(axes)], {}, rank);
  });
}

const merge = (two: string, many = two): LayerClass => ({
  lower(call) {
    const inputs = aligned(call);
    return call.builder.step(inputs.length === 2 ? two : many, inputs);
  },
});

const multiply: LayerClass = {
  lower: call => aligned(call).reduce((product, next) => call.builder.step('Mul', [product, next])),
};

const pReLU: LayerClass = {
  weights: () => roles('alpha'),
  kind: 'elementwise',
  lower(call) {
    const shape = call.shapeOf('alpha');
    const of = `Weight \`alpha\` of \`${call.setting.path}\``;
    return withNumbers(call.builder, 'PRelu', call.x, { shape, data: () => call.valuesOf('alpha'), of });
  },
};

const activationLayer: LayerClass = {
  lower: call => activation(call.config.activation, call.dialect, call.setting.path)(call.builder, call.x),
};

const thresholded: LayerClass = {
  kind: 'elementwise',
  lower: call => call.builder.step('ThresholdedRelu', [call.x], { alpha: { float: call.number('theta', 1) } }),
};

/** Augmentation and regularisation: nothing happens in inference. Solarization and the like act always: they are refused. */
const inTrainingOnly = `AugMix CutMix MixUp RandAugment RandomBrightness RandomColorDegeneration RandomColorJitter
  RandomContrast RandomCutout RandomElasticTransform RandomErasing RandomFlip RandomGaussianBlur RandomGrayscale RandomHue
  RandomInvert RandomPerspective RandomPosterization RandomRotation RandomSaturation RandomSharpness RandomShear
  RandomTranslation RandomZoom ActivityRegularization AlphaDropout Dropout GaussianDropout GaussianNoise SpatialDropout1D
  SpatialDropout2D StochasticDepth Identity`.split(/\s+/);

const identity: LayerClass = { kind: 'identity', lower: call => call.x };

export const elementwise: Readonly<Record<string, LayerClass>> = {
  ...Object.fromEntries(inTrainingOnly.map(name => [name, identity])),
  Activation: activationLayer,
  Add: merge('Add', 'Sum'),
  Average: merge('Mean'),
  Maximum: merge('Max'),
  Minimum: merge('Min'),
  Multiply: multiply,
  Subtract: merge('Sub'),
  CustomScaleLayer: {
    lower(call) {
      const [one, other] = call.inputs;
      if (!one || !other) throw unreadable(`${call.where} joins nothing`);
      const b = call.builder;
      return b.step('Add', [one, b.step('Mul', [other, b.scalar(call.number('scale'))])]);
    },
  },
  Concatenate: {
    lower: call => concatenated(call.builder, call.inputs, call.axis(call.config.axis ?? -1)),
  },
  ReLU: { kind: 'elementwise', lower: call => relu(call.builder, call.x, reluNumbers(call.config)) },
  LeakyReLU: {
    lower: call => leaky(call.builder, call.x, Number(call.config.negative_slope ?? call.config.alpha ?? 0.3)),
  },
  PReLU: pReLU,
  ELU: { lower: call => call.builder.step('Elu', [call.x], { alpha: { float: call.number('alpha', 1) } }) },
  ThresholdedReLU: thresholded,
  Softmax: {
    lower(call) {
      const [axis, ...more] = call.axes('axis', -1) as [number, ...number[]];
      if (more.length > 0) return call.refuse('is a softmax over several axes');
      return softmax(call.builder, call.x, 'Softmax', axis);
    },
  },
};
