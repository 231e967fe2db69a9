import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** Stands before a server of this machine and notes what passes: as a reverse proxy, and as the proxy of `http_proxy`. */
export interface Forwarder {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** `GET /path`, oldest first, of what was sent in the open. */
  readonly requests: readonly string[];
  /** `host:port` of every tunnel. */
  readonly tunnels: readonly string[];
}

/** Whatever host is asked for, the answer is that of `origin`. */
export async function forwarder(t: TestContext, origin: string): Promise<Forwarder> {
  const { hostname, port } = new URL(origin);
  const requests: string[] = [];
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((asked, answer) => {
    requests.push(`${asked.method} ${asked.url}`);
    forward(asked, answer, { hostname, port });
  });
  server.on('connection', socket => sockets.add(socket));
  server.on('connect', ({ url = '' }: IncomingMessage, socket: Socket, head: Buffer) => {
    tunnels.push(url);
    const onwards = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onwards.write(head);
      onwards.pipe(socket).pipe(onwards);
    });
    sockets.add(onwards);
    for (const end of [socket, onwards]) end.on('error', () => end.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, tunnels };
}

function forward(asked: IncomingMessage, answer: ServerResponse, to: { hostname: string; port: string }): void {
  const path = (asked.url ?? '/').replace(/^http:\/\/[^/]+/, '');
  const onwards = request({ ...to, path, method: asked.method ?? 'GET', headers: asked.headers }, got => {
    answer.writeHead(got.statusCode ?? 502, got.headers);
    got.pipe(answer);
  });
  onwards.on('error', () => answer.destroy());
  asked.pipe(onwards);
}
