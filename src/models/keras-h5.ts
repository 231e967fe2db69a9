import { CamdriftError } from '../errors.ts';
import { readModelFile } from './_one-file.ts';
import type { KerasFile } from './keras/load.ts';
import type { LoadOptions, ModelFormat } from './model.ts';

/** The first four of HDF5's signature. */
const signature = [0x89, 0x48, 0x44, 0x46];

/** `.h5` files with architecture and weights, as Keras 2 and Keras 3 write them. */
export const kerasH5: ModelFormat = {
  name: 'keras-h5',
  recognises: ({ head }) => signature.every((byte, index) => head[index] === byte),
  files: async path => [path],
  async load(path, engine, options) {
    const { inWords, loadKeras } = await import('./keras/load.ts');
    try {
      return loadKeras(await open(path, options.read), engine, options);
    } catch (cause) {
      throw inWords(path, cause);
    }
  },
};

/** Reading HDF5 is loaded with the first file. */
async function open(path: string, read: LoadOptions['read']): Promise<KerasFile> {
  const [bytes, { openHdf5 }, { placesInH5 }] = await Promise.all([
    readModelFile(path, read),
    import('../hdf5/hdf5.ts'),
    import('./keras/weights.ts'),
  ]);
  const root = openHdf5(bytes);
  const [config] = root.texts('model_config') ?? [];
  const weights = root.child('model_weights');
  if (config === undefined || !weights)
    throw new CamdriftError('model-unreadable', `${path} holds weights without the model that they belong to.`, {
      remedy: 'Save the whole model with `model.save`, not `save_weights`.',
    });
  const [version = '2'] = root.texts('keras_version') ?? [];
  return {
    format: 'keras-h5',
    path,
    dialect: version.startsWith('3') ? 3 : 2,
    config: JSON.parse(config),
    places: model => placesInH5(model, weights),
  };
}
