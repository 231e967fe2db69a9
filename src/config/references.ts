import { calibrationIn } from '../calibration/file.ts';
import { CamdriftError } from '../errors.ts';
import { modelDigest } from '../models/index.ts';
import { isAddress } from '../sources/address.ts';
import type { ModelConfig, Reference } from './config.ts';
import type { PickSetting } from './layered.ts';
import { locate, locateModel, type Source } from './source.ts';

/** Where stored baselines lie when nobody says where, beside the configuration. */
export const defaultBaselines = '.camdrift/baselines';

/** What a model is compared with. */
export async function references(
  name: string,
  pick: PickSetting,
  { base, workspace = base }: Source,
): Promise<Pick<ModelConfig, 'baseline' | 'reference' | 'calibration' | 'pinned'>> {
  const path = async (key: 'baseline' | 'baseline-model' | 'pinned') => {
    const found = pick(key);
    if (!found || found.value === 'none') return found?.value;
    if (isAddress(found.value)) throw noAddress(key, name);
    return locateModel(found.value, found.source, `${key} of model ${name}`);
  };
  const [baseline, golden] = [await path('baseline'), await path('baseline-model')];
  const usual = await locate(`${defaultBaselines}/${name}`, { base, workspace }, `baseline of model ${name}`);
  return {
    calibration: calibrationIn(baseline ?? usual),
    baseline: baseline ?? (golden ? undefined : usual),
    reference:
      golden === undefined ? { kind: 'stored' } : golden === 'none' ? { kind: 'none' } : onDisk(golden, workspace),
    pinned: await path('pinned'),
  };
}

const noAddress = (key: string, name: string): CamdriftError =>
  new CamdriftError('config-invalid', `${key} of model ${name} is an address; only \`path\` may be one.`, {
    remedy: 'Let an earlier step fetch it, and name the file on disk.',
  });

/** An earlier version that lies on this machine; links among its files do not leave `within`. */
export const onDisk = (path: string, within?: string): Reference => ({
  kind: 'model',
  model: { digest: () => modelDigest(path, within), path: async () => path },
});
