import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIssueComment, readMergeGroup, readPullRequest, readPush } from '../../src/events/payloads.ts';

const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];
const pull = (action: string, from: string | null) => ({
  action,
  pull_request: {
    number: 7,
    updated_at: '2026-01-02T03:04:05Z',
    head: { sha: a, repo: from === null ? null : { full_name: from } },
    base: { sha: b, ref: 'main', repo: { full_name: 'o/r' } },
  },
});

test('a pull request is a fork’s when its head lies elsewhere, or in a repository that is gone', () => {
  assert.equal(readPullRequest(pull('opened', 'o/r')).fork, false);
  assert.equal(readPullRequest(pull('opened', 'stranger/r')).fork, true);
  assert.equal(readPullRequest(pull('opened', null)).fork, true);
});

test('only events about a push tell when it was', () => {
  assert.deepEqual(readPullRequest(pull('synchronize', 'o/r')).pushed, new Date('2026-01-02T03:04:05Z'));
  assert.equal(readPullRequest(pull('labeled', 'o/r')).pushed, undefined);
});

for (const [action, more, moves] of [
  ['opened', {}, 'audit'],
  ['synchronize', {}, 'audit'],
  ['ready_for_review', {}, 'audit'],
  ['something_new', {}, 'audit'],
  ['edited', { changes: { title: { from: 'x' } } }, 'stay'],
  ['edited', { changes: { base: { ref: { from: 'release' } } } }, 'audit'],
  ['labeled', {}, 'stay'],
  ['assigned', {}, 'stay'],
  ['closed', {}, 'rest'],
] as const)
  test(`${action} ${JSON.stringify(more)} of a pull request: ${moves}`, () => {
    assert.equal(readPullRequest({ ...pull(action, 'o/r'), ...more }).moves, moves);
  });

test('merged, a pull request has come to its end; closed, it may be opened again', () => {
  const closed = pull('closed', 'o/r');
  const moves = (merged: boolean) =>
    readPullRequest({ ...closed, pull_request: { ...closed.pull_request, merged } }).moves;
  assert.deepEqual([moves(true), moves(false)], ['end', 'rest']);
});

test('branches lose their prefix', () => {
  const head_ref = `refs/heads/gh-readonly-queue/main/pr-128-${b}`;
  const group = { head_sha: a, head_ref, base_sha: b, base_ref: 'refs/heads/main' };
  const read = { head: a, base: { ref: 'main', sha: b }, number: 128 };
  assert.deepEqual(readMergeGroup({ merge_group: group }), read);
  const unnamed = { ...group, head_ref: 'refs/heads/a-queue-of-our-own' };
  assert.deepEqual(readMergeGroup({ merge_group: unnamed }), { ...read, number: undefined });
  const push = { ref: 'refs/heads/release/1', before: b, after: a, repository: { default_branch: 'main' } };
  const pushed = { branch: 'release/1', defaultBranch: 'main', head: a, before: b, deleted: false };
  assert.deepEqual(readPush(push), pushed);
  assert.deepEqual(readPush({ ...push, before: '0'.repeat(40) }), { ...pushed, before: undefined });
  assert.equal(readPush({ ...push, ref: 'refs/tags/v1' }).branch, undefined);
});

test('another payload is named by what is missing', () => {
  assert.throws(() => readPullRequest({ action: 'opened' }), /at pull_request: /);
  const forged = pull('opened', 'o/r');
  forged.pull_request.head.sha = '$(rm -rf)';
  assert.throws(() => readPullRequest(forged), /at pull_request\.head\.sha: /);
});

test('a comment is a person’s on an open pull request, or it is told apart', () => {
  const user = { login: 'mona', type: 'User' };
  const issue = { number: 7, state: 'open', pull_request: { url: 'https://github.com/o/r/pull/7' } };
  const comment = { id: 5, html_url: 'https://github.com/o/r/pull/7#issuecomment-5', body: 'Hm.', user };
  const event = { action: 'created', issue, comment };
  const read = {
    action: 'created',
    number: 7,
    id: 5,
    url: comment.html_url,
    open: true,
    person: 'mona',
    body: 'Hm.',
    was: '',
  };
  assert.deepEqual(readIssueComment(event), read);
  const edited = { ...event, action: 'edited', changes: { body: { from: 'Before.' } } };
  assert.deepEqual(readIssueComment(edited), { ...read, action: 'edited', was: 'Before.' });
  const of = (more: object) => readIssueComment({ ...event, ...more });
  assert.equal(of({ comment: { ...comment, user: { login: 'helper[bot]', type: 'Bot' } } }).person, undefined);
  assert.equal(of({ comment: { ...comment, user: null } }).person, undefined);
  assert.equal(of({ comment: { ...comment, body: null } }).body, '');
  assert.equal(of({ issue: { number: 7, state: 'open' } }).open, false, 'an issue');
  assert.equal(of({ issue: { ...issue, state: 'closed' } }).open, false);
  assert.throws(() => of({ issue: { ...issue, number: '7; rm' } }), /at issue\.number: /);
});
