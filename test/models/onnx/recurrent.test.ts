import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Engine } from '../../../src/engines/engine.ts';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { operations } from '../../../src/models/onnx/operators/index.ts';
import { Bench } from '../../contracts/_operator-bench.ts';
import { samples } from '../../contracts/_operator-samples.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

const bench = (title: string) => {
  const sample = samples[title]!;
  return new Bench(operations[sample.operator]!, sample, engine);
};
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function close(found: ArrayLike<number>, expected: readonly number[]): void {
  assert.equal(found.length, expected.length);
  for (const [at, value] of expected.entries())
    assert.ok(Math.abs(found[at]! - value) < 1e-5, `${at}: ${found[at]}, not ${value}`);
}

/** One unit after the other, in float64: x steps x 2 x 5, three units. Answers steps x directions x 2 x 3. */
function naive(title: string, backwards: readonly boolean[]): number[] {
  const { constants = [] } = samples[title]!;
  const x = bench(title).x().data;
  const [w, r, b, , h0, c0] = constants.map(known => known?.data);
  const out = new Array<number>(4 * backwards.length * 6).fill(0);
  for (const [direction, isBackwards] of backwards.entries())
    for (let row = 0; row < 2; row++) {
      let [h, c] = [h0, c0].map(start =>
        Array.from({ length: 3 }, (_, unit) => Number(start?.[(direction * 2 + row) * 3 + unit] ?? 0)),
      ) as [number[], number[]];
      for (let count = 0; count < 4; count++) {
        const step = isBackwards ? 3 - count : count;
        const gate = (which: number, unit: number) => {
          const at = direction * 12 + which * 3 + unit;
          let sum =
            Number(b?.[direction * 24 + which * 3 + unit] ?? 0) +
            Number(b?.[direction * 24 + 12 + which * 3 + unit] ?? 0);
          for (let i = 0; i < 5; i++) sum += Number(w![at * 5 + i]) * x[(step * 2 + row) * 5 + i]!;
          for (let i = 0; i < 3; i++) sum += Number(r![at * 3 + i]) * h[i]!;
          return sum;
        };
        const units = [0, 1, 2].map(
          unit => [0, 1, 2, 3].map(which => gate(which, unit)) as [number, number, number, number],
        );
        c = units.map(([enters, , stays, cell], unit) => sigmoid(stays) * c[unit]! + sigmoid(enters) * Math.tanh(cell));
        h = units.map(([, leaves], unit) => sigmoid(leaves) * Math.tanh(c[unit]!));
        for (const [unit, value] of h.entries())
          out[((step * backwards.length + direction) * 2 + row) * 3 + unit] = value;
      }
    }
  return out;
}

test('LSTM: gates, biases, both directions, as worked out unit by unit', () => {
  const both = bench('recurrent, both ways');
  close(both.run(both.x()).data, naive('recurrent, both ways', [false, true]));
  const reverse = bench('recurrent, from a state');
  close(reverse.run(reverse.x()).data, naive('recurrent, from a state', [true]));
});

test('Col2Im: each number is added where its block lies', () => {
  for (const [title, [height, width], [rows, columns], pads, strides, dilations] of [
    ['overlapping blocks', [5, 4], [3, 2], [1, 0, 1, 1], [1, 1], [1, 1]],
    ['blocks apart', [6, 7], [2, 2], [0, 0, 0, 0], [2, 3], [2, 1]],
  ] as const) {
    const own = bench(title);
    const { shape, data } = own.x();
    const [, wide, blocks] = shape as [number, number, number];
    const channels = wide / (rows * columns);
    const across = Math.floor((width + pads[1] + pads[3] - (columns - 1) * dilations[1] - 1) / strides[1]) + 1;
    const expected = new Array<number>(2 * channels * height * width).fill(0);
    for (const [at, value] of data.entries()) {
      const [block, line, image] = [at % blocks, Math.floor(at / blocks) % wide, Math.floor(at / blocks / wide)];
      const [channel, cell] = [Math.floor(line / (rows * columns)), line % (rows * columns)];
      const y = Math.floor(block / across) * strides[0] + Math.floor(cell / columns) * dilations[0] - pads[0];
      const x = (block % across) * strides[1] + (cell % columns) * dilations[1] - pads[1];
      if (y >= 0 && y < height && x >= 0 && x < width)
        expected[((image * channels + channel) * height + y) * width + x]! += value;
    }
    const found = own.run(own.x());
    assert.deepEqual(found.shape, [2, channels, height, width]);
    close(found.data, expected);
  }
});
