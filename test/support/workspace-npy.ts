/** Bytes of a `.npy` file as `np.save` writes them: float32; one value for all stands for itself everywhere. */
export function npy(shape: readonly number[], value: number | Float32Array): Uint8Array {
  const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')}), }\n`;
  const length = Buffer.from(new Uint8Array(Uint16Array.of(header.length).buffer));
  const count = shape.reduce((product, size) => product * size, 1);
  const values = typeof value === 'number' ? new Float32Array(count).fill(value) : Float32Array.from(value);
  const data = Buffer.from(values.buffer);
  return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00', 'latin1'), length, Buffer.from(header), data]);
}
