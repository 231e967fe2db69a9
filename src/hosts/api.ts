import type { getOctokit } from '@actions/github';

/** A client of GitHub's API that waits its turn, retries what may be retried and carries the token in a header. */
export type Api = ReturnType<typeof getOctokit>;
