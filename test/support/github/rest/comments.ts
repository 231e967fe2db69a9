import { type Call, nodeId, notFound, paged, Refusal, type Route } from '../call.ts';
import { timestamp } from '../clock.ts';
import { addComment, deleteComment, editComment, react } from '../comments.ts';
import type { Comment } from '../world.ts';
import type { Example } from './_examples.ts';
import { user } from './_shapes.ts';

const ofIssue = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const single = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
const scope = 'pull-requests';

const list: Route = {
  method: 'GET',
  template: ofIssue,
  scope,
  answer: call => {
    const { since } = call.query;
    const number = numberOf(call);
    const found = [...call.world.comments.values()].filter(
      comment => comment.number === number && (!since || comment.updatedAt >= new Date(since)),
    );
    const { items, headers } = paged(call, found);
    return { status: 200, headers, body: items.map(comment => commentShape(call, comment)) };
  },
};

const create: Route = {
  method: 'POST',
  template: ofIssue,
  scope,
  answer: call => {
    const number = numberOf(call);
    const comment = addComment(call.world, number, { author: call.viewer.login, body: bodyOf(call) });
    return { status: 201, headers: { location: address(call, comment) }, body: commentShape(call, comment) };
  },
};

const read: Route = {
  method: 'GET',
  template: single,
  scope,
  answer: call => ({ status: 200, body: commentShape(call, commentOf(call)) }),
};

const update: Route = {
  method: 'PATCH',
  template: single,
  scope,
  answer: call => {
    const comment = editComment(call.world, commentOf(call), bodyOf(call), call.viewer.login);
    return { status: 200, body: commentShape(call, comment) };
  },
};

const remove: Route = {
  method: 'DELETE',
  template: single,
  scope,
  answer: call => {
    deleteComment(call.world, commentOf(call).id, call.viewer.login);
    return { status: 204 };
  },
};

const reaction: Route = {
  method: 'POST',
  template: `${single}/reactions`,
  scope,
  answer: call => {
    const { world, viewer, links } = call;
    const comment = commentOf(call);
    const content = String(call.body.content);
    const isNew = react(world, comment, viewer.login, content);
    const { id } = comment.reactions.find(each => each.by === viewer.login && each.content === content)!;
    const body = {
      ...{ id, node_id: nodeId('REA', id), content, created_at: timestamp(world.clock.now()) },
      user: user(world, viewer.login, links),
    };
    return { status: isNew ? 201 : 200, body };
  },
};

export const comments: readonly Route[] = [list, create, read, update, remove, reaction];

function numberOf({ world, params }: Call): number {
  const number = Number(params.issue_number);
  if (!world.pulls.has(number)) throw notFound();
  return number;
}

function commentOf({ world, params }: Call): Comment {
  const comment = world.comments.get(Number(params.comment_id));
  if (!comment) throw notFound();
  return comment;
}

const longest = 65_536;

function bodyOf({ body }: Call): string {
  const text = String(body.body);
  if (text.trim() === '') throw invalid("Body can't be blank");
  if (text.length > longest) throw invalid(`Body is too long (maximum is ${longest} characters)`);
  return text;
}

const invalid = (message: string): Refusal =>
  new Refusal(422, 'Validation Failed', [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }]);

export function commentShape(call: Pick<Call, 'world' | 'links'>, comment: Comment): Example {
  const { world, links } = call;
  const { id, number, author, body } = comment;
  return {
    id,
    node_id: nodeId('IC', id),
    url: address(call, comment),
    html_url: `${links.server}/${world.owner}/${world.name}/pull/${number}#issuecomment-${id}`,
    issue_url: `${links.api}/repos/${world.owner}/${world.name}/issues/${number}`,
    user: user(world, author, links),
    created_at: timestamp(comment.createdAt),
    updated_at: timestamp(comment.updatedAt),
    author_association: author.endsWith('[bot]') ? 'NONE' : 'MEMBER',
    body,
    performed_via_github_app: null,
  };
}

function address({ world, links }: Pick<Call, 'world' | 'links'>, { id }: Comment): string {
  return `${links.api}/repos/${world.owner}/${world.name}/issues/comments/${id}`;
}
