import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DescMessage, fromBinary, toBinary } from '@bufbuild/protobuf';
import { unzipSync, zipSync } from 'fflate';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { SavedModelSchema } from '../../src/models/_saved-model/tensorflow_pb.ts';
import { loadModel } from '../../src/models/index.ts';
import { ModelProtoSchema } from '../../src/models/onnx/onnx_pb.ts';
import { writeOnnx, writeOnnxKeras } from '../../test/support/onnx-model.ts';
import { writeFusedGraph, writeLayers, writePlainGraph } from '../../test/support/tfjs-model.ts';
import { mutatedBytes } from './bytes.ts';
import type { Chooser } from './random.ts';
import { type Input, jsonBytes, type Target, textOf } from './target.ts';
import { mutatedTree } from './tree.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');

/** Loads, chooses a layer, and explains one picture of zeros, as an audit would. @param main the file or folder in it to load */
function model(
  main: string,
  seeds: () => Promise<Input[]>,
  mutate: (seed: Input, choose: Chooser) => Input,
): () => Promise<Target> {
  return async () => {
    const [engine, inputs] = [await wasmEngine(), await seeds()];
    return {
      onDisk: true,
      make: async choose => mutate(choose.one(inputs), choose),
      read: async (_, folder) => {
        using loaded = await loadModel(join(folder, main), engine, {});
        const { name: layer } = loaded.targetLayer('auto');
        loaded.weights().kernels.map(kernel => kernel.shape);
        const { width, height, channels } = loaded.input;
        const picture = new Float32Array(Math.min(width * height * channels, 2 ** 20));
        if (picture.length === width * height * channels)
          loaded.explain([picture], { layer, classes: ['predicted'], score: 'logit' });
      },
    };
  };
}

function filesIn(folder: string): Input {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const path = (entry: (typeof entries)[number]) => join(entry.parentPath, entry.name);
  return new Map(entries.map(entry => [path(entry).slice(folder.length + 1), readFileSync(path(entry))]));
}

async function written(...writers: ((folder: string) => Promise<unknown>)[]): Promise<Input[]> {
  const made: Input[] = [];
  for (const write of writers) {
    const folder = mkdtempSync(join(tmpdir(), 'camdrift-seed-'));
    await write(folder);
    made.push(filesIn(folder));
    rmSync(folder, { recursive: true });
  }
  return made;
}

const filesNamed = (folder: string, ending: string, as: string): Input[] =>
  readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .map(name => new Map([[as, readFileSync(join(folder, name))]]));

/** Another value for one file; mostly its message, sometimes its bytes. */
const changed = (seed: Input, name: string, change: (bytes: Uint8Array) => Uint8Array): Input =>
  new Map([...seed, [name, change(seed.get(name)!)]]);

const decodings = new WeakMap<Uint8Array, unknown>();

/** What a seed decodes to, which nobody changes. */
function once<T>(seed: Uint8Array, decode: () => T): T {
  if (!decodings.has(seed)) decodings.set(seed, decode());
  return decodings.get(seed) as T;
}

/** The message of a file, changed and written again; where that cannot be written, its bytes are changed instead. */
function proto(schema: DescMessage, seed: Uint8Array, choose: Chooser): Uint8Array {
  if (choose.maybe(0.15)) return mutatedBytes(seed, choose);
  try {
    return toBinary(
      schema,
      mutatedTree(
        once(seed, () => fromBinary(schema, seed)),
        choose,
      ),
    );
  } catch {
    return mutatedBytes(seed, choose);
  }
}

function json(seed: Uint8Array, choose: Chooser): Uint8Array {
  return choose.maybe(0.1)
    ? mutatedBytes(seed, choose)
    : jsonBytes(
        mutatedTree(
          once(seed, () => JSON.parse(textOf(seed))),
          choose,
        ),
      );
}

/** One entry of the archive changed, mostly its configuration; sometimes the archive itself. */
function kerasArchive(seed: Uint8Array, choose: Chooser): Uint8Array {
  if (choose.maybe(0.15)) return mutatedBytes(seed, choose);
  const entries = { ...once(seed, () => unzipSync(seed)) };
  const name = choose.one(['config.json', 'config.json', 'config.json', 'model.weights.h5', 'metadata.json']);
  const entry = entries[name];
  if (entry)
    entries[name] = Uint8Array.from(name.endsWith('.json') ? json(entry, choose) : mutatedBytes(entry, choose));
  return zipSync(entries, { level: 0 });
}

const tfjs = (seed: Input, choose: Chooser): Input =>
  changed(seed, choose.maybe(0.05) ? 'weights.bin' : 'model.json', bytes =>
    seed.get('weights.bin') === bytes ? mutatedBytes(bytes, choose) : json(bytes, choose),
  );

const savedFiles = (seed: Input, choose: Chooser): Input => {
  const name = choose.maybe(0.8) ? 'saved_model.pb' : choose.one([...seed.keys()]);
  return changed(seed, name, bytes =>
    name === 'saved_model.pb' ? proto(SavedModelSchema, bytes, choose) : mutatedBytes(bytes, choose),
  );
};

export const modelTargets: Readonly<Record<string, () => Promise<Target>>> = {
  onnx: model(
    'tiny.onnx',
    async () =>
      (await written(writeOnnx, writeOnnxKeras)).map(seed => new Map([['tiny.onnx', [...seed.values()][0]!]])),
    (seed, choose) => changed(seed, 'tiny.onnx', bytes => proto(ModelProtoSchema, bytes, choose)),
  ),
  'keras-zip': model(
    'model.keras',
    async () => filesNamed(join(fixtures, 'keras'), '.keras', 'model.keras'),
    (seed, choose) => changed(seed, 'model.keras', bytes => kerasArchive(bytes, choose)),
  ),
  'keras-h5': model(
    'model.h5',
    async () => filesNamed(join(fixtures, 'keras'), '.h5', 'model.h5'),
    (seed, choose) => changed(seed, 'model.h5', bytes => mutatedBytes(bytes, choose)),
  ),
  'tfjs-layers': model('', async () => written(folder => writeLayers(folder)), tfjs),
  'tfjs-graph': model('', async () => written(writePlainGraph, writeFusedGraph), tfjs),
  'saved-model': model('', async () => [filesIn(join(fixtures, 'saved-model'))], savedFiles),
};
