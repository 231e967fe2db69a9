import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fromBinary } from '@bufbuild/protobuf';
import { CamdriftError } from '../../errors.ts';
import { confinedPart } from '../../files/workspace.ts';
import { longestLfsPointer } from '../../lfs/pointer.ts';
import { readLimited } from '../_read-limited.ts';
import type { Read } from '../model.ts';
import { type GraphProto, type ModelProto, ModelProtoSchema, type TensorProto } from './onnx_pb.ts';
import { requireOutline } from './outline.ts';
import { bytesOf, settle } from './read-tensor.ts';

/** What a protobuf message can be at most. */
const maxBytes = 2 ** 31;
/** The operator sets whose definitions were compared with what is implemented. */
const operatorSets = { oldest: 7, newest: 28 };

export interface OnnxModel {
  readonly graph: GraphProto;
  readonly opset: number;
  /** What the file says of itself, by key. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Parses the file and checks that it is one this version can read; constants are not looked at. */
export async function readOnnx(path: string, read?: Read): Promise<OnnxModel> {
  await requireOutline(path);
  const bytes = await readLimited(path, maxBytes, read);
  const model = parsed(path, bytes);
  if (!model.graph || model.graph.node.length === 0)
    throw new CamdriftError('model-unreadable', `${path} is not an ONNX model: it holds no graph.`);
  for (const tensor of model.graph.initializer) settle(tensor);
  const metadata = Object.fromEntries(model.metadataProps.map(({ key, value }) => [key, value]));
  return { graph: model.graph, opset: opsetOf(path, model), metadata };
}

function parsed(path: string, bytes: Uint8Array): ModelProto {
  try {
    return fromBinary(ModelProtoSchema, bytes, { readUnknownFields: false });
  } catch (cause) {
    const { message } = cause as Error;
    throw new CamdriftError(
      'model-unreadable',
      `${path} cannot be read as an ONNX model (truncated, or of another format): ${message}.`,
      { cause },
    );
  }
}

function opsetOf(path: string, { opsetImport }: ModelProto): number {
  const found = opsetImport.filter(({ domain }) => domain === '' || domain === 'ai.onnx');
  const version = Number(found[0]?.version ?? 0);
  const { oldest, newest } = operatorSets;
  if (found.length === 1 && version >= oldest && version <= newest) return version;
  const remedy =
    'Export it again with an operator set in that range (`opset_version` in PyTorch, `--opset` in tf2onnx).';
  throw new CamdriftError(
    'model-unsupported',
    `${path} uses version ${found.map(set => set.version).join(' and ') || 'none'} of ONNX's operator set; expected ${oldest} to ${newest}.`,
    { remedy },
  );
}

/** The names of the files in which a graph keeps initial values. */
export const externalLocations = (graph: GraphProto): ReadonlySet<string> =>
  new Set(graph.initializer.flatMap(tensor => location(tensor) ?? []));

/** The files beside the model in which it keeps constants, inside its own folder. */
export async function externalFiles(
  path: string,
  locations: ReadonlySet<string>,
  within?: string,
): Promise<ReadonlyMap<string, string>> {
  const folder = dirname(path);
  const entries = [...locations].map(async name => {
    const what = `external data "${name}" of ${path}`;
    return [name, await confinedPart(folder, name, what, within)] as const;
  });
  return new Map(await Promise.all(entries));
}

/** The bytes of constants that lie in other files, by tensor: of each what its shape says, when it is asked for. */
export async function externalData(
  path: string,
  graph: GraphProto,
  within?: string,
): Promise<(tensor: TensorProto) => Uint8Array | undefined> {
  const files = await externalFiles(path, externalLocations(graph), within);
  await Promise.all([...files.values()].map(requireNoPointer));
  return tensor => {
    const name = location(tensor);
    return name === undefined ? undefined : part(tensor, files.get(name)!);
  };
}

/** A file that is there, and not the pointer that Git LFS left in its place. */
async function requireNoPointer(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found || found.size <= longestLfsPointer) await readLimited(file, maxBytes);
}

const entry = ({ externalData: entries }: TensorProto, key: string) => entries.find(other => other.key === key)?.value;

const location = (tensor: TensorProto): string | undefined =>
  tensor.dataLocation === 1 ? (entry(tensor, 'location') ?? '') : undefined;

/** Sizes are compared before anything is allocated: the tensor's own, its entry's, and the file's. */
function part(tensor: TensorProto, file: string): Uint8Array {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const offset = Number(entry(tensor, 'offset') ?? 0);
    const length = Number(entry(tensor, 'length') ?? size - offset);
    const expected = bytesOf(tensor);
    const fits = [offset, length].every(value => Number.isSafeInteger(value) && value >= 0) && offset + length <= size;
    if (!fits || (expected !== undefined && length !== expected))
      throw misplaced(tensor, file, { offset, length, size });
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
  } finally {
    closeSync(handle);
  }
}

function misplaced(
  tensor: TensorProto,
  file: string,
  { offset, length, size }: Readonly<Record<'offset' | 'length' | 'size', number>>,
): CamdriftError {
  return new CamdriftError(
    'model-unreadable',
    `Constant \`${tensor.name}\` lies at bytes ${offset} to ${offset + length} of ${file}, which has ${size} (truncated?); its shape asks for ${bytesOf(tensor) ?? 'some'} bytes.`,
  );
}
