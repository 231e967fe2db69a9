import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request as it came over the wire. */
export interface Incoming {
  readonly method: string;
  /** With the query; as it was sent, and without the prefix that an Enterprise server has. */
  readonly target: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** `/api/v3` of an Enterprise server, or nothing. */
  readonly prefix: string;
}

export async function incoming(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const whole = request.url ?? '/';
  const prefix = whole.startsWith('/api/v3/') ? '/api/v3' : '';
  const target = whole.slice(prefix.length).replace(/^\/api\/graphql\b/, '/graphql');
  const [path = '', query = ''] = target.split('?');
  return {
    method: request.method ?? 'GET',
    target,
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    headers: request.headers,
    body: Buffer.concat(chunks),
    prefix,
  };
}

/** @throws SyntaxError */
export function json({ body }: Incoming): Record<string, unknown> {
  return body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, unknown>);
}
