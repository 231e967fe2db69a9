import { coordinates, type Repository } from './repository.ts';

/** A file that a change adds, removes, alters or moves; paths are relative to the repository. */
export interface ChangedFile {
  readonly path: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  /** Where a renamed file was. */
  readonly previous?: string | undefined;
}

export interface ChangedFiles {
  readonly files: readonly ChangedFile[];
  /** False: there are more than GitHub lists, which is 3,000 of a pull request and 300 of a comparison. */
  readonly complete: boolean;
}

const mostOfPullRequest = 3000;
const mostOfComparison = 300;

/**
 * The files of a pull request: one request per hundred.
 * @param total how many files the pull request says it changes
 * @throws what the API's client throws
 */
export async function pullRequestFiles(
  repository: Repository,
  number: number,
  total?: number | undefined,
): Promise<ChangedFiles> {
  const { paginate, rest } = repository.api;
  const request = { ...coordinates(repository), pull_number: number, per_page: 100 };
  const files: ChangedFile[] = [];
  for await (const { data } of paginate.iterator(rest.pulls.listFiles, request)) {
    files.push(...data.map(changedFile));
    if (files.length >= mostOfPullRequest) break;
  }
  return { files, complete: total === undefined ? files.length < mostOfPullRequest : files.length >= total };
}

/**
 * What `head` changes since it left `base`, in one request.
 * @throws what the API's client throws; its status is 404 when the two have no common ancestor
 */
export async function comparison(
  repository: Repository,
  base: string,
  head: string,
): Promise<ChangedFiles & { readonly mergeBase: string }> {
  const { data } = await repository.api.rest.repos.compareCommitsWithBasehead({
    ...coordinates(repository),
    basehead: `${base}...${head}`,
    // Pages are of commits, which are of no use here; the first one carries every file there is to have.
    per_page: 1,
  });
  const files = (data.files ?? []).map(changedFile);
  return { files, complete: files.length < mostOfComparison, mergeBase: data.merge_base_commit.sha };
}

/** The commit where `head` left `base`; needs no history. */
export async function mergeBase(repository: Repository, base: string, head: string): Promise<string> {
  return (await comparison(repository, base, head)).mergeBase;
}

interface ListedFile {
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  readonly previous_filename?: string | undefined;
}

/** The origin of a copy is still where it was, so it is no previous place. */
function changedFile({ filename: path, status, previous_filename: previous }: ListedFile): ChangedFile {
  if (status === 'renamed') return { path, status, previous };
  if (status === 'copied') return { path, status: 'added' };
  return { path, status: status === 'changed' || status === 'unchanged' ? 'modified' : status };
}
