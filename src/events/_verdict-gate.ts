import { failure } from '../gate.ts';
import type { Results } from '../reports/results.ts';
import { verdictWords } from '../reports/words.ts';
import { apiWords, isForbidden } from '../repository/api-words.ts';
import { type StatusState, setStatus } from '../targets/commit-status.ts';
import type { ActionWorld, Outcome } from './world.ts';

/** What stops a merge: this job, or a commit status of its own. */
export interface Gate {
  close(results: Results): Promise<Outcome>;
  /** There are no results to judge. */
  giveUp(reason: string): Promise<void>;
}

/**
 * With `gate: status` the job stays green and the status alone says the verdict, on every way out of the run. When the
 * status cannot be set, the job fails in its place: a verdict is never lost.
 * @param readOnly whose pull request it is, when the token can read and nothing else
 */
export async function openGate(world: ActionWorld, head: string, readOnly: string | undefined): Promise<Gate> {
  const { inputs, runner } = world;
  if (inputs.gate === 'job' || readOnly !== undefined) {
    if (inputs.gate === 'status')
      runner.notice(`The commit status cannot be set in ${readOnly}; this job takes its place.`);
    return { close: async results => ({ failure: failure(results, inputs['fail-on']) }), giveUp: async () => {} };
  }
  await set(world, head, 'pending', 'Looking at what the models look at');
  world.atExit(async ending => void (await set(world, head, 'error', `The run ${endings[ending]} before its verdict`)));
  return {
    close: async results => {
      const failed = failure(results, inputs['fail-on']);
      const said = await set(world, head, failed ? 'failure' : 'success', failed ?? passed(results));
      return { failure: said ? undefined : failed };
    },
    giveUp: async reason => void (await set(world, head, 'error', reason)),
  };
}

const endings = { cancelled: 'was cancelled', crashed: 'failed' };

const passed = ({ models, verdict }: Results): string =>
  models.length === 0 ? 'No model changed' : verdictWords[verdict];

async function set(
  { repository, inputs, runner, run }: ActionWorld,
  sha: string,
  state: StatusState,
  description: string,
): Promise<boolean> {
  try {
    await setStatus(repository, sha, { state, description, key: inputs['comment-key'], url: run.url });
    return true;
  } catch (error) {
    const remedy = isForbidden(error) ? ' The job needs `permissions: statuses: write`.' : '';
    runner.warning(`The commit status could not be set: ${apiWords(error)}.${remedy}`);
    return false;
  }
}
