import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { CamdriftError, exitCodes } from '../errors.ts';
import type { MergeRequest } from '../hosts/gitlab.ts';
import { comment, picturesFor, readMarker } from '../reports/comment/comment.ts';
import { oneLine } from '../reports/printable.ts';
import type { Results } from '../results/results.ts';
import { readResults } from '../results-file/read.ts';
import { resultsSchema } from '../results-file/schema.ts';
import type { World } from './world.ts';

export interface CommentOptions {
  readonly gitlab?: true;
  readonly out: string;
  readonly key: string;
  readonly tokenVariable: string;
}

/** Characters; GitLab takes a million, and nobody reads them. */
const budget = 60_000;
/** Pictures, of which the worst twelve are in sight. */
const mostPictures = 48;

/** `camdrift comment --gitlab`: says on the merge request of this pipeline what `audit` found, in one note that is kept up to date. */
export async function commentCommand(options: CommentOptions, world: World): Promise<number> {
  if (!options.gitlab)
    throw new CamdriftError('usage-wrong', 'Where to comment is not said.', {
      remedy: 'Name it: --gitlab. On GitHub the Action comments by itself.',
    });
  const to = mergeRequestOf(options, world);
  const folder = resolve(world.cwd, options.out);
  const body = noteOf(await resultsIn(folder), options, addressesOf(world, relative(world.cwd, folder)));
  // What speaks through proxies takes a while to load, and no other verb needs it.
  const { gitLabOf } = await import('../hosts/gitlab.ts');
  const gitlab = gitLabOf(to);
  const earlier = (await gitlab.ownNotes()).find(note => readMarker(note.body)?.key === options.key);
  if (earlier?.body.trim() === body.trim()) {
    world.terminal.note('The note on the merge request says all this already.');
    return exitCodes.pass;
  }
  if (earlier) await gitlab.change(earlier, body);
  else await gitlab.add(body);
  world.terminal.note(oneLine(`${earlier ? 'Changed the' : 'Made a'} note on merge request !${to.number}.`));
  return exitCodes.pass;
}

function mergeRequestOf({ tokenVariable }: CommentOptions, { env }: World): MergeRequest {
  const given = (name: string) => {
    const value = env[name];
    if (value) return value;
    throw new CamdriftError('usage-wrong', `The environment variable ${name} is not set.`, {
      remedy: name.startsWith('CI_')
        ? 'GitLab sets it in pipelines of merge requests: run this in a job with rules for merge_request_event.'
        : 'Store a project access token with the scope `api` as a masked variable of that name.',
    });
  };
  return {
    api: given('CI_API_V4_URL'),
    project: given('CI_PROJECT_ID'),
    number: given('CI_MERGE_REQUEST_IID'),
    token: given(tokenVariable),
  };
}

async function resultsIn(folder: string): Promise<Results> {
  const path = join(folder, 'results.json');
  const told = (why: string, cause: unknown) =>
    new CamdriftError('usage-wrong', `${path} ${why}.`, {
      cause,
      remedy: 'Run camdrift audit first, with that --out.',
    });
  const text = await readFile(path, 'utf8').catch(cause => {
    throw told('cannot be read', cause);
  });
  try {
    return readResults(resultsSchema.parse(JSON.parse(text)));
  } catch (cause) {
    throw told('is not what camdrift writes', cause);
  }
}

/** Where a pipeline of GitLab keeps what its job leaves as artifacts, and shows its commits. */
interface Addresses {
  readonly repository: string;
  readonly job?: string | undefined;
  /** Address of a file of the output folder. */
  file(path: string, how: 'raw' | 'file'): string | undefined;
}

function addressesOf({ env }: World, out: string): Addresses {
  const repository = `${env.CI_PROJECT_URL ?? ''}/-`;
  const job = env.CI_JOB_ID && env.CI_PROJECT_URL ? `${repository}/jobs/${env.CI_JOB_ID}` : undefined;
  const encoded = (path: string) => [...out.split(/[\\/]/), ...path.split('/')].map(encodeURIComponent).join('/');
  const file: Addresses['file'] = (path, how) => job && `${job}/artifacts/${how}/${encoded(path)}`;
  return { repository, job, file };
}

/** The same words as on GitHub, without what only works there: there is nobody to hear a command. */
function noteOf(found: Results, { key }: CommentOptions, { repository, job, file }: Addresses): string {
  const models = found.models.map(model => ('pair' in model ? { ...model, pair: undefined } : model));
  const results: Results = { ...found, models };
  const paths = picturesFor(results, budget, mostPictures);
  const pictures = new Map(
    paths.flatMap(path => {
      const url = file(path, 'raw');
      return url === undefined ? [] : [[path, url] as const];
    }),
  );
  const page = file('report.html', 'file');
  const links = {
    repository,
    run: job,
    report: page === undefined ? undefined : ({ address: page, as: 'page' } as const),
  };
  return comment({ results, pictures, chosen: new Set(paths), key, links, budget }).body;
}
