import type { TestContext } from 'node:test';
import { type Zippable, zipSync } from 'fflate';
import type { ActionRun } from './action.ts';
import type { GitHub } from './github/index.ts';
import type { Run } from './github/world.ts';
import { type RunOptions, runIn, type Scene, type SceneResult } from './scene.ts';

/** Whoever opens pull requests from outside. */
export const fork = 'stranger/models';

/** What a finished run on a pull request left behind: by path, or the zip itself. */
export type Left = Readonly<Record<string, Uint8Array>> | Uint8Array;

/** A run of the first workflow, on a pull request from the fork as it stands, with what it uploaded. */
export function finishedRun(
  { github, number }: Pick<Scene, 'github' | 'number'>,
  left: Left | undefined,
  about: Partial<Omit<Run, 'id'>> = {},
): Run {
  const { head } = github.pullRequest(number);
  const run = github.addRun({
    headBranch: 'retrain',
    headSha: head,
    headRepository: fork,
    conclusion: 'failure',
    ...about,
  });
  if (left) github.addArtifact({ runId: run.id, name: 'camdrift', zip: zipped(left) });
  return run;
}

/** As actions/upload-artifact does of a folder: its content lies at the top. */
export function zipped(left: Left): Uint8Array {
  return left instanceof Uint8Array ? left : zipSync(left as Zippable, { level: 6 });
}

export interface SpeakOptions extends RunOptions {
  /** What GitHub delivers, if not the event of the run. */
  readonly payload?: ActionRun['event']['payload'];
}

/** The second workflow: `mode: comment` on `workflow_run`, nothing checked out, a token that can write. */
export function speakFor(
  t: TestContext,
  github: GitHub,
  run: Run,
  { inputs, payload = github.payload.workflowRun(run.id), ...options }: SpeakOptions = {},
): Promise<SceneResult> {
  const may = { actions: 'read', contents: 'write', 'pull-requests': 'write', statuses: 'write' } as const;
  return runIn(t, github, {
    may,
    event: { name: 'workflow_run', payload },
    inputs: { mode: 'comment', ...inputs },
    ...options,
  });
}

/** Words of the annotations of one level. */
export const said = ({ annotations }: SceneResult, level: 'error' | 'warning' | 'notice'): string[] =>
  annotations.filter(each => each.level === level).map(({ message }) => message);
