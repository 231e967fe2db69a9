import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filled } from '../../support/tiny-network.ts';
import { computed, type Manner, type Picture } from './_computed.ts';
import { layer, reads, type Weights, type Written } from './_layers.ts';

/** 2 rows, 3 columns, 2 channels. */
const picture: Picture = { shape: [2, 3, 2], data: [1, -2, 3, -4, 5, 6, 0.5, 8, -9, 10, 11, 12] };
const { data } = picture;

function gives(about: string, steps: readonly Written[], shape: readonly number[], expected: readonly number[], manner: Manner = {}, of = picture) {
  const found = computed(steps, of, manner);
  assert.deepEqual(found.shape, shape, about);
  for (const [at, value] of expected.entries())
    assert.ok(Math.abs(found.data[at]! - value) <= 3e-6 * Math.max(1, Math.abs(value)), `${about}, entry ${at}: expected ${value}, got ${found.data[at]}`);
  assert.equal(found.data.length, expected.length, about);
} // biome-ignore format: one line per question

const refused = (about: string, steps: readonly Written[], error: object, manner: Manner = {}) =>
  assert.throws(() => computed(steps, picture, manner), { name: 'CamdriftError', ...error }, about);

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const channel = (c: number) => data.filter((_, at) => at % 2 === c);
const same = [1, 2, 3, 2];

test('values are joined entry by entry, two of them or more', () => {
  const twice = layer('Add', 'twice', {}, reads('image', 'image'));
  const joined = (name: string, ...of: string[]) => [twice, layer(name, 'joined', {}, reads(...of))];
  gives('Add', joined('Add', 'image', 'twice'), same, data.map(x => 3 * x));
  gives('Add of three', joined('Add', 'image', 'twice', 'image'), same, data.map(x => 4 * x));
  gives('Subtract', joined('Subtract', 'image', 'twice'), same, data.map(x => -x));
  gives('Multiply', joined('Multiply', 'image', 'twice', 'image'), same, data.map(x => 2 * x ** 3));
  gives('Average', joined('Average', 'image', 'twice', 'image'), same, data.map(x => (4 * x) / 3));
  gives('Maximum', joined('Maximum', 'image', 'twice'), same, data.map(x => Math.max(x, 2 * x)));
  gives('Minimum', joined('Minimum', 'image', 'twice'), same, data.map(x => Math.min(x, 2 * x)));
  gives('Concatenate', joined('Concatenate', 'image', 'twice'), [1, 2, 3, 4], data.flatMap((_, at) => (at % 2 ? [] : [data[at]!, data[at + 1]!, 2 * data[at]!, 2 * data[at + 1]!])));
  const rows = [twice, layer('Concatenate', 'joined', { axis: 1 }, reads('image', 'twice'))];
  gives('Concatenate rows', rows, [1, 4, 3, 2], [...data, ...data.map(x => 2 * x)]);
  const scaled = [twice, layer('CustomScaleLayer', 'joined', { scale: 0.25 }, reads('image', 'twice'))];
  gives('CustomScaleLayer', scaled, same, data.map(x => 1.5 * x));
  refused('one value', [layer('Add', 'joined', {}, reads('image'))], { code: 'model-unreadable', message: /Layer `joined` joins fewer than two values/ });
  refused('nothing beside', [layer('CustomScaleLayer', 'joined', { scale: 1 }, reads('image'))], { message: /Layer `joined` joins nothing/ });
}); // biome-ignore format: a case per line

test('one vector per picture is joined with a grid along its channels', () => {
  const squeezed = [
    layer('GlobalAveragePooling2D', 'mean', {}, reads('image')),
    layer('Multiply', 'joined', {}, reads('image', 'mean')),
  ];
  const means = [0, 1].map(c => sum(channel(c)) / 6);
  gives(
    'Multiply',
    squeezed,
    same,
    data.map((x, at) => x * means[at % 2]!),
  );
});

test('regularisation and augmentation do nothing in inference', () => {
  for (const name of ['Dropout', 'SpatialDropout2D', 'GaussianNoise', 'RandomFlip', 'RandomRotation', 'StochasticDepth', 'ActivityRegularization']) {
    gives(name, [layer(name, 'still', { rate: 0.5 })], same, data);
    assert.equal(computed([layer(name, 'still', { rate: 0.5 })], picture).kind, 'identity');
  }
  refused('what acts always', [layer('Solarization', 'acts')], { code: 'model-unsupported', message: /Layer `acts` is of class `Solarization`, which camdrift does not read/ });
}); // biome-ignore format: one line per case

test('pools keep their axes where that is asked, and take all of the grid or each window', () => {
  const [means, mosts] = [[0, 1].map(c => sum(channel(c)) / 6), [0, 1].map(c => Math.max(...channel(c)))];
  gives('mean', [layer('GlobalAveragePooling2D', 'p')], [1, 2], means);
  gives('mean, kept', [layer('GlobalAveragePooling2D', 'p', { keepdims: true })], [1, 1, 1, 2], means);
  gives('most', [layer('GlobalMaxPooling2D', 'p')], [1, 2], mosts);
  gives('most, kept', [layer('GlobalMaxPooling2D', 'p', { keepdims: true })], [1, 1, 1, 2], mosts);
  const tokens = layer('Reshape', 'tokens', { target_shape: [6, 2] });
  gives('tokens', [tokens, layer('GlobalAveragePooling1D', 'p')], [1, 2], means);
  gives('tokens, kept', [tokens, layer('GlobalMaxPooling1D', 'p', { keepdims: true })], [1, 1, 2], mosts);
  const first = layer('GlobalMaxPooling1D', 'p', { data_format: 'channels_first' });
  gives('tokens behind channels', [tokens, layer('Permute', 'turned', { dims: [2, 1] }), first], [1, 2], mosts);
  gives(
    'a stride of its own',
    [layer('MaxPooling2D', 'p', { pool_size: [2, 2], strides: [1, 1] })],
    [1, 1, 2, 2],
    [3, 10, 11, 12],
  );
});

test('a grid is divided in parts that may overlap', () => {
  const built = { build_config: { input_shape: [null, 2, 3, 2] } };
  const step = (name: string, output_size: unknown): Written => ({ ...layer(name, 'p', { output_size }), ...built });
  const at = (row: number, column: number, c: number) => data[(row * 3 + column) * 2 + c]!;
  const mean = (c: number, from: number, to: number) =>
    sum([0, 1].flatMap(row => Array.from({ length: to - from }, (_, i) => at(row, from + i, c)))) / (2 * (to - from));
  gives(
    'two of three columns',
    [step('AdaptiveAveragePooling2D', [1, 2])],
    [1, 1, 2, 2],
    [mean(0, 0, 2), mean(1, 0, 2), mean(0, 1, 3), mean(1, 1, 3)],
  );
  gives('the largest of each row', [step('AdaptiveMaxPooling2D', [2, 1])], [1, 2, 1, 2], [5, 6, 11, 12]);
  const message = 'Layer `p` divides its input into 1025 x 1 parts; expected at most 1024 a side.';
  refused('too many', [step('AdaptiveMaxPooling2D', [1025, 1])], { code: 'model-unsupported', message });
  refused('of any size', [layer('AdaptiveMaxPooling2D', 'p', { output_size: [1, 1] })], {
    message: /adapts to an input whose size the file does not tell/,
  });
});

test('what surrounds a picture is given for all sides, for rows and columns, or for each side', () => {
  const padded = (padding: unknown) => computed([layer('ZeroPadding2D', 'p', { padding })], picture).shape;
  assert.deepEqual(
    [
      padded(1),
      padded([1, 2]),
      padded([
        [0, 1],
        [2, 0],
      ]),
    ],
    [
      [1, 4, 5, 2],
      [1, 4, 7, 2],
      [1, 3, 5, 2],
    ],
  );
  gives('cropped', [layer('Cropping2D', 'p', { cropping: [0, 1] })], [1, 2, 1, 2], [3, -4, -9, 10]);
  for (const padding of [-1, 'one', [1, 2, 3], [[1], [1]], [0.5, 1]])
    refused(`${padding}`, [layer('ZeroPadding2D', 'p', { padding })], {
      code: 'model-unreadable',
      message: /expected whole numbers from 0 on/,
    });
});

test('pictures are enlarged by factors or to a size, as Keras or as TensorFlow.js lays pixels on each other', () => {
  const row: Picture = { shape: [1, 2, 1], data: [0, 4] };
  const up = (interpolation: string) => [layer('UpSampling2D', 'p', { size: [1, 2], interpolation })];
  const to = [layer('Resizing', 'p', { height: 1, width: 4, interpolation: 'bilinear' })];
  gives('nearest', up('nearest'), [1, 1, 4, 1], [0, 0, 4, 4], {}, row);
  gives('bilinear in Keras', up('bilinear'), [1, 1, 4, 1], [0, 1, 3, 4], {}, row);
  gives('bilinear in TensorFlow.js', up('bilinear'), [1, 1, 4, 1], [0, 2, 4, 4], { inTfjs: true }, row);
  gives('to a size in Keras', to, [1, 1, 4, 1], [0, 1, 3, 4], {}, row);
  gives('to a size in TensorFlow.js', to, [1, 1, 4, 1], [0, 4 / 3, 8 / 3, 4], { inTfjs: true }, row);
  refused('bicubic', up('bicubic'), { message: /resizes by `bicubic`; expected bilinear or nearest/ });
  for (const key of ['crop_to_aspect_ratio', 'pad_to_aspect_ratio'])
    refused(key, [layer('Resizing', 'p', { height: 1, width: 4, [key]: true })], { message: /keeps the aspect ratio while resizing/ });
}); // biome-ignore format: a case per line

/** Over groups of entries: the mean off, by the deviation. */
function normalised(groups: (at: number) => number, epsilon: number): number[] {
  return data.map((x, at) => {
    const own = data.filter((_, other) => groups(other) === groups(at));
    const mean = sum(own) / own.length;
    return (x - mean) / Math.sqrt(sum(own.map(value => (value - mean) ** 2)) / own.length + epsilon);
  });
}

const pair = (a: number, b: number): Weights[string] => [[2], [a, b]];

test('statistics are those of the cell, of the group, of the training or of the configuration', () => {
  const scale = { 'n/gamma': pair(2, -1), 'n/beta': pair(0.5, 3) };
  const applied = (values: readonly number[]) => values.map((x, at) => (at % 2 ? -x + 3 : 2 * x + 0.5));
  const cell = (at: number) => Math.floor(at / 2);
  const [epsilon, both] = [{ epsilon: 0.25 }, { epsilon: 0.25, scale: false, center: false }];
  gives('of the cell', [layer('LayerNormalization', 'n', epsilon)], same, applied(normalised(cell, 0.25)), { weights: scale });
  gives('of the cell, plain', [layer('LayerNormalization', 'n', both)], same, normalised(cell, 0.25));
  gives('of one channel by itself', [layer('GroupNormalization', 'n', { ...epsilon, groups: 2 })], same, applied(normalised(at => at % 2, 0.25)), { weights: scale });
  gives('-1: each channel', [layer('GroupNormalization', 'n', { ...epsilon, groups: -1 })], same, applied(normalised(at => at % 2, 0.25)), { weights: scale });
  gives('of all', [layer('GroupNormalization', 'n', { ...epsilon, groups: 1 })], same, applied(normalised(() => 0, 0.25)), { weights: scale });
  const training = { 'n/moving_mean': pair(1, -2), 'n/moving_variance': pair(3.75, 0.75) };
  const learned = data.map((x, at) => (at % 2 ? x + 2 : (x - 1) / 2));
  gives('of the training', [layer('BatchNormalization', 'n', epsilon)], same, applied(learned), { weights: { ...scale, ...training } });
  gives('of the training, plain', [layer('BatchNormalization', 'n', both)], same, learned, { weights: training });
  const tokens = layer('Reshape', 'tokens', { target_shape: [6, 2] });
  gives('of tokens', [tokens, layer('BatchNormalization', 'n', both)], [1, 6, 2], learned, { weights: training });
  gives('of tokens in groups', [tokens, layer('GroupNormalization', 'n', { ...epsilon, groups: 2 })], [1, 6, 2], applied(normalised(at => at % 2, 0.25)), { weights: scale });
  const squares = data.map((x, at) => x / Math.sqrt((data[at - (at % 2)]! ** 2 + data[at - (at % 2) + 1]! ** 2) / 2 + 0.25));
  gives('root of the mean square', [layer('RMSNormalization', 'n', epsilon)], same, squares.map((x, at) => x * [2, -1][at % 2]!), { weights: { 'n/scale': pair(2, -1) } });
  gives('to a length of one', [layer('UnitNormalization', 'n')], same, data.map((x, at) => x / Math.hypot(data[at - (at % 2)]!, data[at - (at % 2) + 1]!)));
}); // biome-ignore format: a case per line

test('pixels are scaled by numbers of the configuration, however they are nested, or by learned ones', () => {
  gives(
    'one number',
    [layer('Rescaling', 'r', { scale: 0.5, offset: -1 })],
    same,
    data.map(x => x / 2 - 1),
  );
  gives(
    'one per channel',
    [layer('Rescaling', 'r', { scale: [2, 3], offset: [[[1, -1]]] })],
    same,
    data.map((x, at) => (at % 2 ? 3 * x - 1 : 2 * x + 1)),
  );
  const listed = { mean: [[[[1, 2]]]], variance: [4, 0.25] };
  gives(
    'statistics',
    [layer('Normalization', 'n', listed)],
    same,
    data.map((x, at) => (at % 2 ? (x - 2) * 2 : (x - 1) / 2)),
  );
  gives(
    'the other way',
    [layer('Normalization', 'n', { ...listed, invert: true })],
    same,
    data.map((x, at) => (at % 2 ? x / 2 + 2 : 2 * x + 1)),
  );
  gives(
    'no variance',
    [layer('Normalization', 'n', { mean: 0, variance: 0 })],
    same,
    data.map(x => x / 1e-7),
  );
  gives(
    'learned',
    [layer('Normalization', 'n', { axis: -1 })],
    same,
    data.map((x, at) => (at % 2 ? (x - 2) * 2 : (x - 1) / 2)),
    { weights: { 'n/moving_mean': pair(1, 2), 'n/moving_variance': pair(4, 0.25) } },
  );
  gives(
    'a scale per channel',
    [layer('LayerScale', 's', { projection_dim: 2 })],
    same,
    data.map((x, at) => (at % 2 ? 0.25 * x : -x)),
    { weights: { 's/gamma': pair(-1, 0.25) } },
  );
  refused('words', [layer('Rescaling', 'r', { scale: 'much' })], {
    code: 'model-unreadable',
    message: /^`scale` of `r` is "much"; expected numbers/,
  });
  refused('nothing', [layer('Rescaling', 'r', { scale: [] })], {
    message: /^`scale` of `r` is \[\]; expected numbers/,
  });
});

test('a normalisation that is another one is refused by what makes it so', () => {
  const weights = {
    'n/gamma': pair(1, 1),
    'n/beta': pair(0, 0),
    'n/moving_mean': pair(0, 0),
    'n/moving_variance': pair(1, 1),
  };
  const refuse = (name: string, config: object, message: RegExp) =>
    refused(name, [layer(name, 'n', config)], { code: 'model-unsupported', message }, { weights });
  refuse('BatchNormalization', { axis: [1, 3] }, /normalises over several axes at once/);
  refuse('BatchNormalization', { axis: 2 }, /normalises over axis 2 of 4/);
  refuse('BatchNormalization', { axis: 4 }, /names axis 4 of a value with 4 dimensions/);
  refuse('LayerNormalization', { rms_scaling: true }, /normalises with rms_scaling/);
  refuse('GroupNormalization', { axis: [2, 3] }, /normalises groups over several axes/);
});

test('shapes: axes are put in order, taken apart and repeated', () => {
  gives('turned, which is shown with its channels last', [layer('Permute', 'p', { dims: [3, 1, 2] })], same, [
    ...channel(0),
    ...channel(1),
  ]);
  gives('what remains', [layer('Reshape', 'p', { target_shape: [-1, 4] })], [1, 3, 4], data);
  gives(
    'repeated',
    [layer('GlobalMaxPooling2D', 'm'), layer('RepeatVector', 'p', { n: 3 })],
    [1, 3, 2],
    [11, 12, 11, 12, 11, 12],
  );
  for (const target_shape of ['wide', [], Array(8).fill(1), [1.5]])
    refused(`${target_shape}`, [layer('Reshape', 'p', { target_shape })], {
      code: 'model-unreadable',
      message: /Layer `p` has target_shape = .*; expected a list of whole numbers/,
    });
});

test('kernels: in groups, channel by channel, in two steps, and back', () => {
  const number = (at: number) => filled(3, 1, [64]).data[at]!;
  const kernel = (count: number, from = 0) => Array.from({ length: count }, (_, at) => number(from + at));
  const grouped: Weights = { 'c/kernel': [[1, 1, 1, 2], [2, -3]] };
  const config = { kernel_size: [1, 1], use_bias: false };
  gives('two groups', [layer('Conv2D', 'c', { ...config, filters: 2, groups: 2 })], same, data.map((x, at) => (at % 2 ? -3 * x : 2 * x)), { weights: grouped });
  const own: Weights = { 'c/depthwise_kernel': [[1, 1, 2, 2], [1, 2, 3, 4]], 'c/bias': [[4], [10, 20, 30, 40]] };
  const each = data.flatMap((x, at) => (at % 2 ? [3 * x + 30, 4 * x + 40] : [x + 10, 2 * x + 20]));
  gives('each by itself', [layer('DepthwiseConv2D', 'c', { kernel_size: [1, 1], depth_multiplier: 2 })], [1, 2, 3, 4], each, { weights: own });
  const mixed: Weights = { 'c/depthwise_kernel': [[1, 1, 2, 1], [2, 5]], 'c/pointwise_kernel': [[1, 1, 2, 1], [1, -1]], 'c/bias': [[1], [0.5]] };
  const cells = channel(0).map((x, at) => 2 * x - 5 * channel(1)[at]! + 0.5);
  gives('in two steps', [layer('SeparableConv2D', 'c', { kernel_size: [1, 1], filters: 1 })], [1, 2, 3, 1], cells, { weights: mixed });
  gives('in two steps, activated', [layer('SeparableConv2D', 'c', { kernel_size: [1, 1], filters: 1, activation: 'relu' })], [1, 2, 3, 1], cells.map(x => Math.max(0, x)), { weights: mixed });
  const back: Weights = { 'c/kernel': [[1, 2, 1, 2], kernel(4)] };
  const wide = [0, 1].flatMap(row => [0, 1, 2].flatMap(column => [0, 1].map(x => [0, 1].reduce((total, c) => total + data[(row * 3 + column) * 2 + c]! * number(x * 2 + c), 0))));
  gives('back, two columns for one', [layer('Conv2DTranspose', 'c', { kernel_size: [1, 2], strides: [1, 2], filters: 1, use_bias: false })], [1, 2, 6, 1], wide, { weights: back });
  refused('a padding of its own', [layer('Conv2DTranspose', 'c', { kernel_size: [1, 2], filters: 1, output_padding: 1 })], { code: 'model-unsupported', message: /names an output_padding/ }, { weights: back });
  const spectral = layer('SpectralNormalization', 's', { layer: { class_name: 'Conv2D', config: { name: 'c', ...config, filters: 2, groups: 2 } } });
  gives('stored as it is applied', [spectral], same, data.map((x, at) => (at % 2 ? -3 * x : 2 * x)), { weights: { 's/layer/kernel': grouped['c/kernel']! } });
}); // biome-ignore format: a case per line
