import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAccuracy, lostClasses } from '../../src/judgement/accuracy.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';
import type { ComparedFixture, FixtureResult } from '../../src/results/fixture.ts';
import { fixture } from '../support/results.ts';

const answer = (label: string) => ({ predicted: { index: 0, label }, explained: { index: 0, label } });

/** A fixture of a class, answered right (`+`) or wrong (`-`) before and now: `+-` is lost. */
const seen = (truth: string, before: string, now: string, more: Partial<ComparedFixture> = {}): ComparedFixture => ({
  ...fixture(`${truth}.png`, 0),
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
  assert.equal(sentenceOf(reason!), 'Class `stop` is being lost: 3 of its 6 fixtures are answered right (baseline 6).');
});

test('two lost, or three of ten, or as many won, is no ruined class', () => {
  assert.deepEqual(codes(many('stop', '+-', '+-', '++')), []);
  assert.deepEqual(codes(many('stop', '+-', '+-', '+-', ...Array(7).fill('++'))), []);
  assert.deepEqual(codes(many('stop', '+-', '+-', '+-', '-+', '++', '++')), []);
});

/** A fixture whose true class became so much less likely, and stayed the answer. */
const unlikely = (truth: string, before: number, now: number): ComparedFixture => {
  const side = (probability: number) => ({
    predicted: { index: 0, label: truth },
    explained: { index: 0, label: truth, probability },
  });
  return seen(truth, '+', '+', { baseline: side(before), candidate: side(now) });
};

test('a class that becomes unlikely is doubtful above 0.2 and ruined above 0.3, one fixture more in the denominator', () => {
  const three = (loss: number) => codes([0.9, 0.9, 0.9].map(before => unlikely('stop', before, before - loss)));
  // 3 x loss / 4
  assert.deepEqual(three(0.26), []);
  assert.deepEqual(three(0.27), ['warn class-doubtful']);
  assert.deepEqual(three(0.39), ['warn class-doubtful']);
  assert.deepEqual(three(0.41), ['fail class-regression']);
  assert.deepEqual(codes([unlikely('stop', 0.9, 0.35)]), ['pass class-doubtful'], 'half of one picture is no verdict');
  const [reason] = judgeAccuracy(
    [0.1, 0.2, 0.15].map(now => unlikely('stop', 0.85, now)),
    {},
  );
  assert.match(
    sentenceOf(reason!),
    /3 of its 3 fixtures .* with a probability of 15 % on average \(baseline 85 %\)\.$/,
  );
});

test('one fixture is no verdict on a class, and of two both are lost', () => {
  const lost = (before: number, now: number) => {
    const { baseline, candidate, ...fixture } = unlikely('stop', before, now);
    return { ...fixture, baseline, candidate: { ...candidate, predicted: { index: 1, label: 'go' } }, flipped: true };
  };
  assert.deepEqual(codes([lost(1, 0), unlikely('stop', 0.9, 0.62), unlikely('stop', 0.9, 0.62)]), [
    'warn class-doubtful',
  ]);
  assert.deepEqual(codes([lost(1, 0), unlikely('stop', 0.9, 0.5), unlikely('stop', 0.9, 0.5)]), [
    'fail class-regression',
  ]);
  assert.deepEqual(codes([lost(1, 0), unlikely('stop', 0.9, 0.5)]), ['warn class-doubtful']);
  assert.deepEqual(codes([lost(1, 0), lost(0.9, 0.4)]), ['fail class-regression']);
});

test('what one fixture alone makes doubtful is told, and warns where no other is answered right', () => {
  const lost = (before: number, now: number) => {
    const { baseline, candidate, ...fixture } = unlikely('stop', before, now);
    return { ...fixture, baseline, candidate: { ...candidate, predicted: { index: 1, label: 'go' } }, flipped: true };
  };
  assert.deepEqual(codes([lost(1, 0), unlikely('stop', 0.9, 0.8)]), ['pass class-doubtful']);
  assert.deepEqual(codes([lost(1, 0), unlikely('stop', 0.9, 0.69)]), ['warn class-doubtful']);
  assert.deepEqual(codes([lost(1, 0)]), ['warn class-doubtful'], 'the only one');
  const reasons = judgeAccuracy([lost(1, 0), unlikely('stop', 0.9, 0.8)], {});
  assert.deepEqual([...lostClasses(reasons)], [], 'nor is the class lost, so no edit is named with it');
  assert.deepEqual([...lostClasses(judgeAccuracy([lost(1, 0)], {}))], ['stop']);
});

test("a class without every probability is judged by its answers alone, and by the team's limit where there is one", () => {
  const [one, two] = [unlikely('stop', 0.9, 0), unlikely('stop', 0.9, 0)];
  const bare = { ...two, candidate: answer('stop') };
  assert.deepEqual(codes([one, bare]), []);
  assert.deepEqual(codes([one, two], { class: 0.5 }), []);
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

test('of a thousand pictures that change as many are won as lost, or all are won: nothing fell', () => {
  const each = (changes: (at: number) => string) =>
    Array.from({ length: 1100 }, (_, at) => many(`class${at}`, changes(at))).flat();
  assert.deepEqual(codes(each(at => (at % 2 === 0 ? '+-' : '-+'))), []);
  assert.deepEqual(codes(each(() => '-+')), []);
  assert.deepEqual(codes(each(at => (at % 8 === 0 ? '-+' : '+-'))), ['fail accuracy-regression']);
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
  assert.deepEqual(codes(lost.map(({ name, truth, candidate }) => ({ name, truth, candidate, status: 'new' }))), []);
});

test('a limit itself is kept: three of nine is a third, and lost shares are told as shares', () => {
  assert.deepEqual(codes(many('stop', '+-', '+-', '+-', ...Array(6).fill('++'))), ['fail class-regression']);
  const four = many('stop', '+-', '++', '++', '++');
  assert.deepEqual(codes(four, { class: 0.25, overall: 0.25 }), []);
  const [reason] = judgeAccuracy([...four, ...many('go', '-+', '--')], { accuracy: { class: 1, overall: -0.001 } });
  assert.deepEqual(reason, {
    ...{ level: 'fail', code: 'accuracy-regression', accuracy: { before: 4 / 6, now: 4 / 6 }, lost: 1, gained: 1 },
    ...{ fixtures: 6, limit: -0.001 },
  });
  assert.deepEqual(
    codes(many('a', '+-', '+-', '-+', '++'), { class: 1, overall: 0.25 }),
    [],
    'what is won is taken off',
  );
  assert.deepEqual(codes(many('a', '+-', '+-', '++', '++'), { class: 1, overall: 0.25 }), ['fail accuracy-regression']);
});

test('fixtures that one side alone saw are not among those of which a share is lost', () => {
  const fresh = { name: 'n', truth: 'stop', status: 'new' } as const;
  const lost = many('stop', '+-', '+-', '+-', '++', '++', '++', '++', '++', '++');
  assert.deepEqual(codes([...lost, fresh, fresh, fresh]), ['fail class-regression'], 'three of nine, not of twelve');
  const unlabelled = many('stop', '++').map(({ truth: _, ...rest }) => rest);
  assert.deepEqual(codes([...many('stop', '+-', '++'), ...unlabelled], { overall: 0.4 }), ['fail accuracy-regression']);
});

test('the fixture that loses most is left out of what the others lose, wherever it stands', () => {
  const falls = (...losses: number[]) => codes(losses.map(loss => unlikely('stop', 0.95, 0.95 - loss)));
  for (const order of [
    [0.9, 0.31, 0.3],
    [0.3, 0.9, 0.31],
    [0.31, 0.3, 0.9],
  ])
    assert.deepEqual(falls(...order), ['fail class-regression'], order.join());
  assert.deepEqual(falls(0.9, 0.29, 0.29), ['warn class-doubtful']);
  assert.deepEqual(falls(0.9, 0.19, 0.19), ['pass class-doubtful']);
});

test('a class of which no fixture was right before is not lost by what makes it less likely', () => {
  const wrong = (before: number, now: number): ComparedFixture => {
    const side = (probability: number) => ({
      ...{ predicted: { index: 1, label: 'go' }, explained: { index: 0, label: 'stop', probability } },
    });
    return seen('stop', '-', '-', { baseline: side(before), candidate: side(now) });
  };
  assert.deepEqual(codes([wrong(0.45, 0)]), ['pass class-doubtful']);
  assert.deepEqual(codes([wrong(0.4, 0)]), [], 'a half of 0.4 is not above 0.2');
});

test('the probability of another class, or of one side alone, says nothing', () => {
  const full = unlikely('stop', 0.9, 0);
  const other = { predicted: { index: 0, label: 'stop' }, explained: { index: 1, label: 'go', probability: 0.9 } };
  const bare = { predicted: { index: 0, label: 'stop' }, explained: { index: 0, label: 'stop' } };
  for (const side of ['baseline', 'candidate'] as const)
    for (const answer of [other, bare]) assert.deepEqual(codes([full, full, { ...full, [side]: answer }]), [], side);
});

test('of other reasons none says that a class is being lost', () => {
  const other = judgeAccuracy(
    many('stop', '+-', '+-', '+-').map(each => ({ ...each, tags: ['night'] })),
    { accuracy: { class: 0.5, overall: 0.1 } },
  );
  assert.deepEqual(
    other.map(({ code }) => code),
    ['class-regression', 'tag-regression', 'accuracy-regression'],
  );
  assert.deepEqual([...lostClasses(other)], ['stop']);
  assert.deepEqual([...lostClasses(other.slice(1))], []);
});
