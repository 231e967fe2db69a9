import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { CamdriftError, systemWords } from '../errors.ts';

/**
 * A new folder below the runner's folder for temporary files.
 * @throws CamdriftError `system-refused` where that folder is not there or takes nothing
 */
export async function temporaryFolder(temporary: string, prefix: string): Promise<string> {
  return mkdtemp(join(temporary, prefix)).catch(cause => {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    throw new CamdriftError('system-refused', `No folder can be made in ${temporary}: ${systemWords(cause)}.`, {
      cause,
      remedy: 'The runner names its folder for temporary files in RUNNER_TEMP: no step may change that, or remove it.',
    });
  });
}
