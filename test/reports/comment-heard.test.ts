import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FailOn } from '../../src/judgement/gate.ts';
import {
  type Heard,
  isOpen,
  type Part,
  readParts,
  wholeComment,
  withHeard,
} from '../../src/reports/comment/comment.ts';
import type { ModelResult } from '../../src/results/model.ts';
import { fixture, model, readReason } from '../support/results.ts';
import { assertWhole } from '../support/whole-comment.ts';
import { audited, head, passing, pictured, say } from './_comment-requests.ts';

const code = (digit: string) => digit.repeat(16);
const url = 'https://github.com/o/r/pull/1#issuecomment-1';
const word = { by: 'mona', why: 'the crop is meant', url };
const moved = readReason('fail', 'attention-regression', 'Attention moved.');
const probe = readReason('fail', 'probe-regression', 'It follows the mark.');

const failed = (
  name: string,
  digit: string,
  more: Partial<ModelResult> = {},
  named: readonly string[] = [],
): ModelResult =>
  ({
    ...model([pictured(`${name}.png`, 0.3)], { name, verdict: 'fail', reasons: [moved, probe] }),
    pair: { code: code(digit), named },
    ...more,
  }) as ModelResult;

const partOf = (models: readonly ModelResult[], failOn: FailOn = 'regression'): Part => {
  const found = {
    ...audited(...models),
    verdict: models.some(({ verdict }) => verdict === 'fail') ? 'fail' : 'accepted',
  } as const;
  return say(found, { terms: { by: 'not-author', failOn } }).part;
};

const heard = (digits: string, more: Partial<Heard> = {}): Heard => ({
  accepted: new Map([...digits].map(digit => [code(digit), word])),
  notes: [],
  check: 'settled',
  ...more,
});
const after = (part: Part, words: Heard): Part => withHeard(part, part.offer!, words);
const accepted = (name: string, digit: string): ModelResult =>
  failed(name, digit, { verdict: 'accepted', accepted: { ...word, named: [] } });

test('what a comment says once it was heard is what the run would say, and back', () => {
  for (const models of [['a'], ['a', 'b']]) {
    const digits = models.map((_, index) => String(index + 1));
    const before = partOf(models.map((name, index) => failed(name, digits[index]!)));
    const run = partOf(models.map((name, index) => accepted(name, digits[index]!)));
    const now = after(before, heard(digits.join('')));
    // Of what was measured a run speaks a little more mildly; who only hears an acceptance leaves it as it is.
    const measured = /^(?:.* prediction flipped.*|\*\*No prediction.*|\| \S+ moved .*)$/gmu;
    const facts = (text: string | undefined) => text?.replace(measured, '').replace(/\n{2,}/g, '\n');
    assert.deepEqual([now.status, now.words, facts(now.text)], [run.status, run.words, facts(run.text)]);
    const back = after(now, heard(''));
    assert.deepEqual([back.status, back.words, back.text], [before.status, before.words, before.text]);
    assert.equal(after(now, heard(digits.join(''))).text, now.text, 'once is enough');
  }
});

test('what is offered is read back from the comment, with names, and the pictures stay', () => {
  const before = partOf([failed('a', '1', {}, ['mark', 'object']), passing([fixture('p.png', 0.01)])]);
  const frame = { key: 'default', head, budget: 60_000 };
  const [read] = readParts(wholeComment([before], frame));
  assert.deepEqual(read!.offer, {
    by: 'not-author',
    gate: 'follows',
    phrase: 'attention moved',
    models: [{ name: 'a', code: code('1'), named: ['mark', 'object'], after: 'accepted' }],
    others: { pass: 1 },
  });
  const now = after(read!, heard('1'));
  assert.equal(now.words, 'an intended change of 1 of 2 models');
  assert.equal(now.text!.match(/<img /g)?.length, before.text!.match(/<img /g)?.length);
  assertWhole(wholeComment([now], frame));
});

test('of two models one is accepted: the heading counts the other one, whose command stays', () => {
  const now = after(
    partOf([failed('a', '1'), failed('b', '2')]),
    heard('1', { notes: ['hubot <b>cannot</b> accept this.'] }),
  );
  assert.deepEqual([now.status, now.words], ['fail', 'attention moved in 1 of 2 models']);
  assert.match(now.text!, /☑️ \*\*a\*\* accepted · ❌ \*\*b\*\* fail/);
  assert.match(now.text!, /#### ☑️ a: accepted\n/);
  assert.deepEqual(now.text!.match(/^\/camdrift accept .*$/gm), [`/camdrift accept ${code('2')} <why>`]);
  assert.match(now.text!, /hubot &lt;b&gt;|hubot \\<b\\>/, 'nothing foreign becomes markup');
  assert.equal(isOpen(now.offer!, heard('1').accepted), false);
});

test('the check follows what is accepted, unless something else fails it or nothing does', () => {
  const missing = readReason('incomplete', 'fixture-failed', 'b.png could not be read.');
  const open = (models: readonly ModelResult[], failOn?: FailOn) =>
    isOpen(partOf(models, failOn).offer!, heard('1').accepted);
  assert.equal(open([failed('a', '1')]), true);
  assert.equal(open([failed('a', '1'), failed('b', '2')]), false);
  assert.equal(open([failed('a', '1', { reasons: [moved, missing] })]), false, 'what could not be judged stays');
  assert.equal(open([failed('a', '1')], 'any'), false, 'a fixture moved');
  assert.equal(isOpen(partOf([failed('a', '1')], 'never').offer!, new Map()), true);
  const partly = after(partOf([failed('a', '1', { reasons: [moved, missing] })]), heard('1'));
  assert.deepEqual([partly.status, partly.words], ['incomplete', 'no verdict on a']);
});

test('more than can be told is left to the next run: eleven models, long names', () => {
  const many = Array.from({ length: 11 }, (_, index) => failed(`m${index}`, index.toString(16)));
  const all = heard('0123456789a');
  const part = partOf(many);
  assert.equal(part.offer!.models.length, 10);
  assert.deepEqual(part.offer!.others, { fail: 1 });
  const now = after(part, all);
  assert.deepEqual(
    [now.status, now.words, isOpen(part.offer!, all.accepted)],
    ['fail', 'attention moved in 1 of 11 models', false],
  );
  assert.match(now.text!, /^Models: 1 fail, 10 accepted\.$/m);
  const long = partOf([failed('a', '1', {}, ['x'.repeat(81)])]);
  assert.equal(long.offer, undefined);
});

test('how the check opens is said where it does not by itself', () => {
  const before = partOf([failed('a', '1')]);
  assert.match(
    after(before, heard('1', { check: 'by-hand' })).text!,
    /\*\*The check follows when the \[run\]\([^)]*\) is run again\*\*/,
  );
  assert.match(after(before, heard('1', { check: 'running' })).text!, /that judged this is going/);
  assert.doesNotMatch(after(before, heard('1')).text!, /that judged this|run again/);
});

test('how the check opens stands under the acceptance, once; nobody who was refused is named any more', () => {
  const both = partOf([failed('a', '1'), failed('b', '2')]);
  const notes = ['octocat cannot accept this: whoever opens a pull request needs somebody else to.'];
  const now = after(both, heard('12', { check: 'by-hand', notes }));
  assert.equal(now.text!.match(/The check follows/g)?.length, 1);
  assert.match(now.text!, /^- ~~It follows the mark\.~~\n\n\*\*The check follows/m);
  assert.doesNotMatch(now.text!, /octocat/);
  const partly = after(both, heard('1', { notes }));
  assert.match(partly.text!, /octocat cannot accept this/);
  const later = after(now, heard('12'));
  assert.doesNotMatch(later.text!, /The check follows/);
  assert.equal(after(now, heard('')).text, both.text);
});

test('a part whose text was left out, and a name like our own markup, change nothing else', () => {
  const { text: _, ...bare } = partOf([failed('a', '1')]);
  assert.equal(after({ ...bare, text: undefined }, heard('1')).text, undefined);
  const odd = '<!-- camdrift why 1111111111111111 -->';
  const now = after(partOf([failed(odd, '1'), failed('b', '2')]), heard('1'));
  assert.equal(now.text!.match(/~~Attention moved\.~~/g)?.length, 1);
});
