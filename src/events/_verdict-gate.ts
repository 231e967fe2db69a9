import type { NothingToDo } from '../artifacts/triggering-run.ts';
import { failure } from '../judgement/gate.ts';
import { partId } from '../reports/comment/comment.ts';
import { verdictWords } from '../reports/words.ts';
import { apiWords, isForbidden } from '../repository/api-words.ts';
import { baseNow } from '../repository/base-now.ts';
import type { Results } from '../results/results.ts';
import { baseMark, type Standing, type StatusPart, type StatusState, setStatus } from '../targets/commit-status.ts';
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
  const say = (state: StatusState, description: string, to?: string) =>
    set(world, gated, { state, description, standing, ...(to !== undefined && { base: baseMark(to) }) });
  const opened = await say('pending', 'Looking at what the models look at');
  if (suspect !== undefined && opened !== undefined && isForbidden(opened)) {
    runner.notice(`The commit status cannot be set in ${suspect}; this job takes its place.`);
    return byJob;
  }
  warn(world, opened);
  const final = async (state: StatusState, description: string, to?: string) => {
    const trouble = await say(state, description, to);
    warn(world, trouble);
    return trouble === undefined;
  };
  world.atExit(async ending => void (await final('error', `The run ${endings[ending]} before its verdict`)));
  return {
    close: async results => {
      const { state, words, failed, to } = await conclusion(world, gated, standing, results);
      const said = await final(state, words, to);
      return { failure: said ? undefined : failed };
    },
    giveUp: async reason => void (await final('error', reason)),
  };
}

interface Conclusion {
  readonly state: StatusState;
  readonly words: string;
  /** Why the job fails, where the status cannot say so. */
  readonly failed: string | undefined;
  /** The branch that it is judged as going to. */
  readonly to?: string | undefined;
}

async function conclusion(world: ActionWorld, gated: Gated, standing: Standing, results: Results): Promise<Conclusion> {
  const failed = failure(results, world.inputs['fail-on']);
  const words = failed ?? passed(results);
  if (standing === 'claimed')
    return { state: failed ? 'failure' : 'pending', words: `Claimed, not checked: ${words}`, failed };
  const to = results.change?.baseRef;
  if (failed) return { state: 'failure', words, failed, to };
  const elsewhere = await goesElsewhere(world, gated, to);
  return elsewhere ? { state: 'error', words: elsewhere, failed: elsewhere } : { state: 'success', words, failed, to };
}

/**
 * A commit has one status whatever branch its pull request goes to, so a run that began before it was sent elsewhere must not make it green: it
 * may end after the one that judged it for where it goes now.
 * @returns why the verdict is not about the pull request as it is now
 */
async function goesElsewhere(
  { repository }: ActionWorld,
  { number }: Gated,
  judgedFor: string | undefined,
): Promise<string | undefined> {
  if (number === 0 || judgedFor === undefined) return undefined;
  const read = await baseNow(repository, number).then(
    to => ({ to }),
    error => ({ trouble: apiWords(error) }),
  );
  if ('trouble' in read) return `Where the pull request goes could not be read: ${read.trouble}. Run it again.`;
  return read.to === judgedFor
    ? undefined
    : `Judged as going to ${judgedFor}, but it goes to ${read.to}: run it again.`;
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
  said: Pick<StatusPart, 'state' | 'description' | 'standing' | 'base'>,
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
