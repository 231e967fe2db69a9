import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readNpy } from '../../src/images/npy.ts';
import { problem } from '../support/images.ts';
import { bytesOf, oracle } from './_oracle.ts';

const values = Float32Array.from(oracle.npy.values);

function stored(name: string): Uint8Array {
  return bytesOf(oracle.npy[name] as string);
}

/** A file with a header of our own words. */
function written(header: string, data: Uint8Array = new Uint8Array(96), length = header.length): Uint8Array {
  const start = Buffer.from('\x93NUMPY\x01\0\0\0', 'latin1');
  start.writeUInt16LE(length, 8);
  return new Uint8Array(Buffer.concat([start, Buffer.from(header, 'latin1'), data]));
}

const dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 4, 3), }";

describe('readNpy takes what NumPy wrote', () => {
  for (const name of ['2x4x3', '2x4x3, format 2', '2x4x3, format 3']) {
    it(name, () => {
      assert.deepEqual(readNpy(stored(name), 'a.npy'), { height: 2, width: 4, channels: 3, data: values });
    });
  }

  it('height x width as one channel', () => {
    assert.deepEqual(readNpy(stored('4x6'), 'a.npy'), { height: 4, width: 6, channels: 1, data: values });
  });

  it('from the middle of a larger buffer, without keeping that buffer', () => {
    const file = stored('2x4x3');
    const larger = new Uint8Array(file.length + 7);
    larger.set(file, 5);
    const { data } = readNpy(larger.subarray(5, 5 + file.length), 'a.npy');
    assert.deepEqual(data, values);
    assert.equal(data.buffer.byteLength, 96);
  });

  it('with the keys of its header in another order', () => {
    const file = written("{'shape':(2,4,3),'fortran_order':False,'descr':'<f4'}\n");
    assert.deepEqual(readNpy(file, 'a.npy').data, new Float32Array(24));
  });
});

describe('readNpy refuses, naming the file, what it holds and what to do', () => {
  const cases: [string, Uint8Array, RegExp, RegExp][] = [
    ['float64', stored('float64'), /type '<f8'; expected '<f4'/, /astype/],
    ['uint8', stored('uint8'), /type '\|u1'/, /astype/],
    ['big-endian float32', stored('big-endian'), /type '>f4'/, /astype/],
    ['structured values', stored('structured'), /no simple type/, /astype/],
    ['Fortran order', stored('fortran'), /not in C order/, /ascontiguousarray/],
    [
      'a batch dimension',
      stored('batch'),
      /shape is \(1, 2, 4, 3\); expected height x width x channels/,
      /without the batch/,
    ],
    ['a vector', stored('vector'), /shape is \(24,\)/, /channels last/],
    ['a scalar', stored('scalar'), /shape is \(\)/, /one example per file/],
    ['an empty array', stored('empty'), /shape is \(0, 4, 3\)/, /one example/],
    ['a value that is not a number', stored('nan'), /value 23 is NaN/, /not finite/],
    [
      'data cut short',
      stored('2x4x3').subarray(0, -1),
      /95 bytes of data where 2 x 4 x 3 float32 take 96/,
      /save the array again/,
    ],
    ['data added', written(dictionary, new Uint8Array(97)), /97 bytes of data/, /added to/],
    ['a header cut short', stored('2x4x3').subarray(0, 60), /header claims \d+ bytes; the file has 50/, /damaged/],
    ['a header longer than any', written(dictionary.padEnd(20_000)), /at most 10000 are read/, /damaged/],
    [
      'a header length beyond the file',
      written(dictionary, new Uint8Array(96), 60_000),
      /claims 60000 bytes/,
      /damaged/,
    ],
    ['no shape', written("{'descr': '<f4', 'fortran_order': False}"), /no shape/, /one example/],
    ['a negative size', written(dictionary.replace('2, 4', '-2, 4')), /no shape/, /one example/],
    [
      'a giant shape',
      written(dictionary.replace('2, 4', '99999, 99999')),
      /99999.*1 to 67108864 values/,
      /one example/,
    ],
    [
      'a shape beyond exact numbers',
      written(dictionary.replace('2, 4', `${'9'.repeat(400)}, 1`)),
      /shape is/,
      /one example/,
    ],
    ['format 4', stored('2x4x3').with(6, 4), /does not start like/, /np\.save/],
    ['an empty file', new Uint8Array(0), /does not start like/, /np\.save/],
    ['another file', new TextEncoder().encode('PK\x03\x04 an npz archive'), /does not start like/, /np\.save/],
    [
      'a Git LFS pointer',
      new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\noid sha256:ab\n'),
      /Git LFS/,
      /git lfs pull/,
    ],
  ];
  for (const [name, file, message, remedy] of cases) {
    it(name, () => {
      assert.throws(() => readNpy(file, 'img/a.npy'), problem('fixture-unreadable', message, remedy));
      assert.throws(() => readNpy(file, 'img/a.npy'), /img\/a\.npy/);
    });
  }
});
