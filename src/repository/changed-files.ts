import { hasStatus } from './api-words.ts';
import { coordinates, type Repository } from './repository.ts';
import type { Entry, Listing, Snapshot } from './snapshot.ts';

/** A file that a change adds, removes, alters or moves; paths are relative to the repository. */
export interface ChangedFile {
  readonly path: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  /** Where a renamed file was. */
  readonly previous?: string | undefined;
}

export interface ChangedFiles {
  readonly files: readonly ChangedFile[];
  /** False: there may be more. */
  readonly complete: boolean;
}

const mostOfPullRequest = 3000;

/**
 * What differs between two commits, told from their trees: two requests, however many files. Links count as what they lead to, so a
 * file that changes is listed at every path that leads to it. A file is renamed when one of the same content went away, and
 * no other. Of commits too large to be listed it is what GitHub's comparison tells, which is never complete.
 * @throws CamdriftError `baseline-unavailable`, or what the API's client throws
 */
export async function changedFiles(before: Snapshot, after: Snapshot): Promise<ChangedFiles> {
  if (before.commit === after.commit) return { files: [], complete: true };
  const [was, is] = await Promise.all([before.list(), after.list()]);
  if (was && is) return differences(was, is);
  const { files } = await compared(before.repository!, before.commit, after.commit);
  return { files, complete: false };
}

export function differences(was: Listing, is: Listing): ChangedFiles {
  const removed = [...was.entries].filter(([path]) => !is.entries.has(path));
  const added = [...is.entries].filter(([path]) => !was.entries.has(path));
  const modified = [...is.entries].filter(([path, entry]) => differs(was.entries.get(path), entry));
  const [gone, come] = [single(removed), single(added)];
  const cameFrom = (sha: string) => (come.has(sha) ? gone.get(sha) : undefined);
  const moved = new Set(added.flatMap(([, { sha }]) => cameFrom(sha) ?? []));
  const files: ChangedFile[] = [
    ...removed.filter(([path]) => !moved.has(path)).map(([path]) => ({ path, status: 'removed' as const })),
    ...added.map(([path, { sha }]) => addition(path, cameFrom(sha))),
    ...modified.map(([path]) => ({ path, status: 'modified' as const })),
  ];
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    complete: was.complete && is.complete,
  };
}

const differs = (was: Entry | undefined, { kind, sha }: Entry): boolean =>
  was !== undefined && (was.sha !== sha || was.kind !== kind);

const addition = (path: string, previous: string | undefined): ChangedFile =>
  previous === undefined ? { path, status: 'added' } : { path, status: 'renamed', previous };

/** Paths by content, of contents that are there once and are not empty. */
function single(files: readonly (readonly [string, Entry])[]): Map<string, string> {
  const paths = new Map<string, string>();
  const twice = new Set<string>();
  for (const [path, { sha, size }] of files) {
    if (size === 0 || paths.has(sha)) twice.add(sha);
    paths.set(sha, path);
  }
  for (const sha of twice) paths.delete(sha);
  return paths;
}

/**
 * The files of a pull request as GitHub lists them: one request per hundred.
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

/** How a commit descends from another one, or from the tip of a branch. */
export interface Descent {
  /** Where the branch stands. */
  readonly tip: string;
  /** The commit that both have, nearest to them. */
  readonly mergeBase: string;
  /** The commits that the other one has not, with their parents. */
  readonly commits: ReadonlyMap<string, readonly string[]>;
}

/**
 * One request, and another where there are more than a hundred commits.
 * @param base a branch or a commit
 * @returns undefined when GitHub knows one of the two not, or nothing that they have in common
 * @throws what the API's client throws
 */
export async function descent(repository: Repository, base: string, head: string): Promise<Descent | undefined> {
  try {
    const first = await compared(repository, base, head);
    const last = Math.ceil(first.total / commitsPerPage);
    const tail = last > 1 ? await compared(repository, base, head, last) : first;
    return { tip: first.tip, mergeBase: first.mergeBase, commits: new Map([...first.commits, ...tail.commits]) };
  } catch (error) {
    if (hasStatus(error, 404, 422)) return undefined;
    throw error;
  }
}

const commitsPerPage = 100;

async function compared(repository: Repository, base: string, head: string, page = 1) {
  const { data } = await repository.api.rest.repos.compareCommitsWithBasehead({
    ...coordinates(repository),
    basehead: `${base}...${head}`,
    per_page: commitsPerPage,
    ...(page > 1 && { page }),
  });
  return {
    tip: data.base_commit.sha,
    mergeBase: data.merge_base_commit.sha,
    total: data.total_commits,
    commits: data.commits.map(({ sha, parents }) => [sha, parents.map(parent => parent.sha)] as const),
    files: (data.files ?? []).map(changedFile),
  };
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
