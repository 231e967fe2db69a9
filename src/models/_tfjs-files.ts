import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CamdriftError } from '../errors.ts';
import { confinedPart } from '../files/workspace.ts';
import { isLfsPointer, longestLfsPointer } from '../lfs/pointer.ts';
import { readLimited } from './_read-limited.ts';
import { byteLength, type StoredWeight, type WeightTable, weightTable } from './_tfjs-weights.ts';
import type { LoadOptions, Read } from './model.ts';

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
  generatedBy: z.string().optional().catch(undefined),
  modelTopology: z.looseObject({}),
  weightsManifest: z.array(z.looseObject({ paths: z.array(z.string()), weights: z.array(weight) })),
});

export type ModelJson = z.output<typeof modelJson>;

/** Larger than any classifier's topology; a limit because the file is untrusted. */
const maxJsonBytes = 64 * 2 ** 20;
const maxShardBytes = 2 * 2 ** 30;

export async function readModelJson(path: string, read?: Read): Promise<ModelJson> {
  const text = (await readLimited(path, maxJsonBytes, read)).toString('utf8');
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

/** The weight files that a model.json names, each once and inside the model's own folder. */
export async function shardPaths(path: string, json: ModelJson, within?: string): Promise<string[]> {
  const folder = dirname(path);
  const named = json.weightsManifest.flatMap(group => group.paths);
  const seen = new Set<string>();
  const twice = named.find(shard => seen.has(shard) || !seen.add(shard));
  if (twice !== undefined)
    throw new CamdriftError('model-unreadable', `${path} names the weight shard "${twice}" twice.`);
  return Promise.all(named.map(shard => confinedPart(folder, shard, `weight shard "${shard}" of ${path}`, within)));
}

/** Reads the weights, after checking that each group of shards holds exactly the bytes that its weights need. */
export async function readWeights(
  path: string,
  json: ModelJson,
  { within, read }: Pick<LoadOptions, 'within' | 'read'>,
): Promise<WeightTable> {
  const shards = await shardPaths(path, json, within);
  const tables: WeightTable[] = [];
  for (const { paths, weights } of json.weightsManifest) {
    const files = shards.splice(0, paths.length);
    const sizes = await Promise.all(files.map(sizeOf));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    await checkSize(files, total, weights);
    tables.push(weightTable(path, await joined(files, sizes, total, read), weights));
  }
  return joinedTables(path, tables);
}

function joinedTables(path: string, tables: readonly WeightTable[]): WeightTable {
  const all = tables.flatMap(table => [...table]);
  const table = new Map(all);
  if (table.size === all.length) return table;
  const name = all.find(([other], at) => all.findIndex(([first]) => first === other) < at)![0];
  throw new CamdriftError('model-unreadable', `${path} names the weight \`${name}\` twice.`);
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(cause => {
    throw new CamdriftError('model-unreadable', `There is no file ${file}.`, { cause });
  });
  if (found.isFile() && found.size <= maxShardBytes) return found.size;
  throw new CamdriftError('model-unreadable', `${file} is not a file of at most ${maxShardBytes} bytes.`);
}

/** Into one piece of memory. */
async function joined(
  files: readonly string[],
  sizes: readonly number[],
  total: number,
  read: Read | undefined,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const [index, file] of files.entries()) {
    const handle = await open(file);
    try {
      await handle.read(bytes, at, sizes[index]!, 0);
    } finally {
      await handle.close();
    }
    read?.(file, bytes.subarray(at, at + sizes[index]!));
    at += sizes[index]!;
  }
  return bytes;
}

async function checkSize(files: readonly string[], found: number, weights: readonly StoredWeight[]): Promise<void> {
  const lengths = weights.map(byteLength);
  const expected = lengths.reduce((sum: number, length) => sum + (length ?? 0), 0);
  const fits = lengths.includes(undefined) ? expected <= found : expected === found;
  if (fits && found <= maxShardBytes) return;
  for (const file of files) await refusePointer(file);
  const names = files.length > 5 ? `${files.slice(0, 5).join(', ')} and ${files.length - 5} more` : files.join(', ');
  throw new CamdriftError(
    'model-unreadable',
    `The weights in ${names} do not fit the model: expected ${expected} bytes, got ${found}${found < expected ? ' (truncated)' : ''}.`,
  );
}

/** A pointer of Git LFS has another size than the file that it stands for. */
async function refusePointer(file: string): Promise<void> {
  const { size } = await stat(file);
  if (size <= longestLfsPointer && isLfsPointer(await readLimited(file, longestLfsPointer)))
    throw new CamdriftError('model-lfs-pointer', `${file} is a Git LFS pointer, not the file itself.`);
}
