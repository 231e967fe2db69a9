import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './dist.ts';

/** The tiny network as TensorFlow saved it (`scripts/make-saved-models.py --tiny`). @returns the folder */
export async function copySavedModel(folder: string): Promise<string> {
  await cp(join(root, 'fixtures/saved-model'), folder, { recursive: true });
  return folder;
}
