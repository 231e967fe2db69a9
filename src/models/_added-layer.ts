import type { serialization, Tensor } from '@tensorflow/tfjs-core';
import type { LayerVariable, layers } from '@tensorflow/tfjs-layers';
import type { TensorFlow } from '../engines/engine.ts';
import type { Kind } from './_graph.ts';
import { readWeight, type WeightRequest } from './_keras-source.ts';
import { fromVerbatim } from './_verbatim.ts';

export type Config = Readonly<Record<string, unknown>>;
/** Batch first; unknown sizes are null. */
export type Shape = readonly (number | null)[];
/** The values of a weight, `undefined` where the layer was told to have none. */
export type Weights = (role: string) => Tensor | undefined;

/** A layer of Keras that TensorFlow.js lacks, or has with other numbers. */
export interface AddedLayer {
  readonly className: string;
  readonly kind: Kind | ((config: Config) => Kind);
  /** Shapes of the weights it may have. */
  weights?(config: Config, input: Shape): Readonly<Record<string, readonly number[]>>;
  /** Shape of the output; that of the first input where it is left out. */
  shape?(inputs: readonly Shape[], config: Config): Shape;
  call(tf: TensorFlow, inputs: readonly Tensor[], config: Config, weights: Weights): Tensor;
}

type Layer = layers.Layer;

/** What a layer that camdrift adds says of itself, because the table of TensorFlow.js's own does not know it. */
export const addedKind = (layer: Layer): Kind | undefined =>
  'addedKind' in layer ? (layer.addedKind as Kind) : undefined;

/** The class by which TensorFlow.js makes such layers from JSON. */
export function layerClass(definition: AddedLayer, tf: TensorFlow): serialization.SerializableConstructor<Layer> {
  return class extends tf.layers.layers.Layer {
    static readonly className = definition.className;
    readonly addedKind: Kind;
    readonly #config: Config;
    readonly #requests: ReadonlyMap<string, WeightRequest>;
    readonly #values = new Map<string, LayerVariable>();

    constructor(args: Record<string, unknown>) {
      super({ name: String(args.name) });
      this.#config = fromVerbatim(args.keras) as Config;
      this.addedKind = typeof definition.kind === 'string' ? definition.kind : definition.kind(this.#config);
      this.#requests = requestsIn(args);
    }

    override getClassName(): string {
      return String(this.#config.kerasClass);
    }

    override build(inputShape: Shape | readonly Shape[]): void {
      const shapes = definition.weights?.(this.#config, shapesOf(inputShape)[0]!) ?? {};
      for (const [role, shape] of Object.entries(shapes)) {
        const request = this.#requests.get(role);
        if (!request) continue;
        const initializer = new FromFile(tf, request);
        this.#values.set(role, this.addWeight(role, [...shape], 'float32', initializer as never));
      }
      this.built = true;
    }

    override computeOutputShape(inputShape: Shape | readonly Shape[]): (number | null)[] {
      const inputs = shapesOf(inputShape);
      return [...(definition.shape?.(inputs, this.#config) ?? inputs[0]!)];
    }

    override call(inputs: Tensor | Tensor[]): Tensor {
      const read: Weights = role => this.#values.get(role)?.read();
      return tf.core.tidy(() => definition.call(tf, [inputs].flat(), this.#config, read));
    }
  } as unknown as serialization.SerializableConstructor<Layer>;
}

/** Stands in the place of an initialiser; TensorFlow.js asks it for a tensor of the weight's shape. */
class FromFile {
  readonly #tf: TensorFlow;
  readonly #request: WeightRequest;

  constructor(tf: TensorFlow, request: WeightRequest) {
    this.#tf = tf;
    this.#request = request;
  }

  apply(shape: readonly number[]): Tensor {
    return readWeight(this.#tf.core, this.#request, shape);
  }
}

/** The same for layers that TensorFlow.js makes itself. */
export function initializerClass({
  core,
}: TensorFlow): serialization.SerializableConstructor<serialization.Serializable> {
  return class extends core.serialization.Serializable {
    static readonly className = 'FromKerasFile';
    readonly #request: WeightRequest;

    constructor({ request }: { request: string }) {
      super();
      this.#request = fromVerbatim(request) as WeightRequest;
    }

    apply(shape: readonly number[]): Tensor {
      return readWeight(core, this.#request, shape);
    }

    getConfig(): serialization.ConfigDict {
      return { ...this.#request };
    }
  };
}

function requestsIn(args: Readonly<Record<string, unknown>>): ReadonlyMap<string, WeightRequest> {
  const initializers = Object.entries(args).filter(([key]) => key.endsWith('Initializer'));
  return new Map(
    initializers.map(([, value]) => {
      const { config } = value as { config: { request: string } };
      const request = fromVerbatim(config.request) as WeightRequest;
      return [request.role, request];
    }),
  );
}

const isShape = (shape: Shape | readonly Shape[]): shape is Shape => !Array.isArray(shape[0]);

const shapesOf = (shape: Shape | readonly Shape[]): readonly Shape[] => (isShape(shape) ? [shape] : shape);
