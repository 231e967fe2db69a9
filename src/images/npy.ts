import { CamdriftError } from '../errors.ts';
import { refuseLfsPointer } from '../lfs/refuse.ts';

/** A fixture stored as numbers: value (x, y, c) at `(y * width + x) * channels + c`. */
export interface NpyArray {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Float32Array;
}

/** As numpy's own `max_header_size`. */
const longestHeader = 10_000;
/** 256 MB of float32. */
const mostValues = 2 ** 26;

/**
 * Bytes of a `.npy` file (format 1.0 to 3.0) -> the array, taken as it is: no preprocessing will touch it.
 *
 * Little-endian float32, C order, H x W x C or H x W (one channel), every value finite, and as many bytes as the
 * shape says: anything else is an error that names what the file holds.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 *
 * @throws CamdriftError `fixture-unreadable`
 */
export function readNpy(bytes: Uint8Array, path: string): NpyArray {
  refuseLfsPointer(bytes, path);
  const { header, end } = readHeader(bytes, path);
  refuseType(header, path);
  const [height, width, channels] = readShape(header, path);
  const count = height * width * channels;
  if (bytes.length - end !== count * 4) {
    const found = `${bytes.length - end} bytes of data where ${height} x ${width} x ${channels} float32 take ${count * 4}`;
    throw unreadable(path, found, 'The file was cut short or added to: save the array again.');
  }
  // A copy, because the values need not be aligned; the `slice` of a Buffer would share its memory.
  const data = new Float32Array(new Uint8Array(bytes.subarray(end)).buffer);
  const bad = data.findIndex(value => !Number.isFinite(value));
  if (bad >= 0) throw unreadable(path, `value ${bad} is ${data[bad]}`, 'Replace the values that are not finite.');
  return { height, width, channels, data };
}

function readHeader(bytes: Uint8Array, path: string): { header: string; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes[6] ?? 0;
  const start = version === 1 ? 10 : 12;
  const known = String.fromCharCode(...bytes.subarray(0, 6)) === '\x93NUMPY' && version >= 1 && version <= 3;
  if (!known || bytes.length < start) {
    throw unreadable(path, 'it does not start like a .npy file of format 1 to 3', 'Write it with np.save.');
  }
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > longestHeader || start + length > bytes.length) {
    const found = `its header claims ${length} bytes; the file has ${bytes.length - start} and at most ${longestHeader} are read`;
    throw unreadable(path, found, 'The file is damaged: save the array again.');
  }
  return { header: new TextDecoder('latin1').decode(bytes.subarray(start, start + length)), end: start + length };
}

function refuseType(header: string, path: string): void {
  const type = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
  if (type !== '<f4') {
    const found = type === undefined ? 'its values have no simple type' : `its values are of type '${type}'`;
    throw unreadable(path, `${found}; expected '<f4' (little-endian float32)`, 'Save array.astype("<f4").');
  }
  if (!/'fortran_order'\s*:\s*False\b/.test(header)) {
    throw unreadable(path, 'it is not in C order', 'Save np.ascontiguousarray(array).');
  }
}

function readShape(header: string, path: string): [height: number, width: number, channels: number] {
  const inside = /'shape'\s*:\s*\(([\d\s,]*)\)/.exec(header)?.[1];
  const sizes = inside?.match(/\d+/g)?.map(Number) ?? [];
  const [height = 0, width = 0, channels = 1] = sizes;
  const count = height * width * channels;
  if ((sizes.length === 2 || sizes.length === 3) && count > 0 && count <= mostValues) return [height, width, channels];
  const found = inside === undefined ? 'it has no shape' : `its shape is (${inside.trim()})`;
  const expected = `expected height x width x channels, or height x width, with 1 to ${mostValues} values in all`;
  throw unreadable(
    path,
    `${found}; ${expected}`,
    'Save one example per file, without the batch dimension, channels last.',
  );
}

function unreadable(path: string, found: string, remedy: string): CamdriftError {
  return new CamdriftError('fixture-unreadable', `${path} cannot be taken as a fixture: ${found}.`, { remedy });
}
