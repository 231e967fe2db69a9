import assert from 'node:assert/strict';
import { readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, type TestContext, test } from 'node:test';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { Engine } from '../../src/engines/engine.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { CamdriftError } from '../../src/errors.ts';
import { maskedCrc32c } from '../../src/models/_saved-model/crc32c.ts';
import { readTable } from '../../src/models/_saved-model/table.ts';
import {
  type BundleEntryProto,
  BundleEntryProtoSchema,
  BundleHeaderProtoSchema,
} from '../../src/models/_saved-model/tensorflow_pb.ts';
import { loadModel, modelDigest, modelFiles } from '../../src/models/index.ts';
import { random } from '../core/_numbers.ts';
import { copySavedModel, table } from '../support/saved-model.ts';
import { temporaryFolder } from '../support/tfjs-model.ts';
import '../support/stalls.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

const indexFile = 'variables/variables.index';
const dataFile = 'variables/variables.data-00000-of-00001';
const kernel = 'conv0_kernel/.ATTRIBUTES/VARIABLE_VALUE';

async function refused(path: string, code: string, message: RegExp): Promise<void> {
  await assert.rejects(loadModel(path, engine, {}), { name: 'CamdriftError', code, message });
}

const copied = async (t: TestContext) => copySavedModel(await temporaryFolder(t));

/** With another index: entries changed, in a table of one block. */
async function reindexed(t: TestContext, change: (entries: Map<string, Uint8Array>) => void, compression = 0) {
  const path = await copied(t);
  const entries = new Map(readTable(await readFile(join(path, indexFile)), 'index'));
  change(entries);
  await writeFile(join(path, indexFile), table(entries, compression));
  return path;
}

const entryChanged = (t: TestContext, change: object | ((entry: BundleEntryProto) => void)) =>
  reindexed(t, entries => {
    const entry = fromBinary(BundleEntryProtoSchema, entries.get(kernel)!);
    if (typeof change === 'function') change(entry);
    else Object.assign(entry, change);
    entries.set(kernel, toBinary(BundleEntryProtoSchema, entry));
  });

test('checksums are those of RFC 3720, masked as LevelDB does', () => {
  const mask = (crc: number) => (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
  assert.equal(maskedCrc32c(new Uint8Array(32)), mask(0x8a9136aa));
  assert.equal(maskedCrc32c(new Uint8Array(32).fill(255)), mask(0x62a8ab43));
  assert.equal(maskedCrc32c(Uint8Array.from({ length: 32 }, (_, at) => at)), mask(0x46dd794e));
  assert.equal(maskedCrc32c(Buffer.from('1234'), Buffer.from('56789')), mask(0xe3069283));
});

test('a table gives back what was written, and the one that TensorFlow wrote has its names', async () => {
  const entries = new Map(['', 'a', 'ab', 'b/\xff'].map((key, at) => [key, new Uint8Array(200 * at).fill(at)]));
  const read = readTable(table(entries), 'test');
  assert.deepEqual(
    [...read].map(([key, value]) => [key, [...value]]),
    [...entries].map(([key, value]) => [key, [...value]]),
  );
});

describe('the index', () => {
  test('that is cut short anywhere is unreadable, and so is one with a flipped bit', async t => {
    const path = await copied(t);
    const whole = await readFile(join(path, indexFile));
    for (let length = 0; length < whole.length; length += 37) {
      await writeFile(join(path, indexFile), whole.subarray(0, length));
      await refused(path, 'model-unreadable', /variables\.index is broken/);
    }
    for (let at = 0; at < whole.length - 48; at += 13) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 4;
      await writeFile(join(path, indexFile), flipped);
      await refused(path, 'model-unreadable', /checksum|is compressed/);
    }
  });

  test('that is compressed, of another machine, or with numbers that lie is refused', async t => {
    await refused(await reindexed(t, () => {}, 1), 'model-unreadable', /compressed/);
    const header = (change: object) =>
      reindexed(t, entries =>
        entries.set('', toBinary(BundleHeaderProtoSchema, create(BundleHeaderProtoSchema, change))),
      );
    await refused(await header({ numShards: 1, endianness: 1 }), 'model-unsupported', /big-endian/);
    await refused(await header({ numShards: 2 ** 30 }), 'model-unreadable', /names 1073741824 shards/);
    await refused(
      await reindexed(t, entries => entries.delete(kernel)),
      'model-unreadable',
      /`conv0\/kernel` are not among those that were saved/,
    );
    const grown = (entry: BundleEntryProto) => {
      entry.shape!.dim[0]!.size = 2n ** 40n;
    };
    await refused(await entryChanged(t, grown), 'model-unreadable', /has the shape 1099511627776 x 3 x 2 x 4/);
    await refused(
      await entryChanged(t, { size: 2n ** 40n }),
      'model-unreadable',
      /ends at byte \d+ of .*, which has 2747 \(truncated\)/,
    );
    await refused(await entryChanged(t, { offset: -1n }), 'model-unreadable', /truncated/);
    await refused(await entryChanged(t, { shardId: 7 }), 'model-unreadable', /lies in shard 7, of 1/);
    await refused(await entryChanged(t, { dtype: 7 }), 'model-unsupported', /DT_STRING/);
    await refused(await entryChanged(t, { crc32c: 1 }), 'model-unreadable', /checksum of Variable `conv0_kernel/);
  });
});

describe('the shard', () => {
  test('that is cut short, missing or changed is told with the variable', async t => {
    const path = await copied(t);
    const shard = join(path, dataFile);
    const bytes = await readFile(shard);
    const flipped = Buffer.from(bytes);
    flipped[flipped.length >> 1]! ^= 1;
    await writeFile(shard, flipped);
    await refused(path, 'model-unreadable', /The checksum of Variable `\w+\/\.ATTRIBUTES/);
    await writeFile(shard, bytes);
    await truncate(shard, 100);
    await refused(path, 'model-unreadable', /truncated/);
    await rm(shard);
    await refused(path, 'model-unreadable', /There is no file .*data-00000-of-00001/);
  });

  test('with a value that is not a number is told with the variable', async t => {
    const path = await copied(t);
    const bytes = await readFile(join(path, dataFile));
    const entries = new Map(readTable(await readFile(join(path, indexFile)), 'index'));
    const entry = fromBinary(BundleEntryProtoSchema, entries.get(kernel)!);
    const [start, end] = [Number(entry.offset), Number(entry.offset + entry.size)];
    bytes.writeFloatLE(Number.NaN, start);
    entry.crc32c = maskedCrc32c(bytes.subarray(start, end));
    entries.set(kernel, toBinary(BundleEntryProtoSchema, entry));
    await writeFile(join(path, dataFile), bytes);
    await writeFile(join(path, indexFile), table(entries));
    await refused(path, 'model-numbers', /NaN/);
  });

  test('cannot lie outside the folder, nor can the index', async t => {
    for (const [file, what] of [
      [dataFile, /weight shard "data-00000-of-00001"/],
      [indexFile, /variables of/],
    ] as const) {
      const [path, elsewhere] = [await copied(t), await copied(t)];
      await rm(join(path, file));
      await symlink(join(elsewhere, file), join(path, file));
      await refused(path, 'path-outside', what);
    }
  });
});

test('Git LFS pointers in place of files are told apart from broken files', async t => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
  for (const file of ['saved_model.pb', indexFile]) {
    const path = await copied(t);
    await writeFile(join(path, file), pointer);
    await refused(path, 'model-lfs-pointer', /Git LFS pointer/);
  }
});

test('a folder and its saved_model.pb are the same model', async t => {
  const path = await copied(t);
  const file = join(path, 'saved_model.pb');
  assert.deepEqual(await modelFiles(path), await modelFiles(file));
  assert.equal(await modelDigest(path), await modelDigest(file));
  using model = await loadModel(file, engine, {});
  assert.equal(model.format, 'saved-model');
});

test('the names of files that are not there yet are told as far as they are known', async t => {
  const path = await copied(t);
  await rm(join(path, indexFile));
  assert.deepEqual((await modelFiles(path)).files, ['saved_model.pb', indexFile]);
});

test('a saved_model.pb with flipped bytes, or cut short, is a model or a clear error, never anything else', async t => {
  const path = await copied(t);
  const whole = await readFile(join(path, 'saved_model.pb'));
  const next = random(5);
  let refusals = 0;
  for (let round = 0; round < 150; round++) {
    const bytes = Buffer.from(whole.subarray(0, round % 3 === 0 ? Math.floor(next() * whole.length) : whole.length));
    for (let flips = 0; flips < 4; flips++) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
    await writeFile(join(path, 'saved_model.pb'), bytes);
    await loadModel(path, engine, {}).then(
      model => model[Symbol.dispose](),
      error => {
        assert.ok(error instanceof CamdriftError, String((error as Error).stack));
        refusals++;
      },
    );
  }
  assert.ok(refusals > 30, `${refusals} refused`);
});
