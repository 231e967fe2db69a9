import { readFileSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import tls from 'node:tls';

const folder = join(import.meta.dirname, 'https');
/** For NODE_EXTRA_CA_CERTS of a process that is to believe these servers. Good for `localhost`, `*.test` and 127.0.0.1. */
export const certificate = join(folder, 'certificate.pem');

/** Lets this process believe them too. */
export function believeTestServers(): void {
  const known = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...known, readFileSync(certificate, 'utf8')]);
}

export interface Asked {
  /** With the query. */
  readonly path: string;
  readonly host: string;
  readonly headers: IncomingHttpHeaders;
}

export interface HttpsServer {
  readonly port: number;
  /** `https://127.0.0.1:PORT`; or with another name that leads here. */
  url(path: string, host?: string): string;
  readonly asked: Asked[];
}

export type Answering = (asked: Asked, response: ServerResponse) => void;

/** A server on this machine, with TLS; gone after the test. */
export async function httpsServer(t: TestContext, answer: Answering): Promise<HttpsServer> {
  const asked: Asked[] = [];
  const keys = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(certificate) };
  const server = createServer(keys, ({ url = '', headers }, response) => {
    const now = { path: url, host: headers.host ?? '', headers };
    asked.push(now);
    answer(now, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, asked, url: (path, host = '127.0.0.1') => `https://${host}:${port}${path}` };
}

/** Files by their paths; anything else is 404. */
export const holding =
  (files: Readonly<Record<string, Uint8Array | string>>): Answering =>
  ({ path }, response) => {
    const file = files[path.replace(/\?.*/, '')];
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-length': Buffer.byteLength(file) }).end(file);
  };
