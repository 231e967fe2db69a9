import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAccuracy } from '../../src/judgement/accuracy.ts';
import type { FixtureResult } from '../../src/results/results.ts';
import { fixture } from '../support/results.ts';

const answer = (label: string) => ({ predicted: { index: 0, label }, explained: { index: 0, label } });

/** A fixture of a class, answered right (`+`) or wrong (`-`) before and now: `+-` is lost. */
const seen = (truth: string, before: string, now: string, more: Partial<FixtureResult> = {}): FixtureResult =>
  fixture(`${truth}.png`, 0, {
    truth,
    baseline: answer(before === '+' ? truth : 'other'),
    candidate: answer(now === '+' ? truth : 'other'),
    flipped: before !== now,
    ...more,
  });
const many = (truth: string, ...pairs: string[]) => pairs.map(([before = '', now = '']) => seen(truth, before, now));
const codes = (fixtures: readonly FixtureResult[], accuracy?: { class?: number; overall?: number }) =>
  judgeAccuracy(fixtures, accuracy ? { accuracy } : {}).map(({ level, code }) => `${level} ${code}`);

test('a class that loses three fixtures and a third of its own is ruined, and named', () => {
  const stop = many('stop', '+-', '+-', '+-', '++', '++', '++');
  const [reason] = judgeAccuracy([...stop, ...many('go', '++', '++')], {});
  assert.equal(
    reason?.message,
    'Class `stop` is lost: 3 of its 6 fixtures are answered right, where the baseline had 6.',
  );
});

test('two lost, or three of ten, or as many won, is no ruined class', () => {
  assert.deepEqual(codes(many('stop', '+-', '+-', '++')), []);
  assert.deepEqual(codes(many('stop', '+-', '+-', '+-', ...Array(7).fill('++'))), []);
  assert.deepEqual(codes(many('stop', '+-', '+-', '+-', '-+', '++', '++')), []);
});

test('a tag is judged as a class is', () => {
  const night = ['a', 'b', 'c', 'd'].map(truth => seen(truth, '+', truth === 'd' ? '+' : '-', { tags: ['night'] }));
  const day = ['a', 'b', 'c', 'd', 'e'].map(truth => seen(truth, '+', '+'));
  assert.deepEqual(codes([...night, ...day]), ['fail tag-regression']);
});

test('accuracy fails where chance loses as many less than once in forty times: 6 to 0, 8 to 1, not 5 to 0', () => {
  const spread = (lost: number, gained: number) =>
    Array.from({ length: 20 }, (_, at) =>
      seen(`class${at}`, at < lost ? '+' : at < lost + gained ? '-' : '+', at < lost ? '-' : '+'),
    );
  assert.deepEqual(codes(spread(6, 0)), ['fail accuracy-regression']);
  assert.deepEqual(codes(spread(8, 1)), ['fail accuracy-regression']);
  assert.deepEqual(codes(spread(5, 0)), []);
  assert.deepEqual(codes(spread(7, 1)), []);
});

test("the team's own limits are taken as they are, in place of the usual ones", () => {
  const half = many('stop', '+-', '++');
  assert.deepEqual(codes(half, { class: 0.5 }), []);
  assert.deepEqual(codes(half, { class: 0.4 }), ['fail class-regression']);
  assert.deepEqual(codes(half, { class: 1, overall: 0.4 }), ['fail accuracy-regression']);
  assert.deepEqual(codes(many('stop', '+-', '+-', '+-'), { class: 1 }), []);
});

test('fixtures without a true class, or that only one side saw, say nothing', () => {
  const lost = many('stop', '+-', '+-', '+-');
  assert.deepEqual(codes(lost.map(({ truth: _, ...rest }) => rest)), []);
  assert.deepEqual(codes(lost.map(({ flipped: _, ...rest }) => rest)), []);
});
