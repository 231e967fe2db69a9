import { CamdriftError } from '../errors.ts';

/** A model that cannot be had from where it lies. */
export const unavailable = (message: string, remedy?: string, cause?: unknown): CamdriftError =>
  new CamdriftError('model-unavailable', message, {
    ...(remedy !== undefined && { remedy }),
    ...(cause !== undefined && { cause }),
  });
