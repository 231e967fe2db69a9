import { mkdir } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { readClaims } from '../artifacts/claims.ts';
import { downloadArtifact } from '../artifacts/download.ts';
import { type TriggeringRun, triggeringRun } from '../artifacts/triggering-run.ts';
import { unpack } from '../artifacts/unpack.ts';
import { unreported } from '../artifacts/unreported.ts';
import { policyEdits } from '../changes/policy-edits.ts';
import { rulesOf } from '../changes/rules.ts';
import { writePieces } from '../files/write-pieces.ts';
import { descent, pullRequestFiles } from '../repository/changed-files.ts';
import { snapshotAt } from '../repository/snapshot-at.ts';
import type { Results } from '../results/results.ts';
import { worst } from '../results/verdict.ts';
import { resultsText } from '../results-file/write.ts';
import { type BasePolicy, basePolicy } from './_base-policy.ts';
import { movedByDvc } from './_moved-by-dvc.ts';
import { openGate, undecided } from './_verdict-gate.ts';
import type { Message } from './message.ts';
import { publish } from './publish.ts';
import { summarise, writeOutputs } from './report.ts';
import type { ActionWorld, Outcome } from './world.ts';

/**
 * Posts what a run without rights has computed, such as one of a pull request from a fork: nothing is checked out, and
 * nothing that the run says is believed further than it must be.
 */
export async function onWorkflowRun(world: ActionWorld): Promise<Outcome> {
  const { repository, inputs, runner } = world;
  const run = await triggeringRun(repository, world.event.payload, inputs.workflow);
  if ('reason' in run) {
    await undecided(world, run, 'claimed');
    return nothing(world, run.reason);
  }
  if (!run.mute && inputs.gate === 'job') return nothing(world, 'The run could comment by itself.');
  const { head, number } = run.pullRequest;
  const gate = await openGate(world, run.pullRequest, { standing: 'claimed' });
  const zip = await downloadArtifact(repository, run, inputs.artifact);
  if ('reason' in zip) {
    await gate.giveUp(zip.reason);
    return nothing(world, zip.reason);
  }
  const message = await claimed(world, run, zip);
  const published = run.mute
    ? await publish(world, { number, head, pushed: run.pushed }, message)
    : { pictures: new Map<string, string>(), withoutPictures: 'the run commented by itself' };
  await summarise(world, message, published);
  const folder = resolve(world.workspace, inputs.out);
  await mkdir(folder, { recursive: true });
  await writePieces(resolve(folder, 'results.json'), resultsText(message.results));
  writeOutputs(world, message.results, folder, published);
  runner.line(`Spoke for the run ${run.runUrl} on pull request ${number}.`);
  const { failure } = await gate.close(message.results);
  // Whoever judged has failed already; this job fails only where its commit status was to say so and could not.
  return { failure: inputs.gate === 'status' ? failure : undefined };
}

function nothing({ runner }: ActionWorld, reason: string): Outcome {
  runner.notice(`Nothing to post. ${reason}`);
  runner.output('verdict', 'skipped');
  return { failure: undefined };
}

async function claimed(world: ActionWorld, run: TriggeringRun, zip: Uint8Array): Promise<Message> {
  const { head, number, base } = run.pullRequest;
  // The list of pull requests has the branch as it was when the pull request was last pushed to; its rules hold as they are now.
  const { tip = base.sha, mergeBase = tip } = (await descent(world.repository, base.ref, head)) ?? {};
  const policy = await basePolicy(world, tip);
  const { files, ignored } = await unpack(zip);
  if (ignored > 0) world.runner.line(`${ignored} files of the artifact are of no known kind and were left in it.`);
  const { results, pictures } = readClaims(files, { head, baseRef: base.ref }, policy?.of);
  return {
    results: policy ? await checkedAgainst(world, policy, { number, head, before: mergeBase }, results) : results,
    picture: async path => pictures.get(path)?.(),
    claimed: true,
    runUrl: run.runUrl,
    notes: [
      policy
        ? 'Judged by the thresholds of the base branch.'
        : 'The base branch has no configuration, so the thresholds are the run’s own.',
    ],
  };
}

/** What the list of changed files tells for certain takes the place of the run's word for it. */
async function checkedAgainst(
  { repository }: ActionWorld,
  { raw, configuration }: BasePolicy,
  change: { readonly number: number; readonly head: string; readonly before: string },
  results: Results,
): Promise<Results> {
  const files = await pullRequestFiles(repository, change.number);
  const written = (path: string) => posix.join(posix.dirname(configuration), path);
  const [head, before] = [snapshotAt(repository, change.head), snapshotAt(repository, change.before)];
  const elsewhere = await movedByDvc(files.files, raw, written, { head, before });
  const missing = unreported(files, raw, configuration, results, elsewhere);
  const rules = raw.models.map(({ name }) => rulesOf(raw, name, written));
  const edits = policyEdits(files, rules, configuration);
  return {
    ...results,
    ...(results.change && { change: { ...results.change, edits, policyFrom: 'base' } }),
    models: [...results.models, ...missing],
    verdict: worst([results.verdict, ...missing.map(({ verdict }) => verdict)]),
  };
}
