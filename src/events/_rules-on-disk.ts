import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DecidingFiles } from '../changes/deciding-files.ts';
import { policyOf } from '../changes/policy-edits.ts';
import { CamdriftError } from '../errors.ts';
import { isCheckedOut } from '../repository/on-disk.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import type { Project } from './_project.ts';

/**
 * Why the files that judge a model are not those of the change: one that the commit has is not on disk, or is another there. A
 * sparse checkout would judge by fewer fixtures, and a step in between by rules of its own, without a word.
 * @returns undefined when they are, and when the commit is too large to be listed
 */
export async function foreignRules(
  { root, configuration }: Pick<Project, 'root' | 'configuration'>,
  watched: DecidingFiles,
  candidate: Snapshot | undefined,
): Promise<CamdriftError | undefined> {
  const policies = Object.values(policyOf(watched, configuration));
  for (const [path, entry] of (await candidate?.list())?.entries ?? []) {
    if (entry.kind !== 'file' || !policies.some(matches => matches(path))) continue;
    const file = join(root, path);
    const there = (await stat(file).catch(() => undefined))?.isFile() ?? false;
    if (there && (await isCheckedOut(file, entry, path, candidate!))) continue;
    return foreign(path, there, candidate!);
  }
  return undefined;
}

function foreign(path: string, there: boolean, { commit }: Snapshot): CamdriftError {
  const what = there ? `has another ${path} than` : `lacks ${path} of`;
  const message = `The workspace ${what} commit ${commit.slice(0, 7)}, which this run is about: the model would be judged by other files.`;
  return new CamdriftError('workspace-differs', message);
}
