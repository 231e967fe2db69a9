import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Hdf5Error, type Hdf5Node, openHdf5 } from '../../src/hdf5/hdf5.ts';
import { random } from '../core/_numbers.ts';
import { root } from '../support/dist.ts';
import '../support/stalls.ts';

const bytesOf = (name: string): Buffer => readFileSync(join(root, 'fixtures/keras', name));
const ramp = Float32Array.from({ length: 35 }, (_, index) => index / 4);

for (const form of ['old', 'new']) {
  describe(`a file with ${form} groups, written by h5py`, () => {
    const file = openHdf5(bytesOf(`hdf5-${form}.h5`));
    const values = (...path: string[]) => path.reduce((node: Hdf5Node, name) => node.child(name)!, file).floats();

    test('has its groups and texts, few or many', () => {
      const many = file.child('many')!;
      const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index).padStart(2, '0'));
      assert.deepEqual(
        many.names().toSorted(),
        numbers(12).map(number => `group ${number}`),
      );
      for (const number of numbers(10)) assert.deepEqual(many.texts(`text ${number}`), [`value ${number}`]);
      assert.deepEqual(file.texts('list'), ['one', 'two', 'three']);
      assert.deepEqual(file.texts('long'), ['x'.repeat(5000)]);
      assert.equal(file.texts('number'), undefined);
      assert.equal(many.shape(), undefined);
      assert.equal(file.child('nowhere'), undefined);
    });

    test('has numbers of any precision and byte order', () => {
      assert.deepEqual(file.child('kind')!.child('<f4')!.shape(), [7, 5]);
      for (const kind of ['<f4', '>f4', '<f8', '<f2', '>f2']) assert.deepEqual(values('kind', kind), ramp, kind);
      for (const kind of ['<i4', '<u1', '>i8']) assert.deepEqual(values('kind', kind), ramp.map(Math.trunc), kind);
      assert.deepEqual([file.child('scalar')!.shape(), ...values('scalar')], [[], 2.5]);
    });

    test('has chunks, plain and packed, also those that stand over the edge', () => {
      assert.deepEqual(values('chunked'), ramp);
      assert.deepEqual(values('packed'), ramp);
    });

    test('says what it does not read', () => {
      assert.throws(() => values('lzf'), /filter 32000 are not read; expected gzip/);
      assert.throws(() => values('unwritten'), /never written/);
      assert.throws(() => values('many'), /a group stands where a data set/);
    });
  });
}

describe('a hostile file ends soon', () => {
  const sound = bytesOf('hdf5-old.h5');

  test('cut off, empty, or something else', () => {
    assert.throws(() => openHdf5(new Uint8Array(0)), Hdf5Error);
    assert.throws(() => openHdf5(Buffer.from('PK\x03\x04 a zip, not this')), /does not begin like/);
    assert.throws(() => openHdf5(sound.subarray(0, 1000)), /cut off/);
  });

  test('a group that holds itself is a tree as deep as one asks, a tree that holds itself is refused', () => {
    const tree = sound.indexOf('TREE');
    const own = Buffer.from(sound);
    own[tree + 5] = 1;
    own.writeBigUInt64LE(BigInt(tree), tree + 32);
    assert.throws(() => openHdf5(own).names(), /refers to itself/);
  });

  test('a declared size is held against the size of the file before anything is allocated', () => {
    const huge = Buffer.from(sound);
    const shape = Buffer.alloc(16);
    shape.writeBigUInt64LE(7n, 0);
    shape.writeBigUInt64LE(5n, 8);
    for (let at = huge.indexOf(shape); at >= 0; at = huge.indexOf(shape, at + 1)) {
      huge.writeBigUInt64LE(2n ** 20n, at);
      huge.writeBigUInt64LE(2n ** 20n, at + 8);
    }
    const file = openHdf5(huge);
    for (const name of ['chunked', 'packed']) assert.throws(() => file.child(name)!.floats(), /cannot be in a file of/);
  });

  for (const form of ['old', 'new']) {
    test(`2000 files with random damage: read or refused, ${form}`, () => {
      const clean = bytesOf(`hdf5-${form}.h5`);
      let refused = 0;
      for (let seed = 1; seed <= 2000; seed++) {
        try {
          walk(openHdf5(damaged(clean, seed)), 0);
        } catch (error) {
          const isKnown =
            error instanceof Hdf5Error || /ERR_|Z_|depth/.test(`${(error as { code?: string }).code} ${error}`);
          assert.ok(isKnown, `seed ${seed}: ${(error as Error).stack}`);
          refused++;
        }
      }
      assert.ok(refused > 300 && refused < 2000, `${refused} refused`);
    });
  }
});

/** A few bytes, addresses or lengths replaced, mostly in the structures. */
function damaged(clean: Buffer, seed: number): Buffer {
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const bytes = Buffer.from(clean);
  const signatures = ['TREE', 'SNOD', 'HEAP', 'OHDR', 'FRHP', 'FHDB', 'BTHD', 'BTLF', 'GCOL'];
  const places = signatures.map(name => bytes.indexOf(name)).filter(at => at >= 0);
  for (let count = 1 + below(6); count > 0; count--) {
    const near = places[below(places.length)]! + below(150);
    const at = Math.min(next() < 0.7 ? near : below(bytes.length), bytes.length - 8);
    if (next() < 0.4) bytes[at] = below(256);
    else if (next() < 0.7) bytes.writeBigUInt64LE(BigInt(below(bytes.length)), at);
    else bytes.writeUInt32LE(below(2 ** 32), at);
  }
  return bytes;
}

function walk(node: Hdf5Node, depth: number): void {
  if (depth > 8) throw new RangeError('depth');
  node.texts('any');
  if (node.shape()) node.floats();
  else for (const name of node.names()) walk(node.child(name)!, depth + 1);
}
