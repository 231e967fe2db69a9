import { z } from 'zod';
import { CamdriftError } from '../errors.ts';
import { coordinates, type Repository } from '../repository/repository.ts';
import { quoted, rejected } from './_rejection.ts';

/** The finished run that a `workflow_run` event tells of, and the pull request that it judged. */
export interface TriggeringRun {
  readonly pullRequest: {
    readonly number: number;
    /** The commit that was judged, which is still the pull request's head. */
    readonly head: string;
    readonly base: { readonly ref: string; readonly sha: string };
  };
  readonly runId: number;
  readonly runUrl: string;
  /** When the head was pushed, as near as the event tells: when the run came to be. A re-run keeps that. */
  readonly pushed: Date;
  /** Whether its token could only read, so that it could not speak for itself: a fork's, and Dependabot's. */
  readonly mute: boolean;
}

/** Nothing is to be done, in words. */
export interface NothingToDo {
  readonly reason: string;
  /** A commit that a merge waits on, and that cannot be judged: whatever was said of it before is not about this. */
  readonly undecided?: string;
}

/**
 * Who is behind a `workflow_run` event. The pull request is asked of the API, by repository, branch and commit: the event
 * names none for forks, and whatever the artifact says about it is a stranger's word.
 *
 * @param event the event's payload
 * @param workflow path of the workflow file whose runs are listened to
 * @param ended whether the run's own results are asked for, which one that was cancelled has none of
 * @throws CamdriftError `usage-wrong` when it is another event; `claims-rejected` when the run belongs to another
 *   repository or workflow, or is not of a pull request
 */
export async function triggeringRun(
  repository: Repository,
  event: unknown,
  workflow = '.github/workflows/camdrift.yml',
  { ended = 'with a result' }: { readonly ended?: 'with a result' | 'in any way' } = {},
): Promise<TriggeringRun | NothingToDo> {
  const run = readRun(event);
  requireOurs(run, repository, workflow);
  if (ended === 'with a result' && run.conclusion !== 'success' && run.conclusion !== 'failure')
    return { reason: `The run ended as ${quoted(run.conclusion ?? 'unfinished')}: it has no result.` };
  if (!run.head_repository) return { reason: 'The repository that the pull request came from is gone.' };
  return pullRequestOf(repository, run, run.head_repository);
}

const headRepository = z.looseObject({ id: z.int(), owner: z.looseObject({ login: z.string() }) });

const eventSchema = z.looseObject({
  workflow_run: z.looseObject({
    id: z.int(),
    html_url: z.string(),
    created_at: z.iso.datetime({ offset: true }),
    event: z.string(),
    path: z.string(),
    conclusion: z.string().nullable(),
    actor: z.looseObject({ login: z.string() }).nullish(),
    head_sha: z.string().regex(/^[0-9a-f]{40}$/),
    head_branch: z.string().nullable(),
    repository: z.looseObject({ id: z.int(), full_name: z.string() }),
    head_repository: headRepository.nullable(),
  }),
});

type WorkflowRun = z.infer<typeof eventSchema>['workflow_run'];

function readRun(event: unknown): WorkflowRun {
  const read = eventSchema.safeParse(event);
  if (read.success) return read.data.workflow_run;
  const { path, message } = read.error.issues[0]!;
  throw new CamdriftError('usage-wrong', `This is not a \`workflow_run\` event: ${path.join('.')}: ${message}.`, {
    remedy: 'Comment on behalf of forks from a workflow that runs `on: workflow_run`.',
  });
}

function requireOurs(
  { event, path, repository: { full_name } }: WorkflowRun,
  ours: Repository,
  workflow: string,
): void {
  const expected = `${ours.owner}/${ours.name}`;
  if (full_name.toLowerCase() !== expected.toLowerCase())
    throw rejected(`The run belongs to ${quoted(full_name)}; expected ${expected}.`);
  if (path !== workflow && !path.startsWith(`${workflow}@`))
    throw rejected(`The run is of the workflow ${quoted(path)}; expected ${workflow}.`, {
      remedy: 'Name the file of the workflow that judges, if it has another name.',
    });
  if (event !== 'pull_request')
    throw rejected(`The run was started by ${quoted(event)}; expected \`pull_request\`.`, {
      remedy: "Give the job `if: github.event.workflow_run.event == 'pull_request'`.",
    });
}

async function pullRequestOf(
  repository: Repository,
  run: WorkflowRun,
  from: z.infer<typeof headRepository>,
): Promise<TriggeringRun | NothingToDo> {
  const branch = `${from.owner.login}:${run.head_branch ?? ''}`;
  const { data } = await repository.api.rest.pulls.list({
    ...coordinates(repository),
    state: 'open',
    head: branch,
    per_page: 100,
  });
  const open = data.filter(({ head, base }) => head.repo?.id === from.id && base.repo.id === run.repository.id);
  const [found, ...others] = open.filter(({ head }) => head.sha === run.head_sha);
  if (!found)
    return {
      reason: open[0]
        ? `#${open[0].number} has moved on: its head is ${open[0].head.sha}, and the run judged ${run.head_sha}.`
        : `No open pull request comes from ${quoted(branch)}; it may have been closed or merged.`,
    };
  // Which of them the run judged, GitHub does not say, and the run itself is not to be believed.
  if (others.length > 0) {
    const all = [found, ...others].map(({ number }) => `#${number}`).join(', ');
    const reason = `Several open pull requests have this head: ${all}. Close all but one, and run it again.`;
    return { reason, undecided: run.head_sha };
  }
  return {
    pullRequest: { number: found.number, head: run.head_sha, base: { ref: found.base.ref, sha: found.base.sha } },
    runId: run.id,
    runUrl: run.html_url,
    pushed: new Date(run.created_at),
    mute: from.id !== run.repository.id || run.actor?.login === 'dependabot[bot]',
  };
}
