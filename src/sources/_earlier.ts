import { CamdriftError } from '../errors.ts';

/** Whatever keeps an earlier version away, the change is not to blame. */
export function asEarlier(error: unknown): never {
  if (!(error instanceof CamdriftError) || error.code === 'baseline-unavailable') throw error;
  const { message, remedy } = error;
  throw new CamdriftError('baseline-unavailable', message, { remedy, cause: error });
}
