import type { Value } from '../../lowering/builder.ts';
import {
  type Alignment,
  cropped,
  type Pair,
  padded,
  pooled,
  pooledGlobally,
  resized,
} from '../../lowering/pictures.ts';
import { unreadable } from '../config.ts';
import type { LayerCall, LayerClass } from '../layer.ts';

const pool = (kind: 'max' | 'average'): LayerClass => ({
  lower(call) {
    const window = call.pair('pool_size', 2);
    const padding = call.config.padding === 'same' ? 'same' : 'valid';
    const how = { channels: call.channels, strides: call.pair('strides', window), padding } as const;
    return pooled(call.builder, call.x, kind, window, how);
  },
});

const global = (kind: 'max' | 'average'): LayerClass => ({
  lower: call => pooledGlobally(call.builder, call.x, kind, call.channels, call.config.keepdims === true),
});

/** Over the tokens of a sequence; a mask plays no part in inference on pictures. */
const globalTokens = (operation: 'ReduceMax' | 'ReduceMean'): LayerClass => ({
  lower(call) {
    const keepdims = call.config.keepdims === true ? 1 : 0;
    const axes = call.builder.integers([call.channels === 'first' ? 2 : 1]);
    return call.builder.plainStep(operation, [call.x, axes], { keepdims }, keepdims ? 3 : 2);
  },
});

/** Two numbers per axis, one per axis, or one for all. */
function edges(call: LayerCall, key: string): readonly [Pair, Pair] {
  const value = call.config[key] ?? 1;
  const [rows, columns = rows, ...more] = Array.isArray(value) ? value : [value];
  const pairs = [rows, columns].map(edge => (Array.isArray(edge) ? edge.map(Number) : [Number(edge), Number(edge)]));
  const fits =
    more.length === 0 &&
    pairs.every(
      pair => pair.length === 2 && pair.every(size => Number.isSafeInteger(size) && size >= 0 && size < 2 ** 31),
    );
  if (fits) return pairs as unknown as readonly [Pair, Pair];
  throw unreadable(`${call.where} has ${key} = ${JSON.stringify(value)}; expected whole numbers from 0 on`);
}

const interpolation = (call: LayerCall, fallback: string): 'bilinear' | 'nearest' => {
  const named = call.config.interpolation ?? fallback;
  if (named === 'bilinear' || named === 'nearest') return named;
  return call.refuse(`resizes by \`${String(named)}\`; expected bilinear or nearest`);
};

/** TensorFlow.js lays pixels on each other in ways of its own. */
const alignment = (call: LayerCall, inTfjs: Alignment): Alignment => (call.setting.inTfjs ? inTfjs : 'half_pixel');

const resizing: LayerClass = {
  lower(call) {
    if (call.config.crop_to_aspect_ratio || call.config.pad_to_aspect_ratio)
      call.refuse('keeps the aspect ratio while resizing', 'Resize the images before the model.');
    const [size] = [call.pair('size', [call.pair('height')[0], call.pair('width')[0]])];
    const how = {
      interpolation: interpolation(call, 'bilinear'),
      alignment: alignment(call, 'align_corners'),
    } as const;
    return resized(call.builder, call.x, { size }, { ...how, channels: call.channels });
  },
};

const upSampling: LayerClass = {
  lower(call) {
    const how = interpolation(call, 'nearest');
    const laid = how === 'nearest' ? 'asymmetric' : alignment(call, 'asymmetric');
    return resized(
      call.builder,
      call.x,
      { factors: call.pair('size', 2) },
      { interpolation: how, alignment: laid, channels: call.channels },
    );
  },
};

/** The middle, its rest cut off at the end where it is odd. A smaller picture is resized by Keras, and refused here. */
const centerCrop: LayerClass = {
  kind: 'spatial',
  lower(call) {
    const b = call.builder;
    const size = [call.pair('height')[0], call.pair('width')[0]] as const;
    const axes = call.channels === 'first' ? [2, 3] : [1, 2];
    const known = knownGrid(call);
    if (known && size.some((length, at) => length > known[at]!))
      return call.refuse(`crops ${size.join(' x ')} out of ${known.join(' x ')}`, 'Give larger images.');
    const shape = b.plainStep('Shape', [b.plain(call.x)], {}, 1);
    const rest = b.plainStep('Sub', [
      b.plainStep('Gather', [shape, b.integers(axes)], { axis: 0 }, 1),
      b.integers(size),
    ]);
    const fits = b.plainStep('GreaterOrEqual', [rest, b.integers([0, 0])]);
    // Of a smaller picture nothing is left, which no layer takes.
    const start = b.plainStep('Where', [
      fits,
      b.plainStep('Div', [rest, b.integers([2, 2])]),
      b.integers([2 ** 30, 2 ** 30]),
    ]);
    const end = b.plainStep('Add', [start, b.integers(size)]);
    return b.plainStep('Slice', [call.x, start, end, b.integers(axes)]);
  },
};

/** Each part is two steps. */
const mostParts = 1024;

/** The mean or maximum of each of so many parts, which may overlap, as PyTorch defines them. */
const adaptive = (operation: 'ReduceMean' | 'ReduceMax'): LayerClass => ({
  kind: 'spatial',
  lower(call) {
    const [height, width] = gridOf(call);
    const [rows, columns] = call.pair('output_size');
    if (Math.max(rows, columns) > mostParts)
      return call.refuse(`divides its input into ${rows} x ${columns} parts; expected at most ${mostParts} a side`);
    const axis = call.channels === 'first' ? 2 : 1;
    const parted = parts(call, call.x, operation, axis, height, rows);
    return parts(call, parted, operation, axis + 1, width, columns);
  },
});

function parts(call: LayerCall, x: Value, operation: string, axis: number, size: number, count: number): Value {
  const b = call.builder;
  const each = Array.from({ length: count }, (_, at) => {
    const [start, end] = [Math.floor((at * size) / count), Math.ceil(((at + 1) * size) / count)];
    const cut = b.plainStep('Slice', [x, b.integers([start]), b.integers([end]), b.integers([axis])]);
    return b.plainStep(operation, [cut, b.integers([axis])], { keepdims: 1 });
  });
  return each.length === 1 ? each[0]! : b.plainStep('Concat', each, { axis });
}

/** Rows and columns of the input, as the file says how the layer was built. */
const gridOf = (call: LayerCall): Pair =>
  knownGrid(call) ?? call.refuse('adapts to an input whose size the file does not tell');

function knownGrid(call: LayerCall): Pair | undefined {
  const shape = call.call.shape ?? call.setting.layer.build_config?.input_shape;
  const [rows, columns] = Array.isArray(shape) ? (call.channels === 'first' ? shape.slice(2) : shape.slice(1)) : [];
  return Number.isInteger(rows) && Number.isInteger(columns) ? [rows, columns] : undefined;
}

export const grids: Readonly<Record<string, LayerClass>> = {
  MaxPooling2D: pool('max'),
  AveragePooling2D: pool('average'),
  GlobalAveragePooling2D: global('average'),
  GlobalMaxPooling2D: global('max'),
  GlobalAveragePooling1D: globalTokens('ReduceMean'),
  GlobalMaxPooling1D: globalTokens('ReduceMax'),
  AdaptiveAveragePooling2D: adaptive('ReduceMean'),
  AdaptiveMaxPooling2D: adaptive('ReduceMax'),
  ZeroPadding2D: { lower: call => padded(call.builder, call.x, edges(call, 'padding'), call.channels) },
  Cropping2D: { kind: 'spatial', lower: call => cropped(call.builder, call.x, edges(call, 'cropping'), call.channels) },
  UpSampling2D: upSampling,
  Resizing: resizing,
  CenterCrop: centerCrop,
};
