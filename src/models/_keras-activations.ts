import { unsupported } from './_keras-config.ts';

/** Which generation wrote a model: names such as `hard_sigmoid` mean another function in each. */
export type Dialect = 2 | 3;

/** An activation as TensorFlow.js writes it: a name, or an added one with its numbers. */
export type TfjsActivation =
  | string
  | { readonly className: string; readonly config: Readonly<Record<string, unknown>> };

/** Keras's name of an activation -> what computes the same in TensorFlow.js; the ones with a capital are added ones. */
export function translateActivation(activation: unknown, dialect: Dialect, where: string): TfjsActivation {
  if (activation === null || activation === undefined) return 'linear';
  if (typeof activation === 'string') return named(activation, dialect, where);
  const { class_name: className, config } = activation as { class_name?: unknown; config?: unknown };
  if (className === 'function' && typeof config === 'string') return named(config, dialect, where);
  const numbers = (config ?? {}) as Record<string, unknown>;
  if (className === 'ReLU') return { className: 'KerasReLU', config: reluNumbers(numbers) };
  if (className === 'LeakyReLU')
    return { className: 'KerasReLU', config: { negativeSlope: numbers.negative_slope ?? numbers.alpha ?? 0.3 } };
  throw refused(String(className ?? activation), where);
}

/** The numbers of a general ReLU: Keras 2 lets them be null. */
export function reluNumbers(config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    maxValue: config.max_value ?? null,
    negativeSlope: firstNumber(config.negative_slope),
    threshold: firstNumber(config.threshold),
  };
}

/** Keras 2 sometimes writes a number as a NumPy array: `{"class_name": "__numpy__", ...}`; only plain ones are read. */
const firstNumber = (value: unknown): number => (typeof value === 'number' ? value : 0);

function named(name: string, dialect: Dialect, where: string): TfjsActivation {
  if (name === 'hard_sigmoid') return dialect === 3 ? 'KerasHardSigmoid' : 'hardSigmoid';
  if (name === 'leaky_relu') return { className: 'KerasReLU', config: { negativeSlope: 0.2 } };
  const found = names[name];
  if (found === undefined) throw refused(name, where);
  return found;
}

const names: Readonly<Record<string, string>> = {
  linear: 'linear',
  relu: 'relu',
  relu6: 'relu6',
  sigmoid: 'sigmoid',
  softmax: 'softmax',
  log_softmax: 'logSoftmax',
  tanh: 'tanh',
  elu: 'elu',
  selu: 'selu',
  softplus: 'softplus',
  softsign: 'softsign',
  mish: 'mish',
  swish: 'swish',
  silu: 'swish',
  gelu: 'gelu',
  gelu_tanh: 'KerasGeluTanh',
  exponential: 'KerasExponential',
  hard_silu: 'KerasHardSilu',
  hard_swish: 'KerasHardSilu',
};

const refused = (name: string, where: string) =>
  unsupported(
    `Layer \`${where}\` uses the activation \`${name}\`, which camdrift does not know.`,
    'Use one of Keras, or export the model to TensorFlow.js or ONNX.',
  );
