import { readInputs } from '../../src/events/inputs.ts';
import type { ActionWorld, Ending } from '../../src/events/world.ts';
import type { Runner } from '../../src/hosts/runner.ts';
import type { Repository } from '../../src/repository/repository.ts';
import { manifest } from './action.ts';

/** What GitHub has, as far as a handler of an event asks for it, and what it was told. Everything lies in memory. */
export interface Hub {
  /** The commit that the pull request stands at. */
  head: string;
  author: string;
  /** The branch that it goes to. */
  base: string;
  fork: boolean;
  comments: { id: number; body: string; login: string; type?: 'User' | 'Bot'; at?: string; updated?: string }[];
  /** When somebody else deleted a comment of ours. */
  deleted?: string;
  /** Newest first, as GitHub lists them. */
  statuses: { context: string; state: string; description: string; target_url: string; creator?: { login: string } }[];
  roles: Record<string, string>;
  /** Runs of workflows as they stand, by id; `null` while one goes on. A run that is done again goes on. */
  runs: Record<number, 'success' | 'failure' | null>;
  /** Last editors, by the id of a comment. */
  editors: Record<number, string>;
  /** Open pull requests, as GitHub lists them. */
  pulls: readonly { readonly number: number; readonly state?: string; readonly head: object; readonly base: object }[];
  /** What is refused, by a part of the question's name, and with which status. */
  refuses: Record<string, number>;
  readonly asked: string[];
}

export const us = 'github-actions[bot]';

export const hub = (more: Partial<Hub> = {}): Hub => ({
  ...{
    head: 'a'.repeat(40),
    author: 'author',
    base: 'main',
    fork: false,
    comments: [],
    statuses: [],
    roles: {},
    editors: {},
    runs: {},
    pulls: [],
  },
  ...{ refuses: {}, asked: [] },
  ...more,
});

const pathOf = ({ id }: { id: number }) => `https://github.example/c/${id}`;

function asking<T>(github: Hub, name: string, answer: () => T): Promise<T> {
  github.asked.push(name);
  const refused = Object.entries(github.refuses).find(([part]) => name.includes(part));
  if (!refused) return Promise.resolve(answer());
  const error = Object.assign(new Error(`Refused: ${name}`), { status: refused[1] });
  return Promise.reject(error);
}

/** The part of the API that handlers of events ask, over a `Hub`. */
export function repositoryOn(github: Hub): Repository {
  const listed = () =>
    github.comments.map(({ id, body, login, type = 'Bot', at = '2026-01-01T00:00:00Z', updated = at }) => ({
      ...{ id, body, node_id: `n${id}`, html_url: pathOf({ id }), created_at: at, updated_at: updated },
      user: { login, type },
    }));
  const conversation = () => ({
    viewer: { login: us },
    repository: {
      pullRequest: {
        headRefOid: github.head,
        timelineItems: {
          nodes: github.deleted
            ? [{ createdAt: github.deleted, actor: { login: 'mona' }, deletedCommentAuthor: { login: us } }]
            : [],
        },
      },
    },
  });
  const editorOf = (id: number) => ({
    node: {
      lastEditedAt: github.editors[id] === undefined ? null : '2026-01-01T00:00:00Z',
      editor: { login: github.editors[id] },
    },
  });
  const again =
    (what: string) =>
    ({ run_id: id }: { run_id: number }) =>
      asking(github, `again ${what} ${id}`, () => {
        github.runs[id] = null;
      });
  const repo = (id: number) => ({ repo: { id } });
  const rest = {
    issues: { listComments: () => asking(github, 'listComments', listed) },
    repos: {
      listCommitStatusesForRef: () => asking(github, 'listCommitStatusesForRef', () => github.statuses),
      createCommitStatus: (made: Hub['statuses'][number]) =>
        asking(github, 'createCommitStatus', () => {
          const data = { ...made, creator: { login: us } };
          github.statuses.unshift(data);
          return { data };
        }),
      listPullRequestsAssociatedWithCommit: () =>
        asking(github, 'listPullRequestsAssociatedWithCommit', () => ({ data: github.pulls })),
      getCollaboratorPermissionLevel: ({ username }: { username: string }) =>
        asking(github, `role of ${username}`, () => ({ data: { role_name: github.roles[username] ?? 'read' } })),
    },
    actions: {
      getWorkflowRun: ({ run_id: id }: { run_id: number }) =>
        asking(github, `run ${id}`, () => {
          const conclusion = github.runs[id];
          return { data: { status: conclusion === null ? 'in_progress' : 'completed', conclusion } };
        }),
      reRunWorkflow: again('all'),
      reRunWorkflowFailedJobs: again('failed'),
    },
    reactions: {
      createForIssueComment: ({ content }: { content: string }) => asking(github, `react ${content}`, () => undefined),
    },
    pulls: {
      list: () => asking(github, 'pulls.list', () => ({ data: github.pulls })),
      get: ({ pull_number: number }: { pull_number: number }) =>
        asking(github, 'pulls.get', () => ({
          data: github.pulls.find(each => each.number === number) ?? {
            ...{ user: { login: github.author }, head: repo(github.fork ? 2 : 1) },
            base: { ...repo(1), ref: github.base },
          },
        })),
    },
  };
  const api = {
    graphql: (query: string, { comment = '' }: { comment?: string } = {}) =>
      query.includes('CamdriftViewer')
        ? asking(github, 'viewer', () => ({ viewer: { login: us } }))
        : query.includes('CamdriftEditor')
          ? asking(github, 'editor', () => editorOf(Number(comment.slice(1))))
          : asking(github, 'conversation', conversation),
    paginate: (question: () => Promise<unknown>) => question(),
    rest,
  };
  return { owner: 'o', name: 'r', serverUrl: 'https://github.example', api, second: 1 } as unknown as Repository;
}

/** A world of the Action over a `Hub`, and everything that was said in it. */
export interface Told {
  readonly world: ActionWorld;
  readonly lines: string[];
  readonly outputs: Record<string, string | number>;
  /** What whoever ends the process would have said. */
  end(how: Ending): Promise<void>;
}

/** @param inputs those of the step; the others are action.yml's */
export function actionWorld(
  github: Hub,
  inputs: Readonly<Record<string, string>> = {},
  more: Partial<Omit<ActionWorld, 'inputs' | 'repository' | 'runner'>> = {},
): Told {
  const defaults = Object.fromEntries(Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]));
  const lines: string[] = [];
  const outputs: Record<string, string | number> = {};
  const endings: ((ending: Ending) => Promise<void>)[] = [];
  const say = (kind: string) => (words: unknown) => void lines.push(`${kind}: ${words}`);
  const runner: Runner = {
    ...{ line: say('line'), notice: say('notice'), warning: say('warning'), error: say('error') },
    ...{ annotate: each => lines.push(`annotation: ${each.message}`), secret: () => {} },
    output: (name, value) => void Object.assign(outputs, { [name]: value }),
    summary: async text => void lines.push(`summary: ${text}`),
    progress: () => () => {},
  };
  const run = { id: 5, attempt: 1, url: 'https://github.example/runs/5', actor: 'mona', sha: github.head };
  const world: ActionWorld = {
    inputs: readInputs({ ...defaults, ...inputs }),
    event: { name: 'pull_request', payload: {} },
    ...{ repository: repositoryOn(github), runner, workspace: '/nowhere', temporary: '/nowhere', env: {} },
    run: { ...run, workflow: 'ci.yml', job: 'camdrift', step: 'one' },
    now: () => new Date(Date.UTC(2026, 0, 1)),
    atExit: each => void endings.push(each),
    ...more,
  };
  return { world, lines, outputs, end: async how => void (await Promise.all(endings.map(each => each(how)))) };
}
