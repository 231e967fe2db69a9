import { CamdriftError } from '../errors.ts';
import { apiWords, hasStatus, isForbidden } from './api-words.ts';

/** Something of an earlier commit that cannot be had. */
export function unavailable(message: string, remedy: string, cause?: unknown): CamdriftError {
  return new CamdriftError('baseline-unavailable', message, { remedy, ...(cause !== undefined && { cause }) });
}

/** @param what the sentence that GitHub's words are added to, without its full stop */
export function refused(what: string, cause: unknown): CamdriftError {
  const remedy = isForbidden(cause) || hasStatus(cause, 404) ? readRemedy : againRemedy;
  return unavailable(`${what} (${apiWords(cause)}).`, remedy, cause);
}

export const readRemedy = 'Give the job `permissions: contents: read`, and check that the commit still exists.';
export const againRemedy = 'Run the job again; if that does not help, commit a baseline made with `camdrift baseline`.';
