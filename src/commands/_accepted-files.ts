import { resolve } from 'node:path';
import { z } from 'zod';
import { acceptedModel } from '../acceptance/apply.ts';
import { type Pair, pairOf } from '../acceptance/pair.ts';
import { CamdriftError } from '../errors.ts';
import { readRegular } from '../files/regular-file.ts';
import type { JudgedModel } from '../results/model.ts';
import type { Results } from '../results/results.ts';
import { worst } from '../results/verdict.ts';

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

const mostBytes = 2 ** 20;

/** @throws CamdriftError `config-invalid` when it is not as `camdrift accept` writes it */
export async function readAccepted(paths: readonly string[], cwd: string): Promise<readonly AcceptedFile[]> {
  const invalid = (path: string, why: string, cause?: unknown) =>
    new CamdriftError('config-invalid', `${path} is no acceptance: ${why}.`, {
      cause,
      remedy: 'Name a file that `camdrift accept` has written.',
    });
  return Promise.all(
    paths.map(async path => {
      const bytes = await readRegular(resolve(cwd, path), mostBytes, (why, cause) => invalid(path, why, cause));
      try {
        return acceptedFileSchema.parse(JSON.parse(bytes.toString('utf8')));
      } catch (cause) {
        throw invalid(path, 'it has another form', cause);
      }
    }),
  );
}

export interface Applied {
  readonly results: Results;
  /** Files that accept nothing of this: they are of another model, or for other reasons. */
  readonly void: readonly AcceptedFile[];
}

/** The results as they stand when these files are believed. */
export function withAcceptedFiles(results: Results, files: readonly AcceptedFile[]): Applied {
  const used = new Set<AcceptedFile>();
  const models = results.models.map(model => {
    const pair = pairOf(model);
    const file = pair && files.find(each => accepts(each, pair));
    if (!file || !model.judged) return model;
    used.add(file);
    const { by, why, named } = file;
    return acceptedModel(model as JudgedModel, pair, { by, why, url: '', named });
  });
  const verdict = worst(models.map(each => each.verdict));
  return { results: { ...results, models, verdict }, void: files.filter(file => !used.has(file)) };
}

const accepts = ({ code, named }: AcceptedFile, pair: Pair): boolean =>
  code === pair.code && pair.named.every(name => named.includes(name));
