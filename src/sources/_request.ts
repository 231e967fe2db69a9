import type { Readable } from 'node:stream';
import { type Dispatcher, request } from 'undici';
import { CamdriftError } from '../errors.ts';
import { reach } from './_reach.ts';
import { unavailable } from './_unavailable.ts';
import { shownUrl } from './address.ts';
import type { Network } from './network.ts';
import { Passing } from './tries.ts';

/** An answer with a body that is still to be read. */
export interface Reply extends AsyncDisposable {
  readonly body: Readable;
  /** What the server says it will send, in bytes. */
  readonly length: number | undefined;
}

export interface Wanted {
  readonly url: URL;
  /** For the address's own host: it stays behind as soon as the answer lies elsewhere. */
  readonly token?: string | undefined;
  /** Whether `http:` will do as well. */
  readonly open?: boolean | undefined;
}

const mostRedirects = 5;

/**
 * Asks for a file and follows where it is sent.
 * @throws CamdriftError `model-unavailable`; Passing when another try may help
 */
export async function requested({ url, token, open }: Wanted, network: Network, signal: AbortSignal): Promise<Reply> {
  let [at, carried] = [url, token];
  for (let count = 0; count <= mostRedirects; count += 1) {
    requireScheme(at, url, open);
    const { answer, dispatcher } = await ask(at, carried, network, signal);
    const onwards = locationOf(answer, at);
    if (!onwards) return replyOf(answer, dispatcher, at, carried !== undefined);
    await discard(answer, dispatcher);
    if (onwards.host !== url.host) carried = undefined;
    at = onwards;
  }
  throw unavailable(
    `${shownUrl(url)} redirects more than ${mostRedirects} times.`,
    'Name the address that it leads to.',
  );
}

function requireScheme(at: URL, from: URL, open = false): void {
  if (at.protocol === 'https:' || (open && at.protocol === 'http:')) return;
  const what = at.href === from.href ? shownUrl(from) : `${shownUrl(from)} redirects to ${shownUrl(at)}, which`;
  throw unavailable(
    `${what} is no https address, and nothing else is fetched.`,
    'Name an address that stays on https.',
  );
}

async function ask(url: URL, token: string | undefined, network: Network, signal: AbortSignal) {
  const dispatcher = await reach(url, network);
  const headers = {
    accept: 'application/octet-stream, */*;q=0.5',
    'accept-encoding': 'identity',
    'user-agent': 'camdrift',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  try {
    return { dispatcher, answer: await request(url, { dispatcher, headers, signal }) };
  } catch (error) {
    await dispatcher.destroy();
    throw inWords(error, url);
  }
}

function locationOf({ statusCode, headers }: Dispatcher.ResponseData, at: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  const location = String(headers.location ?? '');
  if (URL.canParse(location, at.href)) return new URL(location, at);
  throw unavailable(`${shownUrl(at)} redirects to nowhere.`);
}

async function replyOf(
  answer: Dispatcher.ResponseData,
  dispatcher: Dispatcher,
  at: URL,
  withToken: boolean,
): Promise<Reply> {
  const { statusCode, headers, body } = answer;
  if (statusCode === 200) {
    // It may break off before anybody reads it; whoever does is told.
    body.on('error', () => {});
    const length = Number(headers['content-length'] ?? Number.NaN);
    return {
      body,
      length: Number.isSafeInteger(length) ? length : undefined,
      [Symbol.asyncDispose]: () => discard(answer, dispatcher),
    };
  }
  await discard(answer, dispatcher);
  if (statusCode >= 500 || statusCode === 429) throw new Passing(`the server answered with status ${statusCode}`);
  throw unavailable(`${shownUrl(at)} answered with status ${statusCode}.`, remedyFor(statusCode, withToken));
}

function remedyFor(status: number, withToken: boolean): string | undefined {
  if (status === 404) return 'Check the address, and its revision; some hosts answer so to who may not read.';
  if (status !== 401 && status !== 403) return undefined;
  return withToken
    ? 'Check that the token in `token-env` is valid and may read the file.'
    : 'If the file is not public, name the environment variable that holds a token with `token-env`, and give it to the step.';
}

/** What is left of the body is not read. */
async function discard({ body }: Dispatcher.ResponseData, dispatcher: Dispatcher): Promise<void> {
  body.on('error', () => {}).destroy();
  await dispatcher.destroy();
}

/** Trouble on the way passes, perhaps; what we refuse does not. */
export function inWords(error: unknown, url: URL): Error {
  if (error instanceof CamdriftError || error instanceof Passing) return error;
  const { name, message, code } = error as Error & { code?: string };
  if (name === 'TimeoutError' || name === 'AbortError') return unavailable(`${shownUrl(url)} took too long.`);
  if (typeof code !== 'string') return error as Error;
  return new Passing(message || code, { cause: error });
}
