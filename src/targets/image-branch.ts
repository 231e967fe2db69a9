import { setTimeout } from 'node:timers/promises';
import { hasStatus } from '../repository/api-words.ts';
import { coordinates, type Repository } from '../repository/repository.ts';

export interface Pictures {
  readonly branch: string;
  /** Folder of this run on the branch, so that runs never meet. */
  readonly folder: string;
  /** By path below the folder. At most 100: what GitHub takes in one commit. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface PublishedPictures {
  readonly commit: string;
  /** By path below the folder; pinned to the commit, and readable by whoever may read the repository. */
  readonly urls: ReadonlyMap<string, string>;
}

const mostAttempts = 5;

/**
 * Commits pictures to a branch that shares no history with the code, and answers their addresses.
 *
 * One commit, signed by GitHub, on top of what the branch is at that moment; when another run was faster, again, at most
 * five times.
 */
export async function publishPictures(repository: Repository, pictures: Pictures): Promise<PublishedPictures> {
  for (let attempt = 1; ; attempt++) {
    const tip = (await tipOf(repository, pictures.branch)) ?? (await orphan(repository, pictures.branch));
    try {
      const commit = await commitOn(repository, pictures, tip);
      return {
        commit,
        urls: new Map([...pictures.files.keys()].map(path => [path, url(repository, commit, pictures, path)])),
      };
    } catch (error) {
      if (attempt >= mostAttempts || !isStale(error)) throw error;
      await setTimeout(Math.random() * 200 * 2 ** attempt);
    }
  }
}

/** `blob` with `raw=true` is what GitHub shows to a reader of a private repository too; the branch's name would not last. */
function url({ serverUrl, owner, name }: Repository, commit: string, { folder }: Pictures, path: string): string {
  const encoded = `${folder}/${path}`.split('/').map(encodeURIComponent).join('/');
  return `${serverUrl}/${owner}/${name}/blob/${commit}/${encoded}?raw=true`;
}

async function tipOf(repository: Repository, branch: string): Promise<string | undefined> {
  try {
    const { data } = await repository.api.rest.git.getRef({ ...coordinates(repository), ref: `heads/${branch}` });
    return data.object.sha;
  } catch (error) {
    if (hasStatus(error, 404)) return undefined;
    throw error;
  }
}

const readme = `# Pictures of camdrift

The comments of camdrift on pull requests show pictures of this branch. It shares no history with the code. It may be
deleted at any time: older comments lose their pictures then, and the next run starts it anew.
`;

/** Starts the branch with a commit that has no parents; whoever does so at the same time wins. */
async function orphan(repository: Repository, branch: string): Promise<string> {
  const { git } = repository.api.rest;
  const where = coordinates(repository);
  const entry = { path: 'README.md', mode: '100644', type: 'blob', content: readme } as const;
  const { data: tree } = await git.createTree({ ...where, tree: [entry] });
  const message = 'Pictures of camdrift start here';
  const { data: commit } = await git.createCommit({ ...where, message, tree: tree.sha, parents: [] });
  try {
    await git.createRef({ ...where, ref: `refs/heads/${branch}`, sha: commit.sha });
    return commit.sha;
  } catch (error) {
    const theirs = hasStatus(error, 422) ? await tipOf(repository, branch) : undefined;
    if (theirs === undefined) throw error;
    return theirs;
  }
}

const mutation = `mutation CamdriftPictures($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

async function commitOn(repository: Repository, { branch, folder, files }: Pictures, tip: string): Promise<string> {
  const additions = [...files].map(([path, bytes]) => ({
    path: `${folder}/${path}`,
    contents: Buffer.from(bytes).toString('base64'),
  }));
  const input = {
    branch: { repositoryNameWithOwner: `${repository.owner}/${repository.name}`, branchName: branch },
    expectedHeadOid: tip,
    message: { headline: `Pictures for ${folder}` },
    fileChanges: { additions },
  };
  const made = await repository.api.graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(mutation, { input });
  return made.createCommitOnBranch.commit.oid;
}

/** The branch moved between reading its tip and committing on it. */
function isStale(error: unknown): boolean {
  const { errors = [] } = error as { errors?: readonly { type?: string; message: string }[] };
  return errors.some(({ type, message }) => type === 'STALE_DATA' || /expected branch to point to/i.test(message));
}
