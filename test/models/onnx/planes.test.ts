import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { operations } from '../../../src/models/onnx/operators/index.ts';
import { Bench } from '../../contracts/_operator-bench.ts';
import { type Sample, samples } from '../../contracts/_operator-samples.ts';

/** Five loops and three: x N x C x three axes, kernels to x from x three axes, no padding behind the end that is not given. */
function naive({ constants = [], attributes = {} }: Sample, x: Float32Array, shape: readonly number[]) {
  const [kernel, bias] = constants;
  const [images, from, ...size] = shape as [number, number, number, number, number];
  const [to, , ...window] = kernel!.shape as [number, number, number, number, number];
  const list = (name: string, fallback: number[]) => (attributes[name] as number[] | undefined) ?? fallback;
  const [strides, dilations, pads] = [
    list('strides', [1, 1, 1]),
    list('dilations', [1, 1, 1]),
    list('pads', [0, 0, 0, 0, 0, 0]),
  ];
  const grid = [0, 1, 2].map(
    at =>
      Math.floor((size[at]! + pads[at]! + pads[at + 3]! - (window[at]! - 1) * dilations[at]! - 1) / strides[at]!) + 1,
  );
  const places = (sizes: readonly number[]) =>
    Array.from({ length: sizes.reduce((a, b) => a * b) }, (_, at) => [
      Math.floor(at / (sizes[1]! * sizes[2]!)),
      Math.floor(at / sizes[2]!) % sizes[1]!,
      at % sizes[2]!,
    ]);
  const flat = (outer: number, sizes: readonly number[], own: readonly number[]) =>
    own.reduce((sum, value, axis) => sum * sizes[axis]! + value, outer);
  const one = (image: number, o: number, i: number, cell: readonly number[], tap: readonly number[]): number => {
    const at = tap.map((step, axis) => cell[axis]! * strides[axis]! + step * dilations[axis]! - pads[axis]!);
    const isInside = at.every((value, axis) => value >= 0 && value < size[axis]!);
    return isInside ? x[flat(image * from + i, size, at)]! * Number(kernel!.data[flat(o * from + i, window, tap)]) : 0;
  };
  const range = (count: number) => Array.from({ length: count }, (_, at) => at);
  const sumAt = (image: number, o: number, cell: readonly number[]) =>
    range(from)
      .flatMap(i => places(window).map(tap => one(image, o, i, cell, tap)))
      .reduce((a, b) => a + b, Number(bias?.data[o] ?? 0));
  const data = range(images).flatMap(image => range(to).flatMap(o => places(grid).map(cell => sumAt(image, o, cell))));
  return { shape: [images, to, ...grid], data };
}

test('a kernel that crosses two of three axes is applied to every plane along the third', async () => {
  const engine = await wasmEngine();
  for (const title of ['in planes, along the last axis', 'in planes, along the middle axis']) {
    const bench = new Bench(operations.Conv!, samples[title]!, engine);
    const found = bench.run(bench.x());
    const expected = naive(samples[title]!, bench.x().data, bench.shape);
    assert.deepEqual(found.shape, expected.shape);
    for (const [at, value] of expected.data.entries())
      assert.ok(Math.abs(found.data[at]! - value) < 1e-5, `${title}, ${at}: ${found.data[at]}, not ${value}`);
  }
});

test('a kernel that crosses all three is refused in words', async () => {
  const sample = { ...samples['in planes, along the last axis']!, attributes: { strides: [2, 2, 2] } };
  const bench = new Bench(operations.Conv!, sample, await wasmEngine());
  assert.throws(() => bench.run(bench.x()), { code: 'model-unsupported', message: /slides over three dimensions/ });
});
