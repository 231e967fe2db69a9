import type { Api } from '../hosts/api.ts';

/** A repository on GitHub, read and written without a clone. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
  /** `https://github.com`, or where a GitHub Enterprise Server is. */
  readonly serverUrl: string;
  /** Waits, retries and carries the token by itself. */
  readonly api: Api;
  /** Value of an `Authorization` header for Git over HTTP, as Git LFS wants it. Never goes to another host. */
  readonly gitAuthorization: string;
  /** For what is not the API, such as Git LFS: through the proxy if there is one, and without a token. */
  readonly fetch: typeof fetch;
  /** Milliseconds that count as a second when waiting to try again; 1000 when not given. */
  readonly second?: number | undefined;
}

/** `{ owner, repo }`, as every call of the API wants it. */
export const coordinates = ({ owner, name }: Repository): { owner: string; repo: string } => ({ owner, repo: name });
