import { CamdriftError } from '../errors.ts';

/** For a `catch`: an error of the user's as a value; anything else is a bug and thrown on. */
export function known(error: unknown): CamdriftError {
  if (error instanceof CamdriftError) return error;
  throw error;
}

/** For a `catch`: nothing instead of an error of the user's. */
export function tolerate(error: unknown): undefined {
  known(error);
}
