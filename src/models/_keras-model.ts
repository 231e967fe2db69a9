import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Engine } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import { addKerasClasses } from './_added-classes.ts';
import { classifier } from './_classifier.ts';
import { disposedOnFailure } from './_disposed-on-failure.ts';
import type { Dialect } from './_keras-activations.ts';
import { parseLayer, saveAgain } from './_keras-config.ts';
import { newSource, withWeights } from './_keras-source.ts';
import { type LayerNode, translateModel } from './_keras-topology.ts';
import type { WeightPlaces } from './_keras-weights.ts';
import { layersGraph } from './_layers-graph.ts';
import { fromMemory } from './_tfjs-files.ts';
import type { LoadOptions, Model } from './model.ts';

/** What a file of Keras holds. */
export interface KerasFile {
  readonly format: string;
  readonly path: string;
  readonly dialect: Dialect;
  /** The architecture as JSON. */
  readonly config: unknown;
  places(root: LayerNode): WeightPlaces;
}

/** Builds the model in TensorFlow.js's layers, its weights taken from the file one by one. */
export async function loadKeras(file: KerasFile, engine: Engine, options: LoadOptions): Promise<Model> {
  addKerasClasses(engine.tf);
  const source = newSource();
  const { topology, root } = translateModel(parseLayer(file.config, 'The architecture'), file.dialect, source);
  const build = () => engine.tf.layers.loadLayersModel(fromMemory({ modelTopology: topology }));
  const model = await withWeights(
    () => file.places(root),
    () => withoutRemains(engine, build),
    source,
  );
  return disposedOnFailure(model, loaded => classifier(layersGraph(loaded, engine, options, file.format), engine));
}

/** A model that fails half-built leaves its variables behind; nobody else could let go of them. */
async function withoutRemains(engine: Engine, build: () => Promise<LayersModel>): Promise<LayersModel> {
  const registered = () => Object.values(engine.tf.core.engine().state.registeredVariables);
  const before = new Set(registered());
  try {
    return await build();
  } catch (error) {
    for (const variable of registered()) if (!before.has(variable)) variable.dispose();
    throw error;
  }
}

/** Any failure to read a file as one of camdrift's errors, with the file's path. */
export function inWords(path: string, cause: unknown): CamdriftError {
  if (cause instanceof CamdriftError) {
    if (cause.message.startsWith(path)) return cause;
    return new CamdriftError(cause.code, `${path}: ${cause.message}`, { cause, remedy: cause.remedy });
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  return new CamdriftError('model-unreadable', `${path} cannot be read as a Keras model: ${message}.`, {
    cause,
    remedy: saveAgain,
  });
}
