import { setTimeout } from 'node:timers/promises';
import { coordinates, type Repository } from '../repository/repository.ts';
import { learnViewer, viewerOf } from '../repository/viewer.ts';
import { neighbours } from './_neighbours.ts';
import {
  fragmentOf,
  type SaidPart,
  type StatusPart,
  type StatusPlace,
  statusContext,
  wordsAt,
} from './_status-words.ts';
import { type Summed, worstOf } from './_worst-word.ts';

export { baseMark, type Standing, type StatusPart, type StatusPlace, type StatusState } from './_status-words.ts';

/**
 * A commit status of its own, for teams that require it instead of the job: the worst of what all jobs say of the commit, for
 * every open pull request that stands at it, as GitHub requires the same status of all of them.
 *
 * GitHub keeps every status ever set, and no two jobs write the same part: so each reads them all before it writes, and
 * again after, until the latest one is the worst of them. What a job says itself stands in the fragment of the address. Others
 * may set a status too: what they say in the name of a job stands beside its own word, and makes nothing better.
 * @throws what the API's client throws; Error when others have overwritten it at every try
 */
export async function setStatus(repository: Repository, place: StatusPlace, part: StatusPart): Promise<void> {
  const { second = 1000 } = repository;
  const asked = neighbours(repository, place.sha, part);
  for (let count = 1; ; count++) {
    const { latest, parts } = await wordsAt(repository, place);
    const by = parts.length > 0 ? await viewerOf(repository) : '';
    const ours = parts.filter(each => each.by === by);
    const known = ours.filter(each => isOf(each, part));
    const others = await asked.counted(parts.filter(each => !known.includes(each)));
    const sum = await asked.judged(worstOf(others, { ...part, by }), ours);
    if (count > 1 && latest === sum.state && isSaid(part, known[0])) return;
    if (count > mostTries) throw new Error(`others have overwritten the status ${mostTries} times`);
    if (count > 1) await setTimeout(Math.random() * second * 2 ** (count - 2));
    await create(repository, place, part, sum);
    // Nothing hangs on a pending status that came too late: its own job speaks once more.
    if (part.state === 'pending' && part.standing !== 'claimed') return;
  }
}

const mostTries = 6;

const isSaid = ({ state, standing, base }: StatusPart, known: StatusPart | undefined): boolean =>
  known?.state === state && known.standing === standing && known.base === base;

async function create(repository: Repository, place: StatusPlace, part: StatusPart, sum: Summed): Promise<void> {
  const { state, description } = sum;
  const { data } = await repository.api.rest.repos.createCommitStatus({
    ...coordinates(repository),
    sha: place.sha,
    state,
    context: statusContext(place),
    description: description.length > 140 ? `${description.slice(0, 137)}...` : description,
    target_url: `${place.url}${fragmentOf(part)}`,
  });
  if (data.creator) learnViewer(repository, data.creator.login);
}

/** What an earlier version of camdrift said names no pull request. */
const isOf = ({ id, pull }: StatusPart, part: StatusPart): boolean =>
  id === part.id && (pull === part.pull || pull === 0);

/** What every job has said of a commit last, and in which run; `ours`: whether our own token has said it. */
export async function statusParts(
  repository: Repository,
  place: Pick<StatusPlace, 'sha' | 'key'>,
): Promise<readonly OurPart[]> {
  const { parts } = await wordsAt(repository, place);
  const me = parts.length > 0 ? await viewerOf(repository) : '';
  return parts.map(part => ({ ...part, ours: part.by === me }));
}

export type OurPart = SaidPart & { readonly ours: boolean };
