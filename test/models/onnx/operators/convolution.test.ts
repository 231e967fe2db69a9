import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Engine } from '../../../../src/engines/engine.ts';
import { wasmEngine } from '../../../../src/engines/wasm.ts';
import type { Known } from '../../../../src/models/onnx/value.ts';
import type { Attribute } from '../../../support/onnx-model.ts';
import { close, computed, entry, everyIndex, type Made, refusal, some } from './_computed.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

type Form = Readonly<Record<string, Attribute>>;
type Pair = readonly [number, number];
type Sizes = readonly [images: number, channels: number, height: number, width: number];

interface Sliding {
  readonly strides?: readonly [number, number];
  readonly dilations?: readonly [number, number];
  /** Top, left, bottom, right. */
  readonly pads?: readonly [number, number, number, number];
  readonly groups?: number;
}

/** The definition, cell by cell, in float64. */
function naive(x: Known, kernel: Known, bias: Known | undefined, how: Sliding): Made {
  const { strides = [1, 1], dilations = [1, 1], pads = [0, 0, 0, 0], groups = 1 } = how;
  const [to, perGroup, ...window] = kernel.shape as Sizes;
  const last = ([0, 1] as const).map(
    axis => x.shape[axis + 2]! + pads[axis] + pads[axis + 2]! - (window[axis]! - 1) * dilations[axis] - 1,
  );
  const shape = [x.shape[0]!, to, ...last.map((rest, axis) => Math.floor(rest / strides[axis]!) + 1)];
  const cells = everyIndex([perGroup, ...window]);
  const data = everyIndex(shape).map(([image, k, row, column]) => {
    const products = cells.map(([c, i, j]) => {
      const channel = Math.floor(k! / (to / groups)) * perGroup + c!;
      const [y, z] = [
        row! * strides[0] + i! * dilations[0] - pads[0],
        column! * strides[1] + j! * dilations[1] - pads[1],
      ];
      return entry(x, [image!, channel, y, z]) * entry(kernel, [k!, c!, i!, j!]);
    });
    return products.reduce((sum, each) => sum + each, bias?.data[k!] ?? 0);
  });
  return { shape, data };
}

/** Each number of the input is laid over the output as often as the kernel has cells; then the edges are cut. */
function naiveTransposed(x: Known, kernel: Known, bias: Known | undefined, how: Sliding, grid: Pair): Made {
  const { strides = [1, 1], dilations = [1, 1], pads = [0, 0, 0, 0], groups = 1 } = how;
  const [from, perGroup, ...window] = kernel.shape as Sizes;
  const shape = [x.shape[0]!, perGroup * groups, ...grid];
  const sums = new Map(everyIndex(shape).map(index => [index.join(), Number(bias?.data[index[1]!] ?? 0)]));
  const cells = everyIndex([perGroup, ...window]);
  for (const [image, channel, row, column] of everyIndex(x.shape))
    for (const [k, i, j] of cells) {
      const to = Math.floor(channel! / (from / groups)) * perGroup + k!;
      const place = [
        image,
        to,
        row! * strides[0] + i! * dilations[0] - pads[0],
        column! * strides[1] + j! * dilations[1] - pads[1],
      ].join();
      const before = sums.get(place);
      const product = entry(x, [image!, channel!, row!, column!]) * entry(kernel, [channel!, k!, i!, j!]);
      if (before !== undefined) sums.set(place, before + product);
    }
  return { shape, data: [...sums.values()] };
}

const picture = some(1, 2, 4, 7, 6);

for (const [title, kernel, form, how] of [
  ['of one cell', [3, 4, 1, 1], {}, {}],
  ['of odd size without padding', [3, 4, 3, 2], {}, {}],
  ['with strides of its own per axis', [3, 4, 3, 3], { strides: [2, 3] }, { strides: [2, 3] }],
  ['padded alike on all sides', [2, 4, 3, 3], { pads: [1, 1, 1, 1] }, { pads: [1, 1, 1, 1] }],
  ['padded otherwise on every side', [2, 4, 3, 3], { pads: [2, 0, 1, 3] }, { pads: [2, 0, 1, 3] }],
  ['with sides that are cut off', [2, 4, 2, 2], { pads: [-1, 0, 0, -2] }, { pads: [-1, 0, 0, -2] }],
  [
    'with sides that are cut off and others that are padded',
    [2, 4, 2, 2],
    { pads: [1, -1, -2, 1] },
    { pads: [1, -1, -2, 1] },
  ],
  [
    'as large as its output times the stride, the odd cell after',
    [2, 4, 2, 3],
    { auto_pad: 'SAME_UPPER', strides: [2, 2] },
    { strides: [2, 2], pads: [0, 0, 1, 1] },
  ],
  [
    'the same, the odd cell before',
    [2, 4, 2, 3],
    { auto_pad: 'SAME_LOWER', strides: [2, 2] },
    { strides: [2, 2], pads: [1, 1, 0, 0] },
  ],
  [
    'of an even size, as large as its input, the odd cell before',
    [2, 4, 2, 2],
    { auto_pad: 'SAME_LOWER' },
    { pads: [1, 1, 0, 0] },
  ],
  [
    'whose padding is said to be none, whatever else is written',
    [2, 4, 3, 3],
    { auto_pad: 'VALID', pads: [1, 1, 1, 1] },
    {},
  ],
  ['dilated', [2, 4, 3, 2], { dilations: [2, 3] }, { dilations: [2, 3] }],
  [
    'dilated and padded',
    [2, 4, 3, 3],
    { dilations: [2, 2], pads: [2, 2, 2, 2] },
    { dilations: [2, 2], pads: [2, 2, 2, 2] },
  ],
  [
    'dilated with strides',
    [2, 4, 2, 2],
    { dilations: [3, 2], strides: [2, 1] },
    { dilations: [3, 2], strides: [2, 1] },
  ],
  [
    'dilated along one axis, in the padding that keeps the size',
    [2, 4, 3, 3],
    { dilations: [1, 2], auto_pad: 'SAME_UPPER' },
    { dilations: [1, 2], pads: [1, 2, 1, 2] },
  ],
  ['in two groups', [6, 2, 3, 3], { group: 2, pads: [1, 0, 1, 0] }, { groups: 2, pads: [1, 0, 1, 0] }],
  ['in two groups, dilated', [2, 2, 2, 2], { group: 2, dilations: [2, 1] }, { groups: 2, dilations: [2, 1] }],
  ['channel by channel', [4, 1, 3, 3], { group: 4, strides: [2, 2] }, { groups: 4, strides: [2, 2] }],
  [
    'channel by channel, two of each',
    [8, 1, 3, 2],
    { group: 4, pads: [1, 1, 1, 0] },
    { groups: 4, pads: [1, 1, 1, 0] },
  ],
  ['channel by channel, dilated', [4, 1, 2, 2], { group: 4, dilations: [3, 2] }, { groups: 4, dilations: [3, 2] }],
  ['in as many groups as its kernel needs', [2, 2, 3, 3], { group: 0 }, { groups: 2 }],
] as const satisfies readonly (readonly [string, Sizes, Form, Sliding])[]) {
  test(`a convolution ${title} is the sum over its window, with and without a bias`, () => {
    const [weights, bias] = [some(2, ...kernel), some(3, kernel[0])];
    close(
      computed(engine, 'Conv', [picture, weights], { attributes: form })[0]!,
      naive(picture, weights, undefined, how),
    );
    close(
      computed(engine, 'Conv', [picture, weights, bias], { attributes: form })[0]!,
      naive(picture, weights, bias, how),
    );
  });
}

test('a kernel that another part of the network made is applied like one of the file', () => {
  for (const [kernel, groups] of [
    [[2, 4, 3, 3], 1],
    [[4, 1, 3, 3], 4],
  ] as const) {
    const weights = some(2, ...kernel);
    const found = computed(engine, 'Conv', [picture, weights], { live: [0, 1], attributes: { group: groups } });
    close(found[0]!, naive(picture, weights, undefined, { groups }));
  }
});

test('along a row, a window is one of a picture of one row', () => {
  const [row, kernel, bias] = [some(4, 2, 3, 9), some(5, 4, 3, 3), some(6, 4)];
  const flat = (shape: readonly number[]) => shape.toSpliced(2, 0, 1);
  const attributes = { kernel_shape: [3], strides: [2], pads: [2, 1], dilations: [2] };
  const [found] = computed(engine, 'Conv', [row, kernel, bias], { attributes });
  const how = { strides: [1, 2], dilations: [1, 2], pads: [0, 2, 0, 1] } as const;
  const { shape, data } = naive(row.reshaped(flat(row.shape)), kernel.reshaped(flat(kernel.shape)), bias, how);
  close(found!, { shape: shape.toSpliced(2, 1), data });
});

for (const [title, kernel, form, how, grid] of [
  ['of one step', [4, 3, 3, 2], {}, {}, [9, 7]],
  ['with strides', [4, 3, 3, 3], { strides: [2, 3] }, { strides: [2, 3] }, [15, 18]],
  [
    'with a cut on every side',
    [4, 2, 3, 3],
    { strides: [2, 2], pads: [1, 0, 2, 1] },
    { strides: [2, 2], pads: [1, 0, 2, 1] },
    [12, 12],
  ],
  [
    'with rows and columns added',
    [4, 2, 3, 3],
    { strides: [2, 2], pads: [1, 1, 1, 1], output_padding: [1, 1] },
    { strides: [2, 2], pads: [1, 1, 1, 1] },
    [14, 12],
  ],
  [
    'with more added than the kernel reaches',
    [4, 2, 1, 1],
    { strides: [3, 3], output_padding: [2, 1] },
    { strides: [3, 3] },
    [21, 17],
  ],
  [
    'to a shape that is given',
    [4, 2, 3, 3],
    { strides: [2, 2], output_shape: [13, 12] },
    { strides: [2, 2], pads: [1, 0, 1, 1] },
    [13, 12],
  ],
  [
    'to as many cells as the stride asks for, the odd one cut after',
    [4, 2, 3, 3],
    { strides: [2, 2], auto_pad: 'SAME_UPPER' },
    { strides: [2, 2], pads: [0, 0, 1, 1] },
    [14, 12],
  ],
  [
    'the same, the odd one cut before',
    [4, 2, 3, 3],
    { strides: [2, 2], auto_pad: 'SAME_LOWER' },
    { strides: [2, 2], pads: [1, 1, 0, 0] },
    [14, 12],
  ],
  ['dilated', [4, 2, 3, 2], { dilations: [2, 3] }, { dilations: [2, 3] }, [11, 9]],
  [
    'dilated with strides',
    [4, 2, 2, 2],
    { dilations: [3, 2], strides: [2, 2] },
    { dilations: [3, 2], strides: [2, 2] },
    [16, 13],
  ],
  ['in two groups', [4, 3, 2, 3], { group: 2 }, { groups: 2 }, [8, 8]],
] as const satisfies readonly (readonly [string, Sizes, Form, Sliding, readonly [number, number]])[]) {
  test(`a transposed convolution ${title} lays its kernel on every cell`, () => {
    const groups = (how as Sliding).groups ?? 1;
    const [weights, bias] = [some(2, ...kernel), some(3, kernel[1] * groups)];
    close(
      computed(engine, 'ConvTranspose', [picture, weights], { attributes: form })[0]!,
      naiveTransposed(picture, weights, undefined, how, grid),
    );
    close(
      computed(engine, 'ConvTranspose', [picture, weights, bias], { attributes: form })[0]!,
      naiveTransposed(picture, weights, bias, how, grid),
    );
  });
}

test('kernels and windows that do not fit are refused with their shapes', () => {
  const refuses = (operator: string, kernel: Sizes, attributes: Form, words: RegExp) =>
    assert.throws(() => computed(engine, operator, [picture, some(2, ...kernel)], { attributes }), refusal(words));
  refuses(
    'Conv',
    [2, 3, 3, 3],
    {},
    /^the node has a kernel of shape 2 x 3 x 3 x 3 in 1 groups, which does not fit 4 channels\.$/,
  );
  refuses(
    'Conv',
    [3, 2, 1, 1],
    { group: 2 },
    /^the node has a kernel of shape 3 x 2 x 1 x 1 in 2 groups, which does not fit 4 channels\.$/,
  );
  refuses('Conv', [2, 4, 8, 1], {}, /^the node has a window larger than its input \(7 x 6\)\.$/);
  refuses(
    'Conv',
    [2, 4, 1, 1],
    { strides: [0, 1] },
    /^the node slides over 2 dimensions \(0, 1\); expected two, of at least 1\.$/,
  );
  refuses('Conv', [2, 4, 1, 1], { pads: [1, 1] }, /^the node slides over other than two dimensions\.$/);
  refuses(
    'Conv',
    [2, 4, 1, 1],
    { auto_pad: 'SAME' },
    /^the node has the attribute auto_pad = SAME; camdrift knows NOTSET, VALID, SAME_UPPER, SAME_LOWER\.$/,
  );
  refuses(
    'ConvTranspose',
    [4, 2, 1, 1],
    { group: 3 },
    /^the node has 4 channels, which do not divide into 3 groups\.$/,
  );
  refuses(
    'ConvTranspose',
    [4, 2, 1, 1],
    { group: 0 },
    /^the node has 4 channels, which do not divide into 0 groups\.$/,
  );
});
