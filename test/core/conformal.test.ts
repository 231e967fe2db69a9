import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conformalP, neededFor } from '../../src/core/conformal.ts';
import { random } from './_numbers.ts';

test('by hand: 1 / (n + 1) beyond all accepted scores, 1 below all of them, in steps between', () => {
  const accepted = [0.2, 0.4, 0.6, 0.8];
  assert.deepEqual(
    [0.9, 0.7, 0.5, 0.3, 0.1].map(score => conformalP(score, accepted)),
    [1 / 5, 2 / 5, 3 / 5, 4 / 5, 1],
  );
  assert.equal(conformalP(0.7, [0.8, 0.2, 0.6, 0.4]), 2 / 5, 'in any order');
});

test('a tie counts against an alarm', () => {
  assert.equal(conformalP(0.5, [0.5, 0.5, 0.5]), 1);
  assert.equal(conformalP(0.5, [0.1, 0.5, 0.9]), 3 / 4);
});

test('nothing is rare among none', () => {
  assert.equal(conformalP(1e9, []), 1);
});

test('so many accepted models are needed that the smallest p-value reaches the rate, and no fewer', () => {
  const rates = [0.5, 0.3, 0.25, 0.2, 0.1, 0.05, 0.02, 0.01, 0.001];
  assert.deepEqual(rates.map(neededFor), [1, 3, 3, 4, 9, 19, 49, 99, 999]);
  for (const rate of rates) {
    const scores = Array.from({ length: neededFor(rate) }, () => 0);
    assert.ok(conformalP(1, scores) <= rate, `${rate}`);
    assert.ok(conformalP(1, scores.slice(1)) > rate, `${rate}: one fewer would not do`);
  }
});

/** Scores of benign models, each drawn in the same way, whatever that way is. */
const draws: Readonly<Record<string, (next: () => number) => number>> = {
  normal: next => Math.abs(Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  'heavy-tailed': next => Math.abs(Math.tan(Math.PI * (next() - 0.5))),
  discrete: next => Math.floor(next() ** 3 * 4),
};

for (const [distribution, draw] of Object.entries(draws))
  for (const n of [9, 19, 50])
    for (const rate of [0.1, 0.05, 0.02].filter(each => neededFor(each) <= n))
      test(`benign models are alarmed about at most as often as was chosen: ${distribution}, n = ${n}, ${rate}`, () => {
        const trials = 10_000;
        const next = random(n * 1000 + rate * 100);
        const alarm = () => {
          const [score, ...accepted] = Array.from({ length: n + 1 }, () => draw(next));
          return conformalP(score!, accepted) <= rate;
        };
        const share = Array.from({ length: trials }, alarm).filter(Boolean).length / trials;
        const error = Math.sqrt((rate * (1 - rate)) / trials);
        assert.ok(share <= rate + 3 * error, `${share} is too often`);
        const least = distribution === 'discrete' ? 0 : rate - 1 / (n + 1) - 3 * error;
        assert.ok(share >= least, `${share} is too seldom`);
      });

test('for a continuous score the rate is attained where n + 1 divides it', () => {
  const next = random(7);
  const trials = 10_000;
  const alarms = Array.from({ length: trials }, () => {
    const [score, ...accepted] = Array.from({ length: 20 }, next);
    return conformalP(score!, accepted) <= 0.1;
  });
  const share = alarms.filter(Boolean).length / trials;
  assert.ok(Math.abs(share - 0.1) <= 3 * Math.sqrt(0.09 / trials), `${share}`);
});

test('ties only make alarms rarer', () => {
  const next = random(11);
  const trials = 2000;
  const continuous = Array.from({ length: trials }, () => Array.from({ length: 20 }, next));
  const shareOf = (rounded: (score: number) => number) =>
    continuous.filter(scores => {
      const [score, ...accepted] = scores.map(rounded);
      return conformalP(score!, accepted) <= 0.1;
    }).length / trials;
  assert.ok(shareOf(score => Math.floor(score * 3)) < shareOf(score => score) / 2);
});
