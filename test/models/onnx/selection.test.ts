import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import type { Engine } from '../../../src/engines/engine.ts';
import { wasmEngine } from '../../../src/engines/wasm.ts';
import { NodeProtoSchema } from '../../../src/models/onnx/onnx_pb.ts';
import { planOf } from '../../../src/models/onnx/plan.ts';
import { Runner } from '../../../src/models/onnx/runner.ts';
import { integers, Known, plain } from '../../../src/models/onnx/value.ts';
import { Weights } from '../../../src/models/onnx/weights.ts';
import { type Attribute, node } from '../../support/onnx-model.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

const list = (...values: number[]) => new Known([values.length], 'float', Float32Array.from(values));
const { POSITIVE_INFINITY: far, NaN: none } = Number;

/** The first input is the image, or a constant like the others. */
function run(operator: string, inputs: readonly Known[], attributes: Record<string, Attribute> = {}, live = true) {
  const { core } = engine.tf;
  const weights = new Weights(core);
  const names = inputs.map((_, at) => `v${at}`);
  const proto = create(NodeProtoSchema, node(operator, names, ['y', 'z'], attributes));
  const constantOf = (name: string) => inputs[Number(name.slice(1))];
  const plan = planOf([proto], constantOf, live ? ['v0'] : [], ['y', 'z'], 18, weights);
  if (!live) return ['y', 'z'].map(name => Array.from(plan.constants.get(name)?.data ?? []));
  const x = plain(core.tensor(Float32Array.from(inputs[0]!.data), [...inputs[0]!.shape]));
  const values = new Runner(plan, weights, 'y', () => new Map()).run(
    new Map([['v0', x]]),
    operator === 'TopK' ? ['y', 'z'] : ['y'],
    1,
  );
  return values.map(({ tensor }) => [...tensor.dataSync()]);
}

test('the largest entries come in order with their places, of equal ones the first', () => {
  assert.deepEqual(run('TopK', [list(1, 7, 3, 7), integers([3])]), [[7, 7, 3], [1, 3, 2]]); // biome-ignore format: values, places
  assert.deepEqual(run('TopK', [list(1, 7, 3, 7), integers([2])], { largest: 0 }), [[1, 3], [0, 2]]); // biome-ignore format: values, places
});

test('the places of what is not zero are known of constants only', () => {
  const matrix = new Known([2, 3], 'float', Float32Array.of(0, 2, 0, 1, 0, 3));
  assert.deepEqual(run('NonZero', [matrix], {}, false)[0], [0, 1, 1, 1, 0, 2]);
  assert.throws(() => run('NonZero', [matrix]), {
    name: 'CamdriftError',
    message: /NonZero.* cannot work on values that depend on the image/,
  });
});

test('remainders by infinity are the dividend, or the infinity where signs must agree', () => {
  const [a, b] = [list(2, -2, -2, 0, far, 5), list(far, far, -far, far, 2, 0)];
  for (const live of [true, false]) {
    assert.deepEqual(run('Mod', [a, b], { fmod: 1 }, live)[0], [2, -2, -2, 0, none, none]);
    assert.deepEqual(run('Mod', [a, b], {}, live)[0], [2, far, -2, 0, none, none]);
  }
});

test('the length of windows and of the grid, by hand', () => {
  const image = new Known([1, 1, 2, 2], 'float', Float32Array.of(3, -4, 0, 12));
  assert.deepEqual(run('GlobalLpPool', [image])[0], [13]);
  assert.deepEqual(run('GlobalLpPool', [image], { p: 1 })[0], [19]);
  assert.deepEqual(run('LpPool', [image], { kernel_shape: [1, 2] })[0], [5, 12]);
});

test('a value of no length stays zero when it is divided by its length, and its gradient is finite', () => {
  const { core } = engine.tf;
  assert.deepEqual(run('LpNormalization', [list(0, 0)])[0], [0, 0]);
  const weights = new Weights(core);
  const plan = planOf(
    [create(NodeProtoSchema, node('ReduceL2', ['x'], ['y']))],
    () => undefined,
    ['x'],
    ['y'],
    17,
    weights,
  );
  const length = (x: Parameters<typeof plain>[0]) =>
    new Runner(plan, weights, 'y', () => new Map()).run(new Map([['x', plain(x)]]), ['y'], 1)[0]!.tensor;
  assert.deepEqual(
    [
      ...core
        .grad(length)(core.tensor1d([0, 0]))
        .dataSync(),
    ],
    [0, 0],
  );
  assert.deepEqual(
    Array.from(
      core
        .grad(length)(core.tensor1d([3, 4]))
        .dataSync(),
      x => Math.round(x * 10),
    ),
    [6, 8],
  );
});
