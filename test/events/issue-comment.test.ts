import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onIssueComment } from '../../src/events/issue-comment.ts';
import { marker } from '../../src/reports/comment/comment.ts';
import { actionWorld, type Hub, hub, us } from '../support/action-world.ts';

const code = '3f9a2c1d0b7e4a55';
const command = `/camdrift accept ${code} fine`;

interface Said {
  readonly action?: string;
  readonly by?: { login: string; type: string } | null;
  readonly body?: string;
  readonly was?: string;
  readonly issue?: object;
}
/** What is done about a comment: reactions, what the log says, and the verdict. */
async function heard(
  { action = 'created', by = { login: 'mona', type: 'User' }, body = command, was, issue }: Said,
  more: Partial<Hub> = {},
) {
  const github = hub({ roles: { mona: 'write', boss: 'admin' }, ...more });
  const payload = {
    action,
    ...(was !== undefined && { changes: { body: { from: was } } }),
    issue: { number: 7, state: 'open', pull_request: {}, ...issue },
    comment: { id: 1, html_url: 'https://github.example/c/1', body, user: by },
  };
  const told = actionWorld(github, {}, { event: { name: 'issue_comment', payload } });
  const { failure } = await onIssueComment(told.world);
  assert.equal(failure, undefined, 'a comment fails no job');
  const reactions = github.asked.filter(each => each.startsWith('react')).map(each => each.slice(6));
  return { reactions, log: told.lines.join('\n'), verdict: told.outputs.verdict, asked: github.asked };
}

test('what is no command of a person on an open pull request is not heard, and GitHub is asked nothing', async () => {
  const own = `${marker({ key: 'default', head: 'a'.repeat(40), content: 'c' })}\n${command}`;
  for (const [said, why] of [
    [{ issue: { pull_request: null } }, /on no open pull request/],
    [{ issue: { state: 'closed' } }, /on no open pull request/],
    [{ by: { login: us, type: 'Bot' } }, /of no person/],
    [{ by: null }, /of no person/],
    [{ body: own }, /is our own/],
    [{ body: 'Nice work.' }, /has no command/],
    [{ body: `> ${command}` }, /has no command/],
    [{ action: 'edited', body: 'Never mind.', was: 'Hm.' }, /has no command/],
  ] as const) {
    const { reactions, log, verdict, asked } = await heard(said);
    assert.deepEqual([reactions, verdict, asked], [[], 'skipped', []]);
    assert.match(log, why);
    assert.match(log, /^notice: Nothing to hear\. /);
  }
});

test('who may not write is answered by one reaction, and nothing else is read', async () => {
  const { reactions, log, verdict, asked } = await heard({ by: { login: 'passerby', type: 'User' } });
  assert.deepEqual([reactions, verdict, asked], [['confused'], 'skipped', ['role of passerby', 'react confused']]);
  assert.match(log, /passerby has no right to write to the repository/);
});

test('who may write is seen, and heard; a role that GitHub does not tell is asked again with the comments', async () => {
  const found = await heard({});
  assert.deepEqual(
    [found.reactions, found.verdict],
    [['eyes'], 'skipped'],
    'there is no comment of ours to hear it for',
  );
  assert.ok(found.asked.includes('listComments'));
  assert.deepEqual((await heard({}, { refuses: { 'role of mona': 500 } })).reactions, ['eyes']);
});

test('a command that somebody edits away, or deletes with its comment, is heard as taken back', async () => {
  const edited = await heard({ action: 'edited', body: 'Never mind.', was: command });
  assert.deepEqual([edited.reactions, edited.asked.includes('listComments')], [['eyes'], true]);
  const deleted = await heard({ action: 'deleted' });
  assert.deepEqual(
    [deleted.reactions, deleted.asked.includes('listComments')],
    [[], true],
    'there is nothing to react to',
  );
});

test('a reaction that cannot be left is a warning, with what it takes', async () => {
  const forbidden = await heard({}, { refuses: { react: 403 } });
  assert.match(forbidden.log, /^warning: No reaction could be left .*pull-requests: write/);
  assert.ok(forbidden.asked.includes('listComments'), 'and it is heard all the same');
  assert.doesNotMatch((await heard({}, { refuses: { react: 500 } })).log, /permissions/);
});

test('comments that cannot be read accept nothing', async () => {
  const found = await heard({}, { refuses: { listComments: 403 } });
  assert.equal(found.verdict, 'skipped');
  assert.match(found.log, /could not be read/);
});
