import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { parse } from 'yaml';
import type { ActionRun } from './action.ts';
import type { Run } from './github/world.ts';
import { type RunOptions, runIn, type Scene, type SceneResult } from './scene.ts';
import { zipped } from './second-workflow.ts';

interface Step {
  readonly uses: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly if?: string;
  readonly permissions: NonNullable<RunOptions['may']>;
  readonly steps: readonly Step[];
}

export interface WorkflowRun {
  readonly event: ActionRun['event'];
  /** As GitHub lists it. */
  readonly run: Run;
  /** The commit that actions/checkout brings without a `ref`. */
  readonly commit: string;
}

/** Conditions that the documents use, by the event that they are asked on. A new one has to be thought about here. */
const conditions: Readonly<Record<string, (event: ActionRun['event']) => boolean>> = {
  'always()': () => true,
  "always() && github.event_name == 'pull_request'": ({ name }) => name === 'pull_request',
  "github.event.workflow_run.event == 'pull_request'": ({ name }) => name === 'workflow_run',
  "github.event.issue.pull_request && contains(toJSON(github.event), '/camdrift ')": ({ payload }) =>
    'pull_request' in (payload as { issue: object }).issue && JSON.stringify(payload).includes('/camdrift '),
  "always() && github.event.workflow_run.event == 'pull_request'": ({ name }) => name === 'workflow_run',
};

/** Runs the jobs of a workflow one after the other, as a user has pasted it: each with its own token and steps. */
export async function runWorkflow(
  t: TestContext,
  { github }: Pick<Scene, 'github'>,
  text: string,
  { event, run, commit }: WorkflowRun,
): Promise<Readonly<Record<string, SceneResult>>> {
  const { name: workflow, jobs } = parse(text) as { name: string; jobs: Readonly<Record<string, Job>> };
  const ended: Record<string, SceneResult> = {};
  for (const [name, job] of Object.entries(jobs)) {
    if (!holds(job.if, event)) continue;
    let checkout: { commit: string; lfs: boolean } | undefined;
    for (const { uses, if: condition, with: given = {} } of job.steps) {
      assert.ok(holds(condition, event), `${uses} is left out`);
      const [action] = uses.split('@');
      if (action === 'actions/checkout') checkout = { commit, lfs: given.lfs === true };
      else if (action === 'actions/upload-artifact') {
        assert.equal(given.path, 'camdrift-out');
        github.addArtifact({ runId: run.id, name: String(given.name), zip: zipped(ended[name]!.files) });
      } else {
        assert.equal(action, 'camdrift/camdrift');
        ended[name] = await runIn(t, github, {
          ...checkout,
          event,
          may: job.permissions,
          inputs: Object.fromEntries(Object.entries(given).map(([input, value]) => [input, String(value)])),
          env: { GITHUB_JOB: name, GITHUB_WORKFLOW: workflow, GITHUB_RUN_ID: String(run.id) },
        });
      }
    }
  }
  return ended;
}

function holds(condition: string | undefined, event: ActionRun['event']): boolean {
  if (condition === undefined) return true;
  const known = conditions[condition];
  assert.ok(known, `\`if: ${condition}\` is not known here`);
  return known(event);
}
