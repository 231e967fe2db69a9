import type { Value } from '../../lowering/builder.ts';
import { concatenated } from '../../lowering/numbers.ts';
import type { Input, NodeCall, Operation } from '../call.ts';
import { stridedSlice } from './slices.ts';

/** How a type of TensorFlow's is computed: ONNX's number of it. */
const floats = new Set([1, 2, 14, 19]);
const castTo = (type: number | undefined): number => (type === undefined || floats.has(type) ? 1 : type === 10 ? 9 : 7);

const lengthOf = ({ numbers }: Input): number | undefined => numbers?.data.length;

const plus = (rank: number | undefined, more: number): number | undefined =>
  rank === undefined ? undefined : rank + more;

/** The shape as the file counts axes: only that of a picture has to be put in order. */
function shapeOf(call: NodeCall, x: Value): Value {
  const b = call.builder;
  if (x.plain !== undefined) return b.plainStep('Shape', [x], {}, 1);
  return b.plainStep('Gather', [b.plainStep('Shape', [b.turned(x)], {}, 1), b.integers([0, 2, 3, 1])], { axis: 0 }, 1);
}

const reshape: Operation = {
  lower: call =>
    call.builder.plainStep(
      'Reshape',
      [call.x, call.builder.plain(call.input(1))],
      { allowzero: 1 },
      lengthOf(call.input(1)),
    ),
};

const squeeze: Operation = {
  lower(call) {
    const b = call.builder;
    const axes = call.ints('squeeze_dims') ?? call.ints('axis') ?? [];
    if (axes.length === 0) return b.plainStep('Squeeze', [call.x], {}, undefined);
    return b.plainStep('Squeeze', [call.x, b.integers(axes)], {}, plus(call.x.rank, -axes.length));
  },
};

/** Joined at a new axis. */
const pack: Operation = {
  lower(call) {
    const b = call.builder;
    const axis = call.int('axis', 0);
    const rank = plus(call.x.rank, 1);
    const wide = call.inputs.map(input => b.plainStep('Unsqueeze', [input, b.integers([axis])], {}, rank));
    return wide.length === 1 ? wide[0]! : b.plainStep('Concat', wide, { axis }, rank);
  },
};

const unpack: Operation = {
  lower(call) {
    const b = call.builder;
    const count = call.int('num', 0);
    if (count < 1 || count > 10_000) return call.refuse(`takes ${count} parts`);
    const axis = call.int('axis', 0);
    return Array.from({ length: count }, (_, at) =>
      b.plainStep('Gather', [call.x, b.integers([at], [])], { axis }, plus(call.x.rank, -1)),
    );
  },
};

function split(call: NodeCall, x: Input, axis: number, sizes: number[] | undefined, count: number): Value | Value[] {
  const b = call.builder;
  if (count < 1 || count > 10_000) return call.refuse(`makes ${count} parts`);
  if (count === 1) return b.step('Identity', [x]);
  if (!sizes) return b.plainSteps('Split', [x], { axis, num_outputs: count }, count);
  return b.plainSteps('Split', [x, b.integers(sizes)], { axis }, count);
}

/** Pairs of numbers per axis; those of a picture are put in ONNX's order. */
function pad(mode: 'constant' | 'mirror'): Operation {
  return {
    lower(call) {
      const b = call.builder;
      const around = call.numbers(1);
      if (mode === 'mirror' && call.text('mode', 'REFLECT') !== 'REFLECT') return call.refuse('repeats its edges');
      const fill = call.inputs.length > 2 ? [b.floats(call.numbers(2).slice(0, 1), [])] : [];
      const attributes = { mode: mode === 'mirror' ? 'reflect' : 'constant' };
      const turned = call.x.turned !== undefined && around.length === 8;
      const order = turned ? [0, 3, 1, 2] : Array.from({ length: around.length / 2 }, (_, axis) => axis);
      const pads = [0, 1].flatMap(side => order.map(axis => around[2 * axis + side]!));
      const inputs = [call.x, b.integers(pads), ...fill];
      return turned ? b.turnedStep('Pad', inputs, attributes) : b.plainStep('Pad', inputs, attributes);
    },
  };
}

const gather = (axisOf: (call: NodeCall) => number): Operation => ({
  lower(call) {
    if (call.int('batch_dims', 0) !== 0) return call.refuse('gathers by other indices for each image');
    return call.builder.plainStep(
      'Gather',
      [call.x, call.builder.plain(call.input(1))],
      { axis: axisOf(call) },
      undefined,
    );
  },
});

/** From begin on so many entries of each axis, to the end where there are -1. */
const slice: Operation = {
  lower(call) {
    const b = call.builder;
    const [begin, size] = [call.numbers(1), call.numbers(2)];
    const whole = 2 ** 31 - 1;
    const ends = begin.map((start, axis) => (size[axis]! < 0 ? whole : start + size[axis]!));
    return b.plainStep('Slice', [
      call.x,
      b.integers(begin),
      b.integers(ends),
      b.integers(begin.map((_, axis) => axis)),
    ]);
  },
};

const reverse: Operation = {
  lower(call) {
    const b = call.builder;
    const axes =
      call.operation === 'Reverse' ? call.numbers(1).flatMap((flag, axis) => (flag ? [axis] : [])) : call.numbers(1);
    const each = (value: number) => b.integers(axes.map(() => value));
    if (axes.length === 0) return b.step('Identity', [call.x]);
    return b.plainStep('Slice', [call.x, each(-1), each(-(2 ** 31 - 1)), b.integers(axes), each(-1)]);
  },
};

/** Patches side by side with the numbers of their pixels in a row: axes are split and put in another order. */
const patches: Operation = {
  lower(call) {
    const b = call.builder;
    const [size, strides, rates] = [call.grid('ksizes'), call.grid('strides'), call.grid('rates')];
    if (size.join() !== strides.join() || rates.join() !== '1,1' || call.text('padding', 'VALID') !== 'VALID')
      return call.refuse('cuts out patches that overlap, or of pixels apart from one another');
    const shape = shapeOf(call, call.x);
    const [images, rows, columns, channels] = [0, 1, 2, 3].map(at =>
      b.plainStep('Slice', [shape, b.integers([at]), b.integers([at + 1])], {}, 1),
    ) as [Value, Value, Value, Value];
    const [height, width] = size.map(each => b.integers([each])) as [string, string];
    const [down, across] = [b.plainStep('Div', [rows, height]), b.plainStep('Div', [columns, width])];
    const joined = (...sizes: (Value | string)[]) => b.plainStep('Concat', sizes, { axis: 0 }, 1);
    const apart = b.plainStep('Reshape', [call.x, joined(images, down, height, across, width, channels)], {}, 6);
    const turned = b.plainStep('Transpose', [apart], { perm: [0, 1, 3, 2, 4, 5] });
    return b.plainStep('Reshape', [turned, joined(images, down, across, b.integers([-1]))], {}, 4);
  },
};

const range: Operation = { lower: call => call.builder.plainStep('Range', call.inputs, {}, 1) };

/** Blocks of cells that become channels, and back. */
const blocks = (operation: string): Operation => ({
  lower(call) {
    const attributes = { blocksize: call.int('block_size', 2), mode: 'DCR' };
    return call.channels === 'first'
      ? call.builder.plainStep(operation, [call.x], attributes, 4)
      : call.builder.turnedStep(operation, [call.x], attributes);
  },
});

/** What passes its input on, in inference. */
const passing =
  'CheckNumerics EnsureShape Identity IdentityN PlaceholderWithDefault PreventGradient Snapshot StopGradient';

const identity: Operation = { kind: 'identity', lower: call => call.x };

export const movement: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(passing.split(' ').map(name => [name, identity])),
  Shape: { kind: 'other', lower: call => shapeOf(call, call.x) },
  ShapeN: { kind: 'other', lower: call => call.inputs.map(input => shapeOf(call, input)) },
  Size: { kind: 'other', lower: call => call.builder.plainStep('Size', [call.x], {}, 0) },
  Rank: {
    kind: 'other',
    lower: call => call.builder.plainStep('Size', [call.builder.plainStep('Shape', [call.x], {}, 1)], {}, 0),
  },
  Reshape: reshape,
  ExpandDims: {
    lower: call =>
      call.builder.plainStep(
        'Unsqueeze',
        [call.x, call.builder.integers([call.numbers(1)[0]!])],
        {},
        plus(call.x.rank, 1),
      ),
  },
  Squeeze: squeeze,
  Transpose: { lower: call => call.builder.plainStep('Transpose', [call.x], { perm: call.numbers(1) }) },
  ConcatV2: {
    lower: call => concatenated(call.builder, call.inputs.slice(0, -1), call.numbers(call.inputs.length - 1)[0]!),
  },
  Concat: { lower: call => concatenated(call.builder, call.inputs.slice(1), call.numbers(0)[0]!) },
  Pack: pack,
  Unpack: unpack,
  Split: { lower: call => split(call, call.input(1), call.numbers(0)[0]!, undefined, call.int('num_split', 0)) },
  SplitV: { lower: call => split(call, call.x, call.numbers(2)[0]!, call.numbers(1), call.int('num_split', 0)) },
  Slice: slice,
  StridedSlice: { lower: stridedSlice },
  Gather: gather(() => 0),
  GatherV2: gather(call => call.numbers(2)[0]!),
  GatherNd: { lower: call => call.builder.plainStep('GatherND', call.inputs, {}, undefined) },
  Reverse: reverse,
  ReverseV2: reverse,
  Tile: { lower: call => call.builder.plainStep('Tile', call.inputs) },
  BroadcastTo: { lower: call => call.builder.plainStep('Expand', call.inputs, {}, lengthOf(call.input(1))) },
  Pad: pad('constant'),
  PadV2: pad('constant'),
  MirrorPad: pad('mirror'),
  DepthToSpace: blocks('DepthToSpace'),
  SpaceToDepth: blocks('SpaceToDepth'),
  Cast: { lower: call => call.builder.step('Cast', [call.x], { to: castTo(call.type('DstT')) }) },
  Fill: {
    kind: 'other',
    lower: call =>
      call.builder.plainStep(
        'Expand',
        [call.builder.plain(call.input(1)), call.builder.plain(call.x)],
        {},
        lengthOf(call.x),
      ),
  },
  Range: range,
  ExtractImagePatches: patches,
  OneHot: {
    lower(call) {
      const b = call.builder;
      const values = b.plainStep(
        'Concat',
        [3, 2].map(at => b.plainStep('Unsqueeze', [call.input(at), b.integers([0])], {}, 1)),
        { axis: 0 },
        1,
      );
      return b.plainStep(
        'OneHot',
        [call.x, call.input(1), values],
        { axis: call.int('axis', -1) },
        plus(call.x.rank, 1),
      );
    },
  },
  TopKV2: {
    lower: call =>
      call.builder.plainSteps('TopK', [call.x, call.builder.integers([call.numbers(1)[0]!])], { axis: -1 }, 2),
  },
};
