import { type Call, notFound, paged, Refusal, type Route } from '../call.ts';
import { differences, mergeBase } from '../git-differences.ts';
import { commit, commitOf, commits } from '../git-objects.ts';
import { branchRef } from '../refs.ts';
import type { World } from '../world.ts';
import { fileShape } from './_files.ts';
import { commitShape } from './_shapes.ts';

export const compare: Route = {
  method: 'GET',
  template: '/repos/{owner}/{repo}/compare/{basehead}',
  scope: 'contents',
  answer: async call => {
    const { world, links } = call;
    const [base, head] = await sides(call);
    const common = await mergeBase(world.git, base, head);
    if (!common) throw new Refusal(404, `No common ancestor between ${base} and ${head}.`);
    const ahead = (await commits(world.git, `${base}..${head}`)).reverse();
    const behind = await commits(world.git, `${head}..${base}`);
    const { items, headers } = paged(call, ahead);
    const changed = isFirstPage(call) ? (await differences(world.git, common, head)).slice(0, mostFiles) : [];
    const body = {
      ...addresses(call, base, head),
      base_commit: commitShape(world, await commit(world.git, base), links),
      merge_base_commit: commitShape(world, await commit(world.git, common), links),
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: items.map(each => commitShape(world, each, links)),
      files: changed.map(file => fileShape(call, file, head)),
    };
    return { status: 200, headers, body };
  },
};

const mostFiles = 300;
const isFirstPage = ({ query }: Call): boolean => Number(query.page ?? 1) === 1;

async function sides({ world, params }: Call): Promise<[string, string]> {
  const [base = '', head = ''] = params.basehead!.split('...');
  const found = [await named(world, base), await named(world, head)] as const;
  if (!found[0] || !found[1]) throw notFound();
  return [found[0], found[1]];
}

/** A branch, `owner:branch`, or a commit. */
async function named(world: World, name: string): Promise<string | undefined> {
  const [owner = '', branch] = name.split(':');
  if (branch === undefined) return (await commitOf(world.git, `refs/heads/${name}`)) ?? commitOf(world.git, name);
  const fork = [...world.pulls.values()].map(pull => pull.fork).find(each => each?.startsWith(`${owner}/`));
  return commitOf(world.git, branchRef(branch, owner === world.owner ? undefined : (fork ?? `${owner}/${world.name}`)));
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

function addresses({ links, world }: Call, base: string, head: string): object {
  const repository = `${world.owner}/${world.name}`;
  const html = `${links.server}/${repository}/compare/${base}...${head}`;
  return {
    url: `${links.api}/repos/${repository}/compare/${base}...${head}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
  };
}
