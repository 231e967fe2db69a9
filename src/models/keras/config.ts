import { z } from 'zod';
import { CamdriftError } from '../../errors.ts';

/** A sequence of early Keras 2 is its list of layers, without a name. */
const sequence = z.array(z.unknown()).transform((layers): Record<string, unknown> => ({ name: 'sequential', layers }));

/** A layer, an operation or a model as Keras 2 and 3 write it. What a class means is decided elsewhere. */
const layer = z.looseObject({
  class_name: z.string(),
  config: z.union([z.record(z.string(), z.unknown()), sequence]),
  module: z.string().nullish(),
  registered_name: z.string().nullish(),
  name: z.string().nullish(),
  inbound_nodes: z.array(z.unknown()).nullish(),
  build_config: z.looseObject({}).nullish(),
});

export type KerasLayer = z.output<typeof layer>;

export function parseLayer(json: unknown, where: string): KerasLayer {
  const parsed = layer.safeParse(json);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues as [z.core.$ZodIssue];
  throw unreadable(`${where} is not a Keras layer: at ${path.join('.') || 'its top'}: ${message}`);
}

/** The layers of a functional or sequential model. */
export function innerLayers(model: KerasLayer): KerasLayer[] {
  const { layers } = model.config;
  if (!Array.isArray(layers)) throw unreadable(`The model ${nameOf(model)} has no list of layers`);
  return layers.map((inner, index) => parseLayer(inner, `Entry ${index} of model ${nameOf(model)}`));
}

export function nameOf(layer: KerasLayer): string {
  const name = layer.config.name ?? layer.name;
  if (typeof name !== 'string' || name === '') throw unreadable(`A layer of class \`${layer.class_name}\` has no name`);
  return name;
}

export const isSequential = ({ class_name: name }: KerasLayer): boolean => name === 'Sequential';

export const isModel = (layer: KerasLayer): boolean => ['Sequential', 'Functional', 'Model'].includes(layer.class_name);

export const unreadable = (message: string): CamdriftError =>
  new CamdriftError('model-unreadable', `${message}.`, { remedy: saveAgain });

export const saveAgain = 'Save the model again with `model.save`, and check that the file was copied whole.';

export const unsupported = (message: string, remedy?: string): CamdriftError =>
  new CamdriftError('model-unsupported', message, remedy === undefined ? {} : { remedy });

/** Height x width x channels of the input that a layer declares, with the batch first; `undefined` if it declares none. */
export function declaredInput(layer: KerasLayer): unknown {
  const { batch_input_shape: keras2, batch_shape: keras3, build_input_shape: built } = layer.config;
  const own = keras3 ?? keras2;
  if (own !== undefined && own !== null) return own;
  const first = isModel(layer) ? innerLayers(layer)[0] : undefined;
  return (first && declaredInput(first)) ?? built ?? layer.build_config?.input_shape ?? undefined;
}
