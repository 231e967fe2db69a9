import type { Raster } from '../core/raster.ts';
import { CamdriftError } from '../errors.ts';

/**
 * How a pixel becomes a number for the model: `(pixel * scale - mean) / std`, pixel 0..255, per channel.
 *
 * `mean` and `std` have one entry for all channels, or one per channel in the order the model is fed: with
 * `order: 'bgr'` the first entry belongs to blue.
 */
export interface Preprocess {
  readonly scale: number;
  readonly mean: readonly number[];
  readonly std: readonly number[];
  readonly order: 'rgb' | 'bgr';
}

/** By the names of `keras.applications.imagenet_utils.preprocess_input(mode=...)`, and two plain ones. */
export const presets = {
  /** x / 127.5 - 1: MobileNet, Inception, Xception, ResNet V2 of Keras; Teachable Machine. */
  tf: { scale: 1 / 127.5, mean: [1], std: [1], order: 'rgb' },
  /** (x / 255 - mean) / std of ImageNet: torchvision, timm, Keras DenseNet. */
  torch: { scale: 1 / 255, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225], order: 'rgb' },
  /** The same under the name of its data set. */
  imagenet: { scale: 1 / 255, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225], order: 'rgb' },
  /** BGR less the mean of ImageNet: VGG and ResNet of Keras. (Caffe's rounded [104, 117, 123] must be given in full.) */
  caffe: { scale: 1, mean: [103.939, 116.779, 123.68], std: [1], order: 'bgr' },
  /** x / 255. */
  unit: { scale: 1 / 255, mean: [0], std: [1], order: 'rgb' },
  /** 0..255, for models that carry their own rescaling: EfficientNet, ConvNeXt, MobileNetV3 of Keras. */
  raw: { scale: 1, mean: [0], std: [1], order: 'rgb' },
} as const satisfies Record<string, Preprocess>;

/**
 * A picture of the model's size and channels -> what the model is fed, H x W x C. Float64 arithmetic, stored as float32.
 *
 * @throws CamdriftError `config-invalid` when mean or std have neither one entry nor one per channel. So `torch` and
 *   `caffe` are refused for one-channel models: nobody defines them there (Keras fails, timm asserts), and a mean of
 *   means would be a guess.
 */
export function preprocess(
  picture: Pick<Raster, 'channels'> & {
    readonly data: Uint8Array | Float32Array;
    readonly width?: number;
    readonly height?: number;
  },
  recipe: Preprocess,
): Float32Array {
  const { channels, data } = picture;
  const mean = perChannel('mean', recipe.mean, channels);
  const std = perChannel('std', recipe.std, channels);
  const source = recipe.order === 'bgr' && channels === 3 ? [2, 1, 0] : [0, 1, 2];
  const result = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const c = i % channels;
    result[i] = (data[i - c + source[c]!]! * recipe.scale - mean[c]!) / std[c]!;
  }
  return result;
}

function perChannel(name: 'mean' | 'std', values: readonly number[], channels: number): readonly number[] {
  if (values.length === channels) return values;
  if (values.length === 1) return Array.from({ length: channels }, () => values[0]!);
  throw new CamdriftError(
    'config-invalid',
    `The preprocessing has ${values.length} values of ${name} [${values.join(', ')}] and the model has ${channels} input channel${channels === 1 ? '' : 's'}.`,
    {
      remedy: `Give ${name} one value, or one per channel, as the model was trained with. For grey models trained like ImageNet that is often scale 1/255, mean [0.449], std [0.226].`,
    },
  );
}
