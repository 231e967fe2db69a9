import { join } from 'node:path';
import { readBaseline } from '../baselines/directory.ts';
import type { ModelConfig } from '../config/config.ts';
import type { ModelResult } from '../results/model.ts';
import { digestNow } from '../versions/staleness.ts';
import { tolerate } from './_known.ts';
import type { Project } from './_project.ts';
import type { ActionWorld } from './world.ts';

type Said = { readonly runner: Pick<ActionWorld['runner'], 'notice'> };

/** Whether something may be made from a model by what a push has found of it. */
export function isSound({ runner }: Said, result: ModelResult | undefined): boolean {
  const isBad = result?.verdict === 'fail' || result?.verdict === 'incomplete';
  if (isBad) runner.notice(`${result.name}: its verdict is ${result.verdict}, so nothing is made from it.`);
  return !isBad;
}

/**
 * Whether a model that a push leaves alone, and so has not judged, is one that may become the measure of others: the one that its stored
 * baseline was made from, or that an earlier push took for sound. One that failed would else be stored by the next push.
 * @param waiting the text of a file as that push would have it, while nobody has merged it
 */
export async function isKnownSound(
  { runner }: Said,
  { inRepository }: Pick<Project, 'inRepository'>,
  model: Pick<ModelConfig, 'name' | 'baseline' | 'address' | 'path' | 'load'>,
  waiting: (path: string) => Promise<string | undefined>,
): Promise<boolean> {
  const stored = await readBaseline(model.baseline!).catch(tolerate);
  const now = await digestNow(model).catch(tolerate);
  if (!stored || stored.model.digest === now) return true;
  const text = await waiting(inRepository(join(model.baseline!, 'manifest.json')));
  if (now !== undefined && digestIn(text) === now) return true;
  runner.notice(
    `${model.name}: its stored baseline is of another model, and this push has not judged the one that is there, so nothing is made from it. If it is sound, run \`camdrift baseline\` and commit that.`,
  );
  return false;
}

function digestIn(manifest: string | undefined): unknown {
  try {
    return JSON.parse(manifest ?? '{}').model?.digest;
  } catch {
    return undefined;
  }
}
