import { posix } from 'node:path';
import { calibrated } from '../calibration/calibrated.ts';
import { type Calibration, noCalibration } from '../calibration/calibration.ts';
import { calibrationName } from '../calibration/file.ts';
import { parseConfig } from '../config/read.ts';
import { defaultBaselines } from '../config/references.ts';
import { judgingOf } from '../config/resolve.ts';
import type { RawConfig, RawSettings } from '../config/schema.ts';
import { policyFor } from '../judgement/policy.ts';
import { baseText } from '../repository/base-model.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import { snapshotAt } from '../repository/snapshot-at.ts';
import type { ModelResult } from '../results/model.ts';
import type { Policy } from '../results/policy.ts';
import { calibrationAt } from './_base-calibration.ts';
import type { ActionWorld } from './world.ts';

/** How the base branch judges: a stranger does not set the limits that they are held to. */
export interface BasePolicy {
  readonly raw: RawConfig;
  /** The file, relative to the repository. */
  readonly configuration: string;
  /** How it judges what a stranger's run has found; `undefined` when it has no model of that name. */
  of(claimed: ModelResult): Policy | undefined;
}

/** The base branch's own configuration and calibrations; undefined when it has no configuration. */
export async function basePolicy({ inputs, repository }: ActionWorld, commit: string): Promise<BasePolicy | undefined> {
  const configuration = posix.join(inputs['working-directory'], inputs.config);
  const before = snapshotAt(repository, commit);
  const text = await baseText(before, configuration, 2 ** 20);
  if (text === undefined) return undefined;
  const raw = parseConfig(text, `${configuration} of the base branch`);
  const calibrations = await calibrationsOf(raw, posix.dirname(configuration), before);
  return {
    raw,
    configuration,
    of: claimed => {
      const settings = settingsOf(raw, claimed.name);
      return settings && judgedBy(settings, calibrations.get(claimed.name) ?? noCalibration, claimed);
    },
  };
}

async function calibrationsOf(
  raw: RawConfig,
  folder: string,
  before: Snapshot,
): Promise<ReadonlyMap<string, Calibration>> {
  const read = raw.models.map(async ({ name }) => {
    const { baseline = posix.join(defaultBaselines, name) } = settingsOf(raw, name)!;
    return [name, await calibrationAt(before, posix.join(folder, baseline, calibrationName))] as const;
  });
  return new Map(await Promise.all(read));
}

function settingsOf({ models, ...shared }: RawConfig, name: string): RawSettings | undefined {
  const own = models.find(model => model.name === name);
  return own && { ...shared, ...own };
}

function judgedBy(settings: RawSettings, calibration: Calibration, claimed: ModelResult): Policy {
  const { layer = 'auto', lineage = 'auto' } = settings;
  const judging = judgingOf(settings);
  const finer = layer === 'auto' ? undefined : claimed.judged?.finer;
  const policy = policyFor(judging, lineage === 'auto' ? claimed.lineage?.kind : lineage, finer);
  return calibrated(policy, calibration, { ...judging, layer: [layer].flat()[0]! }, claimed).policy;
}
