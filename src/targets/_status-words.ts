import { createHash } from 'node:crypto';
import { coordinates, type Repository } from '../repository/repository.ts';

export type StatusState = 'pending' | 'success' | 'failure' | 'error';

/**
 * Whose word it is. `claimed`: of a run that this repository does not control, which counts until a `trusted` one has
 * spoken; `own`: of the pull request's own run.
 */
export type Standing = 'own' | 'claimed' | 'trusted';

/** What one job says of one commit. */
export interface StatusPart {
  /** 16 hexadecimal digits that every run of the job has. */
  readonly id: string;
  /** As `id`, the same for all legs of a matrix. */
  readonly group: string;
  /** Number of the pull request whose head the commit is: several may have the same. 0: none, as in a merge queue. */
  readonly pull: number;
  readonly legs: number;
  readonly standing: Standing;
  readonly state: StatusState;
  readonly description: string;
  /** `baseMark` of the branch that the pull request was judged as going to; none while it is not judged. */
  readonly base?: string | undefined;
}

/** 16 hexadecimal digits for the name of a branch, which may hold what an address cannot. */
export const baseMark = (branch: string): string => createHash('sha256').update(branch).digest('hex').slice(0, 16);

export interface StatusPlace {
  readonly sha: string;
  readonly key: string;
  readonly url: string;
  /** Whether it is said of a push: its status opens no pull request that has the same commit. */
  readonly pushed?: boolean | undefined;
}

/** A word as it stands at the commit: with the address of its run, and the login of whoever has set it. */
export type SaidPart = StatusPart & Pick<StatusPlace, 'url'> & { readonly by: string };

/** Not the job's name: GitHub takes a status and a check of one name for two required checks. */
export const statusContext = ({ key, pushed = false }: Pick<StatusPlace, 'key' | 'pushed'>): string =>
  `camdrift / ${pushed ? 'push' : 'verdict'}${key === 'default' ? '' : ` (${key})`}`;

/** The end of an address that holds a word. */
export const fragmentOf = ({ id, group, legs, standing, state, pull, base }: StatusPart): string =>
  `#camdrift-${[id, group, legs, standing, state, pull, ...(base === undefined ? [] : [base])].join('-')}`;

const fragment =
  /#camdrift-([0-9a-f]{16})-([0-9a-f]{16})-(\d{1,3})-(own|claimed|trusted)-(pending|success|failure|error)(?:-(\d{1,12})(?:-([0-9a-f]{16}))?)?$/;

/** The state of our context, and the latest word of every job about every pull request, by whoever has set it. */
export async function wordsAt(
  repository: Repository,
  place: Pick<StatusPlace, 'sha' | 'key' | 'pushed'>,
): Promise<{ latest: string | undefined; parts: SaidPart[] }> {
  const { paginate, rest } = repository.api;
  const all = await paginate(rest.repos.listCommitStatusesForRef, {
    ...coordinates(repository),
    ref: place.sha,
    per_page: 100,
  });
  // Newest first.
  const ours = all.filter(({ context }) => context === statusContext(place));
  const parts = new Map<string, SaidPart>();
  for (const { target_url, description, creator } of ours) {
    const [, id, group, legs, standing, state, pull = 0, base] = fragment.exec(target_url ?? '') ?? [];
    const by = creator?.login ?? '';
    const name = `${id} ${pull} ${by}`;
    if (id && !parts.has(name))
      parts.set(name, {
        ...{ id, group: group!, legs: Number(legs), pull: Number(pull), description: description ?? '', by },
        ...{ standing: standing as Standing, state: state as StatusState, url: target_url ?? '' },
        ...(base !== undefined && { base }),
      });
  }
  return { latest: ours[0]?.state, parts: [...parts.values()] };
}
