import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picturesMeant } from '../../src/config/pictures.ts';
import { waysToTry } from '../../src/config/tried.ts';
import { rankWays, type Tried } from '../../src/judgement/ways.ts';
import { waysVerdict } from '../../src/reports/ways.ts';

/** So many right answers of ten, each with this probability of the true class. */
const found = (right: number, p = 0.5): Tried => ({
  right: Array.from({ length: 10 }, (_, at) => at < right),
  probabilities: Array.from({ length: 10 }, () => p),
});
const rank = (...each: readonly (readonly [string, Tried])[]) =>
  rankWays(
    each.map(([way, of]) => ({ way, found: of })),
    0.5,
  );

test('more right answers go first, then the smaller loss; 5 that only the best has are more than chance, 4 are not', () => {
  const { ranked, tells } = rank(['a', found(5)], ['b', found(10, 0.25)], ['c', found(10, 0.5)], ['d', found(6)]);
  assert.deepEqual(
    ranked.map(({ way, right, loss, asGood }) => [way, right, loss, asGood]),
    [['c', 10, 1, true], ['b', 10, 2, true], ['d', 6, 1, true], ['a', 5, 1, false]], // biome-ignore format: a table
  );
  assert.equal(tells, true);
});

test('what chance may reach tells nothing: with a class of one half, 8 of 10 has 0.055, 9 of 10 has 0.011', () => {
  assert.equal(rank(['a', found(8)]).tells, false);
  assert.equal(rank(['a', found(9)]).tells, true);
  assert.equal(rankWays([{ way: 'a', found: found(10) }], 1).tells, false, 'one class alone');
  assert.deepEqual(rankWays([], 0.5), { ranked: [], tells: false });
});

test('what chance may reach tells nothing of many pictures either, nor is one more right answer of 1,200 better', () => {
  const of = (right: number, count: number): Tried => ({
    right: Array.from({ length: count }, (_, at) => at < right),
    probabilities: Array.from({ length: count }, () => 0),
  });
  const tells = (right: number) => rankWays([{ way: 'a', found: of(right, 400) }], 0.9).tells;
  assert.deepEqual([tells(360), tells(370), tells(371)], [false, false, true]); // 0.542, 0.0524, 0.0357
  const mirrored = { ...of(600, 1200), right: of(600, 1200).right.toReversed() };
  const { ranked } = rankWays(
    [
      { way: 'a', found: of(601, 1200) },
      { way: 'b', found: mirrored },
    ],
    0.5,
  );
  assert.deepEqual(
    ranked.map(({ way, asGood, loss }) => [way, asGood, loss]),
    [
      ['a', true, 30],
      ['b', true, 30],
    ],
  );
});

test('every way is tried once, the configured one first', () => {
  const configured = picturesMeant({ preprocess: 'tf' });
  const ways = waysToTry(configured);
  assert.equal(ways[0]!.written, 'as configured');
  const others = ways.map(({ written }) => written);
  assert.ok(!others.includes('preprocess: tf') && !others.includes('preprocess: imagenet'));
  for (const each of ['preprocess: torch', 'recipe: torchvision', 'recipe: keras-load-img, preprocess: unit'])
    assert.ok(others.includes(each), each);
  assert.deepEqual(
    waysToTry(picturesMeant({ orientation: 'apply' })).map(({ pixels }) => pixels.orientation),
    ways.map(() => 'apply'),
  );
});

test('it is told which way fits, or that it cannot be told', () => {
  const [configured, ...others] = waysToTry(picturesMeant({ preprocess: 'raw' }));
  const tf = others.find(({ written }) => written === 'preprocess: tf')!;
  const torch = others.find(({ written }) => written === 'preprocess: torch')!;
  const teachable = others.find(({ written }) => written === 'recipe: teachable-machine')!;
  const verdict = (...each: readonly (readonly [typeof tf, Tried])[]) =>
    waysVerdict({
      ...rankWays(
        each.map(([way, of]) => ({ way, found: of })),
        0.2,
      ),
      of: 10,
    });
  assert.equal(
    verdict([configured!, found(10)], [tf, found(2)]),
    'the configured way fits: right on 10 of 10 fixtures.',
  );
  assert.equal(
    verdict([configured!, found(2)], [tf, found(10)], [teachable, found(10)]),
    '`preprocess: tf` fits: right on 10 of 10 fixtures, where the configured way is on 2, and 1 other way with the same numbers is as good: these fixtures do not tell how pictures are resized.',
  );
  assert.match(
    verdict([configured!, found(2)], [tf, found(10)], [torch, found(9)]),
    /^cannot tell: 2 ways with different numbers are as good as the best, but for chance \(\*\); the configured one is not \(2 of 10\)/,
  );
  assert.match(verdict([configured!, found(9)], [tf, found(10)]), /the configured one is among them/);
  assert.match(
    verdict([configured!, found(3)]),
    /^cannot tell: the best way is right on 3 of 10 fixtures, which chance/,
  );
  assert.match(verdict(), /^cannot tell: it can be fed in none/);
});
