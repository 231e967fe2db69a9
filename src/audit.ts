import { type AuditedModel, auditAgainst } from './auditing/one-model.ts';
import type { Config, ModelConfig } from './config/config.ts';
import { actionable, unforeseen } from './errors.ts';
import { deadlines } from './explainer/deadlines.ts';
import type { Explainer } from './explainer/explainer.ts';
import { overall } from './judgement/verdict.ts';
import type { ModelResult, UnauditedModel } from './results/model.ts';
import type { Results } from './results/results.ts';
import { tool } from './version.ts';
import { chooseBaseline } from './versions/choose-baseline.ts';
import type { Run } from './versions/sides.ts';

/** What an audit found: the result to publish, and the maps behind it for whoever draws them. */
export interface Audit {
  readonly results: Results;
  readonly pictures: readonly AuditedModel[];
}

/** Baseline, candidate, comparison, verdict: for each model of the configuration. A model that fails stops no other. */
export async function audit(
  config: Config,
  engine: Explainer,
  progress: Run['progress'],
  now: () => Date,
): Promise<Audit> {
  const started = now();
  const run: Run = { engine, jobs: config.jobs, batch: config.batch, progress };
  const limit = deadlines(config.runTimeout);
  const models: ModelResult[] = [];
  const pictures: AuditedModel[] = [];
  for (const model of config.models) {
    const audited = await auditModel(model, { ...run, deadline: limit(model.timeout) }).catch(error =>
      notAudited(model, error),
    );
    models.push(audited.result);
    if ('candidate' in audited) pictures.push(audited);
  }
  const results: Results = {
    version: 1,
    tool,
    engine: { name: engine.name, version: engine.version },
    verdict: overall(models),
    models,
    times: { started: started.toISOString(), seconds: (now().getTime() - started.getTime()) / 1000 },
  };
  return { results, pictures };
}

async function auditModel(config: ModelConfig, run: Run): Promise<AuditedModel> {
  await config.obtain?.();
  const chosen = await chooseBaseline(config, run);
  return auditAgainst(chosen, config, run);
}

/** A model without a verdict: the error takes its place, and the run cannot pass. A bug of ours costs no other model its verdict. */
function notAudited(config: Pick<ModelConfig, 'name' | 'shown' | 'path'>, error: unknown): { result: UnauditedModel } {
  const { code, message, remedy, exitCode } = actionable(error) ?? unforeseen(error);
  const reasons = [{ level: 'incomplete' as const, code, message }];
  return {
    result: {
      name: config.name,
      path: config.shown(config.path),
      verdict: 'incomplete',
      reasons,
      error: { code, message, remedy, exitCode },
      fixtures: [],
    },
  };
}
