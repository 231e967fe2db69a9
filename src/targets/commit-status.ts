import { setTimeout } from 'node:timers/promises';
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
  readonly legs: number;
  readonly standing: Standing;
  readonly state: StatusState;
  readonly description: string;
}

export interface StatusPlace {
  readonly sha: string;
  readonly key: string;
  readonly url: string;
}

/**
 * A commit status of its own, for teams that require it instead of the job: the worst of what all jobs say of the commit.
 *
 * GitHub keeps every status ever set, and no two jobs write the same part: so each reads them all before it writes, and
 * again after, until the latest one is the worst of them. What a job says itself stands in the fragment of the address.
 * @throws what the API's client throws; Error when others have overwritten it at every try
 */
export async function setStatus(repository: Repository, place: StatusPlace, part: StatusPart): Promise<void> {
  const { second = 1000 } = repository;
  for (let count = 1; ; count++) {
    const { latest, parts } = await said(repository, place);
    const all: StatusPart[] = [part, ...parts.filter(({ id }) => id !== part.id)];
    const { state, description } = verdictOf(all, part);
    const known = parts.find(({ id }) => id === part.id);
    const isSaid = known?.state === part.state && known.standing === part.standing && latest === state;
    if (count > 1 && isSaid) return;
    if (count > mostTries) throw new Error(`others have overwritten the status ${mostTries} times`);
    if (count > 1) await setTimeout(Math.random() * second * 2 ** (count - 2));
    await repository.api.rest.repos.createCommitStatus({
      ...coordinates(repository),
      sha: place.sha,
      state,
      context: statusContext(place.key),
      description: description.length > 140 ? `${description.slice(0, 137)}...` : description,
      target_url: `${place.url}${fragmentOf(part)}`,
    });
    // Nothing hangs on a pending status that came too late: its own job speaks once more.
    if (part.state === 'pending' && part.standing !== 'claimed') return;
  }
}

const mostTries = 6;

/** Not the job's name: GitHub takes a status and a check of one name for two required checks. */
const statusContext = (key: string): string =>
  key === 'default' ? 'camdrift / verdict' : `camdrift / verdict (${key})`;

const order: readonly StatusState[] = ['error', 'failure', 'pending', 'success'];

function verdictOf(all: readonly StatusPart[], own: StatusPart): Pick<StatusPart, 'state' | 'description'> {
  const isChecked = all.some(({ standing }) => standing === 'trusted');
  const counted = all.filter(({ standing }) => standing !== 'claimed' || !isChecked);
  const state = order.find(each => counted.some(part => part.state === each)) ?? own.state;
  const worst = own.state === state && counted.includes(own) ? own : counted.find(part => part.state === state);
  const waiting = state === 'success' ? awaited(counted) : undefined;
  return waiting ?? { state, description: (worst ?? own).description };
}

/** A matrix has not passed before all of its legs have. */
function awaited(parts: readonly StatusPart[]): Pick<StatusPart, 'state' | 'description'> | undefined {
  for (const { group, legs } of parts) {
    const spoken = parts.filter(part => part.group === group).length;
    if (spoken < legs)
      return {
        state: 'pending',
        description: `${spoken} of ${legs} legs of the matrix have spoken, and pass. The input legs says how many will.`,
      };
  }
  return undefined;
}

const fragmentOf = ({ id, group, legs, standing, state }: StatusPart): string =>
  `#camdrift-${id}-${group}-${legs}-${standing}-${state}`;

const fragment =
  /#camdrift-([0-9a-f]{16})-([0-9a-f]{16})-(\d{1,3})-(own|claimed|trusted)-(pending|success|failure|error)$/;

/** What every job has said of a commit last, and in which run. */
export async function statusParts(
  repository: Repository,
  place: Pick<StatusPlace, 'sha' | 'key'>,
): Promise<readonly SaidPart[]> {
  return (await said(repository, place)).parts;
}

export type SaidPart = StatusPart & Pick<StatusPlace, 'url'>;

/** The state of our context, and the latest word of every job. */
async function said(
  repository: Repository,
  { sha, key }: Pick<StatusPlace, 'sha' | 'key'>,
): Promise<{ latest: string | undefined; parts: SaidPart[] }> {
  const { paginate, rest } = repository.api;
  const all = await paginate(rest.repos.listCommitStatusesForRef, {
    ...coordinates(repository),
    ref: sha,
    per_page: 100,
  });
  // Newest first.
  const ours = all.filter(({ context }) => context === statusContext(key));
  const parts = new Map<string, SaidPart>();
  for (const { target_url, description } of ours) {
    const [, id, group, legs, standing, state] = fragment.exec(target_url ?? '') ?? [];
    if (id && !parts.has(id))
      parts.set(id, {
        ...{ id, group: group!, legs: Number(legs), description: description ?? '' },
        ...{ standing: standing as Standing, state: state as StatusState, url: target_url ?? '' },
      });
  }
  return { latest: ours[0]?.state, parts: [...parts.values()] };
}
