import type { Runner } from '../hosts/runner.ts';
import type { Repository } from '../repository/repository.ts';
import type { Inputs } from './inputs.ts';

/** What an event's handler is given instead of reaching for it. */
export interface ActionWorld {
  readonly inputs: Inputs;
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly repository: Repository;
  readonly runner: Runner;
  readonly run: WorkflowRun;
  /** Where the repository is checked out. */
  readonly workspace: string;
  /** Emptied by the runner after the job. */
  readonly temporary: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** Told to whoever must not leave without a word: called once with how the run ended. */
  atExit(say: (ending: Ending) => Promise<void>): void;
}

export interface WorkflowRun {
  readonly id: number;
  readonly attempt: number;
  readonly url: string;
  readonly actor: string;
  /** The commit that the run is about: of a pull request its merge with the base branch. */
  readonly sha: string;
  /** File of the workflow. */
  readonly workflow: string;
  readonly job: string;
  /** Id of the step. */
  readonly step: string;
}

export type Ending = 'cancelled' | 'crashed';

/** How the check ends: what to say when it fails. */
export interface Outcome {
  readonly failure: string | undefined;
}
