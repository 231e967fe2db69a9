import type { Value } from '../../lowering/builder.ts';
import { type Alignment, resized } from '../../lowering/pictures.ts';
import type { NodeCall, Operation } from '../call.ts';

const reduced = (operation: string): Operation => ({ lower: call => reduce(call, operation) });

/** Rows and columns of a picture are reduced where they are. */
function reduce(call: NodeCall, operation: string): Value {
  const b = call.builder;
  const axes = call.numbers(1);
  const keepdims = call.flag('keep_dims') ? 1 : 0;
  const rank = call.x.rank === undefined ? undefined : keepdims ? call.x.rank : call.x.rank - axes.length;
  const grid =
    call.x.turned !== undefined &&
    axes
      .map(axis => (axis + 4) % 4)
      .toSorted()
      .join() === '1,2';
  if (grid && keepdims) return b.turnedStep(operation, [call.x, b.integers([2, 3])], { keepdims });
  if (grid) return b.plainStep(operation, [b.turned(call.x), b.integers([2, 3])], { keepdims }, 2);
  if (axes.length === 0) return b.step('Identity', [call.x]);
  return b.plainStep(operation, [call.x, b.integers(axes)], { keepdims }, rank);
}

/** A yes and no, as numbers. */
const logical = (operation: string): Operation => ({
  kind: 'other',
  lower(call) {
    const b = call.builder;
    const numbers = b.plainStep('Cast', [call.x], { to: 1 });
    const found = b.plainStep(operation, [numbers, b.integers(call.numbers(1))], {
      keepdims: call.flag('keep_dims') ? 1 : 0,
    });
    return b.plainStep('Cast', [found], { to: 9 });
  },
});

const extreme = (operation: string): Operation => ({
  lower: call =>
    call.builder.plainStep(operation, [call.x], {
      axis: call.inputs.length > 1 ? call.numbers(1)[0]! : 0,
      keepdims: 0,
    }),
});

const resize = (interpolation: 'bilinear' | 'nearest'): Operation => ({
  lower(call) {
    const [corners, half] = [call.flag('align_corners'), call.flag('half_pixel_centers')];
    const alignment: Alignment = corners ? 'align_corners' : half ? 'half_pixel' : 'asymmetric';
    const { numbers } = call.input(1);
    const size = numbers ? ([Number(numbers.data[0]), Number(numbers.data[1])] as const) : call.input(1);
    return resized(call.builder, call.x, { size }, { interpolation, alignment, channels: 'last' });
  },
});

export const reductions: Readonly<Record<string, Operation>> = {
  Mean: reduced('ReduceMean'),
  Sum: reduced('ReduceSum'),
  Max: reduced('ReduceMax'),
  Min: reduced('ReduceMin'),
  Prod: reduced('ReduceProd'),
  EuclideanNorm: reduced('ReduceL2'),
  All: logical('ReduceMin'),
  Any: logical('ReduceMax'),
  ArgMax: extreme('ArgMax'),
  ArgMin: extreme('ArgMin'),
  ResizeBilinear: resize('bilinear'),
  ResizeNearestNeighbor: resize('nearest'),
  Cumsum: {
    lower: call =>
      call.builder.plainStep('CumSum', [call.x, call.builder.integers(call.numbers(1), [])], {
        exclusive: call.flag('exclusive') ? 1 : 0,
        reverse: call.flag('reverse') ? 1 : 0,
      }),
  },
};
