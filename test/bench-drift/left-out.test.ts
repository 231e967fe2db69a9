import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Judged } from '../../scripts/bench-drift/audit.ts';
import { leftOut } from '../../scripts/bench-drift/left-out.ts';
import { signalsOf } from '../../scripts/bench-drift/signals.ts';

/** Fixtures of a class by the probability that each loses; one that loses half or more is answered wrongly now. */
const losing = (truth: string, ...losses: number[]) =>
  losses.map(loss => ({
    truth,
    baseline: { explained: { probability: 0.9 }, predicted: { label: truth } },
    candidate: { explained: { probability: 0.9 - loss }, predicted: { label: loss >= 0.5 ? 'other' : truth } },
  }));

function judged(kind: Judged['kind'], shift: number, fixtures: object[] = [], lineage = 'retrained'): Judged {
  const drift = { 'grad-cam': { 'attention-shift': { mean: shift } } };
  return { kind, result: { lineage: { kind: lineage }, drift, reasons: [], fixtures } } as unknown as Judged;
}

const classLoss = (...fixtures: object[]) => signalsOf(judged('benign', 0, fixtures)).classLoss;
const near = (found: number, wanted: number) => assert.ok(Math.abs(found - wanted) < 1e-12, `${found}, not ${wanted}`);

test('what a class loses is the lower of the share over one more, and of the mean without the worst fixture', () => {
  near(classLoss(...losing('cup', 0.6, 0.6, 0.6)), 1.8 / 4);
  near(classLoss(...losing('cup', 0.8, 0.2, 0.1)), 0.15);
  near(classLoss(...losing('cup', 0.1, 0.1, 0.1), ...losing('ball', 0.4, 0.4, 0.4)), 1.2 / 4);
  assert.deepEqual([classLoss(...losing('cup', 0.8)), classLoss(...losing('cup', 0.8, 0.4))], [0, 0]);
  near(classLoss(...losing('cup', 0.8, 0.6)), 1.4 / 3);
});

test('each family is judged by the largest of the others’ honest retrains, drift by twice that in the verdict', () => {
  const families = [
    { name: 'first', models: [judged('benign', 0.04), judged('regression', 0.07)] },
    { name: 'second', models: [judged('accepted', 0.05), judged('benign', 0.5, [], 'fine-tuned')] },
    { name: 'third', models: [judged('benign', 0.06), judged('regression', 0.2), judged('tainted', 0.9)] },
  ];
  const rows = leftOut(families).split('\n');
  const row = (signal: string, family: string) => rows.find(each => each.startsWith(`| ${signal} | ${family} |`))!;
  assert.match(row('attention shift', 'first'), / 6\.0 % \| 0 of 1 \| 1 of 1 \|$/);
  assert.match(row('attention shift', 'second'), / 6\.0 % \| 0 of 1 \| 0 of 0 \|$/);
  assert.match(row('attention shift', 'third'), / 5\.0 % \| 1 of 1 \| 1 of 1 \|$/);
  assert.match(row('the verdict', 'first'), / 0 of 1 \| 0 of 1 \|$/);
  assert.match(row('the verdict', 'third'), / 0 of 1 \| 1 of 1 \|$/);
});
