import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { repositoryOf } from '../../src/hosts/github.ts';
import type { Repository } from '../../src/repository/repository.ts';

export interface Asked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** An object is sent as JSON. */
  readonly body?: object | string | Uint8Array;
  /** Breaks the connection off after that many bytes of the body. */
  readonly cutAfter?: number;
}

export interface TinyServer {
  readonly url: string;
  readonly asked: Asked[];
  /** `GET /path` of every request so far, in order. */
  lines(): string[];
}

/** A server on this machine that answers as it is told; gone after the test. */
export async function tinyServer(t: TestContext, answer: (asked: Asked) => Answer): Promise<TinyServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const now = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
    asked.push(now);
    send(response, answer(now));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const lines = () => asked.map(({ method, path }) => `${method} ${path}`);
  return { url: `http://127.0.0.1:${port}`, asked, lines };
}

/** The repository `anna/shoes` at a server that is both its API and its Git host; a second of waiting is 5 ms. */
export function repositoryAt(url: string, token = 'secret-token'): Repository {
  const env = { GITHUB_REPOSITORY: 'anna/shoes', GITHUB_API_URL: url, GITHUB_SERVER_URL: url, CAMDRIFT_SECOND: '5' };
  return repositoryOf(env, token, () => {});
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '', cutAfter }: Answer): void {
  const json = typeof body === 'object' && !(body instanceof Uint8Array);
  const bytes = Buffer.from(json ? JSON.stringify(body) : (body as string | Uint8Array));
  const type = json ? { 'content-type': 'application/json; charset=utf-8' } : {};
  response.writeHead(status, { ...type, 'content-length': String(bytes.length), ...headers });
  if (cutAfter === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, cutAfter), () => response.destroy());
}
