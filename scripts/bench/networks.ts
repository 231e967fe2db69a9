import type { LayersModel, SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Layers } from '../tfjs-layers.ts';

type Layer = ReturnType<Layers['layers']['conv2d']>;

/** Full-size shapes of three well-known classifiers: 224 x 224 x 3 in, 1000 classes out, all weights zero until `saveNetwork` draws them. */
export const networks = { 'vgg-16': vgg16, 'resnet-50': resnet50, 'mobilenet-v2': mobilenetV2 } as const;

export type NetworkName = keyof typeof networks;

export const networkNames = Object.keys(networks) as NetworkName[];

/** Width and height of the input of every network here. */
export const side = 224;
/** Classes of every network here. */
export const classes = 1000;

/** Simonyan and Zisserman 2015, configuration D: 13 convolutions, 3 dense layers. 138 M weights. */
function vgg16(tf: Layers): LayersModel {
  const build = new Builder(tf);
  for (const [block, [depth, filters]] of [
    [2, 64],
    [2, 128],
    [3, 256],
    [3, 512],
    [3, 512],
  ].entries()) {
    for (let i = 1; i <= depth!; i++) {
      build.conv(filters!, 3, { name: `block${block + 1}_conv${i}`, activation: 'relu' });
    }
    build.add(tf.layers.maxPooling2d({ poolSize: 2, strides: 2 }));
  }
  build.add(tf.layers.flatten());
  build.dense(4096, 'relu').dense(4096, 'relu').dense(classes, 'softmax');
  return build.model();
}

/** He et al. 2016, as Keras has it: bottleneck blocks [3, 4, 6, 3], the stride in the first 1 x 1. 26 M weights. */
function resnet50(tf: Layers): LayersModel {
  const build = new Builder(tf);
  build.conv(64, 7, { strides: 2 }).norm().relu();
  build.add(tf.layers.maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' }));
  for (const [stage, [blocks, filters]] of [
    [3, 64],
    [4, 128],
    [6, 256],
    [3, 512],
  ].entries()) {
    for (let i = 0; i < blocks!; i++) bottleneck(build, filters!, i > 0 ? undefined : stage === 0 ? 1 : 2);
  }
  build.add(tf.layers.globalAveragePooling2d({}));
  build.dense(classes, 'softmax');
  return build.model();
}

/** @param entering stride of a stage's first block, whose shortcut is a projection */
function bottleneck(build: Builder, filters: number, entering: number | undefined): void {
  const start = build.at;
  const strides = entering ?? 1;
  const shortcut = entering === undefined ? start : build.conv(4 * filters, 1, { strides }).norm().at;
  build.at = start;
  build.conv(filters, 1, { strides }).norm().relu();
  build.conv(filters, 3).norm().relu();
  build.conv(4 * filters, 1).norm();
  build.plus(shortcut).relu();
}

/** Sandler et al. 2018, table 2: expansion, output channels, repeats, stride. 3.5 M weights. */
function mobilenetV2(tf: Layers): LayersModel {
  const build = new Builder(tf);
  const stages = [
    [1, 16, 1, 1],
    [6, 24, 2, 2],
    [6, 32, 3, 2],
    [6, 64, 4, 2],
    [6, 96, 3, 1],
    [6, 160, 3, 2],
    [6, 320, 1, 1],
  ];
  build.conv(32, 3, { strides: 2, useBias: false }).norm().relu(6);
  for (const [expansion, filters, repeats, stride] of stages) {
    for (let i = 0; i < repeats!; i++) invertedResidual(build, expansion!, filters!, i === 0 ? stride! : 1);
  }
  build.conv(1280, 1, { useBias: false }).norm().relu(6);
  build.add(tf.layers.globalAveragePooling2d({}));
  build.dense(classes, 'softmax');
  return build.model();
}

function invertedResidual(build: Builder, expansion: number, filters: number, strides: number): void {
  const start = build.at;
  const channels = start.shape.at(-1)!;
  if (expansion > 1)
    build
      .conv(channels * expansion, 1, { useBias: false })
      .norm()
      .relu(6);
  build.depthwise(strides).norm().relu(6);
  build.conv(filters, 1, { useBias: false }).norm();
  if (strides === 1 && channels === filters) build.plus(start);
}

/** Adds layers at the end of a network; `at` is the end, and may be moved for a branch. */
class Builder {
  at: SymbolicTensor;
  readonly #input: SymbolicTensor;
  readonly #tf: Layers;

  constructor(tf: Layers) {
    this.#tf = tf;
    this.#input = tf.input({ shape: [side, side, 3] });
    this.at = this.#input;
  }

  add(layer: { apply: Layer['apply'] }): this {
    this.at = layer.apply(this.at) as SymbolicTensor;
    return this;
  }

  conv(filters: number, kernelSize: number, options: Partial<Parameters<Layers['layers']['conv2d']>[0]> = {}): this {
    return this.add(
      this.#tf.layers.conv2d({ filters, kernelSize, padding: 'same', kernelInitializer: 'zeros', ...options }),
    );
  }

  depthwise(strides: number): this {
    const options = { kernelSize: 3, strides, padding: 'same', useBias: false, depthwiseInitializer: 'zeros' } as const;
    return this.add(this.#tf.layers.depthwiseConv2d(options));
  }

  norm(): this {
    return this.add(this.#tf.layers.batchNormalization());
  }

  relu(maxValue?: number): this {
    return this.add(this.#tf.layers.reLU(maxValue === undefined ? {} : { maxValue }));
  }

  dense(units: number, activation: 'relu' | 'softmax'): this {
    return this.add(this.#tf.layers.dense({ units, activation, kernelInitializer: 'zeros' }));
  }

  plus(other: SymbolicTensor): this {
    this.at = this.#tf.layers.add().apply([this.at, other]) as SymbolicTensor;
    return this;
  }

  model(): LayersModel {
    return this.#tf.model({ inputs: this.#input, outputs: this.at });
  }
}
