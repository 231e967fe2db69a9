import '@tensorflow/tfjs-backend-cpu';
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import { fuses } from '../../src/engines/_fused.ts';
import { type PanelProgram, panelProgram } from '../../src/engines/_panel-program.ts';
import { loaded, moduleOf } from '../../src/engines/_wasm-code.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { deviation } from '../support/maps.ts';
import { filled } from '../support/tiny-network.ts';

type Shape4 = [number, number, number, number];
type Core = Engine['tf']['core'];

let core: Core;
before(async () => {
  core = (await wasmEngine()).tf.core;
});

interface Case {
  readonly image: Shape4;
  readonly filter: Shape4;
  readonly stride?: number;
  readonly pad?: 'same' | 'valid' | number;
  readonly dilation?: number;
}

const numbers = (seed: number, shape: readonly number[]) => filled(seed, 1, shape).data;

/** In float64, cell by cell, with the padding that TensorFlow.js's own function says. */
function naive({ image, filter, stride = 1, pad = 'same', dilation = 1 }: Case, bias: boolean): Float64Array {
  const info = core.backend_util.computeConv2DInfo(image, filter, stride, dilation, pad);
  const [batch, height, width, from] = image;
  const [kh, kw, , to] = filter;
  const [x, f, b] = [numbers(1, image), numbers(2, filter), numbers(3, [to])];
  const { outHeight, outWidth, padInfo } = info;
  return Float64Array.from({ length: batch * outHeight * outWidth * to }, (_, at) => {
    const [n, oy] = [Math.floor(at / (to * outWidth * outHeight)), Math.floor(at / (to * outWidth)) % outHeight];
    const [ox, channel] = [Math.floor(at / to) % outWidth, at % to];
    let sum = bias ? b[channel]! : 0;
    for (let tap = 0; tap < kh * kw; tap++) {
      const [i, j] = [Math.floor(tap / kw), tap % kw];
      const [y, z] = [oy * stride - padInfo.top + i * dilation, ox * stride - padInfo.left + j * dilation];
      if (y < 0 || y >= height || z < 0 || z >= width) continue;
      for (let c = 0; c < from; c++)
        sum += x[((n * height + y) * width + z) * from + c]! * f[(tap * from + c) * to + channel]!;
    }
    return sum;
  });
}

async function convolved({ image, filter, stride = 1, pad = 'same', dilation = 1 }: Case, bias: boolean) {
  await core.setBackend('wasm');
  return core.tidy(() => {
    const [x, f] = [core.tensor4d(numbers(1, image), image), core.tensor4d(numbers(2, filter), filter)];
    const b = core.tensor1d(numbers(3, [filter[3]]));
    const made = bias
      ? core.fused.conv2d({ x, filter: f, strides: stride, pad, dilations: dilation, bias: b })
      : core.conv2d(x, f, stride, pad, 'NHWC', dilation);
    return made.dataSync().slice();
  });
}

describe('a convolution is what the naive sum over its window is', () => {
  const cases: Readonly<Record<string, Case>> = {
    '1x1, rows and columns that fill up': { image: [2, 6, 6, 16], filter: [1, 1, 16, 24], pad: 'valid' },
    '1x1, rows and columns that are left over': { image: [3, 7, 7, 17], filter: [1, 1, 17, 13], pad: 'valid' },
    '1x1, a step of two': { image: [2, 7, 7, 16], filter: [1, 1, 16, 24], stride: 2, pad: 'valid' },
    '3x3, zeros around': { image: [2, 9, 11, 8], filter: [3, 3, 8, 16] },
    '3x3, zeros at one side, an odd number of channels': { image: [1, 10, 11, 9], filter: [3, 3, 9, 9], stride: 2 },
    '3x3, dilated': { image: [1, 12, 12, 10], filter: [3, 3, 10, 9], dilation: 2 },
    '5x3, no zeros': { image: [2, 13, 13, 12], filter: [5, 3, 12, 31], pad: 'valid' },
    '3x3, zeros that are counted': { image: [1, 8, 8, 8], filter: [3, 3, 8, 8], pad: 1 },
    'more rows than a core keeps': { image: [1, 40, 40, 64], filter: [3, 3, 64, 8] },
    'a long sum': { image: [1, 3, 3, 2048], filter: [1, 1, 2048, 16], pad: 'valid' },
  };
  for (const [about, each] of Object.entries(cases))
    test(about, async () => {
      for (const bias of [true, false]) {
        const found = deviation(await convolved(each, bias), naive(each, bias));
        assert.ok(found <= 2e-6, `bias ${bias}: ${found}`);
      }
    });

  const long: Readonly<Record<string, Case>> = {
    'a row of 2048': { image: [1, 3, 3, 2048], filter: [1, 1, 2048, 16], pad: 'valid' },
    'a row that no block divides': { image: [1, 3, 3, 1339], filter: [1, 1, 1339, 24], pad: 'valid' },
    'a block and not one more': { image: [1, 6, 6, 128], filter: [1, 1, 128, 8], pad: 'valid' },
    'windows of 256 channels': { image: [1, 5, 5, 256], filter: [3, 3, 256, 16] },
    'windows whose cells end within blocks': { image: [1, 5, 5, 171], filter: [3, 3, 171, 12] },
    'a grid of four cells': { image: [2, 2, 2, 512], filter: [3, 3, 512, 16] },
    'one cell': { image: [3, 1, 1, 1339], filter: [1, 1, 1339, 24], pad: 'valid' },
    'windows of few channels': { image: [1, 12, 12, 8], filter: [7, 7, 8, 8] },
  };
  for (const [about, each] of Object.entries(long))
    test(`a long sum loses no more than a short one: ${about}`, async () => {
      const found = deviation(await convolved(each, true), naive(each, true));
      assert.ok(found <= 4e-7, String(found));
    });

  test('too small to gain: the kernel that was there', async () => {
    for (const small of [
      { image: [1, 9, 9, 3], filter: [3, 3, 3, 8] },
      { image: [1, 9, 9, 8], filter: [3, 3, 8, 7] },
      { image: [4, 1, 1, 16], filter: [1, 1, 16, 8] },
    ] satisfies Case[])
      assert.ok(deviation(await convolved(small, true), naive(small, true)) <= 1e-6, JSON.stringify(small));
  });
});

test('an image has the same numbers alone and in a batch, bit by bit', async () => {
  await core.setBackend('wasm');
  const [image, filter]: Shape4[] = [[5, 7, 7, 16], [3, 3, 16, 12]]; // biome-ignore format: shapes
  const x = core.tensor4d(numbers(1, image!), image!);
  const f = core.tensor4d(numbers(2, filter!), filter!);
  const together = core.conv2d(x, f, 1, 'same').dataSync();
  const apart = Array.from({ length: 5 }, (_, at) => [
    ...core.conv2d(core.slice(x, [at, 0, 0, 0], [1, 7, 7, 16]), f, 1, 'same').dataSync(),
  ]);
  assert.deepEqual([...together], apart.flat());
});

test('what lies around a result is left alone', async () => {
  await core.setBackend('wasm');
  const [image, filter]: Shape4[] = [[1, 5, 5, 8], [1, 1, 8, 9]]; // biome-ignore format: shapes
  const x = core.tensor4d(numbers(1, image!), image!);
  const f = core.tensor4d(numbers(2, filter!), filter!);
  core.conv2d(x, f, 1, 'valid').dispose(); // what is kept from call to call is there from now on
  const neighbours = Array.from({ length: 9 }, () => core.fill([5 * 5 * 9], 7));
  const [hole] = neighbours.splice(4, 1) as [Tensor];
  const place = placeOf(hole);
  hole.dispose();
  assert.equal(placeOf(core.conv2d(x, f, 1, 'valid')), place);
  for (const each of neighbours) assert.ok(each.dataSync().every(value => value === 7));
});

const placeOf = ({ dataId }: Tensor) => (core.backend() as unknown as Heap).dataIdMap.get(dataId).memoryOffset;

interface Heap {
  readonly wasm: { readonly asm: { readonly memory: { readonly buffer: ArrayBuffer } } };
  readonly dataIdMap: { get(id: object): { readonly memoryOffset: number } };
}

test('a filter that is gone gives its panels back: the memory does not grow', async () => {
  await core.setBackend('wasm');
  const size = () => (core.backend() as unknown as Heap).wasm.asm.memory.buffer.byteLength;
  const filter: Shape4 = [3, 3, 256, 256];
  const once = () =>
    core.tidy(() =>
      core.conv2d(core.ones([1, 6, 6, 256]) as Tensor4D, core.fill(filter, 0.5) as Tensor4D, 1, 'same').dataSync(),
    );
  for (let round = 0; round < 4; round++) once();
  const before = size();
  for (let round = 0; round < 100; round++) once();
  assert.equal(size(), before, '2.4 MB each, 240 MB together');
});

test('a reshaped filter has panels of its own', async () => {
  await core.setBackend('wasm');
  const [x, flat] = [core.tensor4d(numbers(1, [1, 6, 6, 8]), [1, 6, 6, 8]), core.tensor1d(numbers(2, [8 * 8 * 9]))];
  for (const shape of [[3, 3, 8, 8], [1, 1, 8, 72]] as Shape4[]) {
    const found = core.conv2d(x, core.reshape(flat, shape) as Tensor4D, 1, 'same').dataSync();
    assert.ok(deviation(found, naive({ image: [1, 6, 6, 8], filter: shape }, false)) <= 1e-6, shape.join());
  }
}); // biome-ignore format: shapes

test('a gradient through it is that of the plain backend', async () => {
  const gradient = async (backend: string) => {
    await core.setBackend(backend);
    return core.tidy(() => {
      const [x, f] = [
        core.tensor4d(numbers(1, [1, 7, 7, 8]), [1, 7, 7, 8]),
        core.tensor4d(numbers(2, [3, 3, 8, 9]), [3, 3, 8, 9]),
      ];
      const dy = core.tensor4d(numbers(4, [1, 7, 7, 9]), [1, 7, 7, 9]);
      return core
        .grad(image => core.conv2d(image as Tensor4D, f, 1, 'same'))(x, dy)
        .dataSync()
        .slice();
    });
  };
  const found = deviation(await gradient('wasm'), await gradient('cpu'));
  assert.ok(found <= 1e-6, `${found}`);
});

describe('words of WebAssembly', () => {
  const memory = () => (core.backend() as unknown as Heap).wasm.asm.memory;
  before(() => core.setBackend('wasm'));

  test('a program with a word that this Node does not know is none', () => {
    assert.equal(loaded(moduleOf(0, [], [0xff]), memory()), undefined);
    assert.equal(typeof loaded(moduleOf(0, [], []), memory()), 'function');
  });

  /** Of (1 + 2^-12)^2 - (1 + 2^-11), by a convolution: its other channels are zeros. */
  const keptByOneRounding = () =>
    core.tidy(() => {
      const [value, start] = [1 + 2 ** -12, -(1 + 2 ** -11)];
      const only = (channel: number) => (at: number) => (at % 8 === channel ? value : 0);
      const x = core.tensor4d(Array.from({ length: 9 * 8 }, (_, at) => only(3)(at)), [1, 3, 3, 8]); // biome-ignore format: numbers
      const filter = core.tensor4d(Array.from({ length: 64 }, (_, at) => only(3)(Math.floor(at / 8))), [1, 1, 8, 8]); // biome-ignore format: numbers
      return core.fused.conv2d({ x, filter, strides: 1, pad: 'valid', bias: core.fill([8], start) }).dataSync()[0];
    });

  test('the version says how sums are rounded, as what a convolution keeps shows: last bits are others', async () => {
    const { version } = await wasmEngine();
    const kept = keptByOneRounding();
    const expected = panelProgram(memory()) === undefined ? 'wasm' : kept === 0 ? 'wasm unfused' : 'wasm fma';
    assert.equal(version.split(', ').at(-1), expected);
    assert.ok(kept === 0 || kept === 2 ** -24, String(kept));
  });

  test('a processor that rounds once is told from one that rounds twice, by what is computed', () => {
    const heap = core.backend() as unknown as Parameters<typeof fuses>[1];
    const by = (round: (product: number) => number): PanelProgram => {
      return (pieces, rows, count, length, panel, out) => {
        assert.deepEqual([rows, count, length], [1, 1, 1]);
        const numbers = new Float32Array(memory().buffer);
        const [source] = new Int32Array(memory().buffer, pieces, 1);
        for (let column = 0; column < 8; column++) {
          const product = numbers[source! / 4]! * numbers[panel / 4 + 8 + column]!; // exact in float64
          numbers[out / 4 + column] = round(product) + numbers[panel / 4 + column]!;
        }
      };
    };
    assert.equal(
      fuses(
        by(product => product),
        heap,
      ),
      true,
    );
    assert.equal(fuses(by(Math.fround), heap), false);
    const before = memory().buffer.byteLength;
    for (let round = 0; round < 2000; round++) fuses(by(Math.fround), heap);
    assert.equal(memory().buffer.byteLength, before, 'what it takes is given back');
  });
});
