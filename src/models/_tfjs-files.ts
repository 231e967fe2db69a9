import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import { CamdriftError } from '../errors.ts';
import { confined } from '../workspace.ts';

/** The two documents that `tensorflowjs_converter` writes: topology and where the weights lie. */
export interface ModelJson {
  readonly format?: string;
  readonly generatedBy?: string;
  readonly convertedBy?: string;
  readonly signature?: io.ModelJSON['signature'];
  readonly userDefinedMetadata?: object;
  readonly modelTopology: object;
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly io.WeightsManifestEntry[];
  }[];
}

/** Larger than any classifier's topology; a limit because the file is untrusted. */
const maxJsonBytes = 64 * 2 ** 20;
const maxShardBytes = 2 * 2 ** 30;

export async function readModelJson(path: string): Promise<ModelJson> {
  const text = (await readLimited(path, maxJsonBytes)).toString('utf8');
  let json: ModelJson;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new CamdriftError('model-unreadable', `${path} is not JSON: ${(cause as Error).message}.`, { cause });
  }
  const groups = json?.weightsManifest;
  const sound = Array.isArray(groups) && groups.every(group => strings(group?.paths) && Array.isArray(group?.weights));
  if (typeof json?.modelTopology !== 'object' || json.modelTopology === null || !sound) {
    throw new CamdriftError(
      'model-unreadable',
      `${path} is not a TensorFlow.js model: expected "modelTopology" and "weightsManifest" in it.`,
    );
  }
  return json;
}

const strings = (value: unknown): boolean => Array.isArray(value) && value.every(item => typeof item === 'string');

/** The weight files that a model.json names, each inside the model's own folder. */
export async function shardPaths(path: string, json: ModelJson): Promise<string[]> {
  const folder = dirname(path);
  const named = json.weightsManifest.flatMap(group => group.paths);
  return Promise.all(named.map(shard => confined(folder, join(folder, shard), `weight shard "${shard}" of ${path}`)));
}

/** Reads every weight, after checking that each shard group holds exactly the bytes its weights need and finite numbers. */
export async function readArtifacts(path: string, json: ModelJson): Promise<io.ModelArtifacts> {
  const shards = await shardPaths(path, json);
  const groups: Buffer[] = [];
  for (const group of json.weightsManifest) {
    const files = shards.splice(0, group.paths.length);
    const bytes = Buffer.concat(await Promise.all(files.map(file => readLimited(file, maxShardBytes))));
    checkSize(files, bytes.length, group.weights);
    checkFinite(path, bytes, group.weights);
    groups.push(bytes);
  }
  const data = Buffer.concat(groups);
  return {
    modelTopology: json.modelTopology,
    weightSpecs: json.weightsManifest.flatMap(group => group.weights),
    weightData: data.buffer.slice(data.byteOffset, data.byteOffset + data.length) as ArrayBuffer,
    ...(json.format === undefined ? {} : { format: json.format }),
    ...(json.signature === undefined ? {} : { signature: json.signature }),
    ...(json.userDefinedMetadata === undefined
      ? {}
      : { userDefinedMetadata: json.userDefinedMetadata as Record<string, unknown> as never }),
  };
}

async function readLimited(path: string, limit: number): Promise<Buffer> {
  const found = await stat(path).catch(cause => {
    throw new CamdriftError('model-unreadable', `There is no file ${path}.`, { cause });
  });
  if (!found.isFile() || found.size > limit) {
    throw new CamdriftError(
      'model-unreadable',
      `${path} is not a file of at most ${limit} bytes (found ${found.isFile() ? `${found.size} bytes` : 'a folder'}).`,
    );
  }
  const bytes = await readFile(path);
  if (isLfsPointer(bytes))
    throw new CamdriftError('model-lfs-pointer', `${path} is a Git LFS pointer, not the file itself.`);
  return bytes;
}

function isLfsPointer(bytes: Uint8Array): boolean {
  return (
    bytes.length < 1024 && Buffer.from(bytes).toString('latin1').startsWith('version https://git-lfs.github.com/spec/')
  );
}

const bytesPerValue: Readonly<Record<string, number>> = {
  float32: 4,
  int32: 4,
  bool: 1,
  uint8: 1,
  uint16: 2,
  float16: 2,
  complex64: 8,
};

function byteLength(weight: io.WeightsManifestEntry): number | undefined {
  if (weight.dtype === 'string') return undefined;
  const values = weight.shape.reduce((product, size) => product * size, 1);
  return values * (bytesPerValue[weight.quantization?.dtype ?? weight.dtype] ?? Number.NaN);
}

/** String tensors have no fixed length, so a group that holds one is left to TensorFlow.js. */
function checkSize(files: readonly string[], found: number, weights: readonly io.WeightsManifestEntry[]): void {
  const lengths = weights.map(byteLength);
  if (lengths.includes(undefined)) return;
  const expected = lengths.reduce((sum: number, length) => sum + length!, 0);
  if (expected === found) return;
  const names = files.join(', ');
  throw new CamdriftError(
    'model-unreadable',
    `The weights in ${names} do not fit the model: expected ${expected} bytes, got ${found}${found < expected ? ' (truncated)' : ''}.`,
  );
}

function checkFinite(path: string, bytes: Buffer, weights: readonly io.WeightsManifestEntry[]): void {
  let offset = 0;
  for (const weight of weights) {
    const length = byteLength(weight);
    if (length === undefined) return;
    if (!weightIsFinite(bytes.subarray(offset, offset + length), weight)) {
      throw new CamdriftError('model-numbers', `Weight \`${weight.name}\` of ${path} holds NaN or infinite values.`);
    }
    offset += length;
  }
}

function weightIsFinite(bytes: Buffer, { dtype, quantization }: io.WeightsManifestEntry): boolean {
  if (quantization && quantization.dtype !== 'float16')
    return Number.isFinite(quantization.scale ?? 1) && Number.isFinite(quantization.min ?? 0);
  if (quantization)
    return halfIsFinite(new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)));
  return (
    dtype !== 'float32' ||
    new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)).every(Number.isFinite)
  );
}

/** IEEE 754 half: an exponent of all ones is infinite or NaN. */
function halfIsFinite(values: Uint16Array): boolean {
  return values.every(value => (value & 0x7c00) !== 0x7c00);
}

/** For TensorFlow.js's loaders, which expect to fetch; nothing is fetched here. */
export const fromMemory = (artifacts: io.ModelArtifacts): io.IOHandler => ({ load: async () => artifacts });
