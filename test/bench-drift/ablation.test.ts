import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ablation, byCounts } from '../../scripts/bench-drift/ablation.ts';
import type { Judged } from '../../scripts/bench-drift/audit.ts';
import type { Reason } from '../../src/results/reason.ts';

const pull = (edit: string, words: string): Reason => {
  const turned = { before: 0, now: 5 };
  return { level: 'warn', code: 'edit-pull', edit, words, to: 'cup', turned, fixtures: 20, gained: 0.3, lost: true };
};

const lost = (before: number, now: number, fixtures: number): Reason => {
  const right = { before, now };
  return {
    level: 'fail',
    code: 'class-regression',
    group: 'cup',
    fixtures,
    right,
    probability: undefined,
    limit: undefined,
  };
};

function judged(kind: Judged['kind'], reasons: readonly Reason[], score = 0.5): Judged {
  const verdict = reasons.some(({ level }) => level === 'fail') ? 'fail' : 'pass';
  const shortcut = { artefact: 'background', label: 'cup' };
  return { kind, result: { verdict, reasons, score: { value: score } }, shortcut } as unknown as Judged;
}

/** Benign and regressed models failed, and shortcuts named, by the beginning of each row. */
const rows = (text: string) =>
  new Map(
    text
      .split('\n')
      .slice(2)
      .map(row => [row.split(' | ')[0]!.slice(2), row]),
  );

test('each rule is counted with those above it, and what swapped surroundings name apart', () => {
  const ruined = lost(3, 0, 3);
  const swapped = [ruined, pull('background-swapped', 'the background of another picture')];
  const models = [judged('benign', [], 1.2), judged('regression', swapped), judged('regression', [lost(2, 1, 2)])];
  const plain = [models[0]!, judged('regression', [ruined, pull('blur', 'a blur')]), models[2]!];
  const found = rows(ablation(models, plain));
  const counts = (name: string) => found.get(name)!.match(/\d+ of \d+/g);
  assert.deepEqual(counts('the limits alone, each failing'), ['1 of 1', '0 of 2', '0 of 2']);
  assert.deepEqual(counts('+ right answers, in counts'), ['0 of 1', '1 of 2', '0 of 2']);
  assert.deepEqual(counts('+ the probability of a class'), ['0 of 1', '2 of 2', '0 of 2']);
  assert.deepEqual(counts('+ the sweep of plain edits'), ['0 of 1', '2 of 2', '0 of 2']);
  assert.deepEqual(counts('+ surroundings of other fixtures'), ['0 of 1', '2 of 2', '1 of 2']);
});

test('three right answers of a class and a third of its fixtures are counts; fewer rest on the probability', () => {
  assert.deepEqual(
    [lost(3, 0, 9), lost(3, 0, 10), lost(2, 0, 2)].map(reason => byCounts(judged('regression', [reason]))),
    [true, false, false],
  );
});
