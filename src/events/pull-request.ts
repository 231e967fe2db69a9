import { apiWords } from '../repository/api-words.ts';
import { baseNow } from '../repository/base-now.ts';
import { accepted } from './_acceptance.ts';
import { earlierVerdict } from './_earlier-verdict.ts';
import { mergedOnto } from './_merged-onto.ts';
import { suspectOf } from './_suspect.ts';
import { openGate } from './_verdict-gate.ts';
import { check, type Subject } from './check.ts';
import { type Message, unpublished } from './message.ts';
import { type PullRequest, readPullRequest } from './payloads.ts';
import { fromFolder, publish } from './publish.ts';
import { report } from './report.ts';
import type { ActionWorld, Outcome } from './world.ts';

/** A pull request: compute, write files, publish, annotate, summarise, and only then fail. */
export async function onPullRequest(world: ActionWorld): Promise<Outcome> {
  const pull = readPullRequest(world.event.payload);
  if (pull.moves === 'end' || (pull.moves === 'rest' && world.inputs.shard)) return over(world);
  if (pull.moves === 'rest') return closed(world, pull);
  if (world.inputs.shard) return oneShare(world, pull);
  const stands = pull.moves === 'stay' ? await earlierVerdict(world, pull) : undefined;
  if (stands) return stands;
  const suspect = suspectOf(world, pull);
  const gate = await openGate(world, pull, { suspect });
  const checked = await accepted(world, pull.number, await check(world, await subjectOf(world, pull)));
  const message: Message = { results: checked.results, picture: fromFolder(checked.folder) };
  const published =
    world.inputs.mode === 'judge'
      ? unpublished
      : await publish(world, { ...pull, suspect, listed: checked.listed }, message);
  await report(world, checked, message, published);
  return gate.close(checked.results);
}

/** Explains its share, for the job that joins all; nothing is judged, said or gated here. */
async function oneShare(world: ActionWorld, pull: PullRequest): Promise<Outcome> {
  const { results } = await check(world, await subjectOf(world, pull));
  for (const { name, error } of results.models) if (error) world.runner.warning(`${name}: ${error.message}`);
  return { failure: undefined };
}

function over({ runner }: ActionWorld): Outcome {
  runner.notice('The pull request is closed: there is nothing to judge any more.');
  runner.output('verdict', 'skipped');
  return { failure: undefined };
}

/**
 * Nothing is audited, but this run takes the place of the earlier one in the list of checks, and a workflow that does not run when
 * the pull request is opened again leaves it so.
 */
async function closed(world: ActionWorld, pull: PullRequest): Promise<Outcome> {
  const stands = await earlierVerdict(world, pull);
  if (stands) return stands;
  world.runner.output('verdict', 'skipped');
  return {
    failure:
      'A pull request that is closed is not judged, and no earlier verdict on it was found. Leave `closed` out of the `types` of this workflow.',
  };
}

/** Where it goes may have changed since the event: a re-run repeats the old one. */
async function subjectOf(world: ActionWorld, { number, head, base, fork }: PullRequest): Promise<Subject> {
  const to = await baseNow(world.repository, number).catch(error => {
    world.runner.warning(
      `The pull request could not be read (${apiWords(error)}), so it is held against ${base.ref}, where it went when this run began.`,
    );
    return base.ref;
  });
  return {
    head,
    stranger: fork,
    base: { ref: to, sha: base.sha },
    commits: project => mergedOnto(world, project, { head, to, moved: to !== base.ref }),
  };
}
