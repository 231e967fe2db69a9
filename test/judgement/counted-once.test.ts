import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fixture } from '../../src/config/config.ts';
import { countedOnce, leftOutReasons } from '../../src/judgement/counted-once.ts';

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
const counted = (
  fixtures: readonly Fixture[],
  now: Readonly<Record<string, string>>,
  before?: Readonly<Record<string, string>>,
) => {
  const { fixtures: kept, repeated } = countedOnce(fixtures, digests(now), before && digests(before));
  return [kept.map(({ name }) => name).join(), repeated.join()];
};

test('the first of equal ones stays, and what has no digest stays as well', () => {
  const all = ['a', 'b', 'c', 'd'].map(name => fixture(name));
  assert.deepEqual(counted(all, { a: '1', b: '2', c: '1' }), ['a,b,d', 'c']);
  assert.deepEqual(counted(all, {}), ['a,b,c,d', '']);
});

test('what the baseline knows goes before what it does not, and what was there before what is added', () => {
  const equal = { a: '1', b: '1', c: '1' };
  assert.deepEqual(counted([fixture('a'), fixture('b'), fixture('c')], equal, { b: '1' }), ['b', 'a,c']);
  assert.deepEqual(counted([fixture('a'), fixture('b'), fixture('c')], equal, { b: '2' }), ['a', 'b,c']);
  assert.deepEqual(counted([fixture('a', 'added'), fixture('b', 'edited'), fixture('c')], equal), ['c', 'a,b']);
  assert.deepEqual(counted([fixture('a'), fixture('b', 'edited')], equal, { b: '1' }), ['b', 'a']);
});

test('each way of being no fixture has a word, and nothing is said when nothing is left out', () => {
  assert.deepEqual(leftOutReasons({ own: 0, again: 0 }, []), []);
  const reasons = leftOutReasons({ own: 2, again: 3 }, ['a', 'b', 'c', 'd']);
  assert.deepEqual(
    reasons.map(({ level, code }) => `${level} ${code}`),
    ['pass fixtures-repeated', 'pass fixtures-linked', 'pass fixtures-left-out'],
  );
  assert.match(reasons[0]!.message, /^4 fixtures have the content of another one .* \(a, b, c, \.\.\.\)\.$/);
});
