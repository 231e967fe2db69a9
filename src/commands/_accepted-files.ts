import { resolve } from 'node:path';
import { acceptedModel } from '../acceptance/apply.ts';
import {
  type AcceptedFile,
  accepts,
  mostAcceptedBytes,
  notAccepted,
  parseAccepted,
  wordOf,
} from '../acceptance/file.ts';
import { pairOf } from '../acceptance/pair.ts';
import { readRegular } from '../files/regular-file.ts';
import type { JudgedModel } from '../results/model.ts';
import type { Results } from '../results/results.ts';
import { worst } from '../results/verdict.ts';

/** @throws CamdriftError `config-invalid` when it is not as `camdrift accept` writes it */
export async function readAccepted(paths: readonly string[], cwd: string): Promise<readonly AcceptedFile[]> {
  return Promise.all(
    paths.map(async path => {
      const trouble = (why: string, cause?: unknown) => notAccepted(path, why, cause);
      return parseAccepted((await readRegular(resolve(cwd, path), mostAcceptedBytes, trouble)).toString('utf8'), path);
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
    return acceptedModel(model as JudgedModel, pair, wordOf(file));
  });
  const verdict = worst(models.map(each => each.verdict));
  return { results: { ...results, models, verdict }, void: files.filter(file => !used.has(file)) };
}
