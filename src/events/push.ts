import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelConfig } from '../config/config.ts';
import { refreshWords, type StoredBaseline, storedBaselines, storedWords } from '../reports/stored-baselines.ts';
import { staleReason } from '../staleness.ts';
import { openProject } from './_project.ts';
import { readPush } from './payloads.ts';
import type { ActionWorld, Outcome } from './world.ts';

/** The default branch moved: are its stored baselines those of its models? Asks GitHub nothing. */
export async function onPush(world: ActionWorld): Promise<Outcome> {
  const { runner, inputs } = world;
  const { branch, isDefault, deleted } = readPush(world.event.payload);
  if (!isDefault || deleted) {
    runner.notice(`Only pushes to the default branch are looked at; this one went to ${branch}.`);
    runner.output('verdict', 'skipped');
    return { failure: undefined };
  }
  const project = await openProject(world);
  const { models } = await project.resolved();
  const found = await Promise.all(models.map(stored));
  for (const each of found) runner.line(`${each.name}: ${storedWords(each)}`);
  const stale = found.filter(each => each.stale !== undefined);
  for (const each of stale) runner.warning(`${each.name}: ${storedWords(each)}. ${refreshWords}`);
  if (inputs.summary) await runner.summary(storedBaselines(found));
  runner.output('verdict', stale.length > 0 ? 'warn' : 'pass');
  const fails = stale.length > 0 && inputs['fail-on'] === 'any';
  return { failure: fails ? `Stored baselines are stale: ${stale.map(({ name }) => name).join(', ')}.` : undefined };
}

async function stored(model: ModelConfig): Promise<StoredBaseline> {
  const { name, baseline: folder } = model;
  if (model.baselineModel === 'none') return { name, folder: undefined, unwanted: true, stale: undefined };
  if (folder === undefined || !(await exists(join(folder, 'manifest.json'))))
    return { name, folder: undefined, stale: undefined };
  return { name, folder: model.shown(folder), stale: await staleReason({ ...model, folder }) };
}

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;
