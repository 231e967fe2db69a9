import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tensor1D, Tensor4D } from '@tensorflow/tfjs-core';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { deviation } from '../support/maps.ts';
import { filled } from '../support/tiny-network.ts';

type Shape4 = [number, number, number, number];

const { core } = (await wasmEngine()).tf;

/** As many kinds of numbers as a normalisation has: an image far from zero, variances that are small. */
function numbersFor(shape: readonly number[]) {
  const channels = shape.at(-1)!;
  const near = (seed: number, range: number, middle: number) =>
    filled(seed, range, [channels]).data.map(value => value + middle);
  const x = filled(1, 1, shape).data.map(value => value + 5);
  return { x, mean: near(2, 1, 5), variance: near(3, 0.4, 0.5), offset: near(4, 1, 0), scale: near(5, 1, 0) };
}

/** In float64. */
function naive(shape: readonly number[], parts: readonly string[], epsilon: number): Float64Array {
  const { x, mean, variance, offset, scale } = numbersFor(shape);
  const channels = shape.at(-1)!;
  return Float64Array.from(x, (value, at) => {
    const c = at % channels;
    const normal = (value - mean[c]!) / Math.sqrt(variance[c]! + epsilon);
    return normal * (parts.includes('scale') ? scale[c]! : 1) + (parts.includes('offset') ? offset[c]! : 0);
  });
}

function normalised(shape: Shape4, parts: readonly string[], epsilon: number): Float32Array {
  const given = numbersFor(shape);
  return core.tidy(() => {
    const row = (name: 'mean' | 'variance' | 'offset' | 'scale') => core.tensor1d(given[name]);
    const some = (name: 'offset' | 'scale') => (parts.includes(name) ? row(name) : undefined);
    const x = core.tensor4d(given.x, shape);
    const made = core.batchNorm(x, row('mean'), row('variance'), some('offset') as Tensor1D, some('scale'), epsilon);
    return made.dataSync().slice() as Float32Array;
  });
}

for (const shape of [[2, 5, 7, 12], [1, 1, 1, 4], [3, 6, 6, 64], [2, 4, 4, 6], [1, 3, 3, 1]] as Shape4[]) // biome-ignore format: shapes
  test(`a normalisation of ${shape.join(' x ')} is what its formula says`, () => {
    for (const parts of [['offset', 'scale'], ['offset'], ['scale'], []])
      for (const epsilon of [1e-3, 0.3]) {
        const found = deviation(normalised(shape, parts, epsilon), naive(shape, parts, epsilon));
        assert.ok(found <= 3e-7, `${parts} ${epsilon}: ${found}`);
      }
  });

test('an image has the same numbers alone and in a batch, and what it was made of is left as it was', () => {
  const shape = [3, 5, 5, 16];
  const { x, mean, variance, offset, scale } = numbersFor(shape);
  const rows = [mean, variance, offset, scale].map(values => core.tensor1d(values)) as [Tensor1D, Tensor1D, Tensor1D, Tensor1D]; // biome-ignore format: one line
  const of = (values: Float32Array, images: number) => {
    const given = core.tensor4d(values, [images, 5, 5, 16]);
    const made = core.batchNorm(given, ...rows, 1e-3).dataSync() as Float32Array;
    assert.deepEqual(given.dataSync(), values);
    return made;
  };
  const together = of(x, 3);
  const apart = [0, 1, 2].map(at => [...of(x.slice(at * 400, (at + 1) * 400), 1)]);
  assert.deepEqual([...together], apart.flat());
  for (const [at, values] of [mean, variance, offset, scale].entries()) assert.deepEqual(rows[at]!.dataSync(), values);
});

test('what it takes is given back: the memory does not grow', () => {
  const size = () => (core.backend() as unknown as Heap).wasm.asm.memory.buffer.byteLength;
  const [x, row] = [core.ones([1, 1, 1, 65536]) as Tensor4D, core.ones([65536]) as Tensor1D];
  const once = () => core.tidy(() => void core.batchNorm(x, row, row));
  for (let round = 0; round < 4; round++) once();
  const before = size();
  for (let round = 0; round < 100; round++) once();
  assert.equal(size(), before, 'tables of 786 kB, 79 MB together');
});

interface Heap {
  readonly wasm: { readonly asm: { readonly memory: { readonly buffer: ArrayBuffer } } };
}
