import { type Artifact, type Job, type Run, startedAgain, type World } from './world.ts';

/** What happens to runs of workflows. */
export interface ActionsHelpers {
  /** As it stands now. */
  run(id: number): Run;
  addRun(run: Partial<Omit<Run, 'id'>> & Pick<Run, 'headSha'>): Run;
  /** Somebody starts it again. */
  runAgain(id: number): Run;
  /** Of a run's last attempt. */
  addJob(job: Omit<Job, 'id' | 'attempt'>): Job;
  addArtifact(artifact: NewArtifact): Artifact;
}

export interface NewArtifact {
  readonly runId: number;
  readonly name: string;
  readonly zip: Uint8Array;
  readonly claimedSize?: number;
  readonly expired?: boolean;
}

export function actionsHelpers(state: World): ActionsHelpers {
  return {
    run: id => state.runs.get(id)!,
    addRun: wanted => {
      const usual = { name: 'camdrift', event: 'pull_request', status: 'completed', conclusion: 'success' } as const;
      const where = {
        headBranch: state.defaultBranch,
        headRepository: `${state.owner}/${state.name}`,
        pullRequests: [],
      };
      const createdAt = state.clock.now();
      const run: Run = {
        ...usual,
        ...where,
        createdAt,
        startedAt: createdAt,
        attempt: 1,
        again: undefined,
        ...wanted,
        id: state.nextId(),
      };
      state.runs.set(run.id, run);
      return run;
    },
    runAgain: id => startedAgain(state, state.runs.get(id)!, 'all'),
    addJob: wanted => {
      const job = { ...wanted, id: state.nextId(), attempt: state.runs.get(wanted.runId)!.attempt };
      state.jobs.push(job);
      return job;
    },
    addArtifact: ({ claimedSize, expired = false, ...wanted }) => {
      const size = claimedSize ?? wanted.zip.length;
      const made = { id: state.nextId(), createdAt: state.clock.now() };
      const artifact: Artifact = { ...made, ...wanted, expired, claimedSize: size };
      state.artifacts.set(artifact.id, artifact);
      return artifact;
    },
  };
}
