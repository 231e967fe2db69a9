import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Engine } from '../../src/engines/engine.ts';
import { nativeEngine } from '../../src/engines/native.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { whyNoEngine } from '../support/engines.ts';
import { largestDifference } from '../support/maps.ts';
import { filled } from '../support/tiny-network.ts';

type Core = Engine['tf']['core'];

interface Case {
  /** Of what is differentiated; entries between -1 and 1. */
  readonly shape: readonly number[];
  readonly run: (core: Core, x: Tensor) => Tensor;
}

const other = (core: Core, ...shape: number[]) => core.tensor(filled(7, 1, shape).data, shape);
const picture = (x: Tensor) => x as Tensor4D;
const sizes: readonly [number, number][] = [[9, 7], [3, 11], [1, 4]]; // biome-ignore format: a list

const cases: Readonly<Record<string, Case>> = {
  'a slice with steps': { shape: [2, 7, 6, 3], run: (core, x) => core.stridedSlice(x, [0, 1, 0, 0], [2, 7, 6, 3], [1, 2, 3, 1]) },
  'a slice backwards': { shape: [2, 7, 5], run: (core, x) => core.stridedSlice(x, [0, 5, -1], [2, -7, 1], [1, -2, -1]) },
  'a slice that loses an axis and gains one': { shape: [3, 4, 5], run: (core, x) => core.stridedSlice(x, [0, -2, 0, 1], [3, 2, 1, 5], [1, 1, 1, 2], 0, 0, 0, 4, 2) },
  'a slice with masks and an ellipsis': { shape: [2, 3, 4, 5], run: (core, x) => core.stridedSlice(x, [1, 0, 1], [2, 0, 3], [1, 1, 2], 1, 4, 2) },
  'a lost axis beside a stepped one': { shape: [3, 4, 5], run: (core, x) => core.stridedSlice(x, [0, 2, 1], [3, 3, 5], [1, 1, 2], 0, 0, 0, 0, 2) },
  'channels to cells': { shape: [2, 3, 2, 12], run: (core, x) => core.depthToSpace(picture(x), 2) },
  'chosen rows': { shape: [3, 5, 4], run: (core, x) => core.gather(x, core.tensor2d([[3, 0], [3, 1]], [2, 2], 'int32'), 1) },
  'chosen entries of the last axis': { shape: [2, 3, 5], run: (core, x) => core.gather(x, core.tensor1d([4, 4, 0], 'int32'), -1) },
  'rows chosen per image': { shape: [2, 5, 3], run: (core, x) => core.gather(x, core.tensor2d([[3, 0, 3], [1, 1, 2]], [2, 3], 'int32'), 1, 1) },
  'entries chosen per image and row': { shape: [2, 3, 5], run: (core, x) => core.gather(x, core.tensor2d([[3, 0], [1, 4]], [2, 2], 'int32'), -1, 1) },
  'chosen cells': { shape: [3, 4, 2], run: (core, x) => core.gatherND(x, core.tensor2d([[0, 1], [2, 3], [0, 1]], [3, 2], 'int32')) },
  'running sums along a middle axis': { shape: [2, 3, 4, 5], run: (core, x) => core.cumsum(x, 1, true) },
  'running sums backwards': { shape: [3, 3, 3], run: (core, x) => core.cumsum(x, -2, false, true) },
  'the largest entries': { shape: [3, 9], run: (core, x) => core.topk(x, 4).values },
  'attention of every head': { shape: [2, 3, 4, 5], run: (core, x) => core.einsum('aecd,abcd->acbe', x, other(core, 2, 6, 4, 5)) },
  'attention, the other operand': { shape: [2, 6, 4, 5], run: (core, x) => core.einsum('aecd,abcd->acbe', other(core, 2, 3, 4, 5), x) },
  'a projection': { shape: [2, 3, 4], run: (core, x) => core.einsum('abc,cde->abde', x, other(core, 4, 2, 5)) },
  'an outer product': { shape: [3], run: (core, x) => core.einsum('i,j->ji', x, other(core, 4)) },
  'sums within an operand': { shape: [2, 3, 4], run: (core, x) => core.einsum('abc->ca', x) },
  'sums that the other operand does not know': { shape: [2, 3, 4], run: (core, x) => core.einsum('abc,ad->d', x, other(core, 2, 5)) },
  ...Object.fromEntries(
    (['resizeBilinear', 'resizeNearestNeighbor'] as const).flatMap(operation =>
      sizes.flatMap(size =>
        ([[false, true], [true, false], [false, false]] as const).map(([corners, centers]) => [
          `${operation} to ${size.join(' x ')}${corners ? ', corners aligned' : ''}${centers ? ', half pixels' : ''}`,
          { shape: [2, 4, 5, 3], run: (core: Core, x: Tensor) => core.image[operation](picture(x), size, corners, centers) },
        ]),
      ),
    ),
  ),
}; // biome-ignore format: one case per line

const engines = {
  wasm: { start: wasmEngine, skip: false as const },
  native: { start: nativeEngine, skip: await whyNoEngine('native') },
};

for (const [name, { start, skip }] of Object.entries(engines)) {
  for (const [title, sample] of Object.entries(cases)) {
    test(`the gradient is the finite difference on the ${name} engine: ${title}`, { skip }, async () => {
      const { core } = (await start()).tf;
      const before = core.memory().numTensors;
      core.tidy(() => checkGradient(core, sample));
      assert.equal(core.memory().numTensors, before);
    });
  }

  test(`einsum with a repeated label has no gradient, and says so: ${name} engine`, { skip }, async () => {
    const { core } = (await start()).tf;
    const trace = (x: Tensor) => core.einsum('ii->i', x);
    assert.throws(() => core.tidy(() => core.grad(trace)(core.eye(3))), /Einsum.*without repeated/);
  });
}

test('both engines compute the same values forwards', { skip: engines.native.skip }, async () => {
  const [wasm, native] = [await values(wasmEngine), await values(nativeEngine)];
  for (const [at, title] of Object.keys(cases).entries()) {
    assert.deepEqual(wasm[at]!.shape, native[at]!.shape, title);
    assert.ok(largestDifference(wasm[at]!.data, native[at]!.data) <= 1e-5, title);
  }
});

/** Of every case. Engines share their state within a process: the one that was started last computes. */
async function values(start: () => Promise<Engine>) {
  const { core } = (await start()).tf;
  return Object.values(cases).map(({ shape, run }) => {
    const value = run(core, core.tensor(filled(1, 1, [...shape]).data, [...shape]));
    return { shape: value.shape as number[], data: value.dataSync() };
  });
}

/** Along a random direction, of a random linear function of the output. Every case is linear for so small a step. */
function checkGradient(core: Core, { shape, run }: Case): void {
  const x = core.tensor(filled(1, 1, [...shape]).data, [...shape]);
  const value = run(core, x);
  const dy = core.tensor(filled(2, 1, value.shape).data, value.shape);
  const gradient = core.grad(input => run(core, input))(x, dy);
  assert.deepEqual(gradient.shape, [...shape]);
  const direction = filled(3, 1, [...shape]).data;
  const sum = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from(a, (v, at) => v * b[at]!).reduce((s, v) => s + v, 0);
  const step = 1e-3;
  const at = (factor: number) =>
    run(core, core.add(x, core.mul(core.tensor(direction, [...shape]), factor))).dataSync();
  const rise = sum(at(step), dy.dataSync()) - sum(at(-step), dy.dataSync());
  const slope = sum(gradient.dataSync(), direction);
  assert.ok(Math.abs(slope) > 1e-3, 'there is a slope to measure');
  assert.ok(
    Math.abs(rise / (2 * step) - slope) <= 1e-3 * Math.max(1, Math.abs(slope)),
    `${slope}, not ${rise / (2 * step)}`,
  );
}
