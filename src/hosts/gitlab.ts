import { CamdriftError } from '../errors.ts';
import { throughProxy } from './_through-proxy.ts';

/** A merge request of a GitLab, and the right to speak on it. */
export interface MergeRequest {
  /** `https://gitlab.example/api/v4` */
  readonly api: string;
  /** Its number, or its path with the slashes that it has. */
  readonly project: string;
  /** The number that people see. */
  readonly number: string;
  /** It goes into one header and nowhere else. */
  readonly token: string;
}

/** A comment on a merge request. */
export interface Note {
  readonly id: number;
  readonly body: string;
  readonly author: { readonly id: number };
}

export interface GitLab {
  /** Those that the owner of the token wrote, oldest first. */
  ownNotes(): Promise<Note[]>;
  add(body: string): Promise<Note>;
  change(note: Note, body: string): Promise<void>;
}

/** Milliseconds until an answer. */
const patience = 60_000;
/** Pages of a hundred notes. */
const mostPages = 100;

/**
 * GitLab's API, as far as a comment needs it.
 *
 * @throws CamdriftError from every call: `gitlab-refused` when it does not do what was asked, by status and words
 */
export function gitLabOf({ api, project, number, token }: MergeRequest): GitLab {
  const notes = `/projects/${encodeURIComponent(project)}/merge_requests/${encodeURIComponent(number)}/notes`;
  const ask = async (method: string, path: string, body?: string) => {
    const response = await throughProxy(`${api.replace(/\/+$/, '')}${path}`, {
      method,
      // An address elsewhere would be given the token.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      headers: { 'private-token': token, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify({ body }) }),
    }).catch(cause => refused(`${method} ${path}`, 'it did not answer', cause));
    if (!response.ok) return refused(`${method} ${path}`, `${response.status} ${response.statusText}`);
    return response;
  };
  return {
    async ownNotes() {
      const { id } = (await (await ask('GET', '/user')).json()) as { id: number };
      const found: Note[] = [];
      for (let page = 1; page <= mostPages; page++) {
        const response = await ask('GET', `${notes}?order_by=created_at&sort=asc&per_page=100&page=${page}`);
        found.push(...((await response.json()) as Note[]));
        if (!response.headers.get('x-next-page')) break;
      }
      return found.filter(({ author }) => author.id === id);
    },
    add: async body => (await (await ask('POST', notes, body)).json()) as Note,
    change: async ({ id }, body) => void (await ask('PUT', `${notes}/${id}`, body)),
  };
}

function refused(asked: string, words: string, cause?: unknown): never {
  throw new CamdriftError('gitlab-refused', `GitLab did not do what was asked: ${asked}: ${words}.`, { cause });
}
