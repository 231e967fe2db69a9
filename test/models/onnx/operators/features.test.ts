import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { type Arrangement, imageArrangement, stretch } from '../../../../src/models/_arrangement.ts';
import type { Kind } from '../../../../src/models/_graph.ts';
import { Attributes } from '../../../../src/models/onnx/attributes.ts';
import { AttributeProtoSchema } from '../../../../src/models/onnx/onnx_pb.ts';
import type { CellFacts, Orientation, Step } from '../../../../src/models/onnx/operation.ts';
import { operations } from '../../../../src/models/onnx/operators/index.ts';
import { integers, type Known } from '../../../../src/models/onnx/value.ts';
import { type Attribute, node } from '../../../support/onnx-model.ts';
import { some } from './_computed.ts';

interface Around {
  readonly shape?: readonly number[];
  readonly orientation?: Orientation;
  readonly arrangement?: Arrangement;
  readonly opset?: number;
}

/** What an operator does to features: an input is the picture's, or a constant. */
function kindOf(
  operator: string,
  inputs: readonly ('x' | Known)[],
  attributes: Record<string, Attribute> = {},
  around: Around = {},
): Kind {
  const { shape = [2, 4, 6, 5], orientation = 'nchw', arrangement, opset = 17 } = around;
  const facts = operations[operator]!;
  const names = inputs.map((value, at) => (value === 'x' ? 'x' : `c${at}`));
  const constant = (name: string) => (name.startsWith('c') ? (inputs[Number(name.slice(1))] as Known) : undefined);
  const proto = node(operator, [], [], attributes).attribute.map(each => create(AttributeProtoSchema, each));
  const step: Step = {
    operation: operator,
    domain: '',
    name: 'step',
    inputs: names,
    outputs: ['y'],
    declared: ['y'],
    attributes: new Attributes(proto, 'the node'),
    opset,
    facts,
    run: () => [],
    exactly: () => [],
  };
  const known: CellFacts = {
    constant,
    shape: name => (name === 'x' ? shape : constant(name)?.shape),
    orientation: () => orientation,
    arrangement: name => (name === 'x' ? arrangement : undefined),
  };
  return typeof facts.features === 'function' ? facts.features(step, known) : facts.features;
}

const tokens: Arrangement = {
  axes: [[stretch('image', 2)], [stretch('row', 3), stretch('column', 4)], [stretch('other', 8)]],
  channels: 8,
  sure: true,
};

test('a convolution is linear at every cell where its kernel is one cell, without strides and padding', () => {
  const kernel = some(1, 3, 4, 1, 1);
  assert.equal(kindOf('Conv', ['x', kernel]), 'pointwise-convolution');
  assert.equal(kindOf('Conv', ['x', kernel], { strides: [1, 1], pads: [0, 0, 0, 0] }), 'pointwise-convolution');
  assert.equal(kindOf('Conv', ['x', kernel], { strides: [1, 2] }), 'convolution');
  assert.equal(kindOf('Conv', ['x', kernel], { pads: [0, 0, 1, 0] }), 'convolution');
  assert.equal(kindOf('Conv', ['x', some(1, 3, 4, 1, 2)]), 'convolution');
});

test('a sum or product is linear with a constant that is one number, or one per channel', () => {
  for (const operator of ['Add', 'Sub', 'Mul', 'Div']) {
    for (const shape of [[], [1], [4, 1, 1], [1, 4, 1, 1]])
      assert.equal(kindOf(operator, ['x', some(1, ...shape)]), 'pointwise-linear', `${operator} ${shape}`);
    for (const shape of [[5], [6, 1], [2, 1, 1, 1], [4, 6, 5]])
      assert.equal(kindOf(operator, ['x', some(1, ...shape)]), 'elementwise', `${operator} ${shape}`);
    assert.equal(kindOf(operator, ['x', some(1, 5)], {}, { orientation: 'nhwc' }), 'pointwise-linear');
    assert.equal(kindOf(operator, ['x', some(1, 4, 1, 1)], {}, { orientation: 'nhwc' }), 'elementwise');
    assert.equal(kindOf(operator, ['x', some(1, 8)], {}, { shape: [2, 12, 8] }), 'pointwise-linear');
    assert.equal(kindOf(operator, ['x', 'x']), 'elementwise');
  }
  assert.equal(kindOf('Mul', [some(1, 4, 1, 1), 'x']), 'pointwise-linear');
  assert.equal(kindOf('Div', [some(1, 4, 1, 1), 'x']), 'elementwise', 'one over features is no line');
});

test('a product with a matrix is linear at every cell; where its rows are cells it makes patches', () => {
  const matrix = some(1, 8, 3);
  assert.equal(kindOf('MatMul', ['x', matrix], {}, { shape: [2, 12, 8], arrangement: tokens }), 'pointwise-linear');
  const turned: Arrangement = { ...tokens, axes: [tokens.axes[0]!, tokens.axes[2]!, tokens.axes[1]!] };
  assert.equal(kindOf('MatMul', ['x', some(1, 12, 3)], {}, { shape: [2, 8, 12], arrangement: turned }), 'convolution');
  assert.equal(kindOf('MatMul', ['x', matrix], {}, { shape: [2, 8] }), 'pointwise-linear');
  assert.equal(kindOf('MatMul', ['x', matrix], {}, { orientation: 'nhwc' }), 'pointwise-linear');
  assert.equal(kindOf('MatMul', ['x', matrix]), 'other', 'columns of a picture are no channels');
  for (const inputs of [
    ['x', 'x'],
    ['x', some(1, 2, 8, 3)],
    [matrix, 'x'],
  ] as const)
    assert.equal(kindOf('MatMul', inputs, {}, { shape: [2, 8] }), 'other');
  assert.equal(kindOf('Gemm', ['x', matrix], {}, { shape: [2, 8] }), 'pointwise-linear');
  assert.equal(kindOf('Gemm', ['x', 'x'], {}, { shape: [2, 2] }), 'other');
});

test('a pool is the mean of the grid where one window takes all of it', () => {
  const pool = (kernel: number[], more = {}) => kindOf('AveragePool', ['x'], { kernel_shape: kernel, ...more });
  assert.equal(pool([6, 5]), 'global-average');
  assert.equal(pool([7, 5]), 'global-average');
  assert.equal(pool([6, 5], { pads: [0, 0, 0, 0] }), 'global-average');
  assert.equal(pool([6, 5], { pads: [0, 0, 0, 1] }), 'spatial');
  assert.equal(pool([6, 4]), 'spatial');
  assert.equal(pool([5, 5]), 'spatial');
});

test('a mean is that of the grid where it goes over rows and columns, wherever they lie, and over nothing else', () => {
  const mean = (axes: number[], around: Around = {}) => kindOf('ReduceMean', ['x'], { axes }, around);
  for (const axes of [
    [2, 3],
    [3, 2],
    [-1, -2],
  ])
    assert.equal(mean(axes), 'global-average');
  for (const axes of [[1, 2], [2], [1, 2, 3], [0, 2, 3]]) assert.equal(mean(axes), 'other', axes.join());
  assert.equal(mean([1, 2], { orientation: 'nhwc' }), 'global-average');
  assert.equal(mean([2, 3], { orientation: 'nhwc' }), 'other');
  assert.equal(mean([2, 3], { arrangement: imageArrangement([2, 4, 6, 5]) }), 'global-average');
  assert.equal(mean([1], { shape: [2, 12, 8], arrangement: tokens }), 'global-average');
  for (const axes of [[2], [1, 2], [0, 1]])
    assert.equal(mean(axes, { shape: [2, 12, 8], arrangement: tokens }), 'other', axes.join());
  const beside: Arrangement = {
    ...tokens,
    axes: tokens.axes.with(1, [{ of: 'tokens', size: 13, first: 1, cells: [stretch('row', 3), stretch('column', 4)] }]),
  };
  assert.equal(mean([1], { shape: [2, 13, 8], arrangement: beside }), 'other', 'a class token takes part');
  assert.equal(kindOf('ReduceMean', ['x', integers([2, 3])], {}, { opset: 18 }), 'global-average');
  assert.equal(mean([1], { shape: [2, 12, 8] }), 'other', 'nobody knows that these are cells');
});

test('joined values are features, joined sizes are not', () => {
  assert.equal(kindOf('Concat', ['x', 'x'], { axis: 1 }), 'elementwise');
  assert.equal(kindOf('Concat', ['x', 'x'], { axis: 0 }, { shape: [3] }), 'other');
});
