import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLfsPointer } from '../../src/lfs/pointer.ts';

const oid = '4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393';
const version = 'version https://git-lfs.github.com/spec/v1';
const read = (text: string) => readLfsPointer(Buffer.from(text));

test('a pointer tells hash and length', () => {
  const said = { oid, size: 12345 };
  assert.deepEqual(read(`${version}\noid sha256:${oid}\nsize 12345\n`), said);
  assert.deepEqual(read(`${version}\noid sha256:${oid}\nsize 12345`), said);
  assert.deepEqual(read(`${version}\r\noid sha256:${oid}\r\nsize 12345\r\n`), said);
  assert.deepEqual(read(`${version}\noid sha256:${oid}\nsize 0\n`), { oid, size: 0 });
});

for (const [title, text] of [
  ['nothing', ''],
  ['another version', `version https://git-lfs.github.com/spec/v2\noid sha256:${oid}\nsize 1\n`],
  ['another address', `version https://git-lfs.example/spec/v1\noid sha256:${oid}\nsize 1\n`],
  ['another hash', `${version}\noid md5:${oid.slice(32)}\nsize 1\n`],
  ['a short hash', `${version}\noid sha256:${oid.slice(1)}\nsize 1\n`],
  ['a hash in capitals', `${version}\noid sha256:${oid.toUpperCase()}\nsize 1\n`],
  ['another order', `${version}\nsize 1\noid sha256:${oid}\n`],
  ['no length', `${version}\noid sha256:${oid}\n`],
  ['a length below nothing', `${version}\noid sha256:${oid}\nsize -1\n`],
  ['a length beyond counting', `${version}\noid sha256:${oid}\nsize 99999999999999999999\n`],
  ['an extension', `${version}\next-0-crypt sha256:${oid}\noid sha256:${oid}\nsize 1\n`],
  ['something after it', `${version}\noid sha256:${oid}\nsize 1\nmore\n`],
  ['something before it', `\n${version}\noid sha256:${oid}\nsize 1\n`],
  ['a long file that begins like one', `${version}\noid sha256:${oid}\nsize 1\n${' '.repeat(1024)}`],
] as const)
  test(`${title} is no pointer`, () => assert.equal(read(text), undefined));
