import type { TestContext } from 'node:test';
import type { Run } from './github/world.ts';
import { type RunOptions, runIn, type Scene, type SceneResult } from './scene.ts';
import { zipped } from './second-workflow.ts';

export const judging = { contents: 'read' } as const;
export const publishing = { actions: 'read', contents: 'write', 'pull-requests': 'write', statuses: 'write' } as const;

export interface Trusted {
  readonly judged: SceneResult;
  readonly published: SceneResult;
}

/** The second workflow's two jobs on `workflow_run`: one judges with a token that reads, the other publishes. */
export async function trusted(t: TestContext, { github }: Scene, run: Run, options: RunOptions = {}): Promise<Trusted> {
  const event = { name: 'workflow_run', payload: github.payload.workflowRun(run.id) };
  const { inputs, env } = options;
  const judged = await runIn(t, github, {
    ...options,
    may: judging,
    event,
    inputs: { mode: 'judge', ...inputs },
    env: { GITHUB_JOB: 'judge', GITHUB_WORKFLOW: 'camdrift verdict', ...env },
  });
  const own = github.addRun({
    headSha: (await github.branch('main'))!,
    name: 'camdrift verdict',
    event: 'workflow_run',
  });
  if (judged.results) github.addArtifact({ runId: own.id, name: 'camdrift', zip: zipped(judged.files) });
  const published = await runIn(t, github, {
    ...options,
    may: publishing,
    event,
    inputs: { mode: 'publish', gate: 'status', ...inputs },
    env: { GITHUB_JOB: 'publish', GITHUB_WORKFLOW: 'camdrift verdict', ...env, GITHUB_RUN_ID: String(own.id) },
  });
  return { judged, published };
}
