import { apiWords } from '../repository/api-words.ts';
import { coordinates } from '../repository/repository.ts';
import { mergedOnto } from './_merged-onto.ts';
import { openGate } from './_verdict-gate.ts';
import { check, type Subject } from './check.ts';
import { type PullRequest, readPullRequest } from './payloads.ts';
import { fromFolder, type Message, type Published, publish } from './publish.ts';
import { report } from './report.ts';
import type { ActionWorld, Outcome } from './world.ts';

/** A pull request: compute, write files, publish, annotate, summarise, and only then fail. */
export async function onPullRequest(world: ActionWorld): Promise<Outcome> {
  const pull = readPullRequest(world.event.payload);
  const readOnly = readOnlyBecause(world, pull);
  const gate = await openGate(world, pull.head, readOnly);
  const checked = await check(world, await subjectOf(world, pull));
  const message: Message = { results: checked.results, picture: fromFolder(checked.folder) };
  const published = readOnly === undefined ? await publish(world, pull, message) : unpublished(world, readOnly);
  await report(world, checked, message, published);
  return gate.close(checked.results);
}

/** Where it goes may have changed since the event: a re-run repeats the old one. */
async function subjectOf(world: ActionWorld, { number, head, base }: PullRequest): Promise<Subject> {
  const to = await branchNow(world, number).catch(error => {
    world.runner.warning(
      `The pull request could not be read (${apiWords(error)}), so it is held against ${base.ref}, where it went when this run began.`,
    );
    return base.ref;
  });
  return {
    head,
    base: { ref: to, sha: base.sha },
    commits: project => mergedOnto(world, project, { head, to, moved: to !== base.ref }),
  };
}

async function branchNow({ repository }: ActionWorld, number: number): Promise<string> {
  const { data } = await repository.api.rest.pulls.get({ ...coordinates(repository), pull_number: number });
  return data.base.ref;
}

/** Who gets a token that can read and nothing else: known before anything is tried. */
function readOnlyBecause({ run }: ActionWorld, { fork }: PullRequest): string | undefined {
  if (fork) return 'a pull request from a fork';
  return run.actor === 'dependabot[bot]' ? "Dependabot's pull request" : undefined;
}

function unpublished({ runner, inputs }: ActionWorld, readOnly: string): Published {
  const why = `in ${readOnly} the token can only read`;
  if (inputs.comment !== 'never') {
    runner.notice(
      `No comment and no pictures are posted: ${why}. The step summary and ${inputs.out} have everything. A second workflow on workflow_run with \`mode: comment\` posts them: see "Pull requests from forks" in camdrift's README.`,
    );
  }
  return { pictures: new Map(), withoutPictures: why };
}
