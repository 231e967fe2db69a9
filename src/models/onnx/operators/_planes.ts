import type { Call, Operator } from '../call.ts';
import { isLive, Known, type Live, plain, type Value } from '../value.ts';

/** Over three axes of which the kernel crosses only two: every plane along the third is a picture of its own. */
export const inPlanes =
  (operator: Operator): Operator =>
  call => {
    if (call.shape(0).length !== 5) return operator(call);
    const axis = crossedByNone(call) ?? call.fail('slides over three dimensions at once');
    const { core } = call;
    const [images, channels, ...sizes] = call.shape(0) as [number, number, number, number, number];
    const others = [0, 1, 2].filter(at => at !== axis);
    const turned = core.transpose(call.plain(0), [0, axis + 2, 1, ...others.map(at => at + 2)]);
    const planes = core.reshape(turned, [images * sizes[axis]!, channels, ...others.map(at => sizes[at]!)]);
    const inner = call.without(axis, [plain(planes), flatKernel(call, axis), ...call.inputs.slice(2)]);
    const { tensor } = operator(inner) as Live;
    const [, height, width, to] = tensor.shape as [number, number, number, number];
    const apart = core.reshape(tensor, [images, sizes[axis]!, height, width, to]);
    const back = [0, 1, 2].map(at => (at === axis ? 1 : others.indexOf(at) + 2));
    return plain(core.transpose(apart, [0, 4, ...back]));
  };

/** The axis along which the kernel has one entry, moves by one and sees no padding. */
function crossedByNone(call: Call): number | undefined {
  const [, , ...kernel] = call.shape(1);
  const strides = call.attributes.ints('strides') ?? [1, 1, 1];
  const pads = call.attributes.ints('pads') ?? [0, 0, 0, 0, 0, 0];
  const isFree = (at: number) => kernel[at] === 1 && strides[at] === 1 && pads[at] === 0 && pads[at + 3] === 0;
  return [2, 1, 0].find(isFree);
}

function flatKernel(call: Call, axis: number): Value {
  const kernel = call.input(1);
  const shape = call.shape(1).toSpliced(axis + 2, 1);
  if (isLive(kernel)) return plain(call.core.reshape(call.plain(1), shape));
  const made = flat.get(kernel) ?? new Known(shape, kernel.type, kernel.data, true);
  flat.set(kernel, made);
  return made;
}

/** One for each kernel, so that the engine keeps its copy as long as the model's. */
const flat = new WeakMap<Known, Known>();
