import { wasmEngine } from '../../../src/engines/wasm.ts';
import { parseLayer } from '../../../src/models/keras/config.ts';
import type { Dialect } from '../../../src/models/keras/layer.ts';
import { lowered } from '../../../src/models/keras/lower.ts';
import { parseModel } from '../../../src/models/keras/parse.ts';
import { loweredGraph } from '../../../src/models/lowering/lowered.ts';
import { functional, image, layer, reads, type Weights, type Written } from './_layers.ts';

const engine = await wasmEngine();

export interface Picture {
  /** Rows, columns and channels. */
  readonly shape: readonly [number, number, number];
  readonly data: readonly number[];
}

export interface Manner {
  readonly weights?: Weights;
  readonly dialect?: Dialect;
  readonly inTfjs?: boolean;
}

/** What the last of these layers makes of one picture, called `image`; a layer that says nothing reads the one before. */
export function computed(steps: readonly Written[], picture: Picture, manner: Manner = {}) {
  const { weights = {}, dialect = 3, inTfjs = false } = manner;
  const all = [image(...picture.shape), ...steps];
  const chain = all.map((step, at) =>
    at === 0 || step.inbound_nodes.length > 0 ? step : { ...step, inbound_nodes: [reads(all[at - 1]!.name)] },
  );
  const last = chain.at(-1)!.name;
  const whole = functional([...chain, layer('Flatten', 'all', {}, reads(last))]);
  const weight = (path: string, role: string) => {
    const found = weights[`${path}/${role}`];
    return found && { shape: () => found[0], floats: () => Float32Array.from(found[1] ?? []) };
  };
  const { model } = parseModel(parseLayer(whole, 'The architecture'), dialect);
  using graph = loweredGraph(lowered(model, undefined, { dialect, inTfjs, weight }), 'keras', engine, {});
  const { core } = engine.tf;
  return core.tidy(() => {
    const feeds = new Map([[graph.input, core.tensor([...picture.data], [1, ...picture.shape])]]);
    const [made, flat] = graph.execute(feeds, [last, 'all']);
    return { shape: made!.shape, data: [...flat!.dataSync()], kind: graph.nodes.find(({ name }) => name === last)?.kind };
  }); // biome-ignore format: one line per value
}

/** One call of an operation as Keras 3 writes it: tensors by the names of their layers, and anything else as it is. */
export function operation(name: string, args: readonly unknown[], config: object = {}, kwargs: object = {}): Written {
  const tensor = (arg: unknown): unknown =>
    typeof arg === 'string'
      ? { class_name: '__keras_tensor__', config: { keras_history: [arg, 0, 0], shape: null } }
      : Array.isArray(arg)
        ? arg.map(tensor)
        : arg;
  const node = { args: args.map(tensor), kwargs };
  const written = {
    class_name: name,
    name: 'op',
    module: 'keras.src.ops.numpy',
    config: { name: 'op', ...config },
    inbound_nodes: [node],
  };
  return written as unknown as Written;
}
