import { posix } from 'node:path';
import {
  type AcceptedFile,
  acceptedFolder,
  acceptedName,
  accepts,
  mostAcceptedBytes,
  parseAccepted,
  wordOf,
} from '../acceptance/file.ts';
import { type Pair, pairOf } from '../acceptance/pair.ts';
import { CamdriftError } from '../errors.ts';
import { baseText } from '../repository/base-model.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import type { Acceptance, ModelResult } from '../results/model.ts';
import type { Comparison } from './_comparison.ts';

/** What files of the base branch say of one model that fails. */
export interface FiledWord {
  readonly accepted: Acceptance | undefined;
  /** Of the same two models, and of other reasons or another way to explain them. */
  readonly void: readonly AcceptedFile[];
}

/** Files of the same two models: one per layer that is explained, and hardly more. */
const mostFiles = 20;

/** Of every model that fails, by its name; nothing where neither side could be had. */
export async function filedWords(
  comparison: Pick<Comparison, 'sides'>,
  configuration: string,
  models: readonly ModelResult[],
  warn: (message: string) => void,
): Promise<ReadonlyMap<string, FiledWord>> {
  const base = trustedSide(comparison);
  const failed = base ? models.filter(({ verdict }) => verdict === 'fail') : [];
  const words = failed.map(async model => [model.name, await filedOn(base!, configuration, model, warn)] as const);
  return new Map(await Promise.all(words));
}

/** The side that the change cannot have written: the branch as it is now; of a push, which is that, what was there before. */
export const trustedSide = ({ sides }: Pick<Comparison, 'sides'>): Snapshot | undefined =>
  sides && (sides.tip.commit === sides.candidate.commit ? sides.before : sides.tip);

/**
 * What `camdrift accept` has written, where the base branch has it. A change that brings or edits such a file has no word
 * in it: what lies in the checkout is not read.
 * @param configuration the configuration file, relative to the repository; the files lie beside it
 * @param warn told of what cannot be read, which accepts nothing
 */
export async function filedOn(
  base: Snapshot,
  configuration: string,
  model: ModelResult,
  warn: (message: string) => void,
): Promise<FiledWord> {
  const pair = pairOf(model);
  if (!pair) return { accepted: undefined, void: [] };
  try {
    return await wordOn(base, posix.join(posix.dirname(configuration), acceptedFolder), model, pair);
  } catch (error) {
    if (!(error instanceof CamdriftError)) throw error;
    warn(`What the base branch accepts of ${model.name} is not believed: ${error.message}`);
    return { accepted: undefined, void: [] };
  }
}

async function wordOn(base: Snapshot, folder: string, model: ModelResult, pair: Pair): Promise<FiledWord> {
  const name = acceptedName(model.baseline?.model.digest, model.candidate!.model.digest);
  const listed = (await base.under(folder)).filter(({ path }) => isNamed(path, `${folder}/${name}`));
  const found = await Promise.all(
    listed.slice(0, mostFiles).map(async ({ path }) => {
      const text = await baseText(base, path, mostAcceptedBytes);
      return { path, file: parseAccepted(text ?? '', base.place(path)) };
    }),
  );
  const holding = found.find(({ file }) => accepts(file, pair));
  if (holding) return { accepted: wordOf(holding.file, holding.path), void: [] };
  return { accepted: undefined, void: found.map(({ file }) => file) };
}

const isNamed = (path: string, start: string): boolean =>
  path.endsWith('.json') && (path === `${start}.json` || path.startsWith(`${start}.`));
