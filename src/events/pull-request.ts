import { comparison, pullRequestFiles } from '../repository/changed-files.ts';
import { openGate } from './_verdict-gate.ts';
import { check, type Subject } from './check.ts';
import { type PullRequest, readPullRequest } from './payloads.ts';
import { fromFolder, type Message, publish } from './publish.ts';
import { report } from './report.ts';
import type { ActionWorld, Outcome } from './world.ts';

/** A pull request: compute, write files, publish, annotate, summarise, and only then fail. */
export async function onPullRequest(world: ActionWorld): Promise<Outcome> {
  const pull = readPullRequest(world.event.payload);
  const suspect = suspectOf(world, pull);
  const gate = await openGate(world, pull.head, { suspect });
  const checked = await check(world, subjectOf(world, pull));
  const message: Message = { results: checked.results, picture: fromFolder(checked.folder) };
  const published = await publish(world, { ...pull, suspect }, message);
  await report(world, checked, message, published);
  return gate.close(checked.results);
}

function subjectOf({ repository }: ActionWorld, { number, head, base, changedFiles }: PullRequest): Subject {
  return {
    head,
    base,
    changedFiles: () => pullRequestFiles(repository, number, changedFiles),
    mergeBase: async () => (await comparison(repository, base.sha, head)).mergeBase,
  };
}

/** Whose token usually can read and nothing else. Some may write all the same, so it is tried. */
function suspectOf({ run }: ActionWorld, { fork }: PullRequest): string | undefined {
  if (fork) return 'a pull request from a fork';
  return run.actor === 'dependabot[bot]' ? "Dependabot's pull request" : undefined;
}
