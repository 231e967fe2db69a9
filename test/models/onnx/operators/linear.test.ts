import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Engine } from '../../../../src/engines/engine.ts';
import { wasmEngine } from '../../../../src/engines/wasm.ts';
import type { Known } from '../../../../src/models/onnx/value.ts';
import { close, computed, counted, floats, list, type Made, refusal, some, typed } from './_computed.ts';

let engine: Engine;
before(async () => {
  engine = await wasmEngine();
});

/** Two matrices, or lists of them, of which a single one is repeated. */
function product(a: Known, b: Known): Made {
  const [height, inner, width] = [a.shape.at(-2)!, a.shape.at(-1)!, b.shape.at(-1)!];
  const outer = (a.shape.length >= b.shape.length ? a : b).shape.slice(0, -2);
  const count = outer.reduce((all, size) => all * size, 1);
  const of = (value: Known, matrix: number, size: number) => (value.data.length === size ? 0 : matrix * size);
  const data = Array.from({ length: count * height * width }, (_, at) => {
    const [column, row, matrix] = [at % width, Math.floor(at / width) % height, Math.floor(at / width / height)];
    const [left, right] = [of(a, matrix, height * inner), of(b, matrix, inner * width)];
    return Array.from(
      { length: inner },
      (_each, k) => a.data[left + row * inner + k]! * b.data[right + k * width + column]!,
    ).reduce((sum, each) => sum + each, 0);
  });
  return { shape: [...outer, height, width], data };
}

const turned = (x: Known): Known => {
  const [height, width] = x.shape as [number, number];
  return floats(
    [width, height],
    ...Array.from(x.data, (_, at) => x.data[(at % height) * width + Math.floor(at / height)]!),
  );
};

test('matrices are multiplied, either of them turned, times a number, with an addend times another', () => {
  const [a, b] = [some(1, 3, 4), some(2, 4, 2)];
  const plain = product(a, b);
  for (const [transA, transB] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const)
    close(
      computed(engine, 'Gemm', [transA ? turned(a) : a, transB ? turned(b) : b], {
        attributes: { transA, transB },
      })[0]!,
      plain,
    );
  const attributes = { alpha: { f: 0.5 }, beta: { f: 3 } };
  for (const [addend, at] of [
    [some(3, 3, 2), (row: number, column: number) => row * 2 + column],
    [some(3, 2), (_: number, column: number) => column],
    [some(3, 3, 1), (row: number) => row],
    [some(3, 1), () => 0],
  ] as const) {
    const data = plain.data.map((value, entry) => 0.5 * value + 3 * addend.data[at(Math.floor(entry / 2), entry % 2)]!);
    close(computed(engine, 'Gemm', [a, b, addend], { attributes })[0]!, { shape: [3, 2], data });
  }
});

test('matrices that do not fit are refused with what does not', () => {
  const refuses = (inputs: Known[], words: RegExp, attributes = {}) =>
    assert.throws(() => computed(engine, 'Gemm', inputs, { attributes }), refusal(words));
  refuses([some(1, 3, 4), some(2, 3, 2)], /^the node multiplies rows of 4 with columns of 3\.$/);
  refuses([some(1, 3, 4), some(2, 4, 2)], /^the node multiplies rows of 3 with columns of 4\.$/, { transA: 1 });
  refuses([some(1, 3, 4), some(2, 4, 2)], /^the node multiplies rows of 4 with columns of 2\.$/, { transB: 1 });
  refuses([some(1, 1, 3, 4), some(2, 4, 2)], /^the node multiplies values of 3 and 2 dimensions\.$/);
  for (const shape of [[3], [2, 2], [1, 3, 2]])
    refuses(
      [some(1, 3, 4), some(2, 4, 2), some(3, ...shape)],
      new RegExp(`^the node adds a value of shape ${shape.join(' x ')} to one of 3 x 2\\.$`),
    );
});

test('vectors gain an axis and lose it again; lists of matrices are repeated', () => {
  const [a, b] = [some(1, 2, 3, 4), some(2, 4, 5)];
  const run = (left: Known, right: Known, live = [0]) => computed(engine, 'MatMul', [left, right], { live })[0]!;
  close(run(a, b), product(a, b));
  close(run(a, some(3, 2, 4, 5)), product(a, some(3, 2, 4, 5)));
  close(run(b.reshaped([5, 4]), some(3, 2, 4, 5)), product(b.reshaped([5, 4]), some(3, 2, 4, 5)));
  close(run(some(4, 1, 3, 4), some(3, 2, 4, 5), [0, 1]), product(some(4, 3, 4), some(3, 2, 4, 5)));
  const vector = some(5, 4);
  close(run(a, vector), { shape: [2, 3], data: product(a, vector.reshaped([4, 1])).data });
  close(run(vector, b), { shape: [5], data: product(vector.reshaped([1, 4]), b).data });
  close(run(vector, vector), { shape: [], data: product(vector.reshaped([1, 4]), vector.reshaped([4, 1])).data });
});

test('an equation says which axes go together, which are summed, and their order', () => {
  const run = (equation: string, ...inputs: Known[]) =>
    computed(engine, 'Einsum', inputs, { attributes: { equation } })[0]!;
  const [a, b] = [some(1, 2, 3), some(2, 3, 4)];
  close(run('ij,jk->ik', a, b), product(a, b));
  close(run('ij,jk->ki', a, b), { shape: [4, 2], data: [...turned(floats([2, 4], ...product(a, b).data)).data] });
  close(run('ij->ji', a), { shape: [3, 2], data: [...turned(a).data] });
  close(run('ij->j', a), { shape: [3], data: [0, 1, 2].map(j => a.data[j]! + a.data[j + 3]!) });
  close(run('i,j->ij', list(1, 2), list(3, 5, 7)), { shape: [2, 3], data: [3, 5, 7, 6, 10, 14] });
  close(run('bij,bjk->bik', some(3, 2, 3, 4), some(4, 2, 4, 5)), product(some(3, 2, 3, 4), some(4, 2, 4, 5)));
  for (const equation of ['ii->i', 'ijk->i', 'ij,jk->ik', ''])
    assert.throws(
      () => run(equation, a),
      refusal(
        new RegExp(
          `^the node has the equation "${equation}"; camdrift knows one or two operands without repeated or missing labels\\.$`,
        ),
      ),
    );
});

test('where the largest and the smallest lie, along any axis, which stays or goes', () => {
  const x = floats([2, 3], 5, 1, 5, -2, 7, -4);
  const run = (operator: string, attributes = {}, live = [0]) =>
    computed(engine, operator, [x], { attributes, live })[0]!;
  assert.deepEqual(run('ArgMax'), { shape: [1, 3], data: [0, 1, 0] });
  assert.deepEqual(run('ArgMax', { axis: -1 }), { shape: [2, 1], data: [0, 1] });
  assert.deepEqual(run('ArgMin', { axis: 1, keepdims: 0 }), { shape: [2], data: [1, 2] });
  assert.deepEqual(run('ArgMin', { axis: 1 }, []), { shape: [2, 1], data: [1, 2] });
  assert.throws(() => run('ArgMax', { select_last_index: 1 }), refusal(/^the node selects the last index\.$/));
});

test('a scale by steps: rounded half to even, moved by the zero point, saturated by its type', () => {
  const x = list(0.5, 1.5, -2.5, 70, -70, 0.24);
  const run = (zero: Known | undefined, scale = list(0.5)) =>
    computed(engine, 'QuantizeLinear', [x, scale, zero])[0]!.data;
  assert.deepEqual(run(undefined), [1, 3, 0, 140, 0, 0]);
  assert.deepEqual(run(typed('uint8', [1], 200)), [201, 203, 195, 255, 60, 200]);
  assert.deepEqual(run(typed('int8', [1], -10)), [-9, -7, -15, 127, -128, -10]);
  assert.deepEqual(run(typed('int4', [1], 0)), [1, 3, -5, 7, -8, 0]);
  assert.deepEqual(run(typed('uint4', [1], 2)), [3, 5, 0, 15, 0, 2]);
  assert.deepEqual(run(typed('int16', [1], 0), list(0.001)), [500, 1500, -2500, 32767, -32768, 240]);
  assert.deepEqual(run(typed('uint16', [1], 0), list(0.001)), [500, 1500, 0, 65535, 0, 240]);
  assert.deepEqual(run(undefined, list(1)), [0, 2, 0, 70, 0, 0]);
  assert.throws(() => run(typed('int', [1], 0)), refusal(/^the node quantises to a type that is not known\.$/));
});

test('scales and zero points per channel, wherever channels lie', () => {
  const x = floats([1, 2, 1, 2], 1, 2, 3, 4);
  const zero = typed('int8', [2], 10, -10);
  const steps = computed(engine, 'QuantizeLinear', [x, list(1, 0.5), zero])[0]!;
  assert.deepEqual(steps.data, [11, 12, -4, -2]);
  const back = computed(engine, 'DequantizeLinear', [floats([1, 2, 1, 2], ...steps.data), list(1, 0.5), zero])[0]!;
  assert.deepEqual(back.data, [1, 2, 3, 4]);
  const last = computed(engine, 'DequantizeLinear', [counted(2, 2), list(1, 10)], { attributes: { axis: -1 } })[0]!;
  assert.deepEqual(last.data, [1, 20, 3, 40]);
  const first = computed(engine, 'DequantizeLinear', [counted(2, 2), list(1, 10)], { attributes: { axis: 0 } })[0]!;
  assert.deepEqual(first.data, [1, 2, 30, 40]);
  for (const [scale, attributes] of [
    [list(1, 2), { block_size: 1 }],
    [floats([1, 2], 1, 2), {}],
  ] as const)
    assert.throws(
      () => computed(engine, 'DequantizeLinear', [counted(2, 2), scale], { attributes }),
      refusal(/^the node is quantised in blocks\.$/),
    );
});

test('a range that is found on the way always has zero in it', () => {
  const run = (...data: number[]) =>
    computed(engine, 'DynamicQuantizeLinear', [list(...data)], { outputs: 3 }).map(made => made.data);
  // 255 steps of (3 - -1) / 255.
  const [steps, scale, zero] = run(-1, 0, 3);
  assert.deepEqual([steps, zero], [[0, 64, 255], [64]]);
  close({ shape: [1], data: scale! }, { shape: [1], data: [4 / 255] });
  assert.deepEqual(run(51, 102, 255), [[51, 102, 255], [1], [0]]);
  assert.deepEqual(run(-255, -51), [[0, 204], [1], [255]]);
});

test('whole numbers are multiplied less their zero points, and brought to the scale of the answer', () => {
  const [a, b] = [floats([1, 2, 2], 12, 8, 10, 14), typed('int8', [2, 2], 1, 2, 3, -4)];
  const zeros = typed('uint8', [], 10);
  // [[2, -2], [0, 4]] by [[1, 2], [3, -4]].
  assert.deepEqual(computed(engine, 'MatMulInteger', [a, b, zeros])[0]!.data, [-4, 12, 12, -16]);
  // The columns' own zero points: [[0, 3], [2, -3]].
  assert.deepEqual(
    computed(engine, 'MatMulInteger', [a, b, zeros, typed('int8', [2], 1, -1)])[0]!.data,
    [-4, 12, 8, -12],
  );
  const answer = (scale: Known, to: Known, zero: Known) =>
    computed(engine, 'QLinearMatMul', [a, list(0.5), zeros, b, scale, typed('int8', [], 0), to, zero])[0]!.data;
  assert.deepEqual(answer(list(0.5), list(0.25), typed('uint8', [], 10)), [6, 22, 22, 0]);
  assert.deepEqual(answer(list(0.5, 1), list(0.25), typed('int8', [], 0)), [-4, 24, 12, -32]);
});
