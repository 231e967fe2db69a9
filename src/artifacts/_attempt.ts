import { coordinates, type Repository } from '../repository/repository.ts';

/** A run of a workflow, and how often it was started. */
export interface Attempt {
  readonly id: number;
  readonly attempt: number;
}

interface Made {
  readonly created_at: string | null;
}

/**
 * Whether all of these artifacts are what the jobs of this attempt have found. A run that is started again keeps what it uploaded before, and GitHub
 * does not say which job that was: what is older counts while every job that was run again has left something, and was made while a job
 * was at work that was not. Times are GitHub's own.
 * @param artifacts the newest of each name
 */
export async function areCurrent(
  repository: Repository,
  { id, attempt }: Attempt,
  artifacts: readonly Made[],
): Promise<boolean> {
  if (attempt <= 1) return true;
  const run = { ...coordinates(repository), run_id: id };
  const { rest, paginate } = repository.api;
  const { data } = await rest.actions.getWorkflowRunAttempt({ ...run, attempt_number: attempt });
  const started = Date.parse(data.run_started_at ?? '');
  const fresh = artifacts.filter(artifact => timeOf(artifact.created_at) > started);
  if (fresh.length === artifacts.length) return true;
  const jobs = await paginate(rest.actions.listJobsForWorkflowRunAttempt, {
    ...run,
    attempt_number: attempt,
    per_page: 100,
  });
  // Those that were not run again keep their times; this very job has not ended yet.
  const again = jobs.filter(
    ({ status, conclusion, started_at: at }) =>
      status === 'completed' && conclusion !== 'skipped' && !(timeOf(at) < started),
  );
  const stayed = jobs.filter(({ status, started_at: at }) => status === 'completed' && timeOf(at) < started);
  const older = artifacts.filter(artifact => !fresh.includes(artifact));
  return (
    !Number.isNaN(started) &&
    again.length <= fresh.length &&
    again.every(job => hasLeft(job, fresh)) &&
    older.every(artifact => stayed.some(job => hasLeft(job, [artifact])))
  );
}

const timeOf = (at: string | null): number => Date.parse(at ?? '');

const hasLeft = (
  { started_at: from, completed_at: to }: { readonly started_at: string; readonly completed_at: string | null },
  fresh: readonly Made[],
): boolean => fresh.some(({ created_at: at }) => timeOf(at) >= timeOf(from) && timeOf(at) <= timeOf(to));
