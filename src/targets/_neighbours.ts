import { hasStatus } from '../repository/api-words.ts';
import { coordinates, type Repository } from '../repository/repository.ts';
import type { SaidPart, StatusPart } from './_status-words.ts';
import type { Summed } from './_worst-word.ts';

/** What other pull requests with the same head have to do with it. Each is asked for once. */
export function neighbours(repository: Repository, sha: string, own: StatusPart) {
  const stands = new Map<number, Promise<boolean>>();
  let open: Promise<number[]> | undefined;
  const isOpen = (pull: number): Promise<boolean> => {
    const answer = stands.get(pull) ?? standsAt(repository, pull, sha);
    stands.set(pull, answer);
    return answer;
  };
  return {
    /** Without the words about pull requests that are closed, or have moved on. */
    counted: async (parts: readonly SaidPart[]): Promise<SaidPart[]> => {
      const kept = await Promise.all(
        parts.map(async ({ pull, state }) => [0, own.pull].includes(pull) || state === 'success' || isOpen(pull)),
      );
      return parts.filter((_, at) => kept[at]);
    },
    /** No success while one of them has not been looked at: it would be green with it. */
    judged: async (found: Summed, ours: readonly SaidPart[]): Promise<Summed> => {
      if (found.state !== 'success' || own.pull === 0) return found;
      open ??= openAt(repository, sha);
      const silent = (await open).find(pull => pull !== own.pull && !ours.some(each => each.pull === pull));
      if (silent === undefined) return found;
      const description = `#${silent} has the same commit and is not judged yet. Run its job, or close it and run this one again.`;
      return { state: 'pending', description };
    },
  };
}

/** Whether a pull request is open and stands at the commit: whatever was said of another one stops nobody. */
async function standsAt(repository: Repository, number: number, sha: string): Promise<boolean> {
  try {
    const { data } = await repository.api.rest.pulls.get({ ...coordinates(repository), pull_number: number });
    return data.state === 'open' && data.head.sha === sha;
  } catch (error) {
    if (hasStatus(error, 404)) return false;
    throw error;
  }
}

/** Numbers of all open pull requests whose head the commit is, as far as GitHub knows them by their commit. */
async function openAt(repository: Repository, sha: string): Promise<number[]> {
  const { data } = await repository.api.rest.repos.listPullRequestsAssociatedWithCommit({
    ...coordinates(repository),
    commit_sha: sha,
    per_page: 100,
  });
  return data.flatMap(({ state, head, number }) => (state === 'open' && head.sha === sha ? number : []));
}
