import { hasStatus } from '../repository/api-words.ts';
import { coordinates, type Repository } from '../repository/repository.ts';

/** Files to be brought to a branch. */
export interface Refresh {
  /** The branch that is to have them, and the commit on it that they were made from. */
  readonly base: string;
  readonly head: string;
  /** By path; `null` goes away. */
  readonly files: ReadonlyMap<string, string | null>;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** Of the commit, in plain words. */
  readonly message: string;
}

/** Ours alone: it is written anew each time. */
export const refreshBranch = (base: string): string => `camdrift/refresh/${base}`;

/** Brings the files by one pull request, which is opened once and then kept up to date. @returns its address, and whether anything had to be done */
export async function refreshByPullRequest(
  repository: Repository,
  refresh: Refresh,
): Promise<{ readonly url: string; readonly changed: boolean }> {
  const { pulls } = repository.api.rest;
  const where = coordinates(repository);
  const { base, title } = refresh;
  const branch = refreshBranch(base);
  const tree = await treeOf(repository, refresh);
  const body = `${refresh.body}\n\n<!-- camdrift refresh of=${refresh.head} tree=${tree} -->\n`;
  const [there] = (await openOnes(repository, base)).data;
  if (there?.body === body) return { url: there.html_url, changed: false };
  const sha = await commitOf(repository, refresh, tree);
  await moved(repository, branch, sha);
  if (there) {
    const { data } = await pulls.update({ ...where, pull_number: there.number, title, body });
    return { url: data.html_url, changed: true };
  }
  const { data } = await pulls.create({ ...where, head: branch, base, title, body });
  return { url: data.html_url, changed: true };
}

/** A file as our open pull request would have it; `undefined` without one. At most a megabyte. */
export async function waitingText(repository: Repository, base: string, path: string): Promise<string | undefined> {
  const where = coordinates(repository);
  const [there] = (await openOnes(repository, base)).data;
  if (!there) return undefined;
  try {
    const raw = { ...where, path, ref: there.head.sha, mediaType: { format: 'raw' } };
    const { data } = await repository.api.rest.repos.getContent(raw);
    return String(data);
  } catch (error) {
    if (hasStatus(error, 404)) return undefined;
    throw error;
  }
}

const openOnes = (repository: Repository, base: string) =>
  repository.api.rest.pulls.list({
    ...coordinates(repository),
    state: 'open',
    head: `${repository.owner}:${refreshBranch(base)}`,
    base,
    per_page: 10,
  });

/** Brings the files by a commit on the branch itself. @returns `undefined` when the branch has moved on: the run of that push does it */
export async function refreshByCommit(repository: Repository, refresh: Refresh): Promise<string | undefined> {
  const sha = await commitOf(repository, refresh, await treeOf(repository, refresh));
  try {
    await repository.api.rest.git.updateRef({ ...coordinates(repository), ref: `heads/${refresh.base}`, sha });
    return sha;
  } catch (error) {
    if (hasStatus(error, 422) && /fast.forward/i.test(String(error))) return undefined;
    throw error;
  }
}

async function treeOf(repository: Repository, { head, files }: Refresh): Promise<string> {
  const tree = [...files].map(([path, content]) => ({
    ...({ path, mode: '100644', type: 'blob' } as const),
    ...(content === null ? { sha: null } : { content }),
  }));
  const { data } = await repository.api.rest.git.createTree({ ...coordinates(repository), base_tree: head, tree });
  return data.sha;
}

async function commitOf(repository: Repository, { head, message }: Refresh, tree: string): Promise<string> {
  const { data } = await repository.api.rest.git.createCommit({
    ...coordinates(repository),
    message,
    tree,
    parents: [head],
  });
  return data.sha;
}

/** Never through the commit that it starts from: an open pull request without a commit would be closed. */
async function moved(repository: Repository, branch: string, sha: string): Promise<void> {
  const { git } = repository.api.rest;
  const where = coordinates(repository);
  try {
    await git.updateRef({ ...where, ref: `heads/${branch}`, sha, force: true });
  } catch (error) {
    if (!hasStatus(error, 422, 404)) throw error;
    await git.createRef({ ...where, ref: `refs/heads/${branch}`, sha });
  }
}
