import type { Incoming } from './incoming.ts';

/** Which requests are meant; all of what is given must fit. */
export interface Match {
  readonly method?: string;
  /** Path and query, without the prefix of an Enterprise server. */
  readonly path?: RegExp;
  /** For what only the request's body tells, such as the operation of a GraphQL request. */
  readonly asking?: RegExp;
}

export interface Fault extends Match {
  /** How many requests fail; one if nothing is said. */
  readonly times?: number;
  /** How many are answered properly before that. */
  readonly after?: number;
  /** In place of both: every request fails when it is asked for the first time, and is answered when it is asked again. */
  readonly eachOnce?: boolean;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as HTML, everything else as JSON. */
  readonly body?: unknown;
  /** Closes the connection without an answer. */
  readonly drop?: boolean;
  /** Takes the request and never answers. */
  readonly hang?: boolean;
  /** What was asked for is done all the same; only the answer is lost. */
  readonly late?: boolean;
}

export interface Hook extends Match {
  readonly times?: number;
}

export interface Faults {
  fail(fault: Fault): void;
  before(hook: Hook, action: () => Promise<unknown> | unknown): void;
  /** Drops every connection from now on, until `up`. */
  down(): void;
  up(): void;
  /** The fault that this request meets, if any. Counts. */
  meet(incoming: Incoming): Fault | undefined;
  /** Runs what is to happen just before this request is answered. */
  prepare(incoming: Incoming): Promise<void>;
}

/** GitHub's secondary rate limit, for `fail`. It comes with or without a `retry-after` (seconds). */
export function secondaryLimit(retryAfter?: number): Pick<Fault, 'status' | 'headers' | 'body'> {
  const message =
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. ' +
    'If you reach out to GitHub Support for help, please include the request ID.';
  return {
    status: 403,
    ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
    body: { message, documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api' },
  };
}

export function faults(): Faults {
  const planned: { fault: Fault; seen: number; asked: Set<string> }[] = [];
  const hooks: { hook: Hook; left: number; action: () => unknown }[] = [];
  let isDown = false;
  return {
    fail: fault => void planned.push({ fault, seen: 0, asked: new Set() }),
    before: (hook, action) => void hooks.push({ hook, left: hook.times ?? 1, action }),
    down: () => {
      isDown = true;
    },
    up: () => {
      isDown = false;
    },
    meet: incoming => {
      if (isDown) return { drop: true };
      for (const plan of planned.filter(({ fault }) => fits(fault, incoming))) {
        const { after = 0, times = 1, eachOnce = false } = plan.fault;
        const request = `${incoming.method} ${steady(incoming.target)}\n${incoming.body.toString('latin1')}`;
        if (eachOnce) {
          if (plan.asked.has(request)) continue;
          plan.asked.add(request);
          return plan.fault;
        }
        plan.seen++;
        if (plan.seen > after && plan.seen <= after + times) return plan.fault;
      }
      return undefined;
    },
    prepare: async incoming => {
      for (const each of hooks.filter(({ hook, left }) => left > 0 && fits(hook, incoming))) {
        each.left--;
        await each.action();
      }
    },
  };
}

/** A download has another address each time that somebody asks for it. */
export const steady = (target: string): string => target.replace(/^\/objects\/[\da-f-]+/, '/objects/ID');

export const unicorn =
  '<!DOCTYPE html><html><head><title>Unicorn!</title></head><body>This page is taking too long.</body></html>';

function fits({ method, path, asking }: Match, { target, body, ...incoming }: Incoming): boolean {
  return (
    (method === undefined || method === incoming.method) &&
    (path === undefined || path.test(target)) &&
    (asking === undefined || asking.test(body.toString()))
  );
}
