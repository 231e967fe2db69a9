import { type Part, partId, readParts, shortSpeaker } from '../reports/comment/comment.ts';
import { conversation, foreignEditor } from '../targets/comment.ts';
import { statusParts } from '../targets/commit-status.ts';
import { speakerOf } from './_speaker.ts';
import type { PullRequest } from './payloads.ts';
import type { ActionWorld, Outcome } from './world.ts';

/**
 * An event that moves nothing, such as another title, is not audited. But its run takes the place of the earlier one in the
 * list of checks, so it must not turn that one's failure into a success: it ends as our comment says that the earlier one did.
 * @returns undefined when that cannot be known, and it takes an audit
 */
export async function earlierVerdict(world: ActionWorld, { number, head }: PullRequest): Promise<Outcome | undefined> {
  const { inputs, repository, runner } = world;
  if (inputs['fail-on'] === 'never') return still(world, 'skipped');
  if (inputs.gate === 'status') return (await hasStatus(world, head, number)) ? still(world, 'skipped') : undefined;
  if (inputs.comment === 'never' || inputs['fail-on'] !== 'regression') return undefined;
  const found = await conversation(repository, number, inputs['comment-key']).catch(() => undefined);
  if (!found) return undefined;
  if (found.head !== head) return still(world, 'skipped');
  // There is none also where the token may only read, or GitHub took nothing: that is no success. Whoever may write to the
  // repository can edit our words, and would judge themselves.
  if (!found.earlier || (await foreignEditor(repository, found.earlier)) !== undefined) return undefined;
  const said = readParts(found.earlier.body).filter(part => part.head === head && speaksForUs(part, world));
  if (said.length === 0 || (inputs.mode === 'judge' && said.length < Math.max(...said.map(({ legs }) => legs))))
    return undefined;
  const failed = said.find(({ status }) => status === 'fail' || status === 'incomplete');
  if (!failed) return still(world, said[0]!.status);
  runner.output('verdict', failed.status);
  return { failure: `This event moves nothing, and the verdict stands: ${failed.status} (${found.earlier.url}).` };
}

/**
 * A status stands at the commit, whatever becomes of this job. Where none could be set, the job has failed in its place, and
 * must not become a success. One that only judges has no status of its own: the job that publishes carries the verdict.
 */
async function hasStatus(world: ActionWorld, sha: string, number: number): Promise<boolean> {
  const { inputs, repository } = world;
  if (inputs.mode === 'judge') return true;
  const own = partId(speakerOf(world));
  const said = await statusParts(repository, { sha, key: inputs['comment-key'] }).catch(() => []);
  return said.some(
    ({ id, state, pull, ours }) =>
      ours && id === own && pull === number && (state === 'success' || state === 'failure'),
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
