import { join } from 'node:path';
import { CamdriftError } from '../errors.ts';
import { apiWords, isForbidden } from '../repository/api-words.ts';
import { type ChangedFiles, changedFiles } from '../repository/changed-files.ts';
import { checkedOutLinks } from '../repository/on-disk.ts';
import type { Snapshot } from '../repository/snapshot.ts';
import { snapshotAt } from '../repository/snapshot-at.ts';
import type { Project } from './_project.ts';
import type { ActionWorld } from './world.ts';

/** Which commits are held against each other. */
export interface Commits {
  /** What is checked out. */
  readonly candidate: string;
  /** What it was made from. */
  readonly before: string;
  /** Where the branch that the change goes to stands now. */
  readonly tip: string;
}

/** The one comparison that everything reads: what changed, the version before, the settings told, the base branch's rules. */
export interface Comparison {
  /** Of the version before: the change itself when that is not known. */
  readonly commit: string;
  readonly files: ChangedFiles;
  /** Undefined when they cannot be had; `trouble` says why. */
  readonly sides: { readonly candidate: Snapshot; readonly before: Snapshot; readonly tip: Snapshot } | undefined;
  readonly trouble: CamdriftError | undefined;
}

/**
 * Both sides, read as Git has them.
 * @param commits which commits these are; what it throws becomes the trouble
 * @param instead the commit to name when that is not known
 */
export async function compare(
  world: ActionWorld,
  project: Pick<Project, 'root'>,
  commits: () => Promise<Commits>,
  instead: string,
): Promise<Comparison> {
  let commit = instead;
  try {
    const { candidate: after, before: from, tip: to } = await commits();
    commit = from;
    const texts = new Map<string, string>();
    const at = (sha: string) => snapshotAt(world.repository, sha, { texts, checkout: project.root });
    const [candidate, before] = [at(after), at(from)];
    const tip = to === from ? before : at(to);
    const links = (await candidate.links()) ?? [];
    for (const [sha, text] of await checkedOutLinks(links, path => join(project.root, path))) texts.set(sha, text);
    const files = await changedFiles(before, candidate);
    return { commit, files, sides: { candidate, before, tip }, trouble: undefined };
  } catch (error) {
    const trouble = troubleOf(error);
    world.runner.warning(trouble.message);
    return { commit, files: { files: [], complete: false }, sides: undefined, trouble };
  }
}

function troubleOf(error: unknown): CamdriftError {
  if (error instanceof CamdriftError) return error;
  const remedy = isForbidden(error) ? 'Give the job `permissions: contents: read`.' : 'Run the job again.';
  const message = `What this change is to be compared with could not be had (${apiWords(error)}).`;
  return new CamdriftError('baseline-unavailable', message, { remedy, cause: error });
}
