import type { Engine } from '../../engines/engine.ts';
import { CamdriftError } from '../../errors.ts';
import { loweredClassifier } from '../lowering/lowered.ts';
import type { LoadOptions, Model } from '../model.ts';
import { parseLayer, saveAgain } from './config.ts';
import type { Dialect, Weight } from './layer.ts';
import { lowered } from './lower.ts';
import { type LayerNode, parseModel } from './parse.ts';
import { type WeightPlaces, weightKey } from './weights.ts';

/** What a file of Keras holds. */
export interface KerasFile {
  readonly format: string;
  readonly path: string;
  readonly dialect: Dialect;
  /** The architecture as JSON. */
  readonly config: unknown;
  places(root: LayerNode): WeightPlaces;
}

/** Weights are read as the model is built, one by one: nothing is allocated that the file does not hold. */
export function loadKeras(file: KerasFile, engine: Engine, options: LoadOptions): Model {
  const { format, path, dialect } = file;
  const { model, root } = parseModel(parseLayer(file.config, 'The architecture'), dialect);
  const places = file.places(root);
  const weight = (layer: string, role: string): Weight | undefined => {
    const found = places.get(weightKey(layer, role));
    return found && { shape: () => found.shape() ?? [], floats: () => found.floats() };
  };
  const built = lowered(model, options.output, { dialect, inTfjs: false, weight, given: options.given?.keys() });
  return loweredClassifier({ format, path, kind: 'Keras model' }, built, engine, options);
}

/** Any failure to read a file as one of camdrift's errors, with the file's path. */
export function inWords(path: string, cause: unknown): CamdriftError {
  if (cause instanceof CamdriftError) {
    if (cause.message.includes(path)) return cause;
    return new CamdriftError(cause.code, `${path}: ${cause.message}`, { cause, remedy: cause.remedy });
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  return new CamdriftError('model-unreadable', `${path} cannot be read as a Keras model: ${message}.`, {
    cause,
    remedy: saveAgain,
  });
}
