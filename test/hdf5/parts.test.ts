import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chunks, groupEntries } from '../../src/hdf5/_btree-v1.ts';
import { heapIds } from '../../src/hdf5/_btree-v2.ts';
import { Bytes, isUndefined, untilZero } from '../../src/hdf5/_bytes.ts';
import { readDataspace, readDatatype } from '../../src/hdf5/_datatype.ts';
import { fractalHeap } from '../../src/hdf5/_fractal-heap.ts';
import { readHeader } from '../../src/hdf5/_object-header.ts';

type Part = readonly [
  at: number,
  value: string | readonly number[] | { readonly width: number; readonly value: number | bigint },
];

const n = (width: number) => (value: number | bigint) => ({ width, value }) as const;
const [u16, u32, u64] = [n(2), n(4), n(8)];
const nowhere = 2n ** 64n - 1n;

/** A file of so many bytes with these parts in it; numbers have their lowest byte first. */
function file(length: number, ...parts: readonly Part[]): Bytes {
  const bytes = new Uint8Array(length);
  for (const [at, part] of parts) {
    if (typeof part === 'string') bytes.set(Buffer.from(part, 'latin1'), at);
    else if ('width' in part) for (let i = 0; i < part.width; i++) bytes[at + i] = Number((BigInt(part.value) >> BigInt(8 * i)) & 255n);
    else bytes.set(part, at);
  }
  return new Bytes(bytes);
} // biome-ignore format: one line per kind of part

const damage = (f: () => unknown, message: string | RegExp) => assert.throws(f, { name: 'Hdf5Error', message });

describe('bytes of a file that is not trusted', () => {
  test('are read with the lowest first, up to the very end', () => {
    const bytes = file(8, [0, [1, 2, 3, 4, 5, 6, 7, 0]]);
    assert.deepEqual([bytes.u8(7), bytes.u16(6), bytes.u32(4)], [0, 7, 0x00070605]);
    assert.equal(bytes.u64(0), 0x07060504030201);
    assert.deepEqual(
      [1, 2, 3, 5, 8].map(size => bytes.uint(0, size)),
      [1, 0x0201, 0x030201, 0x0504030201, 0x07060504030201],
    );
    for (const read of [
      () => bytes.u8(8),
      () => bytes.u16(7),
      () => bytes.u32(5),
      () => bytes.u64(1),
      () => bytes.slice(-1, 1),
      () => bytes.slice(4, 5),
      () => bytes.slice(0, -1),
    ])
      damage(read, /^it is cut off or damaged: bytes -?\d+ to -?\d+ of 8 are referred to$/);
  });

  test('an address beyond all files stands for nothing', () => {
    const bytes = file(24, [0, u64(nowhere)], [8, u64(2n ** 53n)], [16, u64(2n ** 53n - 1n)]);
    assert.deepEqual([isUndefined(bytes.u64(0)), isUndefined(bytes.u64(8))], [true, true]);
    assert.equal(bytes.u64(16), Number.MAX_SAFE_INTEGER);
    assert.deepEqual([isUndefined(bytes.uint(0, 8)), bytes.slice(24, 0).length], [true, 0]);
    assert.equal(isUndefined(0), false);
  });

  test('texts end at their first zero or at their length, and are UTF-8', () => {
    const bytes = file(8, [0, [...Buffer.from('aß')]], [4, [98, 99]]);
    assert.deepEqual([bytes.text(0, 8), bytes.text(0, 3), bytes.text(4, 1)], ['aß', 'aß', 'b']);
    assert.equal(untilZero(Uint8Array.of(0, 65)), '');
  });

  test('a signature that is another is quoted', () => {
    damage(() => file(8, [0, 'TREX']).requireSignature(0, 'TREE'), 'expected "TREE" at byte 0, got "TREX"');
  });

  test('reading ends after four million steps and the length of the file', () => {
    const bytes = file(10);
    bytes.spend(4_000_010);
    damage(() => bytes.spend(1), 'it refers to the same bytes over and over');
    damage(() => bytes.u8(0), 'it refers to the same bytes over and over');
    const almost = file(10);
    almost.spend(4_000_009);
    assert.equal(almost.u8(0), 0);
    damage(() => almost.u8(0), 'it refers to the same bytes over and over');
    const texts = file(10);
    for (let at = 0; at < 400_000; at++) texts.spend(10);
    damage(() => texts.text(0, 10), 'it refers to the same bytes over and over');
    damage(() => file(10).spend(Number.NaN), 'it refers to the same bytes over and over');
  });
});

describe('types and shapes', () => {
  /** Of a number: what it reads in eight bytes. */
  function number(kind: number, flags: number, size: number, bytes: readonly number[], exponent = 0) {
    const type = readDatatype(file(24, [0, [0x10 | kind, flags]], [4, u32(size)], [13, [exponent]]), 0);
    assert.ok(type.kind === 'number', type.kind);
    return type.read(new DataView(Uint8Array.from(bytes).buffer), 0);
  }

  test('whole numbers of 1 to 8 bytes, in either order, with a sign or without', () => {
    const [signed, big] = [8, 1];
    assert.deepEqual([number(0, 0, 1, [255]), number(0, signed, 1, [255])], [255, -1]);
    assert.deepEqual([number(0, 0, 2, [0xfe, 0xff]), number(0, signed, 2, [0xfe, 0xff])], [65534, -2]);
    assert.deepEqual([number(0, big, 2, [0xff, 0xfe]), number(0, signed | big, 2, [0xff, 0xfe])], [65534, -2]);
    assert.deepEqual(
      [number(0, 0, 4, [1, 0, 0, 0x80]), number(0, signed, 4, [1, 0, 0, 0x80])],
      [2 ** 31 + 1, 1 - 2 ** 31],
    );
    assert.deepEqual([number(0, big, 4, [0, 0, 1, 0]), number(0, signed | big, 4, [255, 255, 255, 253])], [256, -3]);
    assert.deepEqual([number(0, 0, 8, [0, 1, 0, 0, 0, 0, 0, 0]), number(0, signed, 8, Array(8).fill(255))], [256, -1]);
    assert.equal(number(0, big, 8, [0, 0, 0, 0, 0, 0, 1, 0]), 256);
  });

  test('floating ones of 2, 4 and 8 bytes; two bytes with eight of exponent are the upper half of four', () => {
    assert.deepEqual([number(1, 0, 4, [0, 0, 0xc0, 0xbf]), number(1, 1, 4, [0xbf, 0xc0, 0, 0])], [-1.5, -1.5]);
    assert.equal(number(1, 0, 8, [0, 0, 0, 0, 0, 0, 0xf8, 0x3f]), 1.5);
    assert.deepEqual([number(1, 0, 2, [0x00, 0xbe], 5), number(1, 1, 2, [0xbe, 0x00], 5)], [-1.5, -1.5]);
    assert.deepEqual([number(1, 0, 2, [1, 0], 5), number(1, 0, 2, [0xff, 0x7b], 5)], [2 ** -24, 65504]);
    assert.deepEqual([number(1, 0, 2, [0, 0x7c], 5), number(1, 0, 2, [0, 0xfc], 5)], [Infinity, -Infinity]);
    assert.ok(Number.isNaN(number(1, 0, 2, [1, 0x7c], 5)));
    assert.deepEqual([number(1, 0, 2, [0xc0, 0xbf], 8), number(1, 1, 2, [0xbf, 0xc0], 8)], [-1.5, -1.5]);
  });

  test('texts, and what is neither number nor text', () => {
    const kind = (type: number, flags: number, size: number) =>
      readDatatype(file(24, [0, [0x10 | type, flags]], [4, u32(size)]), 0);
    assert.deepEqual(kind(3, 0, 7), { kind: 'text', size: 7 });
    assert.deepEqual(kind(9, 1, 16), { kind: 'long text', size: 16 });
    assert.deepEqual(kind(9, 0, 16), { kind: 'other', size: 16 });
    for (const [type, size] of [
      [0, 3],
      [1, 16],
      [6, 8],
    ] as const)
      assert.deepEqual(kind(type, 0, size), { kind: 'other', size });
    damage(() => kind(0, 0, 0), 'a data type has no size');
  });

  test('shapes of either version; a null space has none', () => {
    assert.deepEqual(readDataspace(file(24, [0, [1, 2]], [8, u64(5)], [16, u64(6)]), 0), [5, 6]);
    assert.deepEqual(readDataspace(file(24, [0, [2, 1, 0, 1]], [4, u64(7)]), 0), [7]);
    assert.deepEqual(readDataspace(file(8, [0, [2, 0, 0, 0]]), 0), []);
    assert.equal(readDataspace(file(8, [0, [2, 0, 0, 2]]), 0), undefined);
    assert.equal(readDataspace(file(300, [0, [2, 32, 0, 1]]), 0)!.length, 32);
    damage(() => readDataspace(file(300, [0, [2, 33, 0, 1]]), 0), 'a data space has 33 dimensions');
  });
});

describe('object headers', () => {
  const types = (bytes: Bytes, at = 0) => readHeader(bytes, at).map(({ type, at: place, size }) => [type, place, size]);

  test('old ones: messages one after another, also in further blocks', () => {
    const bytes = file(
      100,
      [0, [1]],
      [8, u32(40)],
      [16, u16(1)],
      [18, u16(8)],
      [32, u16(0x10)],
      [34, u16(16)],
      [40, u64(70)],
      [48, u64(16)],
      [70, u16(3)],
      [72, u16(8)],
    );
    assert.deepEqual(types(bytes), [
      [1, 24, 8],
      [3, 78, 8],
    ]);
    damage(() => types(file(20, [0, [2]])), 'there is no object header at byte 0');
    damage(() => types(file(20, [0, 'OHDX'])), 'expected "OHDR" at byte 0, got "OHDX"');
  });

  test('new ones: with times, phases and the order of creation, whose bytes are left out', () => {
    for (const [flags, before, head] of [[0x00, 0, 4], [0x20, 16, 4], [0x10, 4, 4], [0x34, 20, 6], [0x01, 0, 4]] as const) {
      const width = 1 << (flags & 3);
      const at = 6 + before + width;
      const bytes = file(60, [0, 'OHDR'], [4, [2, flags]], [6 + before, n(width)(head + 8)], [at, [1]], [at + 1, u16(8)]);
      assert.deepEqual(types(bytes), [[1, at + head, 8]], `flags ${flags}`);
    } // biome-ignore format: a case per line
  });

  test('a block that continues is entered behind its signature and left before its checksum', () => {
    const start: Part[] = [
      [0, 'OHDR'],
      [4, [2, 0]],
      [6, [20]],
      [7, [0x10]],
      [8, u16(16)],
      [11, u64(40)],
      [19, u64(20)],
    ];
    assert.deepEqual(types(file(80, ...start, [40, 'OCHK'], [44, [8]], [45, u16(8)])), [[8, 48, 8]]);
    damage(() => types(file(80, ...start, [40, 'OCHX'])), 'expected "OCHK" at byte 40, got "OCHX"');
    const own: Part[] = [
      [40, 'OCHK'],
      [44, [0x10]],
      [45, u16(8)],
      [48, u64(40)],
    ];
    damage(
      () => types(file(80, ...start, ...own, [19, u64(28)], [45, u16(16)], [56, u64(28)])),
      'an object header at byte 0 continues itself',
    );
  });

  test('what is kept elsewhere is not read, unless it does not matter; what leads out of the file is damage', () => {
    const shared = (type: number) => file(40, [0, [1]], [8, u32(16)], [16, u16(type)], [18, u16(8)], [20, [2]]);
    damage(() => types(shared(3)), 'shared messages (committed data types) are not read');
    assert.deepEqual(types(shared(0x12)), [[0x12, 24, 8]]);
    damage(() => types(file(30, [0, [1]], [8, u32(16)], [16, u16(3)], [18, u16(8)])), /bytes 24 to 32 of 30/);
  });
});

describe('indexes of new groups', () => {
  /** Records of 4 bytes in nodes of 64: 13 in a leaf. */
  const head = (depth: number, root: number | bigint, count: number, more: readonly Part[] = []): Part[] => [
    [0, 'BTHD'],
    [5, [5]],
    [6, u32(64)],
    [10, u16(4)],
    [12, u16(depth)],
    [16, u64(root)],
    [24, u16(count)],
    ...more,
  ];
  const ids = (bytes: Bytes, at = 0) => [...heapIds(bytes, at, { type: 5, idAt: 1 })];

  test('of one leaf, of a root over leaves, and of three levels name every record once', () => {
    assert.deepEqual(ids(file(120, ...head(0, 40, 3), [40, 'BTLF'])), [47, 51, 55]);
    const two = file(
      300,
      ...head(1, 40, 1),
      [40, 'BTIN'],
      [50, u64(120)],
      [58, [2]],
      [59, u64(200)],
      [67, [1]],
      [120, 'BTLF'],
      [200, 'BTLF'],
    );
    assert.deepEqual(
      ids(two).toSorted((a, b) => a - b),
      [47, 127, 131, 207],
    );
    // Each pointer of the root also says how many records lie below it, in one byte.
    const three = file(
      500,
      ...head(2, 40, 1),
      [40, 'BTIN'],
      [50, u64(120)],
      [58, [1, 3]],
      [60, u64(200)],
      [68, [0, 1]],
      [120, 'BTIN'],
      [130, u64(300)],
      [138, [1]],
      [139, u64(340)],
      [147, [1]],
      [200, 'BTIN'],
      [206, u64(380)],
      [214, [1]],
      [300, 'BTLF'],
      [340, 'BTLF'],
      [380, 'BTLF'],
    );
    assert.deepEqual(
      ids(three).toSorted((a, b) => a - b),
      [47, 127, 307, 347, 387],
    );
  });

  test('of any size of nodes and records: numbers take as many bytes as the most that there can be', () => {
    // 256 records in a leaf, so two bytes for a number of them.
    const wide = [
      [6, u32(1034)],
      [10, u16(4)],
    ] as const;
    const many = file(
      300,
      ...head(1, 40, 1, wide),
      [40, 'BTIN'],
      [50, u64(120)],
      [58, u16(1)],
      [60, u64(200)],
      [68, u16(2)],
      [120, 'BTLF'],
      [200, 'BTLF'],
    );
    assert.deepEqual(
      ids(many).toSorted((a, b) => a - b),
      [47, 127, 207, 211],
    );
    // 31 in a leaf and 7 above eight of them are 255 in one byte; 37 and 6 above seven are 265 in two.
    for (const [nodeSize, record, bytes] of [
      [103, 3, 1],
      [85, 2, 2],
    ] as const) {
      const sizes = [
        [6, u32(nodeSize)],
        [10, u16(record)],
      ] as const;
      const at = 46 + record;
      const deep = file(
        500,
        ...head(2, 40, 1, sizes),
        [40, 'BTIN'],
        [at, u64(120)],
        [at + 8, [0]],
        [at + 9, n(bytes)(0)],
        [at + 9 + bytes, u64(200)],
        [at + 17 + bytes, [0]],
        [at + 18 + bytes, n(bytes)(1)],
        [120, 'BTIN'],
        [126, u64(300)],
        [134, [1]],
        [200, 'BTIN'],
        [206, u64(340)],
        [214, [1]],
        [300, 'BTLF'],
        [340, 'BTLF'],
      );
      assert.deepEqual(
        ids(deep).toSorted((a, b) => a - b),
        [47, 307, 347],
        `nodes of ${nodeSize}`,
      );
    }
  });

  test('that are empty or not there name none', () => {
    assert.deepEqual(ids(file(40, ...head(0, nowhere, 0))), []);
    assert.deepEqual(ids(file(40), Number.POSITIVE_INFINITY), []);
  });

  test('that are damaged or refer to themselves are refused', () => {
    damage(() => ids(file(120, ...head(0, 40, 1, [[0, 'BTHX']]))), 'expected "BTHD" at byte 0, got "BTHX"');
    damage(() => ids(file(120, ...head(0, 40, 1, [[5, [8]]]))), 'an index holds records of type 8');
    damage(() => ids(file(120, ...head(0, 40, 1, [[10, u16(0)]]))), 'an index is damaged');
    damage(() => ids(file(120, ...head(17, 40, 1))), 'an index is damaged');
    damage(() => ids(file(120, ...head(0, 40, 1), [40, 'BTIN'])), 'expected "BTLF" at byte 40, got "BTIN"');
    const twice = file(
      300,
      ...head(1, 40, 1),
      [40, 'BTIN'],
      [50, u64(120)],
      [58, [1]],
      [59, u64(120)],
      [67, [1]],
      [120, 'BTLF'],
    );
    damage(() => ids(twice), 'an index refers to itself');
  });
});

describe('heaps of new groups', () => {
  /** Two blocks of 16 bytes to a row, then of 16, 32, 64; objects lie in blocks of up to 32. Identifiers lie at 200. */
  const heap = (rows: number, ...more: readonly Part[]) =>
    file(
      400,
      [0, 'FRHP'],
      [110, u16(2)],
      [112, u64(16)],
      [120, u64(32)],
      [128, u16(16)],
      [132, u64(240)],
      [140, u16(rows)],
      ...more,
    );
  const id = (offset: number): Part[] => [
    [200, [0]],
    [201, u16(offset)],
  ];
  const found = (bytes: Bytes) => fractalHeap(bytes, 0)(200);
  const blocks = (at: number, ...addresses: readonly number[]): Part[] => [
    [at, 'FHIB'],
    ...addresses.map((address, i): Part => [at + 15 + 8 * i, u64(address)]),
  ];

  test('of one block hold an object at its offset', () => {
    assert.equal(found(heap(0, ...id(7))), 247);
  });

  test('of a table of blocks find an object in its row and column: sizes 16, 16, 32, ...', () => {
    const table = blocks(240, 1000, 2000, 3000, 4000, 5000, 6000);
    const places = [
      [0, 1000],
      [15, 1015],
      [16, 2000],
      [32, 3000],
      [63, 4015],
      [64, 5000],
      [95, 5031],
      [96, 6000],
      [127, 6031],
    ] as const;
    for (const [offset, place] of places) assert.equal(found(heap(3, ...table, ...id(offset))), place, `${offset}`);
    damage(() => found(heap(3, ...table, ...id(128))), 'an object lies outside its heap');
  });

  test('a block larger than any that holds objects is a table of its own', () => {
    const table = blocks(240, 1, 2, 3, 4, 5, 6, 320, 8);
    // The block of 64 bytes from offset 128 on: rows of two, so 16, 16 and then 16, 16 again.
    const inner = blocks(320, 7000, 7100, 7200, 7300);
    for (const [offset, place] of [
      [128, 7000],
      [144, 7100],
      [165, 7205],
      [191, 7315],
    ] as const)
      assert.equal(found(heap(4, ...table, ...inner, ...id(offset))), place, `${offset}`);
  });

  test('what is packed, huge, tiny or damaged is refused', () => {
    assert.equal(found(heap(1, [110, u16(1)], [120, u64(16)], ...blocks(240, 1000), ...id(5))), 1005, 'a single block');
    damage(() => found(heap(0, [0, 'FRHX'])), 'expected "FRHP" at byte 0, got "FRHX"');
    damage(() => found(heap(0, [7, u16(1)])), 'compressed heaps are not read');
    for (const kind of [0x10, 0x20])
      damage(() => found(heap(0, [200, [kind]])), 'huge and tiny heap objects are not read');
    for (const part of [
      [110, u16(0)],
      [112, u64(0)],
      [120, u64(8)],
      [128, u16(72)],
    ] as const)
      damage(() => found(heap(0, part)), 'a heap is damaged');
    damage(() => found(heap(1, ...id(0))), /expected "FHIB" at byte 240/);
  });
});

describe('trees of old groups and of chunks', () => {
  const node = (at: number, type: number, level: number, count: number): Part[] => [
    [at, 'TREE'],
    [at + 4, [type, level]],
    [at + 6, u16(count)],
  ];

  test('members are named by their places in the heap, of every leaf', () => {
    const leaf = (at: number, ...members: readonly (readonly [number, number])[]): Part[] => [
      [at, 'SNOD'],
      [at + 6, u16(members.length)],
      ...members.flatMap(([name, address], i): Part[] => [
        [at + 8 + 40 * i, u64(name)],
        [at + 16 + 40 * i, u64(address)],
      ]),
    ];
    const bytes = file(
      600,
      ...node(0, 0, 1, 1),
      [32, u64(100)],
      ...node(100, 0, 0, 2),
      [132, u64(200)],
      [148, u64(400)],
      ...leaf(200, [8, 1], [16, 2]),
      ...leaf(400, [24, 3]),
    );
    assert.deepEqual(
      [...groupEntries(bytes, 0)].toSorted((a, b) => a.name - b.name),
      [
        { name: 8, address: 1 },
        { name: 16, address: 2 },
        { name: 24, address: 3 },
      ],
    );
    assert.deepEqual([...groupEntries(bytes, Number.POSITIVE_INFINITY)], []);
  });

  test('chunks have a size, a mask and their offsets', () => {
    const bytes = file(
      200,
      ...node(0, 1, 0, 1),
      [24, u32(77)],
      [28, u32(2)],
      [32, u64(4)],
      [40, u64(6)],
      [56, u64(150)],
    );
    assert.deepEqual([...chunks(bytes, 0, 2)], [{ address: 150, size: 77, mask: 2, offsets: [4, 6] }]);
  });

  test('another kind of tree, a level that does not fall, and one that holds itself are refused', () => {
    const refusal = 'the tree at byte 0 is damaged or refers to itself';
    damage(() => [...groupEntries(file(200, ...node(0, 1, 0, 0)), 0)], refusal);
    damage(() => [...groupEntries(file(300, ...node(0, 0, 2, 1), [32, u64(100)], ...node(100, 0, 0, 0)), 0)], refusal);
    damage(() => [...groupEntries(file(200, ...node(0, 0, 1, 1), [32, u64(0)]), 0)], refusal);
    const twice = file(300, ...node(0, 0, 1, 2), [32, u64(100)], [48, u64(100)], ...node(100, 0, 0, 0));
    damage(() => [...groupEntries(twice, 0)], refusal);
  });
});
