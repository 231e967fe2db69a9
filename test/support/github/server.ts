import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Links } from './call.ts';
import { download } from './downloads.ts';
import { type Fault, type Faults, unicorn } from './faults.ts';
import { graphql, isMutation } from './graphql.ts';
import { type Incoming, incoming } from './incoming.ts';
import type { Kind, Ledger } from './ledger.ts';
import { lfsBatch } from './lfs.ts';
import { answered, type Outcome, rest } from './rest.ts';
import { tokenIn } from './tokens.ts';
import { view } from './view.ts';
import type { World } from './world.ts';

export interface Running {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Of another port: what GitHub keeps on another host. */
  readonly storage: string;
  stop(): void;
}

export async function serve(world: World, faults: Faults, ledger: Ledger): Promise<Running> {
  const addresses = { origin: '', storage: '' };
  const listener =
    (isStorage: boolean): RequestListener =>
    (request, response) => {
      // A client that ends in the middle of a request wants no answer any more.
      respond({ world, faults, ledger, addresses }, isStorage, request, response).catch(() => request.socket.destroy());
    };
  const servers = [createServer(listener(false)), createServer(listener(true))] as const;
  const [origin, storage] = await Promise.all([listening(servers[0]), listening(servers[1])]);
  Object.assign(addresses, { origin, storage });
  const stop = () => {
    for (const server of servers) server.close().closeAllConnections();
  };
  return { origin, storage, stop };
}

async function respond(
  around: Surroundings,
  isStorage: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = await incoming(request);
  const kind = isStorage ? 'download' : kindOf(asked);
  const { answer, validated, hangs } = await exchange(around, asked, kind);
  const write = kind === 'graphql' ? isMutation(asked) : kind === 'rest' && asked.method !== 'GET';
  const { method, target } = asked;
  const token = tokenIn(asked.headers.authorization);
  around.ledger.exchanges.push({ method, path: target, status: answer?.status ?? 0, kind, write, validated, token });
  if (hangs) return;
  if (!answer) request.socket.destroy();
  else response.writeHead(answer.status, { ...usual(answer), ...answer.headers }).end(bytesOf(answer));
}

interface Surroundings {
  readonly world: World;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly addresses: { readonly origin: string; readonly storage: string };
}

interface Result {
  /** None when the connection is to be dropped. */
  readonly answer: Answer | undefined;
  readonly validated: boolean;
  /** Nothing is sent, and the connection stays. */
  readonly hangs?: boolean | undefined;
}

async function exchange(around: Surroundings, asked: Incoming, kind: Kind): Promise<Result> {
  const { faults, ledger } = around;
  try {
    lookForTokens(around, asked, kind);
    await faults.prepare(asked);
    const fault = faults.meet(asked);
    if (fault?.late) await properly(around, asked, kind);
    return fault
      ? { answer: fault.drop || fault.hang ? undefined : faulty(fault), validated: false, hangs: fault.hang }
      : await properly(around, asked, kind);
  } catch (error) {
    ledger.violation(asked, `the stand-in failed: ${error instanceof Error ? error.stack : error}`);
    return { answer: { status: 500, body: { message: 'The stand-in failed.' } }, validated: false };
  }
}

async function properly({ world, ledger, addresses }: Surroundings, asked: Incoming, kind: Kind): Promise<Outcome> {
  const { origin, storage } = addresses;
  const links: Links = { api: `${origin}${asked.prefix}`, server: origin, storage };
  if (kind === 'rest') return rest(world, asked, links, ledger);
  if (kind === 'graphql') return graphql(world, asked, links, ledger);
  if (kind === 'lfs') return lfsBatch(world, asked, links, ledger);
  const answer = await answered(() =>
    asked.path.startsWith('/objects/') ? download(world, asked, ledger) : view(world, asked),
  );
  return { answer, validated: false };
}

function kindOf({ method, path, prefix }: Incoming): Kind {
  if (method === 'POST' && path === '/graphql') return 'graphql';
  if (method === 'POST' && path.endsWith('.git/info/lfs/objects/batch')) return 'lfs';
  return method === 'GET' && !prefix && /^\/[^/]+\/[^/]+\/blob\//.test(path) ? 'download' : 'rest';
}

/** A token belongs in one header, to one host. */
function lookForTokens({ world, ledger }: Surroundings, asked: Incoming, kind: Kind): void {
  const { target, body, headers } = asked;
  const elsewhere = decodeURI(target) + body.toString('latin1');
  if (world.tokens.all().some(token => elsewhere.includes(token)))
    ledger.violation({ ...asked, target: asked.path }, 'the token stands in the address or the body');
  const sent = tokenIn(headers.authorization);
  if (kind === 'download' && sent && world.tokens.find(sent))
    ledger.violation(asked, 'the token was sent to a download');
  if (!headers['user-agent']) ledger.violation(asked, 'GitHub wants a user-agent');
}

function faulty({ status = 502, headers = {}, body = unicorn }: Fault): Answer {
  const html = typeof body === 'string' ? { 'content-type': 'text/html; charset=utf-8' } : {};
  return { status, headers: { ...html, ...headers }, body: typeof body === 'string' ? Buffer.from(body) : body };
}

const usual = ({ body }: Answer): Record<string, string> => ({
  ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
  'x-github-request-id': 'C0DE:CAFE:1:2:3',
  'x-ratelimit-limit': '1000',
  'x-ratelimit-remaining': '999',
});

function bytesOf({ body }: Answer): Uint8Array {
  if (body === undefined) return new Uint8Array();
  return body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
