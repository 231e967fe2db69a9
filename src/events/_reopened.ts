import type { Check, Part } from '../reports/comment/comment.ts';
import { verdictWords } from '../reports/words.ts';
import { apiWords, isForbidden } from '../repository/api-words.ts';
import { runAgain, runIn, runState } from '../repository/runs.ts';
import { type OurPart, setStatus, statusParts } from '../targets/commit-status.ts';
import type { ActionWorld } from './world.ts';

/** Of a commit, what our comment or status under one key is about. */
export interface Place {
  readonly sha: string;
  /** Number of the pull request. */
  readonly pull: number;
  readonly key: string;
  /** Whether the pull request comes from another repository. */
  readonly fork: boolean;
}

/** What carries the verdict follows what is accepted: a commit status at once, a job by being run again. */
export interface Reopener {
  /** For a job that our comment has a part of. */
  part(place: Place, part: Part, open: boolean): Promise<{ readonly check: Check; readonly changed: boolean }>;
  /** For those that have set a status and say nothing in the comment. */
  others(place: Place, parts: readonly Part[], open: boolean): Promise<void>;
}

export function reopener(world: ActionWorld, takenBack: boolean): Reopener {
  const { repository } = world;
  // Each run is asked for once.
  const asked = new Map<number, Promise<Check>>();
  const again = (id: number, what: 'all' | 'failed') => {
    const known =
      asked.get(id) ?? runAgain(repository, id, what).then(found => (found === 'running' ? found : 'by-hand'));
    asked.set(id, known);
    return known;
  };
  return {
    part: async (place, part, open) => {
      const status = (await statusParts(repository, place)).find(each => isOwn(each, [part], place));
      if (status) return { check: 'settled', changed: await follows(world, place, status, part, open) };
      return { check: await byJob(world, part, open, again), changed: false };
    },
    others: async (place, parts, open) => {
      const said = await statusParts(repository, place);
      for (const status of said.filter(each => isAbout(each, place))) {
        const id = isOwn(status, parts, place) ? undefined : runIn(status.url);
        const isDue = open ? status.state === 'failure' : takenBack && status.state === 'success';
        if (id !== undefined && isDue && (await again(id, 'all')) === 'by-hand')
          world.runner.warning(
            `${needed} The status is of the run ${repository.serverUrl}/${repository.owner}/${repository.name}/actions/runs/${id}.`,
          );
      }
    },
  };
}

const needed = 'No run could be done again: the job needs `permissions: actions: write`, or somebody does it by hand.';

/**
 * A verdict of the trusted workflow on a pull request from here is judged by it alone: its own job says nothing in the comment, and whoever
 * can write there might say so in its name.
 */
const isOwn = (status: OurPart, parts: readonly Part[], place: Place): boolean =>
  status.ours &&
  isAbout(status, place) &&
  parts.some(part => part.id === status.id) &&
  (status.standing !== 'trusted' || place.fork);

/** Another pull request with the same head has comments of its own. */
const isAbout = (status: OurPart, { pull }: Place): boolean => status.pull === pull || status.pull === 0;

/** @returns whether it was another state */
async function follows(
  world: ActionWorld,
  { sha, key, pull }: Place,
  status: OurPart,
  part: Part,
  open: boolean,
): Promise<boolean> {
  const state = open ? 'success' : 'failure';
  if (status.state === state || !['success', 'failure'].includes(status.state)) return false;
  const description = open ? verdictWords.accepted : 'What failed is not accepted.';
  try {
    const url = part.run ?? world.run.url;
    await setStatus(world.repository, { sha, key, url }, { ...status, pull, state, description });
    return true;
  } catch (error) {
    const remedy = isForbidden(error) ? ' The job needs `permissions: statuses: write, pull-requests: read`.' : '';
    world.runner.warning(`The commit status could not be set: ${apiWords(error)}.${remedy}`);
    return false;
  }
}

async function byJob(
  { repository, runner }: ActionWorld,
  { run, status }: Part,
  open: boolean,
  again: (id: number, what: 'all' | 'failed') => Promise<Check>,
): Promise<Check> {
  const id = runIn(run);
  if (id === undefined) return open ? 'by-hand' : 'settled';
  // Nothing was accepted, and nothing is.
  if (!open && status === 'fail') return 'settled';
  const state = await runState(repository, id);
  if (state === 'going') return 'running';
  // Taken back: what was green by an acceptance has to fail again.
  const isDue = open ? state !== 'green' : state === 'green';
  if (!isDue) return 'settled';
  const check = await again(id, open ? 'failed' : 'all');
  if (check === 'by-hand') runner.notice(needed);
  return check;
}
