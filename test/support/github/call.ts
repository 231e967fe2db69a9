import type { Scope, Viewer } from './tokens.ts';
import type { World } from './world.ts';

/** A request that has been read, recognised and found valid. */
export interface Call {
  readonly world: World;
  readonly viewer: Viewer;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Of the form that the description of the endpoint says. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly accept: string;
  readonly links: Links;
  /** Without the query. */
  readonly url: string;
}

/** Where things are, for the addresses in answers. */
export interface Links {
  /** `https://api.github.com`, or `https://HOST/api/v3` */
  readonly api: string;
  /** `https://github.com` */
  readonly server: string;
  /** Another host, where large files come from. */
  readonly storage: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or bytes with a `content-type` among the headers. */
  readonly body?: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** As GitHub's description has it. */
  readonly template: string;
  /** What the token must be allowed to read or, unless it is a `GET`, to write. Without one, any token will do. */
  readonly scope?: Scope;
  answer(call: Call): Answer | Promise<Answer>;
}

/** GitHub says no. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly object[];

  constructor(status: number, message: string, errors: readonly object[] = []) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export const notFound = (): Refusal => new Refusal(404, 'Not Found');
export const forbidden = (): Refusal => new Refusal(403, 'Resource not accessible by integration');

/** A page of a list, and the `Link` header that leads to the others. */
export function paged<T>({ query, url }: Call, all: readonly T[], most = all.length) {
  const size = Math.min(Math.max(Number(query.per_page ?? 30), 1), 100);
  const page = Math.max(Number(query.page ?? 1), 1);
  const reachable = all.slice(0, most);
  const last = Math.max(Math.ceil(reachable.length / size), 1);
  const link = (rel: string, to: number) =>
    `<${url}?${new URLSearchParams({ ...query, page: String(to) })}>; rel="${rel}"`;
  const links = [
    ...(page > 1 ? [link('prev', Math.min(page - 1, last))] : []),
    ...(page < last ? [link('next', page + 1), link('last', last)] : []),
    ...(page > 1 ? [link('first', 1)] : []),
  ];
  const headers: Record<string, string> = links.length > 0 ? { link: links.join(', ') } : {};
  return { items: reachable.slice((page - 1) * size, page * size), headers };
}

/** An opaque id as GitHub's newer ones look. */
export const nodeId = (kind: string, id: number | string): string =>
  `${kind}_${Buffer.from(`${kind}${id}`).toString('base64url')}`;

export const base64Lines = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,60}/g, '$&\n');
