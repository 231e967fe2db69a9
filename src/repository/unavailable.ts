import { CamdriftError } from '../errors.ts';
import { againAt, apiWords, hasStatus, isForbidden, isLimited, isTooLarge } from './api-words.ts';

/** Something of an earlier commit that cannot be had. */
export function unavailable(message: string, remedy: string, cause?: unknown): CamdriftError {
  return new CamdriftError('baseline-unavailable', message, { remedy, ...(cause !== undefined && { cause }) });
}

/** @param what the sentence that GitHub's words are added to, without its full stop */
export function refused(what: string, cause: unknown): CamdriftError {
  return unavailable(`${what} (${apiWords(cause)}).`, remedyOf(cause), cause);
}

function remedyOf(cause: unknown): string {
  if (isTooLarge(cause)) return sizeRemedy;
  if (isLimited(cause))
    return `The token has used up its requests: run the job again${againAt(cause) || ' in an hour'}, or commit a baseline made with \`camdrift baseline\`, which needs fewer.`;
  return isForbidden(cause) || hasStatus(cause, 404) ? readRemedy : againRemedy;
}

export const sizeRemedy = 'Keep large files in Git LFS, or commit a baseline made with `camdrift baseline`.';

export const readRemedy = 'Give the job `permissions: contents: read`, and check that the commit still exists.';
export const againRemedy = 'Run the job again; if that does not help, commit a baseline made with `camdrift baseline`.';
