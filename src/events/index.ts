import { CamdriftError } from '../errors.ts';
import { onMergeGroup } from './merge-group.ts';
import { onPullRequest } from './pull-request.ts';
import { onPush } from './push.ts';
import { onWorkflowRun } from './workflow-run.ts';
import type { ActionWorld, Outcome } from './world.ts';

type Handler = (world: ActionWorld) => Promise<Outcome>;

/** What each event leads to. */
const handlers: Readonly<Record<string, Handler>> = {
  pull_request: onPullRequest,
  merge_group: onMergeGroup,
  push: onPush,
  workflow_run: onWorkflowRun,
};

/**
 * @throws CamdriftError `usage-wrong` for an event that camdrift has nothing to say to
 */
export function handlerOf({ event, inputs }: ActionWorld): Handler {
  const commenting = event.name === 'workflow_run';
  const fits = inputs.mode === 'auto' || (inputs.mode === 'comment') === commenting;
  const handler = Object.hasOwn(handlers, event.name) ? handlers[event.name] : undefined;
  if (handler && fits) return handler;
  if (handler)
    throw new CamdriftError('usage-wrong', `\`mode: ${inputs.mode}\` does not go with the event ${event.name}.`, {
      remedy:
        '`mode: comment` belongs to workflow_run, `mode: check` to pull_request, merge_group and push; leave `mode` out.',
    });
  throw new CamdriftError('usage-wrong', `camdrift does not know what to do on the event \`${event.name}\`.`, {
    remedy: `Run it on ${Object.keys(handlers).join(', ')}. pull_request_target checks out the base branch, not the change.`,
  });
}
