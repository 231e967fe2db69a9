import type { Accepted } from '../../src/calibration/calibration.ts';
import { probesOf, settingsDigest, signalsOf } from '../../src/calibration/measured.ts';
import type { ComparedModel } from '../../src/results/model.ts';
import type { Judged } from './audit.ts';

/** What of a configuration decides whom a model is compared with. */
export const settings = { layer: 'auto', methods: ['grad-cam'] } as const;

/** A model as `camdrift calibrate` stores it. */
export function acceptedOf(model: Judged): Accepted {
  const result = model.result as ComparedModel;
  return {
    name: model.name,
    digest: result.candidate.model.digest,
    lineage: result.lineage!.kind,
    against: result.baseline.model.digest,
    settings: settingsDigest(settings, result),
    signals: signalsOf(result, settings.methods[0]),
    ...probesOf(result),
  };
}
