import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { repositoryOf } from '../../src/hosts/github.ts';
import type { Repository } from '../../src/repository/repository.ts';

export const head = 'a'.repeat(40);

/** A server on this machine that keeps what it was asked. */
export interface Host {
  readonly url: string;
  readonly requests: IncomingMessage[];
}

export async function serve(
  context: TestContext,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Host> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** An API that has one answer per path. */
export async function api(
  context: TestContext,
  answers: Readonly<Record<string, unknown>>,
): Promise<Host & { repository: Repository }> {
  const host = await serve(context, (request, response) => {
    const found = answers[new URL(request.url ?? '', 'http://host').pathname];
    if (found instanceof URL) return response.writeHead(302, { location: found.href }).end();
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
    return response.end(JSON.stringify(found ?? { message: 'Not Found' }));
  });
  const env = { GITHUB_REPOSITORY: 'octo-org/octo-repo', GITHUB_API_URL: host.url, CAMDRIFT_SECOND: '1' };
  return { ...host, repository: repositoryOf(env, 'secret-token', () => {}) };
}
