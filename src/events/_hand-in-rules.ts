import type { DecidingFiles } from '../changes/deciding-files.ts';
import { policyEdits } from '../changes/policy-edits.ts';
import { isJudgedAlike, settingChanges } from '../changes/settings.ts';
import { isShownByBase, steersRepairs } from '../changes/steers.ts';
import type { RawConfig } from '../config/schema.ts';
import type { Change } from '../results/change.ts';
import type { Comparison } from './_comparison.ts';
import type { Project } from './_project.ts';

/** What a change does to how it is judged. */
interface Hand extends Pick<Change, 'edits' | 'settings'> {
  /** Of each model whether what would show a repair may be of the change's own making. */
  readonly steersRepairs: readonly boolean[];
}

/** @param before the configuration before, with models where the change has moved them */
export async function handIn(
  { files, sides }: Comparison,
  watched: readonly DecidingFiles[],
  { configuration, raw, written, present }: Project,
  before: RawConfig | undefined,
): Promise<Hand> {
  const isMove = isJudgedAlike(before, raw);
  // A configuration that only says where a model lies now, and what its digest is, judges as before.
  const edits = policyEdits(files, watched, configuration).filter(
    ({ what, status }) => !(isMove && what === 'configuration' && status === 'modified'),
  );
  const settings = settingChanges(before, raw);
  const held = (await sides?.before.list())?.entries;
  const isSteered = !held || steersRepairs({ edits, settings, files }, raw, written);
  const isHere = (path: string) => present([path]) !== undefined;
  return {
    ...{ edits, settings },
    steersRepairs: watched.map(each => isSteered || !isShownByBase(each, raw, written, held, isHere)),
  };
}
