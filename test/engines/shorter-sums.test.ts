import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Engine } from '../../src/engines/engine.ts';
import { nativeEngine } from '../../src/engines/native.ts';
import { whyNoEngine } from '../support/engines.ts';
import { deviation } from '../support/maps.ts';
import { filled } from '../support/tiny-network.ts';

type Shape4 = [number, number, number, number];

let core: Engine['tf']['core'];

/** Around a half, as behind a ReLU: what is added up grows, and loses of each product what it has no bits for. */
const positive = (shape: Shape4) => filled(1, 0.5, shape).data.map(value => value + 0.5);
const values = (make: () => Tensor) => core.tidy(() => make().dataSync().slice());

interface Case {
  readonly image: Shape4;
  readonly filter: Shape4;
  readonly stride?: number;
  readonly dilation?: number;
}

/** Calls `tap` with the places of each image's, filter's and output's number that belong together, under TensorFlow's own padding. */
function eachProduct(
  { image, filter, stride = 1, dilation = 1 }: Case,
  tap: (x: number, f: number, y: number) => void,
) {
  const { outHeight, outWidth, padInfo } = core.backend_util.computeConv2DInfo(image, filter, stride, dilation, 'same');
  const [batch, height, width, from] = image;
  const [high, wide, , to] = filter;
  for (let at = 0; at < batch * outHeight * outWidth; at++) {
    const [n, oy, ox] = [Math.floor(at / (outHeight * outWidth)), Math.floor(at / outWidth) % outHeight, at % outWidth];
    for (let cell = 0; cell < high * wide; cell++) {
      const y = oy * stride - padInfo.top + Math.floor(cell / wide) * dilation;
      const x = ox * stride - padInfo.left + (cell % wide) * dilation;
      if (y < 0 || y >= height || x < 0 || x >= width) continue;
      for (let c = 0; c < from; c++)
        for (let k = 0; k < to; k++)
          tap(((n * height + y) * width + x) * from + c, (cell * from + c) * to + k, at * to + k);
    }
  }
}

function naive(each: Case, size: number): Float64Array {
  const [x, f] = [positive(each.image), positive(each.filter)];
  const out = new Float64Array(size);
  eachProduct(each, (from, by, to) => {
    out[to]! += x[from]! * f[by]!;
  });
  return out;
}

describe('under TensorFlow, long sums of convolutions lose no more than shorter ones', {
  skip: await whyNoEngine('native'),
}, () => {
  before(async () => {
    core = (await nativeEngine()).tf.core;
  });

  const cases: Readonly<Record<string, Case>> = {
    'windows of 512 channels': { image: [2, 5, 5, 512], filter: [3, 3, 512, 16] },
    'channels that no piece divides': { image: [2, 4, 4, 519], filter: [3, 3, 519, 16] },
    'steps of two': { image: [2, 6, 6, 384], filter: [3, 3, 384, 16], stride: 2 },
    'dilated': { image: [2, 7, 7, 384], filter: [3, 3, 384, 16], dilation: 2 },
  }; // biome-ignore format: shapes
  for (const [about, each] of Object.entries(cases))
    test(about, () => {
      const { image, filter, stride = 1, dilation = 1 } = each;
      const given = () => [core.tensor4d(positive(image), image), core.tensor4d(positive(filter), filter)] as const;
      const plain = values(() => core.conv2d(...given(), stride, 'same', 'NHWC', dilation));
      const expected = naive(each, plain.length);
      assert.ok(deviation(plain, expected) <= 1.2e-6, `plain: ${deviation(plain, expected)}`);
      const fused = values(() => {
        const [x, f] = given();
        const bias = core.fill([filter[3]], 3) as never;
        return core.fused.conv2d({ x, filter: f, strides: stride, pad: 'same', dilations: dilation, bias });
      });
      const shifted = expected.map(value => value + 3);
      assert.ok(deviation(fused, shifted) <= 1.2e-6, `with a bias: ${deviation(fused, shifted)}`);
    });

  test('their gradients for the image', () => {
    const of: Case = { image: [2, 5, 5, 16], filter: [3, 3, 16, 512] };
    const [shape, dy] = [of.filter, positive([2, 5, 5, 512])];
    const found = values(() => {
      const f = core.tensor4d(positive(shape), shape);
      const x = core.zeros(of.image) as Tensor4D;
      return core.grad(image => core.conv2d(image as Tensor4D, f, 1, 'same'))(x, core.tensor4d(dy, [2, 5, 5, 512]));
    });
    const [f, expected] = [positive(shape), new Float64Array(found.length)];
    eachProduct(of, (to, by, from) => {
      expected[to]! += dy[from]! * f[by]!;
    });
    assert.ok(deviation(found, expected) <= 1.2e-6, String(deviation(found, expected)));
  });

  test('an image has the same numbers in every batch of two and more, and nothing is left behind', () => {
    const [image, filter]: Shape4[] = [[5, 5, 5, 512], [3, 3, 512, 16]]; // biome-ignore format: shapes
    const { numTensors } = core.memory();
    const [all, two] = core.tidy(() => {
      const [x, f] = [core.tensor4d(positive(image!), image!), core.tensor4d(positive(filter!), filter!)];
      const some = core.slice(x, [1, 0, 0, 0], [2, 5, 5, 512]);
      return [x, some].map(batch => core.conv2d(batch, f, 1, 'same').dataSync().slice()) as [
        Float32Array,
        Float32Array,
      ];
    });
    assert.deepEqual(two, all.slice(two.length / 2, (3 * two.length) / 2));
    assert.equal(core.memory().numTensors, numTensors);
  });
});
