import { CamdriftError } from '../errors.ts';

/** The part of a Keras configuration that says which layer reads which. */
interface LayerConfig {
  readonly name?: string;
  readonly class_name?: string;
  readonly config?: { readonly name?: string; readonly layers?: unknown; readonly batch_input_shape?: unknown };
  readonly inbound_nodes?: unknown;
}

type Reference = readonly [layer: string, call: number];

/**
 * Refuses layers that read one that is not there, or that wait for each other: TensorFlow.js would look for them for
 * ever. Goes through the calls as its own loader does.
 * @throws CamdriftError `model-unreadable`
 */
export function requireWired(path: string, topology: object): void {
  const root = (topology as { model_config?: object }).model_config ?? topology;
  const waiting = [(root as LayerConfig).config];
  for (let config = waiting.pop(); config; config = waiting.pop()) {
    const layers = layersOf(config);
    requireOrder(path, layers);
    waiting.push(...layers.flatMap(layer => (layersOf(layer.config).length > 0 ? [layer.config] : [])));
  }
}

function layersOf(config: LayerConfig['config']): LayerConfig[] {
  const layers: unknown = Array.isArray(config) ? config : config?.layers;
  return Array.isArray(layers) ? layers.filter(layer => layer !== null && typeof layer === 'object') : [];
}

/** Ten times the largest classifier in use. The search is quadratic, here and in TensorFlow.js. */
const mostLayers = 10_000;

function requireOrder(path: string, layers: readonly LayerConfig[]): void {
  if (layers.length > mostLayers)
    throw new CamdriftError(
      'model-unsupported',
      `${path} has ${layers.length} layers; at most ${mostLayers} are read.`,
    );
  const made = new Map(layers.map(layer => [nameOf(layer), callsWhenMade(layer)]));
  let open = layers.flatMap(layer => callsOf(layer).map(reads => ({ name: nameOf(layer), reads })));
  for (let before = open.length + 1; open.length > 0 && open.length < before; ) {
    before = open.length;
    open = open.filter(({ name, reads }) => {
      if (!reads.every(([layer, call]) => (made.get(layer) ?? 0) > call)) return true;
      made.set(name, (made.get(name) ?? 0) + 1);
      return false;
    });
  }
  const [stuck] = open;
  if (!stuck) return;
  const absent = stuck.reads.find(([layer]) => !made.has(layer));
  const why = absent ? `reads \`${absent[0]}\`, which is not there` : 'waits for its own output';
  throw new CamdriftError('model-unreadable', `${path}: the layer \`${stuck.name}\` ${why}.`);
}

const nameOf = ({ name, config }: LayerConfig): string => name ?? config?.name ?? '';

/** An input layer, and a model that is a layer and knows its input, is called once by being made. */
function callsWhenMade({ class_name, config }: LayerConfig): number {
  if (class_name === 'InputLayer') return 1;
  const [first] = layersOf(config);
  if (!first) return 0;
  return class_name !== 'Sequential' || first.class_name === 'InputLayer' || first.config?.batch_input_shape ? 1 : 0;
}

/** What each call of a layer reads; nothing for layers in a row. */
function callsOf({ inbound_nodes: calls }: LayerConfig): Reference[][] {
  if (!Array.isArray(calls)) return [];
  return calls.map(call => (Array.isArray(call) ? call.filter(isReference) : []));
}

const isReference = (value: unknown): value is Reference =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
