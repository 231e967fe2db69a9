import { CamdriftError } from '../errors.ts';

/** What is said of an engine whose package is not there, or is there and cannot be used. */
export function unavailable(title: string, name: string, cause: unknown): CamdriftError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const isMissing = code === 'MODULE_NOT_FOUND' && message.startsWith(`Cannot find module '${name}`);
  const why = message.split('\n')[0]!.replace(/[.\s]+$/, '');
  const what = isMissing ? 'is not installed' : `cannot be loaded: ${why}`;
  return new CamdriftError('engine-unavailable', `${title} (${name}) ${what}.`, { cause });
}
