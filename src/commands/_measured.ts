import { auditAgainst } from '../auditing/one-model.ts';

import { type Accepted, noCalibration } from '../calibration/calibration.ts';
import { probesOf, settingsDigest, signalsOf } from '../calibration/measured.ts';
import type { ModelConfig } from '../config/config.ts';
import { CamdriftError } from '../errors.ts';
import { sentenceOf } from '../reports/reasons.ts';
import type { ModelResult } from '../results/model.ts';
import { says } from '../results/reason.ts';
import type { ChosenBaseline } from '../versions/choose-baseline.ts';
import type { Run } from '../versions/sides.ts';
import type { AcceptedModel } from './_accepted-models.ts';

/** An accepted model, and the audit that its numbers are of. */
export interface Measured {
  readonly accepted: Accepted;
  readonly result: ModelResult;
}

/**
 * By the audit's own way, so that the numbers are the very same.
 * @throws CamdriftError when it has no score, or takes or answers something else than the baseline
 */
export async function measured(
  accepted: AcceptedModel,
  model: ModelConfig,
  chosen: ChosenBaseline,
  run: Run,
): Promise<Measured> {
  const { name, digest } = accepted;
  await using place = await accepted.open();
  const { path } = place;
  const calibration = { ...model.calibration, read: async () => ({ calibration: noCalibration }) };
  const { result } = await auditAgainst(chosen, { ...model, name, path, calibration }, run);
  requireAlike(name, result);
  requireScore(name, result);
  const lineage = result.judged?.lineage;
  if (lineage === undefined)
    throw new CamdriftError('usage-wrong', `How ${name} descends from the baseline is not known.`, {
      remedy: 'Say it with --lineage, for instance --lineage retrained; it then holds for every model given.',
    });
  const against = chosen.baseline.model.digest;
  const settings = settingsDigest(model, result);
  const signals = signalsOf(result, model.methods[0]!);
  return { accepted: { name, digest, lineage, against, settings, signals, ...probesOf(result) }, result };
}

/** What takes other pictures, or answers other classes, says nothing about how far training moves a model. */
function requireAlike(name: string, { reasons }: ModelResult): void {
  const other = reasons.find(reason => says(reason, 'classes-differ', 'input-differs', 'output-differs'));
  if (!other) return;
  throw new CamdriftError('usage-wrong', `${name} cannot be compared with the baseline: ${sentenceOf(other)}`, {
    remedy: 'Leave it out. Nothing was written.',
  });
}

/** A mean over some of the fixtures is not the number that other models are compared with. */
function requireScore(name: string, { reasons, score }: ModelResult): void {
  const gap = reasons.find(reason => says(reason, 'fixture-failed', 'method-refused'));
  if (score && !gap) return;
  const remedy = 'Mend that, or leave the model out. Nothing was written.';
  throw new CamdriftError(
    'fixture-unreadable',
    `${name} has no score: ${gap ? sentenceOf(gap) : 'nothing is judged.'}`,
    {
      remedy,
    },
  );
}
