import type { Baseline } from '../baselines/baseline.ts';
import { readBaseline } from '../baselines/directory.ts';
import type { BaselineModel, ModelConfig } from '../config/config.ts';
import { CamdriftError } from '../errors.ts';
import type { Reason } from '../results/reason.ts';
import { explainSide, type Run, type Side } from './sides.ts';
import { otherProbes, staleness } from './staleness.ts';

export interface ChosenBaseline {
  readonly baseline: Baseline;
  readonly source: 'stored' | 'recomputed';
  readonly notes: readonly Reason[];
}

/**
 * The side to compare with: stored maps, or a baseline model explained now; undefined when there is nothing to compare with,
 * or nothing shall be. When both are named, the stored maps are taken only if that very model made them in the same way.
 * @throws CamdriftError `baseline-unavailable`
 */
export async function chooseBaseline(config: ModelConfig, run: Run): Promise<ChosenBaseline | undefined> {
  const { reference } = config;
  switch (reference.kind) {
    case 'none':
    case 'absent':
      return undefined;
    case 'stored':
      return storedAlone(config, config.baseline!);
    case 'model':
      return storedOrExplained(config, reference.model, run);
  }
}

async function storedAlone(config: ModelConfig, folder: string): Promise<ChosenBaseline> {
  const baseline = await readBaseline(folder);
  const stale = await staleness(baseline, config);
  if (!stale) return { baseline, source: 'stored', notes: [] };
  throw new CamdriftError('baseline-unavailable', `The baseline in ${config.shown(folder)} does not fit: ${stale}.`);
}

async function storedOrExplained(config: ModelConfig, model: BaselineModel, run: Run): Promise<ChosenBaseline> {
  const { baseline: folder } = config;
  const stored = folder === undefined ? undefined : await readBaseline(folder).catch(tolerateMissing);
  const stale = stored && (await whyNotStored(stored, config, model));
  if (stored && !stale) return { baseline: stored, source: 'stored', notes: [] };
  const baseline = await explained(config, model, run);
  const notes: Reason[] = [
    ...(stale ? [{ level: 'pass', code: 'baseline-stale', why: stale } as const] : []),
    ...(baseline.fallback ? [{ ...baseline.fallback, side: 'baseline' } as const] : []),
  ];
  return { baseline, source: 'recomputed', notes };
}

async function whyNotStored(stored: Baseline, config: ModelConfig, model: BaselineModel): Promise<string | undefined> {
  if (stored.model.digest !== (await model.digest())) return 'another model made it';
  return (await staleness(stored, config)) ?? otherProbes(stored, config);
}

async function explained(config: ModelConfig, model: BaselineModel, run: Run): Promise<Side> {
  const side = await explainSide(
    { ...config, ...config.baselineUse },
    {
      title: `baseline of ${config.name}`,
      path: await model.path(),
      origin: model.origin,
      preprocess: config.baselinePreprocess,
    },
    run,
  );
  if (!side.unfinished) return side;
  const { code, message } = side.unfinished;
  throw new CamdriftError(
    code === 'shards-incomplete' ? code : 'baseline-unavailable',
    `The baseline model was not explained: ${message}`,
  );
}

function tolerateMissing(error: unknown): undefined {
  if (!(error instanceof CamdriftError) || error.code !== 'baseline-unavailable') throw error;
}
