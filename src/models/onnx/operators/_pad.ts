import type { Tensor } from '@tensorflow/tfjs-core';
import type { Call, Operator } from '../call.ts';
import { physicalAxis } from '../layout.ts';

/** Constant, mirrored or repeated rows and columns around; negative numbers take some away. */
export const pad: Operator = call => {
  const { core, attributes } = call;
  const { tensor, layout } = call.asIs();
  const rank = tensor.rank;
  const mode = attributes.string('mode', 'constant');
  attributes.require('mode', mode, ['constant', 'reflect', 'edge']);
  const sizes = call.numbersFrom('pads', 1) ?? [];
  const axes = call.has(3) ? call.numbers(3) : Array.from({ length: rank }, (_, axis) => axis);
  const around = Array.from({ length: rank }, () => [0, 0] as [number, number]);
  for (const [at, axis] of axes.entries())
    around[physicalAxis(layout, rank, axis)] = [sizes[at] ?? 0, sizes[at + axes.length] ?? 0];
  const grown = around.map(([before, after]) => [Math.max(0, before), Math.max(0, after)] as [number, number]);
  call.bounded(tensor.shape.map((size, axis) => size + grown[axis]![0] + grown[axis]![1]));
  const filled = call.has(2) ? call.numbers(2)[0]! : attributes.float('value', 0);
  const wide = mode === 'constant' ? core.pad(tensor, grown, filled) : mirrored(call, tensor, grown, mode);
  return { tensor: shrunk(call, wide, around), layout };
};

function shrunk(call: Call, x: Tensor, around: readonly (readonly [number, number])[]): Tensor {
  if (around.flat().every(size => size >= 0)) return x;
  const less = around.map(([before, after]) => [Math.max(0, -before), Math.max(0, -after)] as const);
  return call.core.slice(
    x,
    less.map(([before]) => before),
    x.shape.map((size, axis) => size - less[axis]![0] - less[axis]![1]),
  );
}

/** Made of slices, which have gradients on every engine. */
function mirrored(call: Call, x: Tensor, around: readonly (readonly [number, number])[], mode: string): Tensor {
  const { core } = call;
  return around.reduce((wide, [before, after], axis) => {
    const size = wide.shape[axis]!;
    if (mode === 'reflect' && Math.max(before, after) >= size) call.fail(`reflects ${size} entries into more`);
    const part = (start: number, count: number) =>
      core.slice(wide, wide.shape.map((_, at) => (at === axis ? start : 0)), wide.shape.map((all, at) => (at === axis ? count : all))); // biome-ignore format: begin and size
    const repeated = (entry: Tensor, times: number) =>
      core.tile(
        entry,
        wide.shape.map((_, at) => (at === axis ? times : 1)),
      );
    const side = (count: number, mirror: () => Tensor, edge: () => Tensor) => {
      if (count === 0) return [];
      return [mode === 'reflect' ? core.reverse(mirror(), axis) : repeated(edge(), count)];
    };
    const first = side(
      before,
      () => part(1, before),
      () => part(0, 1),
    );
    const last = side(
      after,
      () => part(size - 1 - after, after),
      () => part(size - 1, 1),
    );
    return before + after === 0 ? wide : core.concat([...first, wide, ...last], axis);
  }, x);
}
