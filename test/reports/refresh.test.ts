import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type News, refreshBody, refreshMessage, refreshTitle } from '../../src/reports/refresh.ts';

const accepted = { by: 'mona', why: 'the crop is meant', url: 'https://github.com/o/r/pull/1#issuecomment-1' };
const stale = (model: string, why = 'the model has changed since'): News => ({ what: 'baseline', model, why });
const taught = (model: string, more: Partial<typeof accepted> = {}): News => ({
  what: 'calibration',
  model,
  accepted: { ...accepted, ...more },
});

test('the title names each model once, and at most three', () => {
  assert.equal(refreshTitle([stale('a'), taught('a')]), 'Refresh what camdrift has stored of a');
  assert.equal(
    refreshTitle(['a', 'b', 'c', 'd', 'e'].map(name => stale(name))),
    'Refresh what camdrift has stored of a, b, c and 2 more',
  );
  assert.equal(refreshTitle([stale('a\n# b')]), 'Refresh what camdrift has stored of a # b', 'on one line');
});

test('the body says what is new, who accepted it and why, and links the words', () => {
  const body = refreshBody([stale('tiny'), taught('tiny')], 'main');
  assert.deepEqual(body.split('\n'), [
    'Made by camdrift from main as it is now, for you to merge; later pushes bring it up to date.',
    '',
    '- **tiny**: the stored baseline is made anew; the model has changed since.',
    '- **tiny**: its scores join the calibration, [accepted by mona](https://github.com/o/r/pull/1#issuecomment-1): the crop is meant',
  ]);
});

test('nothing foreign becomes markup, a mention or a link of another kind', () => {
  const hostile = '<img src=x> [a](javascript:b) @team `x` | y\n# z';
  const body = refreshBody(
    [stale(hostile, hostile), taught(hostile, { by: hostile, why: hostile, url: 'javascript:alert(1)' })],
    hostile,
  );
  assert.doesNotMatch(body, /<img|\]\(javascript|@team|^# z/m);
  assert.equal(body.split('\n').length, 4);
});

test('the message of the commit is plain, a line each, and never long', () => {
  const message = refreshMessage([stale('tiny'), taught('tiny', { why: `a\nb ${'c'.repeat(2000)}` })]);
  const [title, empty, ...lines] = message.split('\n');
  assert.deepEqual([title, empty, lines.length], ['Refresh what camdrift has stored of tiny', '', 2]);
  assert.equal(lines[0], 'tiny: the stored baseline is made anew (the model has changed since)');
  assert.match(lines[1]!, /^tiny: its scores join the calibration, accepted by mona: a b c+$/);
  assert.equal(lines[1]!.length, 500);
});
