import { join } from 'node:path';
import { readBaseline } from '../baselines/directory.ts';
import type { ModelConfig } from '../config/config.ts';
import type { CamdriftError } from '../errors.ts';
import { storedBefore } from './_base-baseline.ts';
import type { BeforeChange } from './_before-change.ts';
import { known, tolerate } from './_known.ts';

/** Stored maps that the change edits are taken as they were before. */
export async function asStored(
  model: ModelConfig,
  { project, comparison }: BeforeChange,
  folder: string,
): Promise<ModelConfig> {
  const path = model.baseline === undefined ? undefined : project.inRepository(model.baseline);
  const baseline = path && (await storedBefore(comparison.sides!.before, path, join(folder, 'stored')));
  return { ...model, baseline: baseline || undefined };
}

/** A version that cannot be fetched, where stored maps are there to stand for it. */
export async function reached(
  model: ModelConfig,
  stored: () => Promise<ModelConfig>,
  warn: (message: string) => void,
): Promise<ModelConfig> {
  const { reference } = model;
  const trouble = reference.kind === 'model' && (await reference.model.path().then(() => undefined, known));
  if (!trouble) return model;
  const other = await stored();
  if ((await storedDigest(other)) === undefined) return model;
  warn(
    `${model.name} is compared with its stored maps, whether or not the version before made them: ${trouble.message}`,
  );
  return { ...model, baseline: other.baseline, reference: { kind: 'stored' } };
}

/** Where Git has no earlier version, stored maps are one, whoever put the model there. */
export async function onDiskOr(
  trouble: CamdriftError,
  model: ModelConfig,
  stored: () => Promise<ModelConfig>,
): Promise<ModelConfig> {
  if (trouble.code !== 'model-untracked') return refused(model, trouble);
  const other = await stored();
  if ((await storedDigest(other)) === undefined) return refused(model, trouble);
  return { ...model, baseline: other.baseline, reference: { kind: 'stored' } };
}

/** The model that stored maps were made from; undefined without such maps. */
export async function storedDigest({ baseline }: Pick<ModelConfig, 'baseline'>): Promise<string | undefined> {
  if (baseline === undefined) return undefined;
  return (await readBaseline(baseline).catch(tolerate))?.model.digest;
}

/** One model that cannot be judged does not stop the others: whoever asks for its earlier version is told why. */
export function refused(model: ModelConfig, trouble: CamdriftError): ModelConfig {
  const fail = async () => {
    throw trouble;
  };
  return { ...model, baseline: undefined, reference: { kind: 'model', model: { digest: fail, path: fail } } };
}
