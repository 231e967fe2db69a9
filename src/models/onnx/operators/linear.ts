import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { denseCells, multiplying } from '../cells.ts';
import type { Core } from '../layout.ts';
import type { KernelFact, Operation } from '../operation.ts';
import { isLive, type Live, plain, type Shape, sizeOf } from '../value.ts';
import { einsum } from './_einsum.ts';
import { opaqueOf, since } from './_families.ts';
import { denseFeatures, productFeatures } from './_features.ts';
import { stepwise } from './_gradients.ts';

export const gemm: Operator = call => {
  const { core, attributes } = call;
  const [a, b] = [call.shape(0), call.shape(1)];
  const turned = (name: string) => attributes.int(name, 0) === 1;
  if (a.length !== 2 || b.length !== 2) return call.fail(`multiplies values of ${a.length} and ${b.length} dimensions`);
  const [inner, other] = [a[turned('transA') ? 0 : 1]!, b[turned('transB') ? 1 : 0]!];
  if (inner !== other) return call.fail(`multiplies rows of ${inner} with columns of ${other}`);
  const made = call.bounded([sizeOf(a) / Math.max(1, inner), b[turned('transB') ? 0 : 1]!]);
  call.worked(sizeOf(made) * inner);
  const multiplied =
    call.outlined(1, made) ?? core.matMul(call.plain(0), call.plain(1), turned('transA'), turned('transB'));
  const product = scaled(core, multiplied, attributes.float('alpha', 1));
  if (!call.has(2)) return plain(product);
  return plain(core.add(product, scaled(core, addend(call, made), attributes.float('beta', 1))));
};

/** What is added fits the product, whose shape stays what it is. */
function addend(call: Call, made: readonly number[]): Tensor {
  const added = call.plain(2);
  const fits = added.rank <= 2 && added.shape.every((size, at) => size === 1 || size === made.at(at - added.rank));
  return fits ? added : call.fail(`adds a value of shape ${added.shape.join(' x ')} to one of ${made.join(' x ')}`);
}

const scaled = (core: Core, x: Tensor, factor: number): Tensor => (factor === 1 ? x : core.mul(x, factor));

export const matMul: Operator = call => {
  const isPlain = call.weights.outlining && call.shape(1).length === 2 && call.shape(0).length >= 2;
  const outlined = isPlain && call.outlined(1, timesMatrix(call, call.shape(0), call.shape(1)));
  return plain(outlined || multiplied(call.core, call.plain(0), call.plain(1), call));
};

function timesMatrix(call: Call, a: Shape, [inner, width]: Shape): number[] {
  if (a.at(-1) !== inner) call.fail(`multiplies rows of ${a.at(-1)} with columns of ${inner}`);
  const made = call.bounded([...a.slice(0, -1), width!]);
  if (isLive(call.input(1))) return made;
  call.worked(sizeOf(a) * width!);
  return made;
}

/** NumPy's rules: vectors gain an axis and lose it again, leading axes are broadcast. */
function multiplied(core: Core, a: Tensor, b: Tensor, call: Call): Tensor {
  const rows = a.rank === 1 ? core.reshape(a, [1, a.size]) : a;
  const columns = b.rank === 1 ? core.reshape(b, [b.size, 1]) : b;
  const [height, width] = [rows.shape.at(-2)!, columns.shape.at(-1)!];
  const outer = core.backend_util.assertAndGetBroadcastShape(rows.shape.slice(0, -2), columns.shape.slice(0, -2));
  call.bounded([...outer, height, width]);
  call.worked(sizeOf([...outer, height, width]) * rows.shape.at(-1)!);
  const product =
    columns.rank === 2
      ? tall(core, rows, columns)
      : core.matMul(widened(core, rows, outer), widened(core, columns, outer));
  const shape = [...outer, ...(a.rank === 1 ? [] : [height]), ...(b.rank === 1 ? [] : [width])];
  return core.reshape(product, shape);
}

/** The WebAssembly engine mixes up matrices when both operands are broadcast. */
function widened(core: Core, x: Tensor, outer: readonly number[]): Tensor {
  const shape = [...outer, ...x.shape.slice(-2)];
  return shape.join() === x.shape.join() ? x : core.broadcastTo(x, shape);
}

/** Every row of every matrix times the same matrix: one product. */
const tall = (core: Core, rows: Tensor, matrix: Tensor): Tensor =>
  core.matMul(core.reshape(rows, [-1, rows.shape.at(-1)!]), matrix);

const argument =
  (pick: 'argMax' | 'argMin'): Operator =>
  (call): Live => {
    const { core, attributes } = call;
    if (attributes.int('select_last_index', 0) === 1) return call.fail('selects the last index');
    const value = call.input(0);
    const x = call.plain(0);
    const axis = attributes.int('axis', 0);
    const found = stepwise(core, y => core[pick](y!, axis), x);
    if (attributes.int('keepdims', 1) === 0 || (!isLive(value) && x.rank === 0)) return plain(found);
    return plain(core.expandDims(found, axis < 0 ? axis + x.rank : axis));
  };

/** The columns of a matrix on the right, the rows of one on the left. */
const asItIs: KernelFact = {
  input: 'constant',
  order({ length }, _, input) {
    const outer = Array.from({ length: length - 2 }, (_axis, axis) => axis);
    return input === 0 ? [...outer, length - 1, length - 2] : [...outer, length - 2, length - 1];
  },
};
export const denseOrder: KernelFact['order'] = (_, step) => (step.attributes.int('transB', 0) === 1 ? [1, 0] : [0, 1]);

/** A position: no cell is left, and no slope. */
const position = (run: Operator): Operation => opaqueOf(run);

export const linear = {
  Gemm: opaqueOf(gemm, {
    features: denseFeatures,
    cells: denseCells,
    images: step => (step.attributes.int('transA', 0) === 1 ? 'counted' : 'apart'),
    axes: 'as-they-come',
    kernel: { input: 'constant', order: denseOrder },
  }),
  MatMul: opaqueOf(matMul, {
    features: productFeatures,
    cells: multiplying,
    images: 'apart',
    axes: 'as-they-come',
    kernel: asItIs,
  }),
  Einsum: opaqueOf(einsum, {
    sets: since(12),
    kernel: { input: 'constant', order: shape => [...shape.keys()] },
  }),
  ArgMax: position(argument('argMax')),
  ArgMin: position(argument('argMin')),
} satisfies Readonly<Record<string, Operation>>;
