import assert from 'node:assert/strict';
import type { Tensor } from '@tensorflow/tfjs-core';
import { gridOf, sameCells } from '../../src/models/_arrangement.ts';
import type { Kind } from '../../src/models/_graph.ts';
import { imagesOfStep } from '../../src/models/onnx/batches.ts';
import { type Operation, operatorSets } from '../../src/models/onnx/operation.ts';
import { Known, plain, sizeOf } from '../../src/models/onnx/value.ts';
import { filled } from '../support/tiny-network.ts';
import { type Bench, cellOf, type Numbers, withCell } from './_operator-bench.ts';

/**
 * What a record promises of its operator, as numbers show it. `breach` is a record that says otherwise of the sample named:
 * the law has to catch it.
 */
export interface Law {
  readonly title: string;
  /** Whether the record says something that the law can check on this sample. */
  readonly applies: (bench: Bench) => boolean;
  readonly check: (bench: Bench) => void;
  readonly breaches: readonly { readonly sample: string; readonly record: Partial<Operation> }[];
}

const close = (found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number, what = ''): void => {
  assert.equal(found.length, expected.length, what);
  const scale = Math.max(1, ...Array.from(expected, Math.abs));
  for (let at = 0; at < expected.length; at++)
    if (!(Math.abs(found[at]! - expected[at]!) <= tolerance * scale) && !Object.is(found[at], expected[at]))
      assert.fail(`${what}: entry ${at} is ${found[at]}, not ${expected[at]}`);
};
const apart = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  Array.from(a).some((value, at) => Math.abs(value - b[at]!) > 1e-6);

const runs = ({ operation }: Bench) => operation.run !== undefined;
const made = (bench: Bench) => bench.run(bench.x()).shape;

function kindOf(bench: Bench): Kind {
  const { features } = bench.operation;
  return typeof features === 'string' ? features : features(bench.step, bench.facts(made(bench)));
}
const isKind =
  (...kinds: readonly Kind[]) =>
  (bench: Bench) =>
    runs(bench) && bench.sample.whole === undefined && kinds.includes(kindOf(bench));

const combined = (a: Numbers, b: Numbers, by: (a: number, b: number) => number): Numbers => ({
  shape: a.shape,
  data: a.data.map((value, at) => by(value, b.data[at]!)),
});

/** With the kernel in place of the sample's. */
function withConstant(bench: Bench, at: number, change: (value: number, at: number) => number): Known[] {
  const constants = [...(bench.sample.constants ?? [])];
  const own = at - (at > (bench.sample.at ?? 0) ? 1 : 0);
  const known = constants[own]!;
  constants[own] = new Known(known.shape, known.type, Float32Array.from(known.data, change), true);
  return constants;
}

function kernelOf(bench: Bench): { at: number; known: Known; order: readonly number[] } | undefined {
  const { kernel } = bench.operation;
  if (kernel === 'none') return undefined;
  const inputs = bench.inputs(undefined, bench.sample.constants);
  const at = kernel.input === 'constant' ? inputs.findIndex(known => (known?.shape.length ?? 0) >= 2) : kernel.input;
  const known = inputs[at];
  return known && { at, known, order: kernel.order(known.shape, bench.step, at) };
}

export const laws: readonly Law[] = [
  {
    title: "is in operator sets that ONNX has, the sample's among them",
    applies: () => true,
    check({ operation: { sets }, sample: { opset = 13, operator } }) {
      const [first, last] = sets;
      assert.ok(first >= 1 && first <= last && last <= operatorSets.newest, sets.join());
      assert.ok(operator.includes('.') ? last === 1 : opset >= first && opset <= last, `${opset} in ${sets}`);
    },
    breaches: [
      { sample: 'Mish', record: { sets: [24, 20] } },
      { sample: 'old enlargement', record: { sets: [10, 28] } },
    ],
  },
  {
    title: 'makes the same of an image however it lies in memory',
    applies: bench => runs(bench) && bench.shape.length === 4,
    check(bench) {
      const [first, second] = [bench.run(bench.x()), bench.run(bench.x(), 'channels-last')];
      assert.deepEqual(first.shape, second.shape);
      close(second.data, first.data, 1e-5);
    },
    breaches: [{ sample: 'convolution', record: { run: call => ({ tensor: call.asIs().tensor, layout: 'plain' }) } }],
  },
  {
    title: 'has the gradient of finite differences',
    applies: bench => runs(bench) && bench.sample.slopes !== 'none',
    check: checkGradient,
    breaches: [
      {
        sample: 'Tanh',
        record: {
          run: call => ({
            tensor: call.core.customGrad(x => ({ value: call.core.tanh(x as Tensor), gradFunc: (dy: Tensor) => dy }))(
              call.asIs().tensor,
            ),
            layout: call.layout,
          }),
        },
      },
    ],
  },
  {
    title: 'keeps images apart where it says so, however many there are',
    applies: bench => runs(bench) && imagesOf(bench) === 'apart',
    check(bench) {
      const [x, other] = [bench.x(), bench.x(7)];
      const half = x.data.length / 2;
      const changed = {
        shape: x.shape,
        data: Float32Array.from([...other.data.slice(0, half), ...x.data.slice(half)]),
      };
      const [before, after] = [bench.run(x).data, bench.run(changed).data];
      close(after.slice(after.length / 2), before.slice(before.length / 2), 1e-6, 'the second image');
    },
    breaches: [
      { sample: 'softmax over images', record: { images: 'apart' } },
      { sample: 'per image', record: { images: 'apart' } },
    ],
  },
  {
    title: 'mixes images where it says so',
    applies: bench => runs(bench) && imagesOf(bench) === 'mixed',
    check(bench) {
      const [x, other] = [bench.x(), bench.x(7)];
      const half = x.data.length / 2;
      const changed = {
        shape: x.shape,
        data: Float32Array.from([...other.data.slice(0, half).map(v => 3 * v), ...x.data.slice(half)]),
      };
      const [before, after] = [bench.run(x).data, bench.run(changed).data];
      assert.ok(apart(after.slice(after.length / 2), before.slice(before.length / 2)), 'the second image stays');
    },
    breaches: [{ sample: 'Relu', record: { images: 'mixed' } }],
  },
  {
    title: 'keeps the cells where it says: one that changes moves its own and no other',
    // A range taken from the whole value counts as a constant, and has no slope.
    applies: bench => follows(bench)?.mixes === false && isLocal(bench) && bench.operation.images !== 'mixed',
    check(bench) {
      const { to } = follows(bench)!;
      const x = bench.x();
      const [from, into] = [gridOf(bench.cells!), gridOf(to)];
      const [y0, x0] = [from.height - 2, from.width - 2];
      const changed = withCell(x, bench.cells!, y0, x0, value => other(value, bench));
      const [before, after] = [bench.run(x), bench.run(changed)];
      for (let row = 0; row < into.height; row++)
        for (let column = 0; column < into.width; column++) {
          const own =
            row === Math.floor((y0 * into.height) / from.height) &&
            column === Math.floor((x0 * into.width) / from.width);
          const [was, is] = [before, after].map(value => cellOf(value, to, x.shape[0]!, row, column));
          if (!own) close(is!, was!, 1e-6, `cell ${row}, ${column}`);
          else if (bench.sample.slopes !== 'none' && from.height * from.width === into.height * into.width)
            assert.ok(apart(is!, was!), `cell ${row}, ${column} stays`);
        }
    },
    breaches: [
      { sample: 'softmax over tokens', record: { cells: 'kept' } },
      { sample: 'rows turned round', record: { cells: 'kept' } },
      { sample: 'running sum of rows', record: { cells: 'kept' } },
    ],
  },
  {
    title: 'makes no difference between cells where it mixes them and says that each stays',
    applies: bench => follows(bench)?.mixes === true && sameCells(follows(bench)!.to, bench.cells!),
    check(bench) {
      const cells = bench.cells!;
      const { height, width } = gridOf(cells);
      const x = bench.x();
      const turned = permuted(x, bench);
      const [before, after] = [bench.run(x), bench.run(turned)];
      for (let row = 0; row < height; row++)
        for (let column = 0; column < width; column++) {
          const was = cellOf(before, cells, x.shape[0]!, row, column);
          close(cellOf(after, cells, x.shape[0]!, height - 1 - row, column), was, 1e-5, `cell ${row}, ${column}`);
        }
    },
    breaches: [{ sample: 'running sum of rows', record: { cells: 'placed' } }],
  },
  {
    title: 'is linear where it says so',
    applies: isKind('pointwise-linear', 'pointwise-convolution', 'global-average'),
    check(bench) {
      const [a, b, c] = [90, 91, 92].map(seed => bench.x(seed));
      const mixed = combined(
        combined(a!, b!, (p, q) => 2 * p - 3 * q),
        c!,
        (pq, r) => pq + 2 * r,
      );
      const [fa, fb, fc] = [a, b, c].map(x => bench.run(x!));
      const expected = combined(
        combined(fa!, fb!, (p, q) => 2 * p - 3 * q),
        fc!,
        (pq, r) => pq + 2 * r,
      );
      close(bench.run(mixed).data, expected.data, 1e-4);
    },
    breaches: [{ sample: 'Relu', record: { features: 'pointwise-linear' } }],
  },
  {
    title: 'commutes with the mean over the grid where CAM relies on that',
    applies: bench => isKind('pointwise-linear', 'pointwise-convolution')(bench) && bench.shape.length === 4,
    check(bench) {
      const x = bench.x();
      close(meanOverGrid(bench.run(x)).data, bench.run(meanOverGrid(x)).data, 1e-5);
    },
    breaches: [{ sample: 'convolution of one row', record: { features: 'pointwise-convolution' } }],
  },
  {
    title: 'is the mean over the grid where it says so',
    applies: isKind('global-average'),
    check(bench) {
      if (bench.shape.length === 4) return close(bench.run(bench.x()).data, gridMeans(bench.x()), 1e-5);
      const { shape, data } = bench.x();
      const [images, tokens, channels] = shape as [number, number, number];
      const means = Array.from({ length: images * channels }, (_, at) => {
        const [image, channel] = [Math.floor(at / channels), at % channels];
        return Array.from(
          { length: tokens },
          (_x, token) => data[(image * tokens + token) * channels + channel]!,
        ).reduce((sum, value) => sum + value / tokens, 0);
      });
      close(bench.run(bench.x()).data, means, 1e-5);
    },
    breaches: [{ sample: 'maximum of the grid', record: { features: 'global-average' } }],
  },
  {
    title: 'changes no number where it is called an identity',
    applies: isKind('identity'),
    check(bench) {
      if (bench.operation.scale !== 'none' && typeof bench.operation.scale === 'number') return; // seen as the numbers it stands for
      const factor = bench.sample.operator === 'DequantizeLinear' ? 0.5 : 1;
      const numbers = (value: Numbers) => Float32Array.from(value.data).sort();
      if (bench.sample.operator === 'DynamicQuantizeLinear') return;
      close(
        numbers(bench.run(bench.x())),
        numbers(bench.x()).map(value => value * factor),
        1e-6,
      );
    },
    breaches: [{ sample: 'Tanh', record: { features: 'identity' } }],
  },
  {
    title: 'makes no features where it only moves or pools cells: twice the image, twice the answer',
    applies: isKind('spatial'),
    check(bench) {
      if (bench.sample.operator === 'Pad' && (bench.sample.constants?.length ?? 0) > 1) return; // pads with 3
      const x = bench.x();
      const twice = bench.run({ shape: x.shape, data: x.data.map(value => 2 * value) });
      close(
        twice.data,
        bench.run(x).data.map(value => 2 * value),
        1e-5,
      );
    },
    breaches: [{ sample: 'Tanh', record: { features: 'spatial' } }],
  },
  {
    title: 'turns scores into probabilities where it says so',
    applies: isKind('softmax', 'log-softmax', 'sigmoid'),
    check(bench) {
      const kind = kindOf(bench);
      const [x, { data }] = [bench.x(), bench.run(bench.x())];
      if (kind === 'sigmoid')
        return close(
          data,
          x.data.map(value => 1 / (1 + Math.exp(-value))),
          1e-6,
        );
      const shares = kind === 'softmax' ? data : data.map(Math.exp);
      const count = shares.reduce((sum, value) => sum + value, 0);
      assert.ok(
        shares.every(value => value > 0 && value < 1) && Math.abs(count - Math.round(count)) < 1e-3,
        `${count}`,
      );
    },
    breaches: [
      { sample: 'HardSigmoid', record: { features: 'sigmoid' } },
      { sample: 'Relu', record: { features: 'softmax' } },
    ],
  },
  {
    title: 'lets the axes lie as it says',
    applies: bench =>
      runs(bench) && bench.shape.length === 4 && made(bench).length === 4 && axesOf(bench) !== 'rearranged',
    check(bench) {
      const [images, first, second, third] = bench.shape as [number, number, number, number];
      const found = made(bench);
      if (axesOf(bench) === 'turned') {
        const ways = [
          [images, second, third, first],
          [images, third, first, second],
        ].map(way => way.join());
        assert.ok(ways.includes(found.join()), found.join(' x '));
        return;
      }
      if (axesOf(bench) === 'as-they-come')
        assert.ok(found.filter((size, at) => size === bench.shape[at]).length >= 2, found.join(' x '));
      assert.equal(found[0], images);
    },
    breaches: [
      { sample: 'transpose', record: { axes: 'as-they-come' } },
      { sample: 'Relu', record: { axes: 'turned' } },
    ],
  },
  {
    title: 'answers in whole steps where it has a scale, and in the steps it was given where it moves them',
    applies: bench => runs(bench) && bench.operation.scale !== 'none',
    check(bench) {
      const { data } = bench.run(bench.x());
      if (bench.operation.scale === 'moved') {
        const given = new Set(bench.x().data);
        return assert.ok(
          data.every(value => given.has(value)),
          'a number that was not there',
        );
      }
      const scale = bench.inputs(undefined, bench.sample.constants)[bench.operation.scale as number];
      assert.equal(scale?.type, 'float', 'no scale stands there');
      assert.equal(scale?.shape.length, 0);
      assert.ok(
        data.every(value => Number.isInteger(value) && Math.abs(value) <= 255),
        `${data[0]}`,
      );
      assert.ok(new Set(data).size > 1);
    },
    breaches: [
      { sample: 'mean of padded windows', record: { scale: 'moved' } },
      { sample: 'quantised convolution', record: { scale: 5 } },
      { sample: 'Relu', record: { scale: 1 } },
    ],
  },
  {
    title: 'multiplies with the kernel that it names: twice the kernel is twice the answer',
    applies: bench => runs(bench) && kernelOf(bench) !== undefined,
    check(bench) {
      const { at } = kernelOf(bench)!;
      const { scale } = bench.operation.kernel as { scale?: number };
      const twice = bench.run(
        bench.x(),
        'plain',
        withConstant(bench, scale ?? at, value => 2 * value),
      ).data;
      const none = bench.run(
        bench.x(),
        'plain',
        withConstant(bench, scale ?? at, value => (scale ? 1e-9 : 0 * value)),
      ).data;
      const once = bench.run(bench.x()).data;
      const expected = once.map((value, index) => 2 * value - none[index]!);
      const steps = scale === undefined ? 1e-4 : 2.01 / Math.max(1, ...expected.map(Math.abs));
      const isFree = (value: number) => scale === undefined || Math.abs(value) < 126;
      const kept = Array.from(expected.keys()).filter(index => isFree(expected[index]!) && isFree(twice[index]!));
      assert.ok(kept.length > 0);
      close(
        kept.map(index => twice[index]!),
        kept.map(index => expected[index]!),
        steps,
      );
      assert.ok(apart(twice, once));
    },
    breaches: [
      {
        sample: 'quantised convolution',
        record: { kernel: { input: 3, scale: 6, order: shape => [...shape.keys()] } },
      },
    ],
  },
  {
    title: 'has the output channel of its kernel last',
    applies: bench =>
      runs(bench) && (kernelOf(bench)?.known.shape.length ?? 0) >= 2 && bench.sample.operator !== 'Einsum',
    check(bench) {
      const { at, known, order } = kernelOf(bench)!;
      const axis = order.at(-1)!;
      const inner = known.shape.slice(axis + 1).reduce((product, size) => product * size, 1);
      const last = known.shape[axis]! - 1;
      const change = (value: number, index: number) =>
        Math.floor(index / inner) % (last + 1) === last ? value + 9 : value;
      const [before, after] = [bench.run(bench.x()), bench.run(bench.x(), 'plain', withConstant(bench, at, change))];
      const isLeft = at < (bench.sample.at ?? 0);
      const channel = bench.operation.axes === 'nchw' ? 1 : before.shape.length - (isLeft ? 2 : 1);
      const step = before.shape.slice(channel + 1).reduce((product, size) => product * size, 1);
      const size = before.shape[channel]!;
      const channelsOf = (value: Numbers, isLast: boolean) =>
        value.data.filter((_, index) => (Math.floor(index / step) % size === size - 1) === isLast);
      assert.ok(apart(channelsOf(before, true), channelsOf(after, true)), 'the last channel stays');
      close(channelsOf(after, false), channelsOf(before, false), 1e-6, 'another channel');
    },
    breaches: [
      { sample: 'convolution', record: { kernel: { input: 1, order: () => [2, 3, 0, 1] } } },
      { sample: 'Gemm', record: { kernel: { input: 1, order: () => [0, 1] } } },
    ],
  },
  {
    title: 'has asked for its size before it makes a value of more entries than it was given',
    applies: runs,
    check(bench) {
      const given = bench
        .inputs(bench.x(), bench.sample.constants)
        .reduce((sum, value) => sum + (value ? sizeOf(value.shape) : 0), 0);
      for (const layout of bench.shape.length === 4 ? (['plain', 'channels-last'] as const) : (['plain'] as const)) {
        const { largest, kernel, asked } = bench.allocated(layout);
        assert.ok(largest <= Math.max(given, asked), `${kernel} makes ${largest} of ${given}, asked for ${asked}`);
      }
    },
    breaches: [
      { sample: 'tile', record: { run: call => plain(call.core.tile(call.plain(0), [1, 2, 1, 3])) } },
      {
        sample: 'convolution',
        record: {
          run: call =>
            plain(
              call.core.pad(call.plain(0), [
                [0, 0],
                [0, 0],
                [9, 9],
                [9, 9],
              ]),
            ),
        },
      },
    ],
  },
  {
    title: 'gives in plain numbers what the engine gives',
    applies: bench => runs(bench) && bench.operation.exact !== undefined && !bench.sample.at,
    check(bench) {
      const exactly = bench.exactly(bench.x());
      const found = bench.run(bench.x());
      assert.deepEqual(exactly.shape, found.shape);
      close(Float32Array.from(exactly.data), found.data, 1e-6);
    },
    breaches: [{ sample: 'Neg', record: { exact: call => call.known(0) } }],
  },
];

function imagesOf(bench: Bench) {
  return imagesOfStep(bench.step, bench.facts(made(bench)));
}

const axesOf = ({ operation: { axes }, step }: Bench) => (typeof axes === 'function' ? axes(step) : axes);

/** Where the record says that the cells of the sample are; nothing where it says nothing. */
function follows(bench: Bench) {
  if (!runs(bench) || !bench.cells) return undefined;
  return bench.followed(made(bench));
}

/** Not where the answer is an image of cells of its own. */
const isLocal = ({ operation: { cells, features } }: Bench): boolean => cells !== 'image' && features !== 'spatial';

const other = (value: number, { sample: { whole } }: Bench): number =>
  whole === undefined ? value * 1.3 + 0.11 : value > whole / 2 ? value - 3 : value + 3;

function meanOverGrid(x: Numbers): Numbers {
  return { shape: [x.shape[0]!, x.shape[1]!, 1, 1], data: Float32Array.from(gridMeans(x)) };
}

function gridMeans({ shape, data }: Numbers): number[] {
  const size = shape[2]! * shape[3]!;
  return Array.from({ length: shape[0]! * shape[1]! }, (_, at) =>
    data.subarray(at * size, (at + 1) * size).reduce((sum, value) => sum + value / size, 0),
  );
}

/** The cells with their rows in the opposite order. */
function permuted(x: Numbers, bench: Bench): Numbers {
  const { height, width } = gridOf(bench.cells!);
  let found = x;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const from = cellOf(x, bench.cells!, x.shape[0]!, height - 1 - row, column).values();
      found = withCell(found, bench.cells!, row, column, () => from.next().value!);
    }
  return found;
}

/** Along a random direction, of a random linear function of the output. */
function checkGradient(bench: Bench): void {
  const { core } = bench.engine.tf;
  const layouts = bench.shape.length === 4 ? (['plain', 'channels-last'] as const) : (['plain'] as const);
  for (const layout of layouts)
    core.tidy(() => {
      const start = core.tensor(bench.x().data, [...bench.shape]);
      const direction = core.tensor(filled(91, 1, bench.shape).data, [...bench.shape]);
      const score = (x: Tensor) => {
        const tensor = bench.tensor(x, layout);
        return core.sum(core.mul(tensor, core.tensor(filled(92, 1, tensor.shape).data, tensor.shape))) as never;
      };
      const [along] = core.sum(core.mul(core.grad(score)(start), direction)).dataSync();
      const at = (step: number) => (score(core.add(start, core.mul(direction, step))) as Tensor).dataSync()[0]!;
      const step = bench.sample.whole === undefined ? 2e-4 : 0.05;
      const truth = (at(step) - at(-step)) / (2 * step);
      const scale = Math.max(1, Math.abs(truth));
      assert.ok(Math.abs(along! - truth) < 0.03 * scale, `${layout}: ${along}, not ${truth}`);
      assert.notEqual(along, 0);
    });
}
