import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AcceptBy,
  acceptBy,
  decide,
  type Rights,
  type Role,
  type Statement,
  voided,
} from '../../src/acceptance/decide.ts';

const pair = { code: '3f9a2c1d0b7e4a55', named: ['mark'] };
let minute = 0;

const said = (by: string, more: Partial<Statement> = {}): Statement => ({
  verb: 'accept',
  code: pair.code,
  named: ['mark'],
  why: 'meant',
  by,
  url: 'https://github.example/1',
  at: new Date(Date.UTC(2026, 0, 1, 0, minute++)),
  ...more,
});

const rights = (by: AcceptBy = 'not-author', more: Record<string, Role> = {}): Rights => ({
  by,
  author: 'author',
  roles: new Map(
    Object.entries({ admin: 'admin', boss: 'maintain', mona: 'write', author: 'write', none: 'none', ...more }),
  ),
});

const accepted = (statements: readonly Statement[], given = rights()) => decide(pair, statements, given).accepted?.by;
const refusals = (statements: readonly Statement[], given = rights()) =>
  decide(pair, statements, given).refused.map(({ by, refusal }) => [by, refusal]);

test('who may accept, by the setting and the role', () => {
  const found = acceptBy.map(by => [
    by,
    ['admin', 'boss', 'mona', 'author', 'none', 'unheard'].filter(who => accepted([said(who)], rights(by))),
  ]);
  assert.deepEqual(Object.fromEntries(found), {
    'not-author': ['admin', 'boss', 'mona'],
    maintainers: ['admin', 'boss'],
    'anyone-with-write': ['admin', 'boss', 'mona', 'author'],
    nobody: [],
  });
});

test('each refusal says why', () => {
  assert.deepEqual(refusals([said('author')]), [['author', { why: 'author' }]]);
  assert.deepEqual(refusals([said('none')]), [['none', { why: 'role' }]]);
  assert.deepEqual(refusals([said('unheard')]), [['unheard', { why: 'role-unknown' }]]);
  assert.deepEqual(refusals([said('mona', { editor: 'none' })]), [['mona', { why: 'editor' }]]);
  assert.deepEqual(refusals([said('mona', { editor: 'author' })]), [['mona', { why: 'editor' }]]);
  assert.deepEqual(refusals([said('mona', { why: '' })]), [['mona', { why: 'no-reason' }]]);
  assert.deepEqual(refusals([said('mona', { named: ['other'] })]), [['mona', { why: 'names', missing: ['mark'] }]]);
  assert.deepEqual(refusals([said('mona', { editor: 'mona' }), said('mona', { editor: 'boss' })]), []);
});

test('the last word of those who may say it holds, by when it got its words', () => {
  const reject = { verb: 'reject', why: '', named: [] } as const;
  const [first, second, third] = [said('mona'), said('boss', reject), said('none')];
  assert.equal(accepted([first]), 'mona');
  assert.equal(accepted([first, second, third]), undefined);
  assert.equal(accepted([second, first]), undefined, 'not by the order that they are given in');
  assert.equal(accepted([first, second, said('admin')]), 'admin');
  assert.equal(accepted([first, said('none', reject)]), 'mona', 'who may not accept may not take back either');
  assert.equal(accepted([first, said('author', reject)]), undefined, 'the author may take back');
});

test('what is said of another pair is void, unless it was taken back or never counted', () => {
  const other = { code: '0000000000000000' };
  const ends = (...statements: Statement[]) => voided([pair], statements, rights()).map(({ by }) => by);
  assert.deepEqual(ends(said('mona', other)), ['mona']);
  assert.deepEqual(ends(said('mona')), []);
  assert.deepEqual(ends(said('none', other)), []);
  assert.deepEqual(ends(said('mona', other), said('boss', { ...other, verb: 'reject' })), []);
  assert.equal(accepted([said('mona', other)]), undefined);
});

test('what a file says holds until somebody who may takes it back, and a later word is theirs', () => {
  const filed = { by: 'file', why: 'meant', url: '', named: ['mark'], file: '.camdrift/accepted/a..b.json' };
  const held = (statements: readonly Statement[]) => decide(pair, statements, rights(), filed).accepted;
  assert.deepEqual(held([]), filed);
  assert.deepEqual(held([said('none', { verb: 'reject' })]), filed);
  assert.equal(held([said('author', { verb: 'reject' })]), undefined);
  assert.equal(held([said('mona', { verb: 'reject' }), said('boss')])?.by, 'boss');
  assert.equal(held([said('mona', { verb: 'reject', code: '0'.repeat(16) })]), filed);
});
