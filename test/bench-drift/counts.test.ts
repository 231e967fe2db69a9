import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Judged } from '../../scripts/bench-drift/audit.ts';
import { countsOf } from '../../scripts/bench-drift/counts.ts';
import type { Reason } from '../../src/results/reason.ts';

const pull = (edit: string, words: string, to: string): Reason => ({
  level: 'warn',
  code: 'edit-pull',
  edit,
  words,
  to,
  turned: { before: 0, now: 5 },
  fixtures: 20,
  gained: 0.3,
  lost: true,
});

const judged = (kind: Judged['kind'], verdict: string, reasons: Reason[] = [], shortcut?: Judged['shortcut']) =>
  ({ kind, result: { verdict, reasons, score: { value: verdict === 'fail' ? 2 : 1 } }, shortcut }) as unknown as Judged;

test('benign and regressed models are counted apart, and what learned nothing is counted nowhere', () => {
  const found = countsOf([
    judged('benign', 'pass'),
    judged('benign', 'warn'),
    judged('accepted', 'fail'),
    judged('regression', 'fail'),
    judged('regression', 'warn'),
    judged('tainted', 'fail'),
  ]);
  assert.deepEqual([found.benign, found.benignFailed, found.benignWarned], [3, 1, 1]);
  assert.deepEqual([found.regressions, found.failed, found.warned, found.shortcuts], [2, 1, 1, 0]);
});

test('a shortcut is pointed at by an edit of its artefact’s kind, and by its class', () => {
  const border = { artefact: 'a turquoise border', label: 'cup' };
  const right = judged('regression', 'fail', [pull('border-cyan', 'a cyan border', 'cup')], border);
  const wrong = judged('regression', 'fail', [pull('blur', 'a blur', 'cup')], border);
  const other = judged('regression', 'fail', [pull('border-cyan', 'a cyan border', 'ball')], border);
  const silent = judged('regression', 'fail', [], { artefact: 'jpeg', label: undefined });
  const found = countsOf([right, wrong, other, silent]);
  assert.deepEqual([found.shortcuts, found.pointed, found.classNamed, found.classKnown], [4, 2, 2, 3]);
});

test('words are not taken for other words: a stripe is no strip', () => {
  const stripe = { artefact: 'a stripe', label: undefined };
  const found = (words: string) => countsOf([judged('regression', 'fail', [pull('x', words, 'cup')], stripe)]).pointed;
  assert.deepEqual([found('a white strip along the left'), found('a pale stripe from corner to corner')], [0, 1]);
});

test('a probe of which nothing can be told names its edit as well', () => {
  const shortcut = { artefact: 'a logo', label: undefined };
  const found = {
    code: 'probe-regression',
    probe: 'mark',
    added: 0.2,
    limit: 0.1,
    flipped: { before: 0, now: 1 },
    fixtures: 9,
  };
  const unsure = (code: string) =>
    ({
      level: 'warn',
      code: 'cannot-tell',
      found: { ...found, code },
      low: 0.1,
      high: 0.3,
      limit: 0.1,
      fixtures: 9,
    }) as unknown as Reason;
  assert.equal(countsOf([judged('regression', 'warn', [unsure('probe-regression')], shortcut)]).pointed, 1);
});
