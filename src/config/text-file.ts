import { readFile, stat } from 'node:fs/promises';
import { CamdriftError, type ProblemCode } from '../errors.ts';

/** Larger than any list of labels or annotations of fixtures; a limit because the file comes with a pull request. */
const mostBytes = 64 * 2 ** 20;

/**
 * Text of a file that the configuration names.
 * @param missing what to say when it cannot be read
 * @throws CamdriftError `missing`; `config-invalid` when it is larger than 64 MiB
 */
export async function readTextFile(
  path: string,
  missing: { code: ProblemCode; message: string; remedy?: string },
): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found && found.size > mostBytes) {
    throw new CamdriftError('config-invalid', `${path} has ${found.size} bytes; at most ${mostBytes} are read.`);
  }
  return readFile(path, 'utf8').catch(cause => {
    const remedy = missing.remedy === undefined ? {} : { remedy: missing.remedy };
    throw new CamdriftError(missing.code, missing.message, { cause, ...remedy });
  });
}
