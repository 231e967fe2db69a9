import { CamdriftError } from '../errors.ts';
import { descent } from '../repository/changed-files.ts';
import { checkedOutCommit } from './_checkout.ts';
import type { Commits } from './_comparison.ts';
import type { Project } from './_project.ts';
import type { ActionWorld } from './world.ts';

/** A change that goes to a branch. */
export interface Going {
  readonly head: string;
  /** The branch as it is now. */
  readonly to: string;
  /** Whether it went to another branch when what is checked out was made. */
  readonly moved: boolean;
}

/**
 * What a change is compared with. The candidate is what is checked out: the head, or its merge with the base branch. Of a
 * merge, the version before is the other parent; of a head, it is where it left the branch as that is now. So what the base
 * branch got in the meantime is on both sides, or on none.
 *
 * A checkout that has nothing of the change is not believed: then the candidate is the merge that the event names, and the
 * files on disk are held against it.
 * @throws what the API's client throws; CamdriftError `baseline-unavailable`
 */
export async function mergedOnto(
  { repository, run }: ActionWorld,
  { root }: Pick<Project, 'root'>,
  { head, to, moved }: Going,
): Promise<Commits> {
  const here = await checkedOutCommit(root);
  for (const candidate of new Set([here, run.sha, head])) {
    const found = candidate && (await descent(repository, to, candidate));
    if (!found || (candidate !== head && !found.commits.has(candidate))) continue;
    const parents = found.commits.get(candidate) ?? [];
    const isMerge = parents.length === 2 && parents[1] === head;
    if (candidate !== head && !isMerge && !found.commits.has(head)) continue;
    return { candidate, before: isMerge && !moved ? parents[0]! : found.mergeBase, tip: found.tip };
  }
  throw new CamdriftError('baseline-unavailable', `${head.slice(0, 7)} and ${to} have no commit in common.`, {
    remedy: 'Check that the commit still exists, and base the change on the branch that it goes to.',
  });
}
