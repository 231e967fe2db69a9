import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { GitHub } from '../support/github/index.ts';
import { states } from '../support/jobs.ts';
import { modelFiles, projectFiles, retrained, runIn, type Scene, scene } from '../support/scene.ts';
import { finishedRun, said, zipped } from '../support/second-workflow.ts';
import { judging, publishing } from '../support/trusted.ts';

interface Started {
  readonly made: Scene;
  readonly run: number;
  /** When the job that judged had ended. */
  readonly judgedAt: Date;
  /** Starts the run again, with these jobs before the one that publishes; says what that one came to. */
  again(jobs: (github: GitHub) => void): Promise<{ code: number | null; words: string; status: string | undefined }>;
}

/** A run of two jobs, of which the first has judged, found a pass and uploaded it. */
async function started(t: TestContext): Promise<Started> {
  const made = await scene(t, { before: await projectFiles(), after: await modelFiles('models/tiny', retrained) });
  const { github, number } = made;
  const inputs = { gate: 'status', comment: 'never' };
  const judged = await made.run({ may: judging, inputs: { mode: 'judge', ...inputs } });
  assert.equal(judged.outputs.verdict, 'pass', judged.stdout);
  const run = finishedRun(made, undefined, { headRepository: 'acme/models', conclusion: null }).id;
  github.addArtifact({ runId: run, name: 'camdrift', zip: zipped(judged.files) });
  const judgedAt = github.clock.now();
  const publish = (attempt: number) =>
    runIn(t, github, {
      may: publishing,
      event: { name: 'pull_request', payload: github.payload.pullRequest(number) },
      inputs: { mode: 'publish', ...inputs },
      env: { GITHUB_JOB: 'publish', GITHUB_RUN_ID: String(run), GITHUB_RUN_ATTEMPT: String(attempt) },
    });
  assert.equal((await publish(1)).code, 0);
  assert.deepEqual(states(made), { 'camdrift / verdict': 'success' });
  return {
    ...{ made, run, judgedAt },
    again: async jobs => {
      const { attempt } = github.runAgain(run);
      jobs(github);
      github.addJob({
        ...{ runId: run, name: 'publish', startedAt: github.clock.now() },
        ...{ conclusion: null, completedAt: null },
      });
      const published = await publish(attempt);
      return {
        code: published.code,
        words: said(published, 'error').join(),
        status: states(made)['camdrift / verdict'],
      };
    },
  };
}

test('a judge that broke down this time is not spoken for by what it had found: an error', async t => {
  const { run, again } = await started(t);
  const { code, words, status } = await again(github => {
    const startedAt = github.clock.now();
    github.addJob({ runId: run, name: 'judge', startedAt, conclusion: 'failure', completedAt: github.clock.now() });
  });
  assert.deepEqual([code, status], [1, 'error']);
  assert.match(words, /of an earlier attempt of this run, and a job that was run again has left none: run all jobs/);
});

test('where publishing alone is done again, what the judge has found still counts', async t => {
  const { made, run, judgedAt, again } = await started(t);
  const { createdAt } = made.github.run(run);
  const { code, words, status } = await again(github =>
    github.addJob({ runId: run, name: 'judge', startedAt: createdAt, conclusion: 'success', completedAt: judgedAt }),
  );
  assert.deepEqual([code, status], [0, 'success'], words);
});
