import { dirname, join } from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { CamdriftError } from '../errors.ts';
import { confined } from '../workspace.ts';
import { readLimited } from './_limited-file.ts';

const weight = z.looseObject({
  name: z.string(),
  shape: z.array(z.int().min(0)),
  dtype: z.enum(['float32', 'int32', 'bool', 'string', 'complex64']),
  quantization: z
    .looseObject({
      dtype: z.enum(['uint8', 'uint16', 'float16']),
      scale: z.number().optional(),
      min: z.number().optional(),
    })
    .optional(),
});

/** What `tensorflowjs_converter` writes: topology, and where the weights lie. */
const modelJson = z.looseObject({
  format: z.string().optional(),
  modelTopology: z.looseObject({}),
  weightsManifest: z.array(z.looseObject({ paths: z.array(z.string()), weights: z.array(weight) })),
});

export type ModelJson = z.output<typeof modelJson>;
type Weight = z.output<typeof weight>;

/** Larger than any classifier's topology; a limit because the file is untrusted. */
const maxJsonBytes = 64 * 2 ** 20;
const maxShardBytes = 2 * 2 ** 30;

export async function readModelJson(path: string): Promise<ModelJson> {
  const text = (await readLimited(path, maxJsonBytes)).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new CamdriftError('model-unreadable', `${path} is not JSON: ${(cause as Error).message}.`, { cause });
  }
  const parsed = modelJson.safeParse(json);
  if (parsed.success) return parsed.data;
  const [{ path: where, message }] = parsed.error.issues as [z.core.$ZodIssue];
  throw new CamdriftError(
    'model-unreadable',
    `${path} is not a TensorFlow.js model: expected "modelTopology" and "weightsManifest" in it; at ${where.join('.') || 'its top'}: ${message}.`,
  );
}

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
    const bytes = joined(await Promise.all(files.map(file => readLimited(file, maxShardBytes))));
    checkSize(files, bytes.length, group.weights);
    checkFinite(path, bytes, group.weights);
    groups.push(bytes);
  }
  return {
    ...(json as object),
    modelTopology: json.modelTopology,
    weightSpecs: json.weightsManifest.flatMap(group => group.weights) as io.WeightsManifestEntry[],
    weightData: memoryOf(joined(groups)),
  };
}

/** Without a copy where there is nothing to join: weights can be half a gigabyte. */
const joined = (parts: readonly Buffer[]): Buffer => (parts.length === 1 ? parts[0]! : Buffer.concat(parts));

/** The bytes as an ArrayBuffer of their own; small buffers share one. */
function memoryOf(bytes: Buffer): ArrayBuffer {
  const { buffer, byteOffset, length } = bytes;
  if (byteOffset === 0 && buffer.byteLength === length) return buffer as ArrayBuffer;
  return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
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

function byteLength(weight: Weight): number | undefined {
  if (weight.dtype === 'string') return undefined;
  const values = weight.shape.reduce((product, size) => product * size, 1);
  return values * (bytesPerValue[weight.quantization?.dtype ?? weight.dtype] ?? Number.NaN);
}

/** String tensors have no fixed length, so a group that holds one is left to TensorFlow.js. */
function checkSize(files: readonly string[], found: number, weights: readonly Weight[]): void {
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

function checkFinite(path: string, bytes: Buffer, weights: readonly Weight[]): void {
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

function weightIsFinite(bytes: Buffer, { dtype, quantization }: Weight): boolean {
  if (quantization && quantization.dtype !== 'float16')
    return Number.isFinite(quantization.scale ?? 1) && Number.isFinite(quantization.min ?? 0);
  if (quantization) return halfIsFinite(new Uint16Array(new Uint8Array(bytes).buffer));
  return dtype !== 'float32' || new Float32Array(new Uint8Array(bytes).buffer).every(Number.isFinite);
}

/** IEEE 754 half: an exponent of all ones is infinite or NaN. */
function halfIsFinite(values: Uint16Array): boolean {
  return values.every(value => (value & 0x7c00) !== 0x7c00);
}

/** For TensorFlow.js's loaders, which expect to fetch; nothing is fetched here. */
export const fromMemory = (artifacts: io.ModelArtifacts): io.IOHandler => ({ load: async () => artifacts });
