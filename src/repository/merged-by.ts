import { coordinates, type Repository } from './repository.ts';

/** The pull request that brought a commit to its branch: merged, squashed, or with its last commit rebased. */
export async function mergedBy(repository: Repository, commit: string): Promise<number | undefined> {
  const { data } = await repository.api.rest.repos.listPullRequestsAssociatedWithCommit({
    ...coordinates(repository),
    commit_sha: commit,
  });
  const merged = data.filter(({ merged_at, merge_commit_sha }) => merged_at && merge_commit_sha === commit);
  return (merged.length === 1 ? merged[0] : undefined)?.number;
}
