import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fixture } from '../../src/config/config.ts';
import { copiesAmong, leftOutReasons } from '../../src/judgement/counted-once.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';

const fixture = (name: string, touched?: Fixture['touched']): Fixture => ({
  name,
  path: `/${name}`,
  label: undefined,
  tags: [],
  regions: [],
  touched,
});
const digests = (of: Readonly<Record<string, string>>) =>
  new Map(Object.entries(of).map(([name, digest]) => [name, { digest }]));
const copies = (
  fixtures: readonly Fixture[],
  now: Readonly<Record<string, string>>,
  before?: Readonly<Record<string, string>>,
) => Object.fromEntries(copiesAmong(fixtures, digests(now), before && digests(before)));

test("the first of equal ones counts, and what has no digest is nobody's copy", () => {
  const all = ['a', 'b', 'c', 'd'].map(name => fixture(name));
  assert.deepEqual(copies(all, { a: '1', b: '2', c: '1' }), { c: 'a' });
  assert.deepEqual(copies(all, {}), {});
});

test('what the baseline knows goes before what it does not, and what was there before what is added', () => {
  const equal = { a: '1', b: '1', c: '1' };
  assert.deepEqual(copies([fixture('a'), fixture('b'), fixture('c')], equal, { b: '1' }), { a: 'b', c: 'b' });
  assert.deepEqual(copies([fixture('a'), fixture('b'), fixture('c')], equal, { b: '2' }), { b: 'a', c: 'a' });
  assert.deepEqual(copies([fixture('a', 'added'), fixture('b', 'edited'), fixture('c')], equal), { a: 'c', b: 'c' });
  assert.deepEqual(copies([fixture('a'), fixture('b', 'edited')], equal, { b: '1' }), { a: 'b' });
});

test('each way of being no fixture has a word, and nothing is said when nothing is left out', () => {
  assert.deepEqual(leftOutReasons({ own: 0, again: 0, others: [] }, []), []);
  const reasons = leftOutReasons({ own: 2, again: 3, others: [{ ending: '.txt', files: 1 }] }, ['a', 'b', 'c', 'd']);
  assert.deepEqual(
    reasons.map(({ level, code }) => `${level} ${code}`),
    ['pass fixtures-copied', 'pass fixtures-linked', 'pass fixtures-left-out', 'pass files-left-out'],
  );
  const photos = leftOutReasons({ own: 0, again: 0, others: [{ ending: '.heic', files: 2 }] }, []);
  assert.equal(photos[0]?.level, 'warn', 'whoever has photos there took them for fixtures');
  assert.match(sentenceOf(reasons[0]!), /^4 fixtures have the content of another one .* \(a, b, c, \.\.\.\)\.$/);
});
