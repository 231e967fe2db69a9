import { type Part, partId, readParts, shortSpeaker } from '../reports/comment/comment.ts';
import { baseNow } from '../repository/base-now.ts';
import { conversation, foreignEditor } from '../targets/comment.ts';
import { baseMark, statusParts } from '../targets/commit-status.ts';
import { speakerOf } from './_speaker.ts';
import type { PullRequest } from './payloads.ts';
import type { ActionWorld, Outcome } from './world.ts';

/**
 * An event that moves nothing, such as another title, is not audited. But its run takes the place of the earlier one in the
 * list of checks, so it must not turn that one's failure into a success: it ends as our comment says that the earlier one did.
 * @returns undefined when that cannot be known, and it takes an audit
 */
export async function earlierVerdict(world: ActionWorld, { number, head }: PullRequest): Promise<Outcome | undefined> {
  const { inputs, repository } = world;
  if (inputs['fail-on'] === 'never') return still(world, 'skipped');
  const base = await baseNow(repository, number).catch(() => undefined);
  if (base === undefined) return undefined;
  const about = { number, head, base };
  const byStatus = inputs.gate === 'status';
  if (byStatus && inputs.mode !== 'judge') return (await hasStatus(world, about)) ? still(world, 'skipped') : undefined;
  if (inputs.comment === 'never' || (!byStatus && inputs['fail-on'] !== 'regression')) return undefined;
  const said = await saidOf(world, about);
  if (said === undefined) return undefined;
  return byStatus ? still(world, 'skipped') : asSaid(world, said);
}

interface About {
  readonly number: number;
  readonly head: string;
  /** The branch that it goes to now: the run that was to judge it for that one may have been cancelled by this one. */
  readonly base: string;
}

interface SaidOf {
  readonly parts: readonly [Part, ...Part[]];
  readonly url: string;
}

/** What our comment says of it, in the name of this job; undefined where it does not say all, or is not our own word. */
async function saidOf(world: ActionWorld, { number, head, base }: About): Promise<SaidOf | undefined> {
  const { inputs, repository } = world;
  const found = await conversation(repository, number, inputs['comment-key']).catch(() => undefined);
  // That a newer commit is judged says nothing of this one, which may come back.
  if (!found?.earlier || found.head !== head) return undefined;
  // Whoever may write to the repository can edit our words, and would judge themselves.
  if ((await foreignEditor(repository, found.earlier)) !== undefined) return undefined;
  const [first, ...more] = readParts(found.earlier.body).filter(part => part.head === head && speaksForUs(part, world));
  // There is none also where the token may only read, or GitHub took nothing: that is no success.
  if (!first) return undefined;
  const parts = [first, ...more] as const;
  const isWhole = inputs.mode !== 'judge' || parts.length >= Math.max(...parts.map(({ legs }) => legs));
  return isWhole && parts.every(part => part.base === base) ? { parts, url: found.earlier.url } : undefined;
}

function asSaid(world: ActionWorld, { parts, url }: SaidOf): Outcome {
  const failed = parts.find(({ status }) => status === 'fail' || status === 'incomplete');
  if (!failed) return still(world, parts[0].status);
  world.runner.output('verdict', failed.status);
  return { failure: `This event moves nothing, and the verdict stands: ${failed.status} (${url}).` };
}

/**
 * A status stands at the commit, whatever becomes of this job. Where none could be set, the job has failed in its place, and
 * must not become a success. One that only judges has no status of its own: the job that publishes carries the verdict, and
 * its comment tells whether it has.
 */
async function hasStatus(world: ActionWorld, { head: sha, number, base }: About): Promise<boolean> {
  const { inputs, repository } = world;
  const own = partId(speakerOf(world));
  const said = await statusParts(repository, { sha, key: inputs['comment-key'] }).catch(() => []);
  return said.some(
    each =>
      each.ours &&
      each.id === own &&
      each.pull === number &&
      each.base === baseMark(base) &&
      (each.state === 'success' || each.state === 'failure'),
  );
}

/** A job that only judges lets another one speak, for all its legs. */
function speaksForUs({ id, speaker }: Part, world: ActionWorld): boolean {
  const us = speakerOf(world);
  if (world.inputs.mode !== 'judge') return id === partId(us);
  return speaker.workflow === shortSpeaker(us).workflow && speaker.config === shortSpeaker(us).config;
}

function still({ runner }: ActionWorld, verdict: string): Outcome {
  runner.notice('This event moves nothing that camdrift judges, so nothing is audited again.');
  runner.output('verdict', verdict);
  return { failure: undefined };
}
