import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelConfig } from '../config/config.ts';
import { onDisk } from '../config/references.ts';

import { CamdriftError } from '../errors.ts';
import { failure } from '../judgement/gate.ts';
import { locatedModel } from '../sources/located.ts';
import { judged } from './_audited.ts';
import { openProject, type Project } from './_project.ts';
import { refused } from './_stored-maps.ts';
import type { Published } from './message.ts';
import { fromFolder } from './publish.ts';
import { report } from './report.ts';
import type { ActionWorld, Outcome } from './world.ts';

/** Somebody asks, or the clock does, and nothing has changed: every model is held against what the team has stored. Asks GitHub nothing. */
export async function onDemand(world: ActionWorld): Promise<Outcome> {
  const project = await openProject(world);
  const config = await project.resolved();
  const models = config.models.map(model => againstStored(locatedModel(model, project.network), project));
  const { configuration } = project;
  const told = { folders: [[world.workspace, ''] as const], gone: new Map<string, string>(), configuration };
  const results = await judged(world, { ...config, models }, told);
  const published: Published = { pictures: new Map(), withoutPictures: 'there is no pull request to show them on' };
  const checked = { results, folder: config.out, fileOf: project.written };
  await report(world, checked, { results, picture: fromFolder(config.out) }, published);
  return { failure: failure(results, world.inputs['fail-on']) };
}

/** What is named to compare with, else the stored maps, else the pinned release. */
function againstStored(model: ModelConfig, { inRepository }: Project): ModelConfig {
  const { baseline, reference, pinned, pinnedThresholds, thresholds } = model;
  if (reference.kind !== 'stored' || (baseline !== undefined && isStored(baseline))) return model;
  if (pinned !== undefined) {
    const release = isStored(pinned) ? { baseline: pinned } : { baseline: undefined, reference: onDisk(pinned) };
    return { ...model, ...release, pinned: undefined, thresholds: pinnedThresholds ?? thresholds };
  }
  const where = baseline === undefined ? '' : ` in ${inRepository(baseline)}`;
  const message = `There is nothing to hold ${model.name} against: no stored baseline${where}, no \`pinned\`, no \`baseline-model\`.`;
  return refused(model, new CamdriftError('baseline-unavailable', message));
}

const isStored = (folder: string): boolean => existsSync(join(folder, 'manifest.json'));
