import { type FileChange, moveRef, writeCommit } from './git-commits.ts';
import { commitOf, resolve } from './git-objects.ts';
import { GraphQlRefusal } from './graphql-refusal.ts';
import type { Asked } from './graphql-roots.ts';
import { branchesMoved, branchRef } from './refs.ts';
import { authorOf } from './rest/commits.ts';
import { ruleViolation } from './rest/refs.ts';
import { may } from './tokens.ts';
import type { World } from './world.ts';

interface Input {
  readonly clientMutationId?: string;
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions?: readonly { readonly path: string }[];
  };
}

/** The mutation `createCommitOnBranch`. */
export const commitOnBranch =
  (asked: Asked) =>
  async ({ input }: { input: Input }) => {
    const { world, links } = asked;
    const branch = await writableBranch(asked, input);
    const tip = await commitOf(world.git, branchRef(branch));
    if (!tip) throw new GraphQlRefusal('NOT_FOUND', `Could not resolve to a Branch with the name '${branch}'.`);
    if (tip !== input.expectedHeadOid) throw stale(input);
    const files = await changes(world, tip, input);
    const { headline, body } = input.message;
    const message = body ? `${headline}\n\n${body}` : headline;
    const oid = await writeCommit(world.git, {
      parents: [tip],
      message,
      author: authorOf(asked),
      date: world.clock.now(),
      files,
    });
    if (!(await moveRef(world.git, branchRef(branch), oid, tip))) throw stale(input);
    await branchesMoved(world);
    const commit = { __typename: 'Commit', oid, url: `${links.server}/${world.owner}/${world.name}/commit/${oid}` };
    return { clientMutationId: input.clientMutationId ?? null, commit, ref: { name: branch, target: commit } };
  };

async function writableBranch({ world, viewer }: Asked, { branch }: Input): Promise<string> {
  const { repositoryNameWithOwner, branchName } = branch;
  if (repositoryNameWithOwner !== `${world.owner}/${world.name}` || !branchName)
    throw new GraphQlRefusal(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`,
    );
  if (!may(viewer, 'write', 'contents', world.isPrivate))
    throw new GraphQlRefusal('FORBIDDEN', 'Resource not accessible by integration');
  const name = branchName.replace(/^refs\/heads\//, '');
  if (world.protectedBranches.has(name)) throw new GraphQlRefusal('UNPROCESSABLE', ruleViolation);
  return name;
}

const stale = ({ expectedHeadOid }: Input): GraphQlRefusal =>
  new GraphQlRefusal(
    'STALE_DATA',
    `Expected branch to point to "${expectedHeadOid}" but it did not. Pull and try again.`,
  );

const mostAdditions = 100;

async function changes(world: World, tip: string, { fileChanges = {} }: Input): Promise<Record<string, FileChange>> {
  const { additions = [], deletions = [] } = fileChanges;
  if (additions.length > mostAdditions)
    throw new GraphQlRefusal(
      'UNPROCESSABLE',
      `A commit may add at most ${mostAdditions} files, not ${additions.length}.`,
    );
  const malformed = [...additions, ...deletions].find(({ path }) =>
    /^\/|\/$|\/\/|(^|\/)\.\.?(\/|$)|^\.git\/|^$/.test(path),
  );
  if (malformed)
    throw new GraphQlRefusal('UNPROCESSABLE', `A path was requested which is malformed: ${malformed.path}`);
  for (const { path } of deletions)
    if (!(await resolve(world.git, `${tip}:${path}`)))
      throw new GraphQlRefusal(
        'UNPROCESSABLE',
        `A path was requested for deletion which does not exist as of commit oid ${tip}: ${path}`,
      );
  return Object.fromEntries([
    ...deletions.map(({ path }) => [path, null] as const),
    ...additions.map(({ path, contents }) => [path, Buffer.from(contents, 'base64')] as const),
  ]);
}
