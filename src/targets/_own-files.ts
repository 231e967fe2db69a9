import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Raster } from '../core/raster.ts';
import { confined } from '../files/workspace.ts';
import { encodeWebp } from '../images/encode.ts';

/** A change may bring links of its own where we write: they are not followed out of the folder. */
export const ownPath = (folder: string, name: string): Promise<string> =>
  confined(folder, join(folder, name), `output ${name}`);

export async function savePicture(folder: string, path: string, picture: Raster): Promise<void> {
  const [place, bytes] = [await ownPath(folder, path), await encodeWebp(picture)];
  await writeFileAtomic(place, Buffer.from(bytes));
}
