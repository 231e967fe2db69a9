import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { Attributes } from '../../../src/models/onnx/attributes.ts';
import { Call } from '../../../src/models/onnx/call.ts';
import { AttributeProtoSchema } from '../../../src/models/onnx/onnx_pb.ts';
import { operations } from '../../../src/models/onnx/operators/index.ts';
import { type DataType, integers, Known } from '../../../src/models/onnx/value.ts';
import { Weights } from '../../../src/models/onnx/weights.ts';
import { type Attribute, node } from '../../support/onnx-model.ts';

type Shape = readonly number[];
type Attrs = Readonly<Record<string, Attribute>>;

const ints = (...values: number[]) => integers(values);
const int = (value: number) => integers([value], []);
const grid = (shape: Shape, ...values: number[]) => integers(values, shape);
const floats = (shape: Shape, ...values: number[]) => new Known(shape, 'float', Float32Array.from(values));
const bools = (...values: number[]) => new Known([values.length], 'bool', Uint8Array.from(values));

/** What an operator makes of values that are known without any picture. */
function made(operator: string, inputs: readonly (Known | undefined)[], attributes: Attrs = {}, outputs = 1): Known[] {
  const proto = node(operator, [], [], { ...attributes }).attribute.map(each => create(AttributeProtoSchema, each));
  const setting = {
    weights: new Weights(undefined as never),
    attributes: new Attributes(proto, 'Node `n`'),
    opset: 18,
    where: `Node \`n\` (${operator})`,
    outputs,
  };
  return [operations[operator]!.exact!(new Call(setting, inputs, 1))].flat();
}

function gives(operator: string, inputs: readonly (Known | undefined)[], attributes: Attrs, shape: Shape, data: readonly number[], type: DataType = 'int') {
  const [found] = made(operator, inputs, attributes) as [Known];
  assert.deepEqual([found.shape, [...found.data].map(x => x + 0), found.type], [shape, data, type], `${operator} ${Object.keys(attributes)}`);
} // biome-ignore format: a case is one line

const refused = (operator: string, inputs: readonly (Known | undefined)[], attributes: Attrs, message: string | RegExp, outputs = 1) =>
  assert.throws(() => made(operator, inputs, attributes, outputs), { code: 'model-unsupported', message: typeof message === 'string' ? `Node \`n\` (${operator}) ${message}` : message }); // biome-ignore format: a case is one line

const six = grid([2, 3], 1, 2, 3, 4, 5, 6);

describe('what is known without the picture is worked out in plain numbers: arithmetic', () => {
  test('entry by entry; whole numbers divide towards zero, and broken ones do not', () => {
    gives('Add', [ints(1, 2), int(10)], {}, [2], [11, 12]);
    gives('Add', [ints(2 ** 40), int(1)], {}, [1], [2 ** 40 + 1]);
    gives('Sub', [int(10), ints(1, 2)], {}, [2], [9, 8]);
    gives('Mul', [grid([2, 1], 2, 3), ints(1, 10, 100)], {}, [2, 3], [2, 20, 200, 3, 30, 300]);
    gives('Div', [ints(7, -7, 6), int(2)], {}, [3], [3, -3, 3]);
    gives('Div', [floats([2], 7, -7), floats([], 2)], {}, [2], [3.5, -3.5], 'float');
    gives('Pow', [ints(2, 3), int(3)], {}, [2], [8, 27]);
    gives('Sum', [ints(1, 2), int(10), int(100)], {}, [2], [111, 112]);
    gives('Max', [ints(1, 5), ints(4, 2), int(3)], {}, [2], [4, 5]);
    gives('Min', [ints(1, 5), ints(4, 2), int(3)], {}, [2], [1, 2]);
  });

  test('a remainder has the sign of the divisor, or of the dividend as C has it', () => {
    const [a, b] = [ints(7, -7, 7, -7, 6), ints(3, 3, -3, -3, 3)];
    gives('Mod', [a, b], {}, [5], [1, 2, -2, -1, 0]);
    gives('Mod', [a, b], { fmod: 1 }, [5], [1, -1, 1, -1, 0]);
    gives('Mod', [floats([2], -0.75, 0.75), floats([], 0.5)], {}, [2], [0.25, 0.25], 'float');
  });

  test('comparisons and what joins them are yes or no', () => {
    const [a, b] = [ints(1, 2, 3), int(2)];
    gives('Equal', [a, b], {}, [3], [0, 1, 0], 'bool');
    gives('Greater', [a, b], {}, [3], [0, 0, 1], 'bool');
    gives('GreaterOrEqual', [a, b], {}, [3], [0, 1, 1], 'bool');
    gives('Less', [a, b], {}, [3], [1, 0, 0], 'bool');
    gives('LessOrEqual', [a, b], {}, [3], [1, 1, 0], 'bool');
    const [yes, no] = [bools(1, 1, 0, 0), bools(1, 0, 1, 0)];
    gives('And', [yes, no], {}, [4], [1, 0, 0, 0], 'bool');
    gives('Or', [yes, no], {}, [4], [1, 1, 1, 0], 'bool');
    gives('Xor', [yes, no], {}, [4], [0, 1, 1, 0], 'bool');
    gives('Not', [yes], {}, [4], [0, 0, 1, 1], 'bool');
    gives('Where', [bools(1, 0), grid([2, 1], 1, 2), ints(8, 9)], {}, [2, 2], [1, 9, 2, 9]);
  });

  test('one number at a time: halves are rounded to the even neighbour', () => {
    const x = floats([6], -2.5, -1.5, -0.25, 0.5, 1.5, 2.5);
    gives('Round', [x], {}, [6], [-2, -2, 0, 0, 2, 2], 'float');
    gives('Floor', [x], {}, [6], [-3, -2, -1, 0, 1, 2], 'float');
    gives('Ceil', [x], {}, [6], [-2, -1, 0, 1, 2, 3], 'float');
    gives('Abs', [x], {}, [6], [2.5, 1.5, 0.25, 0.5, 1.5, 2.5], 'float');
    gives('Neg', [ints(1, -2)], {}, [2], [-1, 2]);
    gives('Sign', [x], {}, [6], [-1, -1, -1, 1, 1, 1], 'float');
    gives('Sqrt', [floats([2], 4, 2.25)], {}, [2], [2, 1.5], 'float');
    gives('Reciprocal', [floats([2], 4, -0.5)], {}, [2], [0.25, -2], 'float');
    gives('Identity', [six], {}, [2, 3], [1, 2, 3, 4, 5, 6]);
  });

  test('limits are inputs or attributes, and one of them may be missing', () => {
    gives('Clip', [ints(1, 5, 9), int(2), int(6)], {}, [3], [2, 5, 6]);
    gives('Clip', [ints(1, 5, 9), undefined, int(6)], {}, [3], [1, 5, 6]);
    gives('Clip', [ints(1, 5, 9)], { min: { f: 4 } }, [3], [4, 5, 9]);
    gives('Clip', [ints(1, 5, 9), int(8), int(6)], {}, [3], [6, 6, 6]);
  });

  test('casts go towards zero, to yes and no, and between kinds', () => {
    const x = floats([4], -1.75, 0, 0.5, 2);
    gives('Cast', [x], { to: 7 }, [4], [-1, 0, 0, 2]);
    gives('Cast', [x], { to: 9 }, [4], [1, 0, 1, 1], 'bool');
    gives('Cast', [ints(3)], {}, [1], [3], 'float');
    for (const to of [1, 10, 11, 16]) gives('Cast', [ints(3, -4)], { to }, [2], [3, -4], 'float');
  });

  test('shapes that do not fit are refused, both named', () => {
    refused('Add', [ints(1, 2), ints(1, 2, 3)], {}, 'joins values of shapes 2 and 3, which do not fit.');
    refused('Where', [bools(1, 0), ints(1, 2, 3), int(1)], {}, 'joins values of shapes 2 and 3, which do not fit.');
    refused('Add', [int(1), undefined], {}, 'has no input 2.');
  });
});

describe('what is known without the picture is worked out in plain numbers: movement', () => {
  test('shapes: 0 copies a size, -1 is what remains, and an axis may count from the end', () => {
    gives('Reshape', [six, ints(3, -1)], {}, [3, 2], [1, 2, 3, 4, 5, 6]);
    gives('Reshape', [six, ints(0, 3, 1)], {}, [2, 3, 1], [1, 2, 3, 4, 5, 6]);
    gives('Flatten', [six], { axis: 0 }, [1, 6], [1, 2, 3, 4, 5, 6]);
    gives('Flatten', [six], { axis: -1 }, [2, 3], [1, 2, 3, 4, 5, 6]);
    gives('Squeeze', [grid([1, 2, 1], 3, 4)], {}, [2], [3, 4]);
    gives('Squeeze', [grid([1, 2, 1], 3, 4), ints(-1)], {}, [1, 2], [3, 4]);
    gives('Unsqueeze', [ints(3, 4), ints(0, -1)], {}, [1, 2, 1], [3, 4]);
    refused('Reshape', [six, ints(4, -1)], {}, 'reshapes 2 x 3 to 4 x -1, which does not fit.');
    refused('Reshape', [six, ints(0, -1)], { allowzero: 1 }, /reshapes 2 x 3 to 0 x -1/);
    refused('Squeeze', [six, ints(0)], {}, 'squeezes axes 0 of 2 x 3.');
    refused('Unsqueeze', [ints(3, 4), ints(1, 1)], {}, 'has odd axes.');
  });

  test('entries change places', () => {
    gives('Transpose', [six], {}, [3, 2], [1, 4, 2, 5, 3, 6]);
    gives('Transpose', [grid([1, 2, 3], 1, 2, 3, 4, 5, 6)], { perm: [2, 0, 1] }, [3, 1, 2], [1, 4, 2, 5, 3, 6]);
    refused('Transpose', [six], { perm: [0, 2] }, 'has the permutation 0,2.');
    gives('Expand', [grid([2, 1], 1, 2), ints(2, 2, 2)], {}, [2, 2, 2], [1, 1, 2, 2, 1, 1, 2, 2]);
    gives('Expand', [ints(1, 2), ints(1)], {}, [2], [1, 2]);
    gives('Tile', [six, ints(2, 1)], {}, [4, 3], [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
    gives('Tile', [ints(1, 2), ints(3)], {}, [6], [1, 2, 1, 2, 1, 2]);
  });

  test('pieces are cut out from either end, forwards and backwards', () => {
    gives('Slice', [six, ints(1), ints(3), ints(1)], {}, [2, 2], [2, 3, 5, 6]);
    gives('Slice', [six, ints(0, -2), ints(1, 100)], {}, [1, 2], [2, 3]);
    gives('Slice', [six, ints(-1), ints(-100), ints(-1), ints(-2)], {}, [2, 2], [3, 1, 6, 4]);
    gives('Slice', [six], { starts: [0], ends: [-1], axes: [1] }, [2, 2], [1, 2, 4, 5]);
    gives('Slice', [six, ints(2), ints(1), ints(1)], {}, [2, 0], []);
    refused('Slice', [six, ints(0), ints(1), ints(2)], {}, 'slices axis 2 of 2 x 3.');
    refused('Slice', [six, ints(0), ints(1), ints(0), ints(0)], {}, 'slices with a step of 0.');
    refused('Slice', [six, ints(0, 1), ints(1)], {}, 'slices from 0, 1 to 1: as many ends as starts are expected.');
  });

  test('entries are picked by number, and those that are not there are refused', () => {
    gives('Gather', [six, ints(2, 0)], { axis: 1 }, [2, 2], [3, 1, 6, 4]);
    gives('Gather', [six, int(-1)], {}, [3], [4, 5, 6]);
    gives('Gather', [ints(10, 11, 12), grid([2, 2], 0, 1, 2, -3)], {}, [2, 2], [10, 11, 12, 10]);
    refused('Gather', [six, int(2)], {}, 'picks entry 2 of 2.');
    refused('Gather', [six, int(-3)], {}, 'picks entry -3 of 2.');
    refused('Gather', [six, int(0)], { axis: 2 }, 'names axis 2 of a value with 2 dimensions.');
  });

  test('values are joined along an axis, and what does not fit is refused', () => {
    gives('Concat', [six, grid([2, 1], 8, 9)], { axis: 1 }, [2, 4], [1, 2, 3, 8, 4, 5, 6, 9]);
    gives('Concat', [ints(1), ints(2, 3), ints()], { axis: -1 }, [3], [1, 2, 3]);
    refused('Concat', [six, grid([1, 1], 8)], { axis: 1 }, 'joins values of shapes 2 x 3 and 1 x 1 along axis 1, which do not fit.');
    refused('Concat', [six, ints(1, 2)], { axis: 0 }, 'joins values of shapes 2 x 3 and 2 along axis 0, which do not fit.');
  });

  test('a value is split in equal parts, the last one smaller, or in parts of given sizes', () => {
    const parts = (inputs: Known[], attributes: Attrs, outputs: number) => made('Split', inputs, { axis: 1, ...attributes }, outputs).map(({ shape, data }) => [shape, [...data]]);
    assert.deepEqual(parts([six], { num_outputs: 2 }, 2), [[[2, 2], [1, 2, 4, 5]], [[2, 1], [3, 6]]]);
    assert.deepEqual(parts([six, ints(1, 2)], {}, 2), [[[2, 1], [1, 4]], [[2, 2], [2, 3, 5, 6]]]);
    assert.deepEqual(parts([six], {}, 3), [[[2, 1], [1, 4]], [[2, 1], [2, 5]], [[2, 1], [3, 6]]]);
    assert.deepEqual(made('Split', [six], {}, 2).map(({ data }) => [...data]), [[1, 2, 3], [4, 5, 6]], 'along the first axis');
    refused('Split', [six, ints(1, 1)], { axis: 1 }, 'splits 3 entries into 1, 1.', 2);
    refused('Split', [six, ints(1, 2)], { axis: 1 }, 'splits 3 entries into 1, 2.', 3);
    refused('Split', [six], { axis: 1, num_outputs: 0 }, 'splits 3 entries into 0 parts.');
    refused('Split', [six], { axis: 1, num_outputs: 4 }, 'splits 3 entries into 4 parts.');
  });

  test('rows are written over others, at places that count from either end', () => {
    const rows = grid([2, 3], 7, 8, 9, 10, 11, 12);
    gives('ScatterND', [six, grid([2, 1], -1, 0), rows], {}, [2, 3], [10, 11, 12, 7, 8, 9]);
    gives('ScatterND', [six, grid([2, 2], 0, 2, 1, -3), ints(30, 40)], {}, [2, 3], [1, 2, 30, 40, 5, 6]);
    refused('ScatterND', [six, grid([1, 1], 2), ints(7, 8, 9)], {}, 'writes at 2.');
    refused('ScatterND', [six, grid([2, 1], 0, 1), ints(7, 8, 9)], {}, 'writes 3 numbers in 2 places of 3.');
    refused('ScatterND', [six, grid([1, 1], 0), ints(7, 8, 9)], { reduction: 'add' }, /has the attribute reduction = add; camdrift knows none/);
  });
}); // biome-ignore format: a case is one line

describe('what is known without the picture is worked out in plain numbers: making and reducing', () => {
  test('shapes, sizes and constants', () => {
    gives('Shape', [six], {}, [2], [2, 3]);
    gives('Shape', [six], { start: -1 }, [1], [3]);
    gives('Shape', [six], { start: 0, end: 1 }, [1], [2]);
    gives('Size', [six], {}, [], [6]);
    gives('Constant', [], { value_ints: [4, 5] }, [2], [4, 5]);
    gives('Constant', [], { value_int: 4 }, [], [4]);
    gives('Constant', [], { value_float: { f: 0.5 } }, [], [0.5], 'float');
    const t = { name: 't', dims: [2n], dataType: 7, int64Data: [3n, -4n] };
    gives('Constant', [], { value: { t } }, [2], [3, -4]);
    const decimals = new Attributes([create(AttributeProtoSchema, { name: 'value_floats', type: 6, floats: [0.5, -2] })], 'n');
    const [listed] = [operations.Constant!.exact!(new Call({ weights: new Weights(undefined as never), attributes: decimals, opset: 18, where: 'n', outputs: 1 }, [], 1))].flat();
    assert.deepEqual([listed!.shape, listed!.type, [...listed!.data]], [[2], 'float', [0.5, -2]]);
    refused('Constant', [], { value_string: 'x' }, 'holds no numbers.');
    gives('ConstantOfShape', [ints(2, 1)], {}, [2, 1], [0, 0], 'float');
    gives('ConstantOfShape', [ints(3)], { value: { t: { ...t, dims: [1n], int64Data: [7n] } } }, [3], [7, 7, 7]);
    refused('ConstantOfShape', [ints(2 ** 12, 2 ** 12)], {}, 'makes a value of shape 4096 x 4096; expected at most 4194304 entries.');
    refused('ConstantOfShape', [ints(2, -1)], {}, 'makes a value of shape 2 x -1; expected at most 4194304 entries.');
  });

  test('ranges end before their limit, in either direction, and one without end is refused', () => {
    gives('Range', [int(1), int(8), int(3)], {}, [3], [1, 4, 7]);
    gives('Range', [int(3), int(0), int(-2)], {}, [2], [3, 1]);
    gives('Range', [int(3), int(0), int(1)], {}, [0], []);
    gives('Range', [floats([], 0), floats([], 1), floats([], 0.5)], {}, [2], [0, 0.5], 'float');
    refused('Range', [int(0), int(5), int(0)], {}, 'makes a value of shape Infinity; expected at most 4194304 entries.');
    refused('Range', [int(5), int(5), int(0)], {}, 'makes a value of shape NaN; expected at most 4194304 entries.');
  });

  test('places of what is not zero, and ones on a diagonal', () => {
    gives('NonZero', [grid([2, 3], 0, 5, 0, 6, 0, 7)], {}, [2, 3], [0, 1, 1, 1, 0, 2]);
    gives('NonZero', [ints(0, 0)], {}, [1, 0], []);
    gives('EyeLike', [six], {}, [2, 3], [1, 0, 0, 0, 1, 0]);
    gives('EyeLike', [six], { k: 1, dtype: 1 }, [2, 3], [0, 1, 0, 0, 0, 1], 'float');
    gives('EyeLike', [grid([3, 2], 1, 2, 3, 4, 5, 6)], { k: 1, dtype: 11 }, [3, 2], [0, 1, 0, 0, 0, 0], 'float');
    gives('EyeLike', [six], { k: -1, dtype: 6 }, [2, 3], [0, 0, 0, 1, 0, 0]);
    refused('EyeLike', [ints(1, 2)], {}, 'makes a diagonal of 1 dimensions.');
  });

  test('running sums go along one axis, from either end, with or without the entry itself', () => {
    gives('CumSum', [six, int(1)], {}, [2, 3], [1, 3, 6, 4, 9, 15]);
    gives('CumSum', [six, int(-2)], {}, [2, 3], [1, 2, 3, 5, 7, 9]);
    gives('CumSum', [six, int(1)], { exclusive: 1 }, [2, 3], [0, 1, 3, 0, 4, 9]);
    gives('CumSum', [six, int(1)], { reverse: 1 }, [2, 3], [6, 5, 3, 15, 11, 6]);
    gives('CumSum', [six, int(0)], { reverse: 1, exclusive: 1 }, [2, 3], [4, 5, 6, 0, 0, 0]);
    refused('CumSum', [six, int(2)], {}, 'sums along axis 2 of a value with 2 dimensions.');
  });

  test('a running sum of a long constant takes one addition per entry', () => {
    let additions = 0;
    const long = new Proxy(new Float64Array(20_000).fill(1), { get: (data, key) => { if (typeof key === 'string' && /^\d+$/.test(key)) additions++; const found = Reflect.get(data, key, data); return typeof found === 'function' ? found.bind(data) : found; } });
    const [sum] = made('CumSum', [new Known([20_000], 'int', long), int(0)]);
    assert.equal(sum!.data.at(-1), 20_000);
    assert.ok(additions <= 40_000, `${additions} entries were read`);
  });

  test('axes are reduced, named by an attribute or an input; none named means all, or nothing where that is asked', () => {
    gives('ReduceSum', [six, ints(1)], {}, [2, 1], [6, 15]);
    gives('ReduceSum', [six], { axes: [0], keepdims: 0 }, [3], [5, 7, 9]);
    gives('ReduceSum', [six], { keepdims: 0 }, [], [21]);
    gives('ReduceSum', [six, ints()], { noop_with_empty_axes: 1 }, [2, 3], [1, 2, 3, 4, 5, 6]);
    gives('ReduceProd', [six, ints(-1)], { keepdims: 0 }, [2], [6, 120]);
    gives('ReduceMax', [grid([2, 2], -5, -3, -9, -7), ints(0)], {}, [1, 2], [-5, -3]);
    gives('ReduceMin', [grid([2, 2], 5, 3, 9, 7), ints(1)], {}, [2, 1], [3, 7]);
    refused('ReduceSum', [six, ints(0, -2)], {}, 'names axes 0, -2 of 2 x 3.');
    refused('ReduceSum', [six, ints(2)], {}, 'names axes 2 of 2 x 3.');
  });
}); // biome-ignore format: a case is one line
