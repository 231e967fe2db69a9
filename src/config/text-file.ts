import { CamdriftError, type ProblemCode } from '../errors.ts';
import { readRegular } from '../files/regular-file.ts';

/** Larger than any list of labels or annotations of fixtures; a limit because the file comes with a pull request. */
const mostBytes = 64 * 2 ** 20;

/**
 * Text of a file that the configuration names.
 * @param missing what to say when there is none
 * @throws CamdriftError `missing`; `config-invalid` when it is there and cannot be read, is no file, or is larger than 64 MiB
 */
export async function readTextFile(
  path: string,
  missing: { code: ProblemCode; message: string; remedy?: string },
): Promise<string> {
  const remedy = missing.remedy === undefined ? {} : { remedy: missing.remedy };
  const bytes = await readRegular(path, mostBytes, (why, cause) =>
    isMissing(cause)
      ? new CamdriftError(missing.code, missing.message, { cause, ...remedy })
      : new CamdriftError('config-invalid', `${path} cannot be read: ${why}.`, { cause, ...remedy }),
  );
  return bytes.toString('utf8');
}

const isMissing = (cause: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException)?.code ?? '');
