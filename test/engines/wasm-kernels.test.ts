import '@tensorflow/tfjs-backend-cpu';
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import type { Engine } from '../../src/engines/engine.ts';
import { wasmEngine } from '../../src/engines/wasm.ts';
import { deviation, strength } from '../support/maps.ts';
import { filled } from '../support/tiny-network.ts';

/** Of one copy of TensorFlow.js, so that both backends differentiate the same program. */
let core: Engine['tf']['core'];
before(async () => {
  core = (await wasmEngine()).tf.core;
});

type Shape4 = [number, number, number, number];
type Pad = 'same' | 'valid' | number;

const tensor = (seed: number, shape: Shape4): Tensor4D => core.tensor4d(filled(seed, 1, shape).data, shape);

/** Values that f makes on a backend. Not handed out by `tidy`, which looks for tensors in every element. */
async function on(backend: 'wasm' | 'cpu', f: () => Tensor): Promise<Float32Array> {
  await core.setBackend(backend);
  let values = new Float32Array();
  core.tidy(() => {
    values = f().dataSync().slice() as typeof values;
  });
  return values;
}

/** The repaired kernel is compared with the plain JavaScript one, which other people wrote. */
async function agree(about: string, f: () => Tensor): Promise<void> {
  const [ours, theirs] = [await on('wasm', f), await on('cpu', f)];
  assert.ok(strength(theirs) > 0, `${about}: not all zero`);
  assert.ok(deviation(ours, theirs) <= 1e-6, `${about}: ${deviation(ours, theirs)}`);
}

/** dy is random, so that each position counts differently. */
const gradient = (f: (x: Tensor4D) => Tensor4D, x: () => Tensor4D) => () => {
  const input = x();
  const { shape } = f(input);
  return core.grad(f as never)(input, tensor(99, shape));
};

const sizes: readonly [pool: number, stride: number, pad: Pad][] = [
  [2, 2, 'valid'],
  [2, 2, 'same'],
  [3, 2, 'valid'],
  [3, 2, 'same'],
  [3, 1, 'same'],
  [2, 3, 'valid'],
  [3, 2, 1],
];

describe('max pooling gives each gradient to the place it came from', () => {
  const inputs: Readonly<Record<string, () => Tensor4D>> = {
    'signed values': () => tensor(1, [2, 7, 9, 3]),
    'negative values only': () => core.sub(tensor(2, [2, 7, 9, 3]), 2),
    'zeros and ties, as behind a ReLU': () => core.relu(core.round(core.mul(tensor(3, [2, 7, 9, 3]), 2))),
    'one value everywhere': () => core.fill([1, 6, 6, 2], -0.5),
  };
  for (const [about, input] of Object.entries(inputs)) {
    test(about, async () => {
      for (const [pool, stride, pad] of sizes)
        await agree(
          `${about}, ${pool} / ${stride} ${pad}`,
          gradient(x => core.maxPool(x, pool, stride, pad), input),
        );
    });
  }

  test('worked by hand: of equal values the first one, in reading order, is taken', async () => {
    const found = await on('wasm', () => {
      const x = core.tensor4d([0, 0, -1, -2, 0, 0, -2, -1], [1, 2, 4, 1]);
      return core.grad((y: Tensor) => core.maxPool(y as Tensor4D, 2, 2, 'valid'))(
        x,
        core.tensor4d([5, 7], [1, 1, 2, 1]),
      );
    });
    assert.deepEqual([...found], [5, 0, 7, 0, 0, 0, 0, 0]);
  });

  test('windows that are not square', async () => {
    const input = () => tensor(4, [1, 7, 9, 2]);
    await agree(
      '2x3',
      gradient(x => core.maxPool(x, [2, 3], [1, 2], 'valid'), input),
    );
  });
});

describe('average pooling', () => {
  test('worked by hand: at the edge a window is shared by the cells inside the image only', async () => {
    const found = await on('wasm', () =>
      core.grad((x: Tensor) => core.avgPool(x as Tensor4D, 3, 1, 'same'))(
        core.ones([1, 2, 2, 1]),
        core.tensor4d([4, 8, 12, 16], [1, 2, 2, 1]),
      ),
    );
    assert.deepEqual([...found], [10, 10, 10, 10]);
  });

  test('is the adjoint of the pooling itself: <dy, pool(x)> = <dx, x>', async () => {
    for (const [stride, pad] of [
      [1, 'same'],
      [2, 'same'],
      [2, 'valid'],
    ] as const) {
      const x = () => tensor(8, [2, 7, 6, 3]);
      const pooled = await on('wasm', () => core.avgPool(x(), 3, stride, pad));
      const ones = await on('wasm', () => core.grad((a: Tensor) => core.avgPool(a as Tensor4D, 3, stride, pad))(x()));
      const values = await on('wasm', () => core.clone(x()));
      const [left, right] = [sum(pooled), sum(values.map((value, at) => value * ones[at]!))];
      assert.ok(Math.abs(left - right) < 1e-4, `${left} and ${right}`);
    }
  });
});

describe('a clone', () => {
  test('holds the numbers once, until the last of them is disposed of', async () => {
    await core.setBackend('wasm');
    const heap = core.backend() as unknown as { refCount(id: object): number };
    const x = tensor(9, [1, 2, 2, 3]);
    const before = core.memory().numDataBuffers;
    const copies = [core.clone(x), core.clone(x)];
    assert.deepEqual([core.memory().numDataBuffers, heap.refCount(x.dataId)], [before, 3]);
    const values = [...x.dataSync()];
    x.dispose();
    copies[0]!.dispose();
    assert.deepEqual([[...copies[1]!.dataSync()], core.memory().numDataBuffers], [values, before]);
    copies[1]!.dispose();
    assert.equal(core.memory().numDataBuffers, before - 1);
  });

  test('lets a backward pass read the weights where they lie', async () => {
    await core.setBackend('wasm');
    const weights = core.keep(core.tensor2d(filled(3, 1, [1, 5, 7, 1]).data, [5, 7]));
    const x = () => core.tensor2d(filled(4, 1, [1, 2, 7, 1]).data, [2, 7]);
    const ways: Record<string, () => Tensor> = {
      'a dense layer': () => core.grad((a: Tensor) => core.matMul(a, weights, false, true))(x()),
      'a product, entry by entry': () => core.grad((a: Tensor) => core.mul(a, core.slice(weights, 0, [2, 7])))(x()),
    };
    for (const [about, way] of Object.entries(ways)) {
      await agree(about, way);
      await agree(`${about}, asked again`, way);
    }
    assert.deepEqual([...weights.dataSync()], [...filled(3, 1, [1, 5, 7, 1]).data]);
    weights.dispose();
  });
});

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('depthwise convolutions', () => {
  for (const multiplier of [1, 2, 3]) {
    test(`have the gradient of their input and of their filter, ${multiplier} output${multiplier > 1 ? 's' : ''} per channel`, async () => {
      const filter = () => tensor(6, [3, 3, 4, multiplier]);
      const input = () => tensor(5, [2, 8, 7, 4]);
      for (const [stride, pad] of [
        [1, 'same'],
        [2, 'same'],
        [2, 'valid'],
        [1, 'valid'],
      ] as const) {
        const about = `stride ${stride} ${pad}`;
        await agree(
          `input, ${about}`,
          gradient(x => core.depthwiseConv2d(x, filter(), stride, pad), input),
        );
        await agree(
          `filter, ${about}`,
          gradient(w => core.depthwiseConv2d(input(), w, stride, pad), filter),
        );
      }
    });
  }

  test('with dilation have adjoint kernels, although TensorFlow.js does not ask for them: <dy, conv(x, w)> = <dx, x> = <dw, w>', async () => {
    const attrs = { strides: 1, pad: 'same', dilations: 2, inputShape: [1, 8, 7, 3], filterShape: [3, 3, 3, 2] };
    const run = (kernel: string, inputs: object) =>
      core.engine().runKernel(kernel, inputs as never, attrs as never) as Tensor;
    for (const seed of [1, 2, 3]) {
      const [forward, input, filter] = await on('wasm', () => {
        const [x, w, dy] = [
          tensor(seed, [1, 8, 7, 3]),
          tensor(seed + 10, [3, 3, 3, 2]),
          tensor(seed + 20, [1, 8, 7, 6]),
        ];
        const dot = (a: Tensor, b: Tensor) => core.sum(core.mul(a, b));
        return core.stack([
          dot(dy, core.depthwiseConv2d(x, w, 1, 'same', 'NHWC', 2)),
          dot(run('DepthwiseConv2dNativeBackpropInput', { dy, filter: w }), x),
          dot(run('DepthwiseConv2dNativeBackpropFilter', { x, dy }), w),
        ]);
      });
      assert.ok(Math.abs(forward!) > 0.1);
      assert.ok(deviation([input!, filter!], [forward!, forward!]) < 1e-5, `${forward} ${input} ${filter}`);
    }
  });
});

test('convolutions have the gradient of their filter, with strides, paddings and a kernel that is not square', async () => {
  for (const [kernel, stride, pad] of [
    [[3, 3], 1, 'same'],
    [[3, 3], 2, 'same'],
    [[1, 1], 1, 'valid'],
    [[2, 5], 1, 'valid'],
    [[5, 3], 2, 'valid'],
    [[3, 3], 2, 1],
  ] as const) {
    const filter = () => tensor(10, [kernel[0], kernel[1], 3, 5]);
    await agree(
      `${kernel} / ${stride} ${pad}`,
      gradient(w => core.conv2d(tensor(11, [2, 9, 8, 3]), w, stride, pad), filter),
    );
  }
});

test('fused convolutions with a bias and an activation are differentiated', async () => {
  const conv = (x: Tensor4D) =>
    core.fused.conv2d({
      x,
      filter: tensor(12, [3, 3, 3, 4]),
      strides: 1,
      pad: 'same',
      bias: core.tensor1d([0.1, -0.2, 0, 0.3]),
      activation: 'relu',
    });
  const depthwise = (x: Tensor4D) =>
    core.fused.depthwiseConv2d({ x, filter: tensor(13, [3, 3, 3, 1]), strides: 2, pad: 'same', activation: 'relu6' });
  const input = () => tensor(14, [2, 6, 7, 3]);
  await agree('convolution', gradient(conv, input));
  await agree('depthwise', gradient(depthwise, input));
});

test('the heap may grow while a kernel allocates its output', async () => {
  const large = () => core.zeros([1, 512, 512, 32]) as Tensor4D;
  const found = await on('wasm', () => core.grad((x: Tensor) => core.maxPool(x as Tensor4D, 1, 64, 'valid'))(large()));
  assert.equal(found.length, 512 * 512 * 32);
  assert.equal(
    found.reduce((sum, value) => sum + value, 0),
    8 * 8 * 32,
  );
});

describe('a product', () => {
  const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
  const products: Readonly<Record<string, (a: Tensor2D, b: Tensor2D) => Tensor>> = {
    matMul: (a, b) => core.matMul(a, b),
    'fused.matMul': (a, b) => core.fused.matMul({ a, b }),
  };
  for (const [name, product] of Object.entries(products))
    test(`of the same numbers in one shape after another is that of its shape: ${name}`, async () => {
      await core.setBackend('wasm');
      const before = core.memory().numTensors;
      core.tidy(() => {
        const held = core.tensor1d(numbers);
        for (const [rows, columns] of [
          [3, 4],
          [4, 3],
          [2, 6],
          [3, 4],
          [12, 1],
        ] as const) {
          // biome-ignore format: a list
          const b = core.reshape(held, [rows, columns]);
          // Ones before it add the rows up, by hand: 1+5+9, 2+6+10, ... of three by four.
          const sums = Array.from({ length: columns }, (_, column) =>
            numbers.filter((_, index) => index % columns === column).reduce((sum, value) => sum + value, 0),
          );
          const found = product(core.ones([2, rows]), b as Tensor2D);
          assert.deepEqual([...found.dataSync()], [...sums, ...sums], `${rows} x ${columns}`);
        }
      });
      assert.equal(core.memory().numTensors, before);
    });
});
