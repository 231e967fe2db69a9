import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { allFinite } from '../../src/models/_finite.ts';
import { givenInputs } from '../../src/models/_given-inputs.ts';
import { parseNames } from '../../src/models/_names-text.ts';

const list = (...values: number[]) => Float32Array.from(values);

test('names are read as JSON, as Python prints them, and between lines or commas; nothing else', () => {
  assert.deepEqual(parseNames(' ["a", "b"] '), ['a', 'b']);
  assert.deepEqual(parseNames('{"0": "a"}'), { 0: 'a' });
  assert.deepEqual(parseNames(`['a', "b's", 'c\\'d']`), { 0: 'a', 1: "b's", 2: "c'd" });
  assert.deepEqual(parseNames(`{0: 'a', 1: "b, c"}`), { 0: 'a', 1: 'b, c' });
  assert.deepEqual(parseNames('a, b ,c'), ['a', 'b', 'c']);
  assert.deepEqual(parseNames('a, b\r\nc\n'), ['a, b', 'c']);
  for (const odd of [
    "['a', 1]",
    "{0: 'a', 0: 'b'}",
    "['a'",
    "['a'}",
    "{'a': 'b'}",
    "['a\\n']",
    "['a'] + x",
    "{0: f('a')}",
    '[]x',
  ])
    assert.equal(parseNames(odd), undefined, odd);
});

test('numbers are all finite, or one of them is not', () => {
  assert.deepEqual([[], [0, -1e38, 1e308], [1, Number.NaN], [Infinity], [0, -Infinity, 0]].map(allFinite), [
    true,
    true,
    false,
    false,
    false,
  ]);
});

describe('what is given beside the picture', () => {
  /** An array as NumPy writes it. */
  function npy(descr: string, shape: string, data: ArrayBufferView, { version = 1, order = 'False' } = {}): Buffer {
    const header = Buffer.from(`{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }\n`, 'latin1');
    const size = Buffer.alloc(version === 1 ? 2 : 4);
    if (version === 1) size.writeUInt16LE(header.length);
    else size.writeUInt32LE(header.length);
    const head = Buffer.from([0x93, ...Buffer.from('NUMPY'), version, 0]);
    return Buffer.concat([head, size, header, Buffer.from(data.buffer, data.byteOffset, data.byteLength)]);
  }

  test('is a number, or an array of any usual type; what is none is refused by what it holds', async t => {
    const folder = await mkdtemp(join(tmpdir(), 'camdrift-given-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'a.npy');
    const given = async (bytes: Buffer) => {
      await writeFile(path, bytes);
      return (await givenInputs({ more: path })).get('more')!;
    };
    assert.deepEqual(
      [...(await givenInputs({ a: 3, b: -0.5 }))],
      [
        ['a', { shape: [], data: list(3) }],
        ['b', { shape: [], data: list(-0.5) }],
      ],
    );
    assert.equal((await givenInputs(undefined)).size, 0);
    const kinds = {
      '<f4': list(1, 2),
      '<f8': Float64Array.of(1, 2),
      '<i4': Int32Array.of(1, 2),
      '<i8': BigInt64Array.of(1n, 2n),
      '|u1': Uint8Array.of(1, 2),
      '|b1': Uint8Array.of(1, 2),
    };
    for (const [descr, data] of Object.entries(kinds))
      for (const version of [1, 2])
        assert.deepEqual(
          await given(npy(descr, '(2, 1)', data, { version })),
          { shape: [2, 1], data: list(1, 2) },
          descr,
        );
    assert.deepEqual(await given(npy('<f4', '()', list(7))), { shape: [], data: list(7) });
    const refused = (bytes: Buffer, message: RegExp) =>
      assert.rejects(given(bytes), { code: 'config-invalid', message });
    await refused(Buffer.from('no array at all'), /it does not start like a \.npy file of format 1 to 3\.$/);
    await refused(npy('<f4', '(2,)', list(1, 2), { version: 4 }), /format 1 to 3/);
    await refused(npy('>f4', '(2,)', list(1, 2)), /it holds values of type >f4 or in another order; expected <f4, /);
    await refused(npy('<f4', '(2,)', list(1, 2), { order: 'True' }), /in another order/);
    await refused(npy('<f4', '(3,)', list(1, 2)), /it has 8 bytes of data where 3 takes 12\.$/);
    await refused(npy('<f4', '(1,)', list(1, 2)), /it has 8 bytes of data where 1 takes 4\.$/);
    await refused(npy('<f4', '(2,)', list(1, Number.NaN)), /it holds a value that is not finite\.$/);
    await assert.rejects(givenInputs({ more: join(folder, 'none.npy') }), { code: 'config-invalid' });
  });
});
