import type { NothingToDo } from '../artifacts/triggering-run.ts';
import { failure } from '../judgement/gate.ts';
import { partId } from '../reports/comment/comment.ts';
import { verdictWords } from '../reports/words.ts';
import { apiWords, isForbidden } from '../repository/api-words.ts';
import type { Results } from '../results/results.ts';
import { type Standing, type StatusState, setStatus } from '../targets/commit-status.ts';
import { speakerOf } from './_speaker.ts';
import type { ActionWorld, Outcome } from './world.ts';

/** What stops a merge: this job, or a commit status of its own. */
export interface Gate {
  close(results: Results): Promise<Outcome>;
  /** There are no results to judge. */
  giveUp(reason: string): Promise<void>;
}

export interface GateOptions {
  /** Whose pull request it is, where the token usually can read and nothing else. */
  readonly suspect?: string | undefined;
  readonly standing?: Standing;
}

/** What waits for the verdict. */
export interface Gated {
  readonly head: string;
  /** Of the pull request; 0: there is none. */
  readonly number: number;
  /** A push: its status is of another name, and no job with `mode: publish` follows one that judges. */
  readonly isPush?: boolean;
}

/**
 * With `gate: status` the job stays green and the status alone says the verdict, on every way out of the run. When the
 * status cannot be set, the job fails in its place: a verdict is never lost. What a stranger's run claims is never a
 * success: it stays pending until it is checked.
 */
export async function openGate(
  world: ActionWorld,
  gated: Gated,
  { suspect, standing = 'own' }: GateOptions = {},
): Promise<Gate> {
  const { inputs, runner } = world;
  const byJob: Gate = {
    close: async results => ({ failure: failure(results, inputs['fail-on']) }),
    giveUp: async () => {},
  };
  if (inputs.gate === 'job') return byJob;
  // It may write nothing: the job that publishes sets the status.
  if (inputs.mode === 'judge') return gated.isPush ? byJob : { ...byJob, close: async () => ({ failure: undefined }) };
  const say = (state: StatusState, description: string) => set(world, gated, { state, description, standing });
  const opened = await say('pending', 'Looking at what the models look at');
  if (suspect !== undefined && opened !== undefined && isForbidden(opened)) {
    runner.notice(`The commit status cannot be set in ${suspect}; this job takes its place.`);
    return byJob;
  }
  warn(world, opened);
  const final = async (state: StatusState, description: string) => {
    const trouble = await say(state, description);
    warn(world, trouble);
    return trouble === undefined;
  };
  world.atExit(async ending => void (await final('error', `The run ${endings[ending]} before its verdict`)));
  return {
    close: async results => {
      const failed = failure(results, inputs['fail-on']);
      const words = failed ?? passed(results);
      const said =
        standing === 'claimed'
          ? await final(failed ? 'failure' : 'pending', `Claimed, not checked: ${words}`)
          : await final(failed ? 'failure' : 'success', words);
      return { failure: said ? undefined : failed };
    },
    giveUp: async reason => void (await final('error', reason)),
  };
}

/** A commit whose status would otherwise stay what it is, as of another pull request that has the same head. */
export async function undecided(
  world: ActionWorld,
  { reason, undecided: head }: NothingToDo,
  standing: Standing,
): Promise<void> {
  if (head !== undefined) await (await openGate(world, { head, number: 0 }, { standing })).giveUp(reason);
}

const endings = { cancelled: 'was cancelled', crashed: 'failed' };

const passed = ({ models, verdict }: Results): string =>
  models.length === 0 ? 'No model changed' : verdictWords[verdict];

/** @returns why it could not be set */
async function set(
  world: ActionWorld,
  { head: sha, number: pull, isPush }: Gated,
  said: { readonly state: StatusState; readonly description: string; readonly standing: Standing },
): Promise<unknown> {
  const { repository, inputs, run } = world;
  const speaker = speakerOf(world);
  const part = { id: partId(speaker), group: partId({ ...speaker, leg: '' }), pull, legs: inputs.legs, ...said };
  try {
    await setStatus(repository, { sha, key: inputs['comment-key'], url: run.url, pushed: isPush }, part);
    return undefined;
  } catch (error) {
    return error;
  }
}

function warn({ runner }: ActionWorld, trouble: unknown): void {
  if (trouble === undefined) return;
  const remedy = isForbidden(trouble) ? ' The job needs `permissions: statuses: write, pull-requests: read`.' : '';
  runner.warning(`The commit status could not be set: ${apiWords(trouble)}.${remedy}`);
}
