import type { PullRequest } from './payloads.ts';
import type { ActionWorld } from './world.ts';

/** Whose token usually can read and nothing else. Some may write all the same, so it is tried. */
export function suspectOf({ run }: Pick<ActionWorld, 'run'>, { fork }: Pick<PullRequest, 'fork'>): string | undefined {
  if (fork) return 'a pull request from a fork';
  return run.actor === 'dependabot[bot]' ? "Dependabot's pull request" : undefined;
}
