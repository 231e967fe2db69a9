import type { DecidingFiles } from '../changes/deciding-files.ts';
import { policyEdits } from '../changes/policy-edits.ts';
import { isJudgedAlike, settingChanges } from '../changes/settings.ts';
import { steersRepairs } from '../changes/steers.ts';
import type { RawConfig } from '../config/schema.ts';
import type { Change } from '../results/change.ts';
import type { Comparison } from './_comparison.ts';
import type { Project } from './_project.ts';

/** What a change does to how it is judged. */
interface Hand extends Pick<Change, 'edits' | 'settings'> {
  /** Whether what would show a repair may be of its own making. */
  readonly steersRepairs: boolean;
}

/** @param before the configuration before, with models where the change has moved them */
export function handIn(
  { files }: Comparison,
  watched: readonly DecidingFiles[],
  { configuration, raw, written }: Project,
  before: RawConfig | undefined,
): Hand {
  const isMove = isJudgedAlike(before, raw);
  // A configuration that only says where a model lies now, and what its digest is, judges as before.
  const edits = policyEdits(files, watched, configuration).filter(
    ({ what, status }) => !(isMove && what === 'configuration' && status === 'modified'),
  );
  const settings = settingChanges(before, raw);
  return { edits, settings, steersRepairs: !files.complete || steersRepairs({ edits, settings }, raw, written) };
}
