import type { ModelConfig } from '../config/config.ts';
import type { CamdriftError } from '../errors.ts';

/** One model that cannot be judged does not stop the others: whoever asks for its earlier version is told why. */
export function refused(model: ModelConfig, trouble: CamdriftError): ModelConfig {
  const fail = async () => {
    throw trouble;
  };
  return { ...model, baseline: undefined, baselineModel: { digest: fail, path: fail } };
}
