/** Row-major numbers with their axes in another order. */
export function rearranged<T extends Float32Array | Int32Array | Uint8Array>(
  data: T,
  shape: readonly number[],
  order: readonly number[],
): T {
  if (order.every((axis, at) => axis === at)) return data;
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const sizes = order.map(axis => shape[axis]!);
  const steps = order.map(axis => strides[axis]!);
  const made = new (data.constructor as new (size: number) => T)(data.length);
  const [inner, step] = [sizes.at(-1) ?? 1, steps.at(-1) ?? 1];
  const index = sizes.slice(0, -1).map(() => 0);
  let start = 0;
  for (let at = 0; at < made.length; at += inner) {
    for (let other = 0; other < inner; other++) made[at + other] = data[start + other * step]!;
    for (let axis = index.length - 1; axis >= 0; axis--) {
      index[axis]!++;
      start += steps[axis]!;
      if (index[axis]! < sizes[axis]!) break;
      start -= index[axis]! * steps[axis]!;
      index[axis] = 0;
    }
  }
  return made;
}
