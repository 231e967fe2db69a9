import { noCalibration } from '../calibration/calibration.ts';
import { type CalibrationSource, mostCalibrationBytes, parseCalibration } from '../calibration/file.ts';
import { touchesPlace } from '../changes/touched.ts';
import { CamdriftError } from '../errors.ts';
import { baseText } from '../repository/base-model.ts';
import type { ChangedFiles } from '../repository/changed-files.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import type { Reason } from '../results/reason.ts';
import type { Project } from './_project.ts';

/**
 * The calibration that judges a change: a change which edits it would widen its own limits, so it is judged by the base
 * branch's, and by none when that cannot be had.
 */
export function believedCalibration(
  here: CalibrationSource,
  project: Pick<Project, 'inRepository'>,
  files: ChangedFiles,
  before: Snapshot | undefined,
): CalibrationSource {
  const path = project.inRepository(here.path);
  if (!touchesPlace(files, path)) return here;
  return {
    path: here.path,
    read: async () => {
      const calibration = before && (await calibrationAt(before, path).catch(tolerate));
      const own = await here.read().catch(tolerate);
      // Where the list of changed files is not complete, the file need not have changed.
      if (calibration && JSON.stringify(calibration) === JSON.stringify(own?.calibration)) return { calibration };
      return { calibration: calibration ?? noCalibration, notes: [edited(path, calibration !== undefined)] };
    },
  };
}

/** The calibration of an earlier commit; an empty one when it has none. */
export const calibrationAt = async (before: Snapshot, path: string) =>
  parseCalibration(await baseText(before, path, mostCalibrationBytes), before.place(path));

const edited = (path: string, baseRead: boolean): Reason => ({
  level: 'warn',
  code: 'calibration-edited',
  path,
  baseRead,
});

function tolerate(error: unknown): undefined {
  if (!(error instanceof CamdriftError)) throw error;
}
