import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ComparedModel } from '../../src/results/model.ts';
import type { Repair } from '../../src/results/repair.ts';
import type { Level } from '../../src/results/verdict.ts';
import { fixture, model, readReason } from '../support/results.ts';
import { audited, say } from './_comment-requests.ts';

const rule = (region: string, at: 'least' | 'most', of: 'inside' | 'outside' = 'inside'): Repair['rules'][number] => ({
  ...{ region, rule: { of, at, limit: 0.5 }, before: 0.2, now: 0.7, fixtures: 3 },
});
const gold = { title: 'models/gold', kind: 'pinned', fixtures: 3, before: 0.3, now: 0.01 } as const;
const repair = (more: Partial<Repair> = {}): Repair => ({
  ...{ drift: 'excused', rules: [rule('object', 'least')], closer: [] },
  ...more,
});

/** A model whose attention moved by a repair, as it is read from results.json. */
const mended = (level: Level, more: Partial<ComparedModel> = {}) =>
  model(
    ['a', 'b', 'c'].map(name => fixture(`${name}.png`, 0.2)),
    {
      verdict: level,
      reasons: [
        readReason('pass', 'repair', 'This repairs.'),
        readReason(level, 'attention-regression', 'Attention moved: far.'),
      ],
      repair: repair(),
      ...more,
    },
  );
const told = (...models: ComparedModel[]) => ({ ...audited(...models), verdict: models[0]!.verdict });

/** The heading, and all that stands above the first thing to click at. */
function begins(...models: ComparedModel[]): string[] {
  const { body } = say(told(...models));
  return body.slice(0, body.indexOf('<details>')).split('\n').filter(Boolean).slice(1);
}

test('a repair comes first, then its figures and the attention that it excuses, once', () => {
  const [heading, first, ...figures] = begins(mended('warn'));
  assert.equal(heading, '### ⚠️ camdrift: warn – a repair of shoes');
  assert.equal(
    first,
    'The new model **repairs** what the version before had got wrong: that one looked too little at the **object**.',
  );
  assert.deepEqual(figures, [
    '- Region “object” \\(rule: inside &gt;= 0.5\\): 20.0 % → 70.0 % over 3 fixtures.',
    '- Attention moved: far. By a repair that is a warning, and no failure.',
  ]);
  assert.equal(say(told(mended('warn'))).body.split('Attention moved: far.').length, 2);
});

test('what was wrong is said by the rule, and by the reference', () => {
  const first = (more: Partial<Repair>) => begins(mended('warn', { repair: repair(more) }))[1];
  assert.match(first({ rules: [rule('mark', 'most')] })!, /: that one looked too much at the \*\*mark\*\*\.$/);
  assert.match(
    first({ rules: [rule('object', 'most', 'outside')] })!,
    /: that one looked too much past the \*\*object\*\*\.$/,
  );
  assert.match(
    first({ rules: [], closer: [gold] })!,
    /: that one had moved away from the pinned \*\*models\/gold\*\*\.$/,
  );
  const both = first({ closer: [{ ...gold, title: 'stored', kind: 'stored' }] })!;
  assert.match(both, /at the \*\*object\*\*, and that one had moved away from the stored baseline \*\*stored\*\*\.$/);
});

test('names in it stay text', () => {
  const odd = begins(
    mended('warn', { repair: repair({ rules: [], closer: [{ ...gold, title: '<b>@team</b> `x`' }] }) }),
  ).join('\n');
  assert.doesNotMatch(odd, /<b>|@team(?!\u200b)(?<!\u200bteam)/);
});

test('where it is failed all the same that is said, and where nothing moved too far nothing is excused', () => {
  const held = begins(mended('fail', { repair: repair({ drift: 'held' }) })).join('\n');
  assert.match(held, /^### ❌ camdrift: fail – attention moved in shoes\nThe new model \*\*repairs\*\*/);
  assert.match(held, /^- It is failed all the same for the attention that moved, as “repairs: fail” says/m);
  const within = mended('pass', {
    repair: repair({ drift: 'within' }),
    reasons: [readReason('pass', 'repair', 'This repairs.')],
  });
  assert.match(begins(within)[1]!, /\*\*repairs\*\*/);
  assert.doesNotMatch(begins(within).join('\n'), /warning|failed/);
});

test('what else fails goes first, and the repair is told after it', () => {
  const reasons = [
    readReason('fail', 'region-rule', 'Too much heat on the mark.'),
    readReason('pass', 'repair', 'This repairs.'),
    readReason('warn', 'attention-regression', 'Attention moved: far.'),
  ];
  const all = begins(mended('fail', { reasons }));
  assert.doesNotMatch(all[1]!, /repairs/);
  assert.ok(all.some(line => line.startsWith('- Region “object”')));
  assert.match(all[0]!, /fail – heat is not where it must be in shoes/);
});

test('of several models those are counted that ended as it did', () => {
  const [heading] = begins(mended('warn'), { ...mended('warn'), name: 'hats' });
  assert.equal(heading, '### ⚠️ camdrift: warn – a repair of 2 of 2 models');
});
