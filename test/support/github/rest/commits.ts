import { type Call, nodeId, Refusal, type Route } from '../call.ts';
import { dates, writeCommitOfTree } from '../git-commits.ts';
import { type CommitRecord, commit, commitOf, resolve } from '../git-objects.ts';
import { person, unverified } from './_shapes.ts';

interface Wanted {
  readonly message: string;
  readonly tree: string;
  readonly parents?: readonly string[];
  readonly author?: { readonly name: string; readonly email: string };
}

export const commitCreation: Route = {
  method: 'POST',
  template: '/repos/{owner}/{repo}/git/commits',
  scope: 'contents',
  answer: async call => {
    const { git, clock } = call.world;
    const { message, tree, parents = [], author } = call.body as unknown as Wanted;
    if ((await resolve(git, `${tree}^{tree}`)) !== tree) throw new Refusal(422, 'Tree SHA does not exist');
    for (const parent of parents)
      if ((await commitOf(git, parent)) !== parent)
        throw new Refusal(422, 'Parent SHA does not exist or is not a commit object');
    const env = { ...dates(clock.now()), ...names(author ?? authorOf(call)) };
    const sha = await writeCommitOfTree(git, { tree, parents, message, env });
    return { status: 201, body: shape(call, await commit(git, sha)) };
  },
};

/** Whoever a token stands for, as the author of a commit. */
export function authorOf({ world, viewer }: Pick<Call, 'world' | 'viewer'>): { name: string; email: string } {
  return { name: viewer.login, email: `${world.idOf(viewer.login)}+${viewer.login}@users.noreply.github.com` };
}

const names = ({ name, email }: { name: string; email: string }) => ({
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: email,
  GIT_COMMITTER_NAME: name,
  GIT_COMMITTER_EMAIL: email,
});

function shape({ world, links }: Call, { sha, tree, parents, author, committer, message }: CommitRecord): object {
  const base = `${links.api}/repos/${world.owner}/${world.name}/git`;
  const html = `${links.server}/${world.owner}/${world.name}/commit`;
  return {
    sha,
    node_id: nodeId('C', sha),
    url: `${base}/commits/${sha}`,
    html_url: `${html}/${sha}`,
    author: person(author),
    committer: person(committer),
    message,
    tree: { sha: tree, url: `${base}/trees/${tree}` },
    parents: parents.map(each => ({ sha: each, url: `${base}/commits/${each}`, html_url: `${html}/${each}` })),
    verification: unverified,
  };
}
