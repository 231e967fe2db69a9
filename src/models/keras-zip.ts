import { CamdriftError } from '../errors.ts';
import { readModelFile } from './_one-file.ts';
import type { KerasFile } from './keras/load.ts';
import type { LoadOptions, ModelFormat } from './model.ts';

/** `.keras` files: a zip of `config.json`, `metadata.json` and `model.weights.h5`. */
export const kerasZip: ModelFormat = {
  name: 'keras-zip',
  recognises: ({ head }) => {
    const text = Buffer.from(head).toString('latin1');
    return (
      text.startsWith('PK\x03\x04') && /^.{26}[\s\S]{4}(metadata\.json|config\.json|model\.weights\.h5)/s.test(text)
    );
  },
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

/** Reading archives is loaded with the first one. */
async function open(path: string, read: LoadOptions['read']): Promise<KerasFile> {
  const [bytes, { unzip }, { openHdf5 }, { placesInArchive }] = await Promise.all([
    readModelFile(path, read),
    import('../archives/unzip.ts'),
    import('../hdf5/hdf5.ts'),
    import('./keras/weights.ts'),
  ]);
  const { files } = await unzip(bytes, {
    what: path,
    limits: { entries: 2_000, file: 2 * 2 ** 30, total: 2 * 2 ** 30, ratio: 50, ratioFrom: 64 * 2 ** 20, name: 1024 },
    takes: name => members.includes(name),
    rejected: (message, options) => new CamdriftError('model-unreadable', message, { ...options, remedy }),
    quoted: text => JSON.stringify(text.slice(0, 200)),
  });
  const [config, metadata, weights] = members.map(name => files.get(name));
  if (!config || !weights)
    throw new CamdriftError(
      'model-unreadable',
      `${path} has no ${config ? 'model.weights.h5' : 'config.json'} in it.`,
      {
        remedy,
      },
    );
  const group = openHdf5(weights);
  return {
    format: 'keras-zip',
    path,
    dialect: dialectOf(metadata),
    config: JSON.parse(Buffer.from(config).toString('utf8')),
    places: root => placesInArchive(root, group),
  };
}

const members = ['config.json', 'metadata.json', 'model.weights.h5'];

const remedy = 'Save the model again with `model.save("model.keras")`, and check that the file was copied whole.';

/** Keras 2.12 to 2.15 wrote this format, too. */
function dialectOf(metadata: Uint8Array | undefined): KerasFile['dialect'] {
  const { keras_version: version } = JSON.parse(metadata ? Buffer.from(metadata).toString('utf8') : '{}') as {
    keras_version?: string;
  };
  return version?.startsWith('2.') ? 2 : 3;
}
