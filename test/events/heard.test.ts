import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AcceptBy, Rights, Statement } from '../../src/acceptance/decide.ts';
import { type Offer, wordsOn } from '../../src/events/_heard.ts';

const [one, two] = ['1'.repeat(16), '2'.repeat(16)] as const;
const offered = (by: AcceptBy = 'not-author'): Offer => ({
  by,
  gate: 'follows',
  phrase: 'attention moved',
  models: [
    { name: 'a', code: one, named: ['mark'], after: 'accepted' },
    { name: 'b', code: two, named: [], after: 'accepted' },
  ],
  others: {},
});

let minute = 0;
const said = (by: string, code: string, more: Partial<Statement> = {}): Statement => ({
  ...{ verb: 'accept', code, named: ['mark'], why: 'meant', by, url: `https://github.example/${minute}` },
  at: new Date(Date.UTC(2026, 0, 1, 0, minute++)),
  ...more,
});
const rights = (by: AcceptBy = 'not-author'): Rights => ({
  ...{ by, author: 'author' },
  roles: new Map([
    ['boss', 'maintain'],
    ['mona', 'write'],
    ['author', 'write'],
    ['passerby', 'none'],
  ]),
});

const accepted = (statements: readonly Statement[], offer = offered(), given = rights()) =>
  Object.fromEntries([...wordsOn(offer, statements, given).accepted].map(([code, { by }]) => [code, by]));

test('of what is offered, what somebody with the right accepts', () => {
  assert.deepEqual(accepted([said('mona', one), said('boss', two)]), { [one]: 'mona', [two]: 'boss' });
  assert.deepEqual(accepted([said('mona', one, { named: [] })]), {}, 'a probe is accepted by its name');
  assert.deepEqual(accepted([said('mona', one), said('author', one, { verb: 'reject' })]), {});
});

test('both have to allow it: the workflow that hears, and the job that offers', () => {
  for (const [offer, given] of [
    [offered('maintainers'), rights('not-author')],
    [offered('not-author'), rights('maintainers')],
  ] as const) {
    assert.deepEqual(accepted([said('mona', two)], offer, given), {});
    assert.deepEqual(accepted([said('boss', two)], offer, given), { [two]: 'boss' });
  }
  assert.deepEqual(accepted([said('author', two)], offered('anyone-with-write'), rights()), {});
  assert.deepEqual(accepted([said('boss', two)], offered(), rights('nobody')), {});
});

test('who is refused is told in a sentence, once; a stranger is not', () => {
  const { notes, refused } = wordsOn(
    offered(),
    [said('author', one), said('author', one), said('passerby', one), said('mona', one, { why: '' })],
    rights(),
  );
  assert.equal(refused.length, 4);
  assert.equal(notes.length, 2);
  assert.match(notes[0]!, /^author cannot accept this: whoever opens a pull request/);
  assert.match(notes[1]!, /^mona cannot accept this/);
});

test('what was accepted and is not there any more is told', () => {
  const old = '3'.repeat(16);
  const { notes, accepted: now } = wordsOn(offered(), [said('mona', old), said('passerby', '4'.repeat(16))], rights());
  assert.deepEqual([now.size, notes.length], [0, 1]);
  assert.match(notes[0]!, new RegExp(`What mona accepted \\(${old}\\)`));
});
