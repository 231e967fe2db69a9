import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

interface Note {
  readonly id: number;
  body: string;
  readonly author: { readonly id: number };
}

/** Notes on merge request 7 of project 42, behind the three paths of GitLab's API that a comment needs; a page has three. */
export interface GitLabStandIn {
  /** Environment of a job of its pipeline. */
  readonly env: Readonly<Record<string, string>>;
  readonly notes: Note[];
  /** What was asked, such as `GET /user`, in order. */
  readonly asked: string[];
  /** From now on it answers that. */
  refuse(status: number): void;
}

export const token = 'glpat-stand-in-0123456789';
/** Whose token it is. */
export const me = 11;

export async function startGitLab(t: TestContext): Promise<GitLabStandIn> {
  const state: State = { notes: [], asked: [], refusal: undefined };
  const server = createServer(async (request, response) => {
    const { status, value, headers = {} } = await answered(state, request);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = {
    ...{ CI_API_V4_URL: `${url}/api/v4`, CI_PROJECT_ID: '42', CI_MERGE_REQUEST_IID: '7' },
    ...{ CI_PROJECT_URL: `${url}/team/models`, CI_JOB_ID: '99', GITLAB_TOKEN: token },
  };
  const refuse = (status: number) => {
    state.refusal = status;
  };
  return { env, notes: state.notes, asked: state.asked, refuse };
}

interface State {
  readonly notes: Note[];
  readonly asked: string[];
  refusal: number | undefined;
}

interface Answer {
  readonly status: number;
  readonly value: unknown;
  readonly headers?: Record<string, string>;
}

const base = '/api/v4/projects/42/merge_requests/7/notes';

async function answered(state: State, request: IncomingMessage): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url!, 'http://gitlab');
  state.asked.push(`${request.method} ${pathname.replace('/api/v4', '')}`);
  if (state.refusal !== undefined)
    return { status: state.refusal, value: {}, headers: { location: 'http://elsewhere.example/' } };
  if (request.headers['private-token'] !== token) return { status: 401, value: { message: '401 Unauthorized' } };
  if (pathname === '/api/v4/user') return { status: 200, value: { id: me, username: 'project_42_bot' } };
  if (!pathname.startsWith(base)) return { status: 404, value: { message: '404 Not found' } };
  if (request.method === 'GET') return listed(state, Number(searchParams.get('page')));
  const { body = '' } = JSON.parse(await textOf(request)) as { body?: string };
  return request.method === 'POST' ? added(state, body) : changed(state, Number(pathname.slice(base.length + 1)), body);
}

function listed({ notes }: State, page: number): Answer {
  const next = notes.length > 3 * page ? String(page + 1) : '';
  return { status: 200, value: notes.slice(3 * (page - 1), 3 * page), headers: { 'x-next-page': next } };
}

function added({ notes }: State, body: string): Answer {
  const note = { id: 100 + notes.length, body, author: { id: me } };
  notes.push(note);
  return { status: 201, value: note };
}

function changed({ notes }: State, id: number, body: string): Answer {
  const note = notes.find(each => each.id === id);
  if (!note) return { status: 404, value: { message: '404 Not found' } };
  if (note.author.id !== me) return { status: 403, value: { message: '403 Forbidden' } };
  note.body = body;
  return { status: 200, value: note };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
