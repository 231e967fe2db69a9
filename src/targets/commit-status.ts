import { coordinates, type Repository } from '../repository/repository.ts';

export type StatusState = 'pending' | 'success' | 'failure' | 'error';

/** A commit status of its own, for teams that require it instead of the job. */
export async function setStatus(
  repository: Repository,
  sha: string,
  status: { state: StatusState; description: string; key: string; url: string },
): Promise<void> {
  await repository.api.rest.repos.createCommitStatus({
    ...coordinates(repository),
    sha,
    state: status.state,
    context: statusContext(status.key),
    description: status.description.length > 140 ? `${status.description.slice(0, 137)}...` : status.description,
    target_url: status.url,
  });
}

/** Not the job's name: GitHub takes a status and a check of one name for two required checks. */
const statusContext = (key: string): string =>
  key === 'default' ? 'camdrift / verdict' : `camdrift / verdict (${key})`;
