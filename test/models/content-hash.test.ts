import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentHash } from '../../src/models/content-hash.ts';
import { modelDigest } from '../../src/models/index.ts';
import { writeModel } from '../support/models.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hashed = (name: string, ...parts: string[]) =>
  parts.reduce((hash, part) => hash.update(Buffer.from(part)), contentHash(name)).digest();

test('JSON has one hash whatever ends its lines, wherever it is cut; other files are hashed as they are', () => {
  const plain = sha256('{\n"a": 1\n}\n');
  assert.equal(hashed('model.json', '{\r\n"a": 1\r', '\n}\r\n'), plain);
  assert.equal(hashed('MODEL.JSON', '{\n"a": 1\n}\n'), plain);
  assert.equal(hashed('weights.bin', 'a\r\n', 'b'), sha256('a\r\nb'));
  assert.equal(hashed('model.onnx', 'a\r\n'), sha256('a\r\n'));
});

test('a model that a checkout gave other line ends is the same model', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'camdrift-lines-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeModel(folder, {});
  const json = join(folder, 'model.json');
  await writeFile(json, JSON.stringify(JSON.parse(await readFile(json, 'utf8')), undefined, 2));
  const before = await modelDigest(folder);
  await writeFile(json, (await readFile(json, 'utf8')).replaceAll('\n', '\r\n'));
  assert.equal(await modelDigest(folder), before);
});
