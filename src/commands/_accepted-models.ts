import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { globbed } from '../config/glob.ts';
import { shown } from '../config/source.ts';
import { CamdriftError } from '../errors.ts';
import { modelDigest } from '../models/index.ts';

/** A model that the team accepts. */
export interface AcceptedModel {
  /** Its path relative to the working directory, or where in the history it lies. */
  readonly name: string;
  readonly digest: string;
  /** Where it lies, until it is let go. Throws CamdriftError when it cannot be had. */
  open(): Promise<{ readonly path: string } & AsyncDisposable>;
}

export interface AcceptedModels {
  readonly models: readonly AcceptedModel[];
  /** What was left out, in words. */
  readonly left: readonly string[];
}

/**
 * The models that the globs match, sorted by name; models with the same files once. A path that exists is taken as it is,
 * since shells expand globs by themselves.
 * @throws CamdriftError `usage-wrong` when a glob matches nothing; `model-unreadable` when a match is no model
 */
export async function acceptedModels(globs: readonly string[], cwd: string): Promise<AcceptedModels> {
  const found = await Promise.all(globs.map(each => matches(each, cwd)));
  const paths = [...new Set(found.flat())].sort();
  const models: AcceptedModel[] = [];
  const left: string[] = [];
  for (const path of paths) {
    const [name, digest] = [shown(cwd, path), await modelDigest(path).catch(notAModel)];
    const twin = models.find(each => each.digest === digest);
    if (twin) left.push(`${name} has the same files as ${twin.name} and counts once.`);
    else models.push({ name, digest, open: async () => ({ path, [Symbol.asyncDispose]: async () => {} }) });
  }
  return { models, left };
}

async function matches(pattern: string, cwd: string): Promise<string[]> {
  const path = resolve(cwd, pattern);
  if (await stat(path).catch(() => undefined)) return [path];
  const found = await globbed(pattern, { base: cwd }, { folders: true, what: 'accepted model' });
  if (found.length === 0) throw new CamdriftError('usage-wrong', `No model matches \`--models ${pattern}\` in ${cwd}.`);
  return found;
}

function notAModel(error: unknown): never {
  if (!(error instanceof CamdriftError) || error.code !== 'model-unreadable') throw error;
  const remedy =
    'Let --models match model files, or folders that hold a model.json or saved_model.pb, and nothing else.';
  throw new CamdriftError('model-unreadable', error.message, { cause: error, remedy });
}
