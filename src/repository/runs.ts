import { hasStatus, isForbidden } from './api-words.ts';
import { coordinates, type Repository } from './repository.ts';

/** What became of a wish to have a run of a workflow done again. */
export type Again = 'running' | 'refused';

/** A run of a workflow as it stands: `green` and `red` have ended, `unknown` cannot be read. */
export type RunState = 'going' | 'green' | 'red' | 'unknown';

export async function runState(repository: Repository, id: number): Promise<RunState> {
  try {
    const { data } = await repository.api.rest.actions.getWorkflowRun({ ...coordinates(repository), run_id: id });
    if (data.status !== 'completed') return 'going';
    return data.conclusion === 'success' ? 'green' : 'red';
  } catch (error) {
    if (isForbidden(error) || hasStatus(error, 404)) return 'unknown';
    throw error;
  }
}

/** Has the failed jobs of a run done again, or all of them. Takes `permissions: actions: write`. */
export async function runAgain(repository: Repository, id: number, what: 'all' | 'failed'): Promise<Again> {
  const { reRunWorkflow, reRunWorkflowFailedJobs } = repository.api.rest.actions;
  const run = { ...coordinates(repository), run_id: id };
  try {
    await (what === 'all' ? reRunWorkflow(run) : reRunWorkflowFailedJobs(run));
    return 'running';
  } catch (error) {
    if (!isForbidden(error) && !hasStatus(error, 404)) throw error;
    // A request that was tried twice, or somebody else's, may have been heard already.
    return (await runState(repository, id)) === 'going' ? 'running' : 'refused';
  }
}

/** The run that an address of ours leads to. */
export function runIn(url: string | undefined): number | undefined {
  const [, id] = /\/actions\/runs\/(\d{1,15})(?:[#?].*)?$/.exec(url ?? '') ?? [];
  return id === undefined ? undefined : Number(id);
}
