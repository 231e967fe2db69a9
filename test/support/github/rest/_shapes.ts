import { type Links, nodeId } from '../call.ts';
import { timestamp } from '../clock.ts';
import type { CommitRecord, Person } from '../git-objects.ts';
import type { PullRequest, World } from '../world.ts';
import { adapted, type Example, example } from './_examples.ts';

/** A user or, by the ending of its name, a bot. */
export function user(world: World, login: string, { api, server }: Links): Example {
  const url = `${api}/users/${encodeURIComponent(login)}`;
  const isBot = login.endsWith('[bot]');
  return {
    login,
    id: world.idOf(login),
    node_id: nodeId(isBot ? 'BOT' : 'U', login),
    avatar_url: `${server}/avatars/${world.idOf(login)}`,
    gravatar_id: '',
    url,
    html_url: isBot ? `${server}/apps/${login.replace('[bot]', '')}` : `${server}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: isBot ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** @param fullName of a fork, if not ours */
export function repository(world: World, links: Links, fullName = `${world.owner}/${world.name}`): Example {
  const [owner = '', name = ''] = fullName.split('/');
  const isFork = fullName !== `${world.owner}/${world.name}`;
  return {
    ...adapted(example('pull_request', 'synchronize').repository, fullName, links),
    id: world.idOf(fullName),
    node_id: nodeId('R', fullName),
    name,
    owner: user(world, owner, links),
    private: world.isPrivate,
    visibility: world.isPrivate ? 'private' : 'public',
    fork: isFork,
    default_branch: world.defaultBranch,
    has_discussions: false,
  };
}

export function pullRequest(world: World, pull: PullRequest, links: Links): Example {
  const ours = `${world.owner}/${world.name}`;
  const sample = example('pull_request', 'synchronize').pull_request as Example;
  const { number, mergeCommit, size } = pull;
  const issue = { href: `${links.api}/repos/${ours}/issues/${number}` };
  const placed = adapted(
    JSON.parse(JSON.stringify(sample).replaceAll(/(pulls?|issues)\/2\b/g, `$1/${number}`)),
    ours,
    links,
  );
  return {
    ...placed,
    id: pull.id,
    node_id: nodeId('PR', number),
    number,
    title: pull.title,
    body: pull.body,
    ...{ merged: pull.merged !== undefined, merged_at: pull.merged === undefined ? null : timestamp(pull.updatedAt) },
    state: pull.state,
    draft: pull.draft,
    user: user(world, pull.author, links),
    created_at: timestamp(pull.createdAt),
    updated_at: timestamp(pull.updatedAt),
    ...{ assignee: null, assignees: [], requested_reviewers: [], labels: [], issue_url: issue.href },
    author_association: pull.fork ? 'FIRST_TIME_CONTRIBUTOR' : 'MEMBER',
    head: side(world, links, pull.headBranch, pull.head, pull.fork),
    base: side(world, links, pull.baseBranch, pull.base),
    merge_commit_sha: pull.merged ?? mergeCommit ?? null,
    mergeable: mergeCommit !== undefined,
    mergeable_state: mergeCommit === undefined ? 'dirty' : 'clean',
    comments: [...world.comments.values()].filter(comment => comment.number === number).length,
    commits: size.commits,
    changed_files: size.files,
    additions: size.additions,
    deletions: size.deletions,
  };
}

function side(world: World, links: Links, ref: string, sha: string, fork?: string): Example {
  const fullName = fork ?? `${world.owner}/${world.name}`;
  const [owner = ''] = fullName.split('/');
  const repo = repository(world, links, fullName);
  return { label: `${owner}:${ref}`, ref, sha, user: user(world, owner, links), repo };
}

/** A commit as the lists of commits show it. */
export function commitShape(world: World, commit: CommitRecord, links: Links): Example {
  const base = `${links.api}/repos/${world.owner}/${world.name}`;
  const html = `${links.server}/${world.owner}/${world.name}/commit/`;
  const { sha, tree, parents, message } = commit;
  return {
    sha,
    node_id: nodeId('C', sha),
    url: `${base}/commits/${sha}`,
    html_url: `${html}${sha}`,
    comments_url: `${base}/commits/${sha}/comments`,
    ...{ author: null, committer: null },
    commit: {
      message,
      author: person(commit.author),
      committer: person(commit.committer),
      tree: { sha: tree, url: `${base}/git/trees/${tree}` },
      url: `${base}/git/commits/${sha}`,
      comment_count: 0,
      verification: unverified,
    },
    parents: parents.map(parent => ({ sha: parent, url: `${base}/commits/${parent}`, html_url: `${html}${parent}` })),
  };
}

/** As GitHub writes its dates: in UTC. */
export const person = ({ name, email, date }: Person): Person => ({ name, email, date: timestamp(new Date(date)) });

export const unverified = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
