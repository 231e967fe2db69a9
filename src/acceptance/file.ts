import { z } from 'zod';
import { CamdriftError } from '../errors.ts';
import type { Acceptance } from '../results/model.ts';
import type { Pair } from './pair.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What `camdrift accept` writes: a name under a change, for these two models and these reasons. */
export const acceptedFileSchema = z.strictObject({
  version: z.literal(1),
  model: z.string().max(1024),
  code: z.string().regex(/^[0-9a-f]{16}$/),
  named: z.array(z.string().max(1024)).max(1000),
  baseline: digest.nullable(),
  candidate: digest,
  by: z.string().min(1).max(100),
  why: z.string().min(1).max(1000),
  at: z.iso.datetime(),
});

export type AcceptedFile = z.infer<typeof acceptedFileSchema>;

/** Where such files lie, beside the configuration. */
export const acceptedFolder = '.camdrift/accepted';

export const mostAcceptedBytes = 2 ** 20;

/** @throws CamdriftError `config-invalid` when it is not as `camdrift accept` writes it */
export function parseAccepted(text: string, path: string): AcceptedFile {
  try {
    return acceptedFileSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw notAccepted(path, 'it has another form', cause);
  }
}

export const notAccepted = (path: string, why: string, cause?: unknown) =>
  new CamdriftError('config-invalid', `${path} is no acceptance: ${why}.`, {
    cause,
    remedy: 'Name a file that `camdrift accept` has written.',
  });

/** How the files of two models begin: `3f9a2c1d0b7e4a55..48cef24a8e57d305`, or `none..` without an earlier one. */
export const acceptedName = (baseline: string | null | undefined, candidate: string): string =>
  `${baseline?.slice(0, 16) ?? 'none'}..${candidate.slice(0, 16)}`;

/** Whether it stands for what failed, and names all that is accepted by name only. */
export const accepts = ({ code, named }: AcceptedFile, pair: Pair): boolean =>
  code === pair.code && pair.named.every(name => named.includes(name));

/** The word of such a file. @param file where the base branch has it, when that is where it was found */
export const wordOf = ({ by, why, named }: AcceptedFile, file?: string): Acceptance => ({
  ...{ by, why, url: '', named },
  ...(file !== undefined && { file }),
});
