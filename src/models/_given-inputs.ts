import { readFile } from 'node:fs/promises';
import { CamdriftError } from '../errors.ts';
import { requireRegular } from '../files/regular-file.ts';
import { type Given, type LoadOptions, mostInputBytes } from './model.ts';

/** The numbers of every further input, by its name. @throws CamdriftError `config-invalid` for a file that holds no such array */
export async function givenInputs(inputs: LoadOptions['inputs']): Promise<ReadonlyMap<string, Given>> {
  const entries = Object.entries(inputs ?? {}).map(
    async ([name, value]): Promise<[string, Given]> => [
      name,
      typeof value === 'number' ? { shape: [], data: Float32Array.of(value) } : await arrayOf(value),
    ],
  );
  return new Map(await Promise.all(entries));
}

async function arrayOf(path: string): Promise<Given> {
  await requireRegular(path, mostInputBytes, why => unfit(path, why));
  const bytes = await readFile(path).catch(() => {
    throw unfit(path, 'there is no readable file');
  });
  const version = bytes[6] ?? 0;
  if (bytes.toString('latin1', 0, 6) !== '\x93NUMPY' || version < 1 || version > 3 || bytes.length < 12)
    throw unfit(path, 'it does not start like a .npy file of format 1 to 3');
  const start = version === 1 ? 10 : 12;
  const end = start + (version === 1 ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8));
  const header = bytes.toString('latin1', start, end);
  const type = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1] ?? '';
  const read = readers[type];
  if (!read || !/'fortran_order'\s*:\s*False\b/.test(header))
    throw unfit(
      path,
      `it holds values of type ${type || 'unknown'} or in another order; expected ${Object.keys(readers).join(', ')} in C order`,
    );
  const shape = /'shape'\s*:\s*\(([\d\s,]*)\)/.exec(header)?.[1]?.match(/\d+/g)?.map(Number) ?? [];
  const count = shape.reduce((product, size) => product * size, 1);
  if (bytes.length - end !== count * read.bytes)
    throw unfit(
      path,
      `it has ${bytes.length - end} bytes of data where ${shape.join(' x ') || 'one number'} takes ${count * read.bytes}`,
    );
  const view = new DataView(bytes.buffer, bytes.byteOffset + end, bytes.length - end);
  const data = Float32Array.from({ length: count }, (_, at) => read.value(view, at * read.bytes));
  if (!data.every(Number.isFinite)) throw unfit(path, 'it holds a value that is not finite');
  return { shape, data };
}

interface Reader {
  readonly bytes: number;
  value(view: DataView, at: number): number;
}

const readers: Readonly<Record<string, Reader>> = {
  '<f4': { bytes: 4, value: (view, at) => view.getFloat32(at, true) },
  '<f8': { bytes: 8, value: (view, at) => view.getFloat64(at, true) },
  '<i4': { bytes: 4, value: (view, at) => view.getInt32(at, true) },
  '<i8': { bytes: 8, value: (view, at) => Number(view.getBigInt64(at, true)) },
  '|u1': { bytes: 1, value: (view, at) => view.getUint8(at) },
  '|b1': { bytes: 1, value: (view, at) => view.getUint8(at) },
};

const unfit = (path: string, why: string) =>
  new CamdriftError('config-invalid', `${path} cannot be given to a model as an input: ${why}.`, {
    remedy: 'Write the array with numpy.save, or give one number for all of it.',
  });
