/** An array of any of the types the references use, its numbers widened. */
export interface NumpyArray {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array;
}

/** Reads what `np.save` wrote: little-endian, C order. Independent of `src/images/npy.ts`, which it helps to test. */
export function parseNpy(bytes: Uint8Array): NumpyArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [start, length] = bytes[6] === 1 ? [10, view.getUint16(8, true)] : [12, view.getUint32(8, true)];
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, start + length));
  const type = /'descr': '[<|]([a-z]\d)', 'fortran_order': False/.exec(header)?.[1] ?? header;
  const read = readers[type];
  if (!read) throw new TypeError(`npy type ${type}`);
  const shape = [.../'shape': \(([\d, ]*)\)/.exec(header)![1]!.matchAll(/\d+/g)].map(Number);
  const count = shape.reduce((product, size) => product * size, 1);
  const step = Number(type[1]);
  const data = type === 'f8' ? new Float64Array(count) : new Float32Array(count);
  for (let i = 0; i < count; i++) data[i] = read(view, start + length + i * step);
  return { shape, data };
}

/** Item `index` along the first axis, as plain values. */
export function row({ shape, data }: NumpyArray, index: number): Float32Array | Float64Array {
  const size = data.length / shape[0]!;
  return data.subarray(index * size, (index + 1) * size);
}

const readers: Readonly<Record<string, (view: DataView, at: number) => number>> = {
  f4: (view, at) => view.getFloat32(at, true),
  f8: (view, at) => view.getFloat64(at, true),
  i4: (view, at) => view.getInt32(at, true),
  u1: (view, at) => view.getUint8(at),
};
