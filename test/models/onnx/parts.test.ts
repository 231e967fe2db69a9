import assert from 'node:assert/strict';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { create } from '@bufbuild/protobuf';
import { inputShapeOf } from '../../../src/models/_input-shape.ts';
import { Attributes } from '../../../src/models/onnx/attributes.ts';
import { chooseInput, chooseOutput, givenConstants } from '../../../src/models/onnx/ends.ts';
import { arithmetic, further, normalising, reckoning, untouched } from '../../../src/models/onnx/further.ts';
import { Limits } from '../../../src/models/onnx/limits.ts';
import { nodeNames } from '../../../src/models/onnx/names.ts';
import { AttributeProtoSchema, type GraphProto, GraphProtoSchema } from '../../../src/models/onnx/onnx_pb.ts';
import type { Step } from '../../../src/models/onnx/operation.ts';
import { neededInOrder } from '../../../src/models/onnx/order.ts';
import { orientations, turnsLayout } from '../../../src/models/onnx/orientation.ts';
import { requireOutline } from '../../../src/models/onnx/outline.ts';
import { type Attribute, floats, type GraphInit, node, value } from '../../support/onnx-model.ts';

const attributes = (given: Readonly<Record<string, Attribute>>) =>
  new Attributes(
    node('Any', [], [], given).attribute.map(each => create(AttributeProtoSchema, each)),
    'Node `n`',
  );

describe('attributes of a node', () => {
  test('are read by name and kind, with what holds where nothing is said', () => {
    const found = attributes({ axis: -2, alpha: { f: 0.5 }, mode: 'edge', perm: [0, 2, 1] });
    assert.deepEqual([found.int('axis', 7), found.int('other', 7)], [-2, 7]);
    assert.deepEqual([found.float('alpha', 7), found.float('other', 7)], [0.5, 7]);
    assert.deepEqual([found.string('mode', 'x'), found.string('other', 'x')], ['edge', 'x']);
    assert.deepEqual([found.ints('perm'), found.ints('other'), found.floats('other')], [[0, 2, 1], undefined, undefined]);
    assert.deepEqual([found.has('axis'), found.has('other'), found.written.length], [true, false, 4]);
  });

  test('of a window along a row hold along columns, and those of three axes along two', () => {
    const row = attributes({ kernel_shape: [3], strides: [2], pads: [1, 4], dilations: [5], group: 2, output_padding: [1] });
    const wide = row.ofRows();
    assert.deepEqual(['kernel_shape', 'strides', 'pads', 'dilations', 'output_padding'].map(name => wide.ints(name)), [[1, 3], [1, 2], [0, 1, 0, 4], [1, 5], [0, 1]]);
    assert.equal(wide.int('group', 1), 2);
    const whole = attributes({ kernel_shape: [3, 3], pads: [1, 1, 1, 1] }).ofRows();
    assert.deepEqual([whole.ints('kernel_shape'), whole.ints('pads')], [[3, 3], [1, 1, 1, 1]], 'a grid stays one');
    const three = attributes({ kernel_shape: [3, 4, 5], pads: [1, 2, 3, 4, 5, 6], axes: [7, 8, 9] });
    assert.deepEqual([0, 1, 2].map(axis => three.without(axis).ints('kernel_shape')), [[4, 5], [3, 5], [3, 4]]);
    assert.deepEqual([0, 2].map(axis => three.without(axis).ints('pads')), [[2, 3, 5, 6], [1, 2, 4, 5]]);
    assert.deepEqual(three.without(0).ints('axes'), [7, 8, 9], 'what is none of the window stays');
  });

  test('in a form that is not read are refused with those that are', () => {
    attributes({}).require('mode', 'edge', ['constant', 'edge']);
    const message = 'Node `n` has the attribute mode = wrap; camdrift knows constant, edge.';
    assert.throws(() => attributes({}).require('mode', 'wrap', ['constant', 'edge']), { code: 'model-unsupported', message });
  });
}); // biome-ignore format: a case per line

describe('limits', () => {
  const refuses = (f: () => unknown, message: RegExp) => assert.throws(f, { code: 'model-unsupported', message });

  test('a value has at most 2^24 entries per image and 64 per number of the file, and never more than 2^25', () => {
    const limits = new Limits();
    assert.deepEqual(limits.value([1, 2 ** 24], 1, 'n'), [1, 2 ** 24]);
    refuses(() => limits.value([1, 2 ** 24 + 1], 1, 'n'), /^n makes a value of shape 1 x 16777217; expected at most 16777216 entries\.$/);
    assert.ok(limits.value([3, 2 ** 24], 3, 'n'));
    limits.read(1000);
    assert.ok(limits.value([2 ** 24 + 64_000], 1, 'n'));
    refuses(() => limits.value([2 ** 24 + 64_001], 1, 'n'), /expected at most 16841216/);
    limits.read(2 ** 20);
    assert.ok(limits.value([2 ** 25], 1, 'n'));
    refuses(() => limits.value([2 ** 25 + 1], 1, 'n'), /expected at most 33554432/);
    for (const shape of [[-1, -1], [0.5, 2], [Number.NaN], [Infinity, 0]]) refuses(() => limits.value(shape, 1, 'n'), /makes a value of shape/);
  });

  test('a batch that the file demands shares half of what one image may', () => {
    const limits = new Limits();
    limits.demand(4);
    assert.ok(limits.value([4, 2 ** 21], 4, 'n'));
    refuses(() => limits.value([4, 2 ** 21 + 1], 4, 'n'), /^n, for the 4 images that the file takes at once, makes a value of shape 4 x 2097153; expected at most 8388608/);
  });

  test('constants that no file holds are bounded one by one and together, until the first run is over', () => {
    const limits = new Limits();
    refuses(() => limits.constant([2 ** 22 + 1], 'n'), /expected at most 4194304 entries/);
    for (let at = 0; at < 4; at++) limits.constant([2 ** 22], 'n');
    refuses(() => limits.constant([1], 'n'), /^n makes constants of more than 16777216 numbers, which is more than a file of this size needs\.$/);
    limits.close();
    assert.deepEqual(limits.constant([1], 'n'), [1]);
  });

  test('entries and products of a run are counted, and grow with the numbers of the file', () => {
    const limits = new Limits();
    limits.entries(2 ** 27, 'n');
    refuses(() => limits.entries(1, 'n'), /^n ends a run of more than 134217728 numbers per image/);
    limits.products(2 ** 32, 'n');
    refuses(() => limits.products(1, 'n'), /^n ends a run of more than 4294967296 products per image/);
    limits.read(1);
    limits.entries(2 ** 10 - 1, 'n');
    limits.products(2 ** 14 - 1, 'n');
    refuses(() => limits.products(1, 'n'), /more than 4294983680 products/);
  });
}); // biome-ignore format: a case per line

const step = (name: string, outputs: readonly string[], more: Partial<Step> = {}) =>
  ({ name, inputs: [], outputs, ...more }) as unknown as Step;

describe('names and axes of values', () => {
  test('a node keeps its own name; where it has none or shares it, its value gives one, counted where that is taken', () => {
    const values = new Map(['a', 'b', 'c', 'd', 'relu', 'unseen:1'].map(name => [name, 1]));
    const steps = [step('conv', ['a']), step('relu', ['b']), step('relu', ['c']), step('split', ['d', 'unseen', 'relu'])];
    const { node: named, value: behind } = nodeNames(steps, 'image', values);
    assert.deepEqual(['image', 'a', 'b', 'c', 'd', 'relu'].map(named), ['image', 'conv', 'relu', 'c', 'split', 'split:2']);
    assert.deepEqual(['image', 'conv', 'relu', 'c', 'split', 'split:2'].map(behind), ['image', 'a', 'b', 'c', 'd', 'relu']);
    assert.deepEqual([named('unseen'), behind('nobody')], ['unseen', 'nobody']);
    const twins = nodeNames([step('x', ['a']), step('x', ['x']), step('x', ['x:1'])], 'image', new Map([['a', 1], ['x', 1], ['x:1', 1]]));
    assert.deepEqual(['a', 'x', 'x:1'].map(twins.node), ['x', 'x:1', 'x:1:1']);
  });

  test('axes lie as they come, are turned, are those of an image, or are known no more', () => {
    const acts = (axes: unknown, input: string, output: string) => step('n', [output], { inputs: [input], facts: { axes } as Step['facts'] });
    const steps = [acts('as-they-come', 'image', 'a'), acts('turned', 'a', 'b'), acts('turned', 'b', 'c'), acts('rearranged', 'c', 'd'), acts('turned', 'd', 'e'), acts('nchw', 'd', 'f'), acts(() => 'as-they-come', 'b', 'g')];
    const found = orientations('image', 'nchw', steps);
    assert.deepEqual(['image', 'a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => found.get(name)), ['nchw', 'nchw', 'nhwc', 'nchw', 'none', 'none', 'nchw', 'nhwc']);
    const perm = (...order: number[]) => turnsLayout(step('t', [], { attributes: attributes({ perm: order }) }));
    assert.deepEqual([perm(0, 2, 3, 1), perm(0, 3, 1, 2), perm(0, 1, 3, 2), perm()], [true, true, false, false]);
  });
}); // biome-ignore format: a case per line

test('one step further per channel: a normalisation and arithmetic behind each other are one line', () => {
  const list = (...values: number[]) => () => Float32Array.from(values);
  const normal = normalising(list(2, 4), list(1, -1), list(3, 0.5), list(3.75, 0.75), 0.25)();
  const first = further(untouched(2), normal); // (x - 3) / 2 * 2 + 1, (x - 0.5) / 1 * 4 - 1
  assert.deepEqual([[...first.factors], [...first.addends]], [[1, 4], [-2, -3]]);
  const then = (name: string, place: number, ...by: number[]) => further(first, reckoning(arithmetic[name]!, place, list(...by))());
  const table = { Add: [[1, 4], [8, 7]], Sub: [[1, 4], [-12, -13]], Mul: [[10, 40], [-20, -30]] } as const;
  for (const [name, [factors, addends]] of Object.entries(table)) assert.deepEqual(then(name, 1, 10), { factors: Float32Array.from(factors), addends: Float32Array.from(addends) }, name);
  assert.deepEqual([...then('Sub', 0, 10).factors, ...then('Sub', 0, 10).addends], [-1, -4, 12, 13], '10 - y');
  assert.deepEqual([...then('Div', 1, 2, 4).factors, ...then('Div', 1, 2, 4).addends], [0.5, 1, -1, -0.75]);
  assert.equal(arithmetic.Div!(2, 0), undefined, 'a number divided by y is no line');
}); // biome-ignore format: a case per line

const graph = (init: Partial<GraphInit>): GraphProto =>
  create(GraphProtoSchema, { node: [], initializer: [], input: [], output: [], ...init });

describe('ends of a graph', () => {
  const image = value('image', 'batch', 3, 8, 9);
  const given = (shape: readonly number[], ...data: number[]) => new Map([['more', { shape, data: Float32Array.from(data) }]]);

  test('the picture is the only input, or the only one shaped like one beside what is given', () => {
    assert.deepEqual(chooseInput(graph({ input: [image] }), new Map()), { name: 'image', orientation: 'nchw', declared: [8, 9, 3], images: undefined, isBytes: false });
    const last = value('image', 2, 'height', 'width', 1);
    assert.deepEqual(chooseInput(graph({ input: [last] }), new Map()), { name: 'image', orientation: 'nhwc', declared: [null, null, 1], images: 2, isBytes: false });
    const listed = graph({ input: [image, value('w', 5)], initializer: [floats('w', [5], [1, 2, 3, 4, 5])] });
    assert.equal(chooseInput(listed, new Map()).name, 'image', 'older files list constants among inputs');
    const two = graph({ input: [value('more', 1, 5), image] });
    assert.equal(chooseInput(two, given([], 0)).name, 'image');
    const message = 'The model has 2 inputs (more of 1 x 5, image of ? x 3 x 8 x 9); camdrift explains models with one image input.';
    assert.throws(() => chooseInput(two, new Map()), { code: 'model-unsupported', message, remedy: /`inputs: \{ more: 0 \}`.*--input more=0\.$/ });
    assert.throws(() => chooseInput(graph({ input: [] }), new Map()), { message: /has 0 inputs/ });
  });

  test('what is given has the sizes that are declared, with or without the images, or is one number for all of it', () => {
    const takes = graph({ input: [image, value('more', 'batch', 2, 2)] });
    const made = (shape: readonly number[], ...data: number[]) => givenConstants(takes, given(shape, ...data))('more')!;
    assert.deepEqual([made([], 7).shape, [...made([], 7).data]], [[1, 2, 2], [7, 7, 7, 7]]);
    assert.deepEqual([made([2, 2], 1, 2, 3, 4).shape, [...made([3, 2, 2], ...Array(12).fill(1)).shape]], [[1, 2, 2], [3, 2, 2]]);
    const unfit = { code: 'config-invalid', message: 'The input `more` takes ? x 2 x 2; it is given 4.' };
    assert.throws(() => made([4], 1, 2, 3, 4), unfit);
    assert.equal(givenConstants(takes, given([], 7))('image'), undefined);
    assert.throws(() => chooseInput(graph({ input: [image] }), given([], 7)), { code: 'config-invalid', message: 'The model has no input `more`; it has `image`.' });
    const vast = graph({ input: [image, value('more', 2 ** 24 + 1)] });
    assert.throws(() => givenConstants(vast, given([], 7))('more'), { message: 'The input `more` takes 16777217 numbers; expected at most 16777216.' });
  });

  test('the answer is the only output, or any value or node by name', () => {
    const nodes = [node('Relu', ['image'], ['a'], {}, 'first'), node('Relu', ['a'], ['b'], {}, 'second')];
    const one = graph({ node: nodes, output: [value('b', 1, 5)] });
    assert.deepEqual([undefined, 'b', 'a', 'first', 'second'].map(name => chooseOutput(one, name)), ['b', 'b', 'a', 'a', 'b']);
    assert.throws(() => chooseOutput(one, 'third'), { code: 'model-unsupported', message: 'The graph has the outputs `b` (1 x 5), but not `third`.' });
    const two = graph({ node: nodes, output: [value('b', 1, 5), value('a', 1, 6)] });
    assert.throws(() => chooseOutput(two, undefined), { message: 'The graph has the outputs `b` (1 x 5), `a` (1 x 6), and none was chosen.' });
    assert.equal(chooseOutput(two, 'a'), 'a');
  });

  test('nodes come in the order of what they read, in that of the file where it will do, and each name once', () => {
    const nodes = [node('Add', ['b', 'a'], ['c'], {}, 'last'), node('Relu', ['x'], ['a'], {}, 'a'), node('Relu', ['a'], ['b'], {}, 'b'), node('Relu', ['x'], ['unread'], {}, 'unread')];
    const order = (...of: typeof nodes) => neededInOrder(graph({ node: of, input: [value('x', 1)] }), 'c').map(({ name }) => name);
    assert.deepEqual(order(...nodes), ['a', 'b', 'last']);
    assert.deepEqual(order(nodes[3]!, nodes[1]!, nodes[2]!, nodes[0]!), ['a', 'b', 'last']);
    const message = /^The graph has a cycle through `[ab]`\.$/;
    assert.throws(() => order(nodes[0]!, node('Relu', ['b'], ['a'], {}, 'a'), nodes[2]!), { code: 'model-unreadable', message });
    const twice = (name: string) => ({ code: 'model-unreadable', message: `The graph makes the value \`${name}\` twice; expected every name once.` });
    assert.throws(() => order(...nodes, node('Relu', ['x'], ['b'])), twice('b'));
    assert.throws(() => order(...nodes, node('Relu', ['x'], ['x'])), twice('x'));
    assert.throws(() => neededInOrder(graph({ initializer: [floats('w', [1], [1]), floats('w', [1], [2])] }), 'c'), twice('w'));
  });
}); // biome-ignore format: a case per line

test('a size is taken from the file, filled in where it is open, and refused where it is another', () => {
  assert.deepEqual(inputShapeOf([8, 9, 3], undefined), { height: 8, width: 9, channels: 3 });
  assert.deepEqual(inputShapeOf([null, null, 1], { width: 5, height: 4 }), { height: 4, width: 5, channels: 1 });
  assert.deepEqual(inputShapeOf([8, null, 4], { width: 5, height: 8 }), { height: 8, width: 5, channels: 4 });
  const other = { code: 'config-invalid', message: 'The model takes images of 9 x 8 pixels, not 9 x 7.' };
  assert.throws(() => inputShapeOf([8, 9, 3], { width: 9, height: 7 }), other);
  assert.throws(() => inputShapeOf([null, 9, 3], { width: 8, height: 7 }), { code: 'config-invalid' });
  assert.throws(() => inputShapeOf([8, null, 3], undefined), { message: 'The model takes images of any size (8 x ? x 3).', remedy: /--size 224x224/ });
  for (const [declared, words] of [[[8, 9], '8 x 9'], [[8, 9, 5], '8 x 9 x 5'], [[8, 9, null], '8 x 9 x ?'], [[], 'a scalar']] as const)
    assert.throws(() => inputShapeOf(declared, undefined), { code: 'model-unsupported', message: `The model's input is ${words}; camdrift explains image classifiers with input height x width x 1 to 4 channels.` });
}); // biome-ignore format: a case per line

describe('the outline of a large file', () => {
  /** A file of so many bytes, zeros but for these. */
  async function file(t: TestContext, size: number, ...parts: readonly (readonly [at: number, bytes: readonly number[]])[]) {
    const folder = await mkdtemp(join(tmpdir(), 'camdrift-outline-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'model.onnx');
    const handle = await open(path, 'w');
    await handle.truncate(size);
    for (const [at, bytes] of parts) await handle.write(Uint8Array.from(bytes), 0, bytes.length, at);
    await handle.close();
    return path;
  }
  const varint = (number: number): number[] => (number < 128 ? [number] : [(number % 128) | 128, ...varint(Math.floor(number / 128))]);
  const size = 2 ** 20 + 64;

  test('is fields of every kind, one behind another, to the very end', async t => {
    const head = [8, ...varint(300), (2 << 3) | 1, 0, 0, 0, 0, 0, 0, 0, 0, (3 << 3) | 5, 0, 0, 0, 0];
    const graph = (rest: number) => [...head, (7 << 3) | 2, ...varint(rest)];
    const rest = size - graph(size).length;
    await requireOutline(await file(t, size, [0, graph(rest)]));
    for (const wrong of [rest - 1, rest + 1, rest + 1000]) await assert.rejects(file(t, size, [0, graph(wrong)]).then(requireOutline), { code: 'model-unreadable', message: /cannot be read as an ONNX model \(truncated, or of another format\)/ });
  });

  test('that begins with no field, or holds ten thousand of them, is no model', async t => {
    const refused = (...parts: Parameters<typeof file>[2][]) => assert.rejects(file(t, size, ...parts).then(requireOutline), { code: 'model-unreadable', message: /what begins at byte \d+ of 1048640 is no part of one\.$/ });
    await refused();
    await refused([0, [(1 << 3) | 3]]);
    await refused([0, Array(11).fill(0x88)]);
    await refused([0, Array.from({ length: 2 * 10_001 }, (_, at) => (at % 2 ? 0 : 8))]);
  });

  test('of a small file is not looked at, and a missing one is told', async t => {
    await requireOutline(await file(t, 2 ** 20 - 1));
    await assert.rejects(requireOutline('/nowhere/model.onnx'), { message: 'There is no readable file /nowhere/model.onnx.' });
  });
}); // biome-ignore format: a case per line
