import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { type NumpyArray, parseNpy } from './npy.ts';

/** The arrays of a file that `np.savez` wrote, each parsed when it is asked for; a name that is not there throws. */
export interface Archive {
  readonly names: readonly string[];
  array(name: string): NumpyArray;
}

export function readNpz(path: string): Archive {
  const files = unzipSync(readFileSync(path));
  return {
    names: Object.keys(files).map(name => name.replace(/\.npy$/, '')),
    array(name) {
      const bytes = files[`${name}.npy`];
      if (!bytes) throw new RangeError(`${path} has no array ${name}`);
      return parseNpy(bytes);
    },
  };
}
