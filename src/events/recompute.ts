import { cp, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { triggeringRun } from '../artifacts/triggering-run.ts';
import { CamdriftError } from '../errors.ts';
import { type Descent, descent } from '../repository/changed-files.ts';
import type { ModelResult } from '../results/model.ts';
import type { Results } from '../results/results.ts';
import { rewriteAudit } from '../targets/directory.ts';
import { accepted } from './_acceptance.ts';
import { headCopy } from './_head-copy.ts';
import { check } from './check.ts';
import { unpublished } from './message.ts';
import { fromFolder } from './publish.ts';
import { summarise, writeOutputs } from './report.ts';
import type { ActionWorld, Outcome } from './world.ts';

/**
 * Judges a pull request in a run that it cannot edit, the default branch's: its models are fetched as data, nothing is checked
 * out or run, and the base branch's rules judge. It writes nothing but files: another job publishes them.
 */
export async function onRecompute(world: ActionWorld): Promise<Outcome> {
  const { repository, inputs, runner } = world;
  const run = await triggeringRun(repository, world.event.payload, inputs.workflow, { ended: 'in any way' });
  if ('reason' in run) return nothing(world, run.reason);
  const { head, number, base } = run.pullRequest;
  const { tip, mergeBase: before } = await commonWith(world, base.ref, head);
  const { workspace, troubles } = await headCopy(world, head, tip);
  const there: ActionWorld = { ...world, workspace, inputs: { ...inputs, 'policy-from': 'base' } };
  const checked = await check(there, {
    head,
    base,
    stranger: true,
    baseFixtures: true,
    commits: async () => ({ candidate: head, before, tip }),
  });
  const troubled = { ...checked, results: withTroubles(checked.results, troubles) };
  const { results } = await accepted(there, number, troubled);
  const folder = resolve(world.workspace, inputs.out);
  await mkdir(folder, { recursive: true });
  await cp(checked.folder, folder, { recursive: true });
  await rewriteAudit(folder, results);
  const message = { results, picture: fromFolder(folder), runUrl: run.runUrl };
  await summarise(world, message, unpublished);
  writeOutputs(world, results, folder, unpublished);
  runner.line(`Judged pull request ${number} by the rules of ${base.ref}. The job that publishes says so.`);
  // The pull request does not see this job: the commit status that the other one sets carries the verdict.
  return { failure: undefined };
}

async function commonWith({ repository }: ActionWorld, branch: string, head: string): Promise<Descent> {
  const found = await descent(repository, branch, head);
  if (found) return found;
  throw new CamdriftError('baseline-unavailable', `${head.slice(0, 7)} and ${branch} have no commit in common.`, {
    remedy: 'Check that the commit still exists, and base the change on the branch that it goes to.',
  });
}

/** A model that could not be fetched is missing for that reason, and for no other. */
function withTroubles(results: Results, troubles: ReadonlyMap<string, CamdriftError>): Results {
  const told = (model: ModelResult): ModelResult => {
    const trouble = troubles.get(model.name);
    if (!trouble || !model.error) return model;
    const { message, remedy } = trouble;
    const { error, ...rest } = model;
    const reasons = model.reasons.map(reason =>
      'message' in reason && reason.message === error.message ? { ...reason, message } : reason,
    );
    return { ...rest, reasons, error: { ...error, message, remedy } };
  };
  return { ...results, models: results.models.map(told) };
}

function nothing({ runner }: ActionWorld, reason: string): Outcome {
  runner.notice(`Nothing to judge. ${reason}`);
  runner.output('verdict', 'skipped');
  return { failure: undefined };
}
