import { attributesOf } from './_attributes.ts';
import { Bytes, Hdf5Error } from './_bytes.ts';
import { readFloats, shapeOf } from './_dataset.ts';
import { linksOf } from './_links.ts';
import { type ObjectHeader, readHeader } from './_object-header.ts';

export { Hdf5Error } from './_bytes.ts';

/** A group or a data set. */
export interface Hdf5Node {
  /** Names of what lies in a group; none in a data set. */
  names(): readonly string[];
  child(name: string): Hdf5Node | undefined;
  /** Attributes that hold text or lists of texts; others are left out. */
  texts(name: string): readonly string[] | undefined;
  /** Of a data set; `undefined` for a group. A scalar has none. */
  shape(): readonly number[] | undefined;
  /** The values of a data set of floating point or whole numbers, of any precision. */
  floats(): Float32Array;
}

/** The eight bytes that every HDF5 file begins with. */
export const hdf5Signature: Uint8Array = Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * What Keras writes of HDF5 (https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html), read without trust:
 * groups and attributes old (symbol tables) and new (links, fractal heaps), data contiguous, compact, or chunked with gzip and
 * shuffle. Memory follows the size of the file, never the sizes it declares.
 *
 * @throws Hdf5Error for damage, for what refers to itself, and for parts of HDF5 that are not read, by name
 */
export function openHdf5(bytes: Uint8Array): Hdf5Node {
  const file = new Bytes(bytes);
  return nodeAt(file, rootAddress(file));
}

function rootAddress(file: Bytes): number {
  if (!file.slice(0, 8).every((byte, index) => byte === hdf5Signature[index]))
    throw new Hdf5Error('it does not begin like an HDF5 file');
  const version = file.u8(8);
  if (version > 3) throw new Hdf5Error(`superblock version ${version} is not read; expected 0 to 3`);
  const [sizes, end, root] = version >= 2 ? [9, 28, 36] : version === 1 ? [13, 44, 68] : [13, 40, 64];
  if (file.u8(sizes) !== 8 || file.u8(sizes + 1) !== 8) throw new Hdf5Error('its addresses are not of 8 bytes');
  const declared = file.u64(end);
  if (declared > file.length)
    throw new Hdf5Error(`it is cut off: it says it has ${declared} bytes and has ${file.length}`);
  return file.u64(root);
}

function nodeAt(file: Bytes, address: number): Hdf5Node {
  const header: ObjectHeader = readHeader(file, address);
  let links: ReadonlyMap<string, number> | undefined;
  let attributes: ReadonlyMap<string, readonly string[]> | undefined;
  const children = () => {
    links ??= linksOf(file, header);
    return links;
  };
  return {
    names: () => [...children().keys()],
    child(name) {
      const found = children().get(name);
      return found === undefined ? undefined : nodeAt(file, found);
    },
    texts(name) {
      attributes ??= attributesOf(file, header);
      return attributes.get(name);
    },
    shape: () => shapeOf(file, header),
    floats: () => readFloats(file, header),
  };
}
