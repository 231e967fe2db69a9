import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deviation, strength } from '../../support/maps.ts';
import { filled } from '../../support/tiny-network.ts';
import { functional, image, layer, load, reads, valuesOf, type Weights, type Written } from './_layers.ts';

const conv = (name: string, from: string, config: object = {}) =>
  layer('Conv2D', name, { filters: 3, kernel_size: [3, 3], strides: [1, 1], padding: 'same', ...config }, reads(from));

const head = (from: string): Written[] => [
  layer('GlobalAveragePooling2D', 'mean', {}, reads(from)),
  layer('Dense', 'scores', { units: 2, activation: 'softmax' }, reads('mean')),
];

const weights: Weights = {
  'conv/kernel': [[3, 3, 2, 3]],
  'conv/bias': [[3]],
  'scores/kernel': [[3, 2]],
  'scores/bias': [[2]],
};
const pixels = filled(9, 1, [5, 4, 2]).data;

test('weights are found by path, by name, with what a converter puts before and between, and told when nobody knows', () => {
  const topology = functional([image(5, 4, 2), conv('conv', 'image'), ...head('conv')]);
  const explained = (renamed: (name: string) => string) => {
    const named = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [renamed(name), weight]));
    using model = load(topology, named);
    return model.explain([pixels], { layer: 'conv', classes: [1], score: 'logit' })[0]!;
  };
  const plain = explained(name => name);
  for (const renamed of [(name: string) => `net/${name}`, (name: string) => name.replace('/', '/conv_scope/')])
    assert.deepEqual(explained(renamed).gradients, plain.gradients);
  assert.throws(() => explained(name => name.replace('conv/', 'other/')), {
    code: 'model-unreadable',
    message: /The file has no weights for `conv, kernel`/,
  });
  const { 'conv/kernel': kernel, ...others } = weights;
  const doubtful = { ...others, 'a/conv/x/kernel': kernel!, 'b/conv/x/kernel': kernel! };
  assert.throws(() => load(topology, doubtful), {
    code: 'model-unreadable',
    message: /could all be `kernel` of `conv`/,
  });
});

describe('channels first', () => {
  test('are the same network with its axes counted in another order', () => {
    using last = load(functional([image(5, 6, 2), conv('conv', 'image'), ...head('conv')]), weights);
    const first = { data_format: 'channels_first' };
    const layers = [
      image(2, 5, 6),
      conv('conv', 'image', first),
      layer('GlobalAveragePooling2D', 'mean', first, reads('conv')),
      layer('Dense', 'scores', { units: 2, activation: 'softmax' }, reads('mean')),
    ];
    using other = load(functional(layers), weights);
    assert.deepEqual({ ...other.input }, { height: 5, width: 6, channels: 2 });
    const picture = filled(9, 1, [5, 6, 2]).data;
    const ask = (model: typeof last) => model.explain([picture], { layer: 'conv', classes: [1], score: 'logit' })[0]!;
    assert.deepEqual(ask(other).activations, ask(last).activations);
    assert.deepEqual(ask(other).gradients, ask(last).gradients);
    assert.deepEqual(other.targetLayer('auto').name, 'conv');
  });

  test('flattened come in the order of channels last, as Keras has it', () => {
    const first = { data_format: 'channels_first' };
    const layers = [
      image(2, 5, 6),
      conv('conv', 'image', first),
      layer('Flatten', 'flat', first, reads('conv')),
      layer('Dense', 'scores', { units: 2, use_bias: false }, reads('flat')),
    ];
    const { data } = filled(4, 1, [90, 2]);
    using model = load(functional(layers), { ...weights, 'scores/kernel': [[90, 2], [...data]] });
    const [found] = model.explain([filled(9, 1, [5, 6, 2]).data], { layer: 'conv', classes: [1], score: 'logit' });
    assert.ok(
      deviation(
        found!.gradients.data,
        data.filter((_, at) => at % 2 === 1),
      ) < 1e-6,
    );
  });
});

test('a picture without channels has one', () => {
  const layers = [
    image(4, 6),
    layer('Reshape', 'wide', { target_shape: [4, 6, 1] }, reads('image')),
    conv('conv', 'wide'),
    ...head('conv'),
  ];
  using model = load(functional(layers), { ...weights, 'conv/kernel': [[3, 3, 1, 3]] });
  assert.deepEqual({ ...model.input }, { height: 4, width: 6, channels: 1 });
  const [found] = model.explain([filled(3, 1, [4, 6]).data], { layer: 'conv', classes: [0], score: 'logit' });
  assert.deepEqual([found!.activations.height, found!.activations.width], [4, 6]);
  assert.ok(strength(found!.gradients.data) > 1e-3);
});

describe('grids', () => {
  const picture = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  /** The last step's values, for a picture of three rows of four. */
  const after = (size: number, ...steps: Written[]) => {
    const { made, picture: given, last } = valuesOf(picture, [3, 4], [...steps, layer('ReLU', 'seen')]);
    using model = made(size);
    assert.equal(last, 'seen');
    return [...model.explain([given], { layer: 'seen', classes: [0], score: 'logit' })[0]!.activations.data];
  };
  const cases: Readonly<Record<string, [Written, number[]]>> = {
    'the largest of each window, the rest cut off': [layer('MaxPooling2D', 'p', { pool_size: [2, 2] }), [6, 8]],
    'the largest, the rest counted': [
      layer('MaxPooling2D', 'p', { pool_size: [2, 2], padding: 'same' }),
      [6, 8, 10, 12],
    ],
    'the mean, what lies outside left out': [
      layer('AveragePooling2D', 'p', { pool_size: [2, 2], padding: 'same' }),
      [3.5, 5.5, 9.5, 11.5],
    ],
    'cut off on each side by itself': [
      layer('Cropping2D', 'p', {
        cropping: [
          [1, 0],
          [0, 2],
        ],
      }),
      [5, 6, 9, 10],
    ],
    'padded on each side by itself': [
      layer('ZeroPadding2D', 'p', {
        padding: [
          [0, 1],
          [1, 0],
        ],
      }),
      [0, 1, 2, 3, 4, 0, 5, 6, 7, 8, 0, 9, 10, 11, 12, 0, 0, 0, 0, 0],
    ],
    'the middle': [layer('CenterCrop', 'p', { height: 1, width: 2 }), [6, 7]],
    repeated: [layer('UpSampling2D', 'p', { size: [1, 2] }), picture.flatMap(value => [value, value])],
    turned: [layer('Permute', 'p', { dims: [2, 1, 3] }), [1, 5, 9, 2, 6, 10, 3, 7, 11, 4, 8, 12]],
  };
  for (const [title, [step, expected]] of Object.entries(cases))
    test(`${step.class_name}: ${title}`, () => assert.ok(deviation(after(expected.length, step), expected) < 1e-6));

  test('a middle that is larger than the picture leaves nothing, and is refused', () =>
    assert.throws(() => after(30, layer('CenterCrop', 'p', { height: 5, width: 6 })), { name: 'CamdriftError' }));

  test('TensorFlow.js resizes with the corners on each other, Keras with the pixels', () => {
    const { made, picture: given } = valuesOf(
      [0, 3],
      [1, 2],
      [layer('Resizing', 'p', { height: 1, width: 4 }), layer('ReLU', 'seen')],
    );
    using model = made(4);
    const [found] = model.explain([given], { layer: 'seen', classes: [0], score: 'logit' });
    assert.ok(deviation(found!.activations.data, [0, 1, 2, 3]) < 1e-6);
  });
});

test('numbers that are no numbers are refused by key, before anything is allocated', () => {
  const cases: readonly [object, RegExp][] = [
    [{ kernel_size: 'three' }, /kernel_size = "three"; expected two whole numbers/],
    [{ kernel_size: [3, 3, 3] }, /kernel_size = \[3,3,3\]/],
    [{ strides: [0, 1] }, /strides = \[0,1\]/],
    [{ strides: [1e12, 1] }, /strides = \[1000000000000,1\]/],
    [{ filters: 2 ** 31 }, /its layer wants 3 x 3 x any x 2147483648/],
    [{ filters: 'many' }, /filters = "many"; expected a number/],
    [{ padding: 'causal' }, /padding "causal"/],
  ];
  for (const [config, words] of cases) {
    const network = functional([image(5, 4, 2), conv('conv', 'image', config), ...head('conv')]);
    assert.throws(() => load(network, weights), { name: 'CamdriftError', message: words });
  }
});

test('padding, scaling up and dilations without measure are refused, not allocated', () => {
  const steps = [
    layer(
      'ZeroPadding2D',
      'step',
      {
        padding: [
          [100_000, 100_000],
          [100_000, 100_000],
        ],
      },
      reads('image'),
    ),
    layer('UpSampling2D', 'step', { size: [30_000, 30_000] }, reads('image')),
    layer('Resizing', 'step', { height: 60_000, width: 60_000 }, reads('image')),
  ];
  for (const step of steps) {
    const network = functional([image(5, 4, 2), step, conv('conv', step.name), ...head('conv')]);
    assert.throws(() => load(network, weights), { code: 'model-unsupported', message: /makes a value of shape/ });
  }
  const dilated = functional([image(5, 4, 2), conv('conv', 'image', { dilation_rate: [1e6, 1e6] }), ...head('conv')]);
  assert.throws(() => load(dilated, weights), { name: 'CamdriftError' });
});
