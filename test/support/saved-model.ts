import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { maskedCrc32c } from '../../src/models/_saved-model/crc32c.ts';
import {
  type FunctionDef,
  type MetaGraphDef,
  type NodeDef,
  SavedModelSchema,
} from '../../src/models/_saved-model/tensorflow_pb.ts';
import { root } from './dist.ts';

/** The tiny network as TensorFlow saved it (`scripts/make-saved-models.py --tiny`). @returns the folder */
export async function copySavedModel(folder: string): Promise<string> {
  await cp(join(root, 'fixtures/saved-model'), folder, { recursive: true });
  return folder;
}

/** The same, with its graph changed. @returns the folder */
export async function changedSavedModel(folder: string, change: (graph: MetaGraphDef) => void): Promise<string> {
  await copySavedModel(folder);
  const path = join(folder, 'saved_model.pb');
  const model = fromBinary(SavedModelSchema, await readFile(path));
  change(model.metaGraphs[0]!);
  await writeFile(path, toBinary(SavedModelSchema, model));
  return folder;
}

/** The function that holds a node of that name, and the node. */
export function nodeNamed({ graphDef }: MetaGraphDef, name: string): { body: FunctionDef; node: NodeDef } {
  for (const body of graphDef!.library!.function) {
    const node = body.nodeDef.find(each => each.name === name);
    if (node) return { body, node };
  }
  throw new RangeError(`no node ${name}`);
}

/** A sorted string table of one block, keys written out, as `readTable` reads it. @param compression 0: none, 1: Snappy */
export function table(entries: ReadonlyMap<string, Uint8Array>, compression = 0): Uint8Array {
  const data = block([...entries], compression);
  const meta = block([], 0);
  const index = block([['z', handle(0, data.length - 5)]], 0);
  const footer = Buffer.alloc(48);
  const handles = [handle(data.length, meta.length - 5), handle(data.length + meta.length, index.length - 5)];
  Buffer.concat(handles).copy(footer);
  footer.writeBigUInt64LE(0xdb4775248b80fb57n, 40);
  return Buffer.concat([data, meta, index, footer]);
}

function block(entries: readonly (readonly [string, Uint8Array])[], compression: number): Buffer {
  const parts = entries.map(([key, value]) =>
    Buffer.concat([varint(0), varint(key.length), varint(value.length), Buffer.from(key, 'latin1'), value]),
  );
  const body = Buffer.concat([...parts, Buffer.from([0, 0, 0, 0, 1, 0, 0, 0, compression])]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(maskedCrc32c(body));
  return Buffer.concat([body, checksum]);
}

const handle = (offset: number, size: number): Buffer => Buffer.concat([varint(offset), varint(size)]);

function varint(value: number): Buffer {
  return value < 128
    ? Buffer.of(value)
    : Buffer.concat([Buffer.of((value % 128) | 128), varint(Math.floor(value / 128))]);
}
