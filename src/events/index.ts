import { CamdriftError } from '../errors.ts';
import type { Inputs } from './inputs.ts';
import { onIssueComment } from './issue-comment.ts';
import { onMergeGroup } from './merge-group.ts';
import { onDemand } from './on-demand.ts';
import { onPublish } from './publish-run.ts';
import { onPullRequest } from './pull-request.ts';
import { onPush } from './push.ts';
import { onRecompute } from './recompute.ts';
import { onWorkflowRun } from './workflow-run.ts';
import type { ActionWorld, Outcome } from './world.ts';

type Handler = (world: ActionWorld) => Promise<Outcome>;

type Mode = Inputs['mode'];

/** What each event leads to, in each mode that goes with it. */
const handlers: Readonly<Record<string, Readonly<Partial<Record<Mode, Handler>>>>> = {
  pull_request: { auto: onPullRequest, check: onPullRequest, judge: onPullRequest, publish: onPublish },
  merge_group: { auto: onMergeGroup, check: onMergeGroup, judge: onMergeGroup, publish: onPublish },
  push: { auto: onPush, check: onPush, judge: onPush },
  workflow_dispatch: { auto: onDemand, check: onDemand, judge: onDemand },
  schedule: { auto: onDemand, check: onDemand, judge: onDemand },
  issue_comment: { auto: onIssueComment },
  workflow_run: { auto: onWorkflowRun, comment: onWorkflowRun, judge: onRecompute, publish: onPublish },
};

export const eventNames: readonly string[] = Object.keys(handlers);

/**
 * @throws CamdriftError `usage-wrong` for an event that camdrift has nothing to say to
 */
export function handlerOf({ event: { name }, inputs: { mode, shard } }: ActionWorld): Handler {
  const modes = Object.hasOwn(handlers, name) ? handlers[name]! : undefined;
  if (!modes)
    throw new CamdriftError('usage-wrong', `camdrift does not know what to do on the event \`${name}\`.`, {
      remedy: `Run it on ${Object.keys(handlers).join(', ')}.${name === 'pull_request_target' ? ' pull_request_target checks out the base branch, not the change.' : ''}`,
    });
  const handler = modes[mode];
  if (shard && handler !== onPullRequest)
    throw new CamdriftError(
      'usage-wrong',
      `A \`shard\` is explained on the event pull_request alone, and this is ${name}.`,
      { remedy: 'Leave `shard` out on other events.' },
    );
  if (handler) return handler;
  throw new CamdriftError('usage-wrong', `\`mode: ${mode}\` does not go with the event ${name}.`, {
    remedy: `${name} goes with ${Object.keys(modes).join(', ')}; with \`auto\`, which is \`mode\` left out, the event says what to do.`,
  });
}
