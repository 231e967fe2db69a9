import type { serialization, Tensor } from '@tensorflow/tfjs-core';
import type { TensorFlow } from '../engines/engine.ts';

type Core = TensorFlow['core'];

export interface ReluNumbers {
  readonly maxValue?: number | null;
  readonly negativeSlope?: number;
  readonly threshold?: number;
}

/** Keras's general ReLU: `max_value` above, `x` from the threshold on, `negative_slope (x - threshold)` below. */
export function relu(core: Core, x: Tensor, numbers: ReluNumbers): Tensor {
  const { maxValue, negativeSlope = 0, threshold = 0 } = numbers;
  const kept = threshold === 0 ? core.relu(x) : core.mul(x, core.step(core.sub(x, threshold)));
  const upper = typeof maxValue === 'number' ? core.minimum(kept, maxValue) : kept;
  return negativeSlope === 0
    ? upper
    : core.add(upper, core.mul(core.minimum(core.sub(x, threshold), 0), negativeSlope));
}

/** relu6(x + 3) / 6, as Keras 3 and PyTorch define it; Keras 2 has another line. */
const hardSigmoid = (core: Core, x: Tensor): Tensor => core.div(core.relu6(core.add(x, 3)), 6);

const geluTanh = (core: Core, x: Tensor): Tensor => {
  const inner = core.mul(core.add(x, core.mul(core.mul(core.square(x), x), 0.044715)), Math.sqrt(2 / Math.PI));
  return core.mul(core.mul(x, 0.5), core.add(core.tanh(inner), 1));
};

type Activation = (core: Core, x: Tensor, config: Readonly<Record<string, unknown>>) => Tensor;

const activations: Readonly<Record<string, Activation>> = {
  KerasReLU: (core, x, config) => relu(core, x, config as ReluNumbers),
  KerasHardSigmoid: hardSigmoid,
  KerasHardSilu: (core, x) => core.mul(x, hardSigmoid(core, x)),
  KerasGeluTanh: geluTanh,
  KerasExponential: (core, x) => core.exp(x),
};

/** The classes by which TensorFlow.js makes activations from their names. */
export function activationClasses({
  core,
}: TensorFlow): serialization.SerializableConstructor<serialization.Serializable>[] {
  return Object.entries(activations).map(
    ([name, activation]) =>
      class extends core.serialization.Serializable {
        static readonly className = name;
        readonly #config: Readonly<Record<string, unknown>>;

        constructor(config: Readonly<Record<string, unknown>> = {}) {
          super();
          this.#config = config;
        }

        apply(x: Tensor): Tensor {
          return core.tidy(() => activation(core, x, this.#config));
        }

        getConfig(): serialization.ConfigDict {
          return { ...this.#config } as serialization.ConfigDict;
        }
      },
  );
}
