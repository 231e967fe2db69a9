import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layer, valuesOf } from './_layers.ts';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) => Math.log1p(Math.exp(x));
const clip = (x: number, low: number, high: number) => Math.min(high, Math.max(low, x));
/** Its series, as far as float64 carries it. */
const erf = (x: number) => {
  if (Math.abs(x) > 4) return Math.sign(x);
  let sum = 0;
  for (let n = 0, term = x; n < 60; n++, term *= (-x * x) / n) sum += term / (2 * n + 1);
  return (2 / Math.sqrt(Math.PI)) * sum;
};
const tanhGelu = (x: number) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));
const selu = (x: number) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
const squareplus = (x: number) => (x + Math.sqrt(x * x + 4)) / 2;
const sparsePlus = (x: number) => (x <= -1 ? 0 : x < 1 ? (x + 1) ** 2 / 4 : x);
const shrunk = (x: number, by: number) => (Math.abs(x) > 0.5 ? x - Math.sign(x) * by : 0);

/** Definitions of keras.activations, as its documentation has them. */
const definitions: Readonly<Record<string, (x: number) => number>> = {
  linear: x => x,
  relu: x => Math.max(0, x),
  relu6: x => clip(x, 0, 6),
  sigmoid,
  tanh: Math.tanh,
  elu: x => (x > 0 ? x : Math.expm1(x)),
  celu: x => (x > 0 ? x : Math.expm1(x)),
  selu,
  softplus,
  softsign: x => x / (1 + Math.abs(x)),
  mish: x => x * Math.tanh(softplus(x)),
  silu: x => x * sigmoid(x),
  swish: x => x * sigmoid(x),
  gelu: x => 0.5 * x * (1 + erf(x / Math.SQRT2)),
  gelu_tanh: tanhGelu,
  gelu_new: tanhGelu,
  exponential: Math.exp,
  hard_sigmoid: x => clip(x / 6 + 0.5, 0, 1),
  hard_silu: x => x * clip(x / 6 + 0.5, 0, 1),
  hard_swish: x => x * clip(x / 6 + 0.5, 0, 1),
  hard_tanh: x => clip(x, -1, 1),
  leaky_relu: x => (x > 0 ? x : 0.2 * x),
  log_sigmoid: x => -softplus(-x),
  squareplus,
  tanh_shrink: x => x - Math.tanh(x),
  soft_shrink: x => shrunk(x, 0.5),
  hard_shrink: x => shrunk(x, 0),
  sparse_plus: sparsePlus,
  sparse_sigmoid: x => clip((x + 1) / 2, 0, 1),
};

/** None lies where a definition has a corner. */
const points = [-3.7, -1.2, -0.4, -0.1, 0.3, 0.8, 1.6, 6.4];

function check(config: object, f: (x: number) => number, options: { keras?: string } = {}, className = 'Activation') {
  const { made, picture } = valuesOf(points, [2, 4], [layer(className, 'act', config)], options);
  using model = made(points.length);
  const ask = (where: string) => model.explain([picture], { layer: where, classes: [0], score: 'logit' })[0]!;
  const [after, before] = [ask('act'), ask('conv')];
  for (const [at, x] of points.entries()) {
    const near = (found: number, wanted: number, within: number) =>
      assert.ok(
        Math.abs(found - wanted) <= within * Math.max(1, Math.abs(wanted)),
        `${JSON.stringify(config)} at ${x}: ${found}, not ${wanted}`,
      );
    near(after.activations.data[at]!, f(x), 1e-6);
    const slope = (f(x + 1e-4) - f(x - 1e-4)) / 2e-4;
    near(before.gradients.data[at]!, after.gradients.data[at]! * slope, 2e-5);
  }
}

for (const [name, f] of Object.entries(definitions))
  test(`the activation ${name} has the values of its definition, and their slope`, () =>
    check({ activation: name }, f, { keras: '3.15.1' }));

test('hard_sigmoid is another line in Keras 2', () =>
  check({ activation: 'hard_sigmoid' }, x => clip(0.2 * x + 0.5, 0, 1)));

test('the general ReLU has a ceiling, a threshold and a slope below it', () => {
  const relu = (most: number, slope: number, from: number) => (x: number) =>
    x >= most ? most : x >= from ? x : slope * (x - from);
  check({ max_value: 1.5, negative_slope: 0.1, threshold: 0.2 }, relu(1.5, 0.1, 0.2), {}, 'ReLU');
  check({ max_value: null, negative_slope: 0.1, threshold: 0 }, relu(Infinity, 0.1, 0), {}, 'ReLU');
  check({ max_value: 1.5, negative_slope: 0, threshold: 0 }, relu(1.5, 0, 0), {}, 'ReLU');
  check({ max_value: null, negative_slope: null, threshold: 0.7 }, relu(Infinity, 0, 0.7), {}, 'ReLU');
});

test('layers of one activation have its numbers', () => {
  check({ alpha: 0.4 }, x => (x > 0 ? x : 0.4 * Math.expm1(x)), {}, 'ELU');
  check({ alpha: 0.4 }, x => (x > 0 ? x : 0.4 * x), {}, 'LeakyReLU');
  check({ theta: 0.5 }, x => (x > 0.5 ? x : 0), {}, 'ThresholdedReLU');
});
