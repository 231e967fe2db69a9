import { setTimeout } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { CamdriftError } from '../errors.ts';
import type { Repository } from '../repository/repository.ts';
import { throughProxy } from './_through-proxy.ts';

/** The part of the environment that says where GitHub is. */
export interface GitHubEnvironment {
  /** `owner/name` */
  readonly GITHUB_REPOSITORY?: string | undefined;
  readonly GITHUB_SERVER_URL?: string | undefined;
  readonly GITHUB_API_URL?: string | undefined;
  /** Milliseconds that count as a second when waiting; only heeded when the API is on this machine, for tests. */
  readonly CAMDRIFT_SECOND?: string | undefined;
  /** Milliseconds after which an answer that has not begun counts as lost; heeded likewise. */
  readonly CAMDRIFT_PATIENCE?: string | undefined;
}

/**
 * The repository that the workflow runs in.
 *
 * One write at a time, a second apart; a secondary rate limit is waited out twice, for as long as `retry-after` says or a
 * minute; what fails on the server's side is tried four times.
 *
 * @param warn told when the API makes the run wait
 * @throws CamdriftError `usage-wrong` without a token
 */
export function repositoryOf(env: GitHubEnvironment, token: string, warn: (message: string) => void): Repository {
  if (token === '')
    throw new CamdriftError('usage-wrong', 'The input `github-token` is empty.', {
      remedy:
        "Leave the input out, and the job's own token is taken. A secret is empty in pull requests from forks and of Dependabot.",
    });
  const [owner = '', name = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
  const retryAfterBaseValue = second(env);
  const patient = endingAfter(patienceOf(env, retryAfterBaseValue), throughProxy);
  const wait = (kind: string) => (seconds: number, options: object, _octokit: unknown, retries: number) => {
    const { method, url } = options as { method: string; url: string };
    const waits = retries < mostWaits && seconds <= longestWait;
    const path = url.replace(/^https?:\/\/[^/]+/, '');
    warn(`${kind} at ${method} ${path}: waiting ${seconds} s${waits ? '' : ' would be next; giving up'}.`);
    return waits;
  };
  const api = getOctokit(
    token,
    {
      baseUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
      request: { fetch: patient },
      retry: { retryAfterBaseValue },
      throttle: {
        retryAfterBaseValue,
        ...(retryAfterBaseValue < 1000 && (faster(retryAfterBaseValue) as object)),
        onRateLimit: wait('Rate limit'),
        onSecondaryRateLimit: wait('Secondary rate limit'),
      },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    },
    retry,
    throttling,
  );
  return {
    owner,
    name,
    serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
    api,
    gitAuthorization: `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
    fetch: patient,
    second: retryAfterBaseValue,
  };
}

const mostWaits = 2;
/** Seconds. A primary limit can be an hour away; a job does not wait that long. */
const longestWait = 300;

/** Seconds until an answer begins; then it counts as lost. Bodies may take longer. */
const patience = 60;
/** Milliseconds, however short a second is. */
const leastPatience = 10_000;

const second = (env: GitHubEnvironment): number =>
  isLocal(env) && env.CAMDRIFT_SECOND ? Number(env.CAMDRIFT_SECOND) : 1000;

const patienceOf = (env: GitHubEnvironment, milliseconds: number): number =>
  isLocal(env) && env.CAMDRIFT_PATIENCE
    ? Number(env.CAMDRIFT_PATIENCE)
    : Math.max(patience * milliseconds, leastPatience);

const isLocal = ({ GITHUB_API_URL }: GitHubEnvironment): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(GITHUB_API_URL ?? 'https://api.github.com').hostname);

/** The plugin's queues for writes and for comments, with another second: they take no option for it. */
function faster(milliseconds: number) {
  const queue = (pause: number) => {
    let last: Promise<unknown> = Promise.resolve();
    const schedule = (_options: object, work: () => Promise<unknown>) => {
      const turn = last.then(work);
      last = turn.then(() => setTimeout(pause));
      return turn;
    };
    return { key: () => ({ schedule }) };
  };
  return { write: queue(milliseconds), notifications: queue(3 * milliseconds) };
}

/** A server that never answers must not hold a job: what it was asked fails, and is tried again like a broken connection. */
function endingAfter(milliseconds: number, ask: typeof fetch): typeof fetch {
  return async (input, init) => {
    const waiting = new AbortController();
    const signal = init?.signal ? AbortSignal.any([init.signal, waiting.signal]) : waiting.signal;
    const alarm = globalThis.setTimeout(() => waiting.abort(), milliseconds);
    try {
      return await ask(input, { ...init, signal });
    } catch (error) {
      if (!waiting.signal.aborted) throw error;
      throw new TypeError(`no answer within ${milliseconds / 1000} s`, { cause: error });
    } finally {
      clearTimeout(alarm);
    }
  };
}
