import assert from 'node:assert/strict';
import { test } from 'node:test';
import { picturesFor } from '../../src/reports/comment/comment.ts';
import type { FixtureResult } from '../../src/results/fixture.ts';
import type { ModelResult } from '../../src/results/model.ts';
import type { Results } from '../../src/results/results.ts';
import { rendered, unsanitized } from '../support/comment-html.ts';
import { fixture, model, readReason } from '../support/results.ts';
import { assertWhole } from '../support/whole-comment.ts';
import { audited, change, fresh, passing, pictured, say } from './_comment-requests.ts';

const long = (index: number) => `${'deep/'.repeat(58)}${index}.png`;
const worst = (index: number) => `${'&<@|'.repeat(75)}${index}`;
const short = (index: number) => `${index}.png`;

/** Moved, steady, new and unreadable fixtures in turn. */
const fixtures = (many: number, name: (index: number) => string): FixtureResult[] =>
  Array.from({ length: many }, (_, index) => {
    const kinds = [
      pictured(name(index), 0.1 + index / 1000, { montage: `m/${index}.webp` }),
      fixture(name(index), 0.02),
      pictured(name(index), 0, { status: 'new', maps: undefined, montage: `m/${index}.webp` }),
      fixture(name(index), 0, { status: 'failed', reason: name(index), maps: undefined }),
    ];
    return kinds[index % 7 < 4 ? 0 : (index % 7) - 3]!;
  });

const models = (many: number, each: number, name: (index: number) => string): Results =>
  audited(
    ...Array.from({ length: many }, (_, index): ModelResult => {
      const found = fixtures(each, name);
      const reasons = [readReason('warn', 'w', name(index))];
      if (index % 3 === 1) return passing(found, { name: name(index) });
      if (index % 3 === 2) return fresh(found, { name: name(index) });
      return model(found, { name: name(index), reasons: [...model([]).reasons, ...reasons] });
    }),
  );

for (const [many, each] of [
  [1, 1],
  [1, 13],
  [1, 60],
  [1, 300],
  [3, 40],
  [10, 100],
  [50, 300],
  [200, 2],
] as const) {
  for (const name of [short, long, worst]) {
    test(`${many} models with ${each} fixtures and ${name.name} names fit, and nothing is cut through`, () => {
      const found = models(many, each, name);
      for (const budget of [2_000, 5_000, 20_000, 60_000]) {
        const { body, leftOut, shown } = say(found, { budget });
        assert.ok(body.length <= budget, `${body.length} of ${budget}`);
        assertWhole(body);
        assert.equal(body.match(/ src="/g)?.length ?? 0, shown.length);
        assert.equal(body.includes('Left out for length: '), leftOut.length > 0);
        for (const words of leftOut) assert.ok(body.includes(words), words);
      }
    });
  }
}

test('a comment cut short is still whole for the sanitizer', () => {
  for (const budget of [2_000, 8_000, 16_000]) {
    const { body } = say(models(3, 40, worst), { budget });
    assert.equal(rendered(body), unsanitized(body));
  }
});

test('every step is reached, in order, and said', () => {
  const found = models(3, 300, short);
  const said = new Set<string>();
  for (let budget = 400_000; budget > 2_000; budget = Math.floor(budget * 0.93)) {
    for (const words of say(found, { budget }).leftOut) said.add(words.replace(/\d+/g, 'N'));
  }
  assert.deepEqual(
    [...said],
    [
      'N of N pictures',
      'the rows of N steady fixtures',
      'the words of N warning',
      'the rows of N fixtures without a comparison',
      'the rows of N fixtures that moved less',
      'all pictures',
      'fixtures, pictures and reasons',
    ],
  );
  const many = say(models(200, 2, worst), { budget: 10_000 });
  assert.match(many.leftOut.join(), /^fixtures, pictures and reasons, and the names of \d+ models$/);
});

test('pictures go before rows, and the worst stay longest', () => {
  const found = audited(model(Array.from({ length: 90 }, (_, i) => pictured(`${i}.png`, 0.1 + i / 1000))));
  const { shown } = say(found, { budget: 16_000 });
  assert.ok(shown.length > 0 && shown.length <= 12, String(shown.length));
  assert.equal(shown[0], 'm/89-png.webp');
});

test('whole rows are cut, and how many is said on the spot', () => {
  const found = audited(model(Array.from({ length: 40 }, (_, i) => pictured(`${i}.png`, 0.1 + i / 1000))));
  const { body, leftOut } = say(found, { budget: 3_500 });
  assert.match(body, /\| ❌ moved \| 39\.png \|[\s\S]*and \d+ more\n/);
  assert.match(leftOut.join(), /the rows of \d+ fixtures that moved less/);
});

test('settings that a pull request changes are counted even in the shortest comment', () => {
  const settings = Array.from({ length: 40 }, (_, i) => ({
    model: long(i),
    setting: 's',
    before: long(1),
    after: long(2),
  }));
  const found = { ...models(200, 2, worst), change: change({ settings }) };
  assert.match(
    say(found, { budget: 2_500 }).body,
    /changes how it is judged\*\*[^\n]*: 40 settings and no file differ\./,
  );
});

test('what is asked for before publishing is what is shown then', () => {
  for (const many of [5, 30, 120, 300]) {
    const found = models(1, many, short);
    const paths = picturesFor(found, 60_000, 100);
    const pictures = new Map(
      paths.map(path => [path, `https://github.com/o/r/blob/${'c'.repeat(40)}/pr-1/${path}?raw=true`]),
    );
    assert.deepEqual(say(found, { pictures }).shown, paths);
  }
});

test('a budget without room for anything is refused', () => {
  assert.throws(() => say(audited(model([])), { budget: 300 }), RangeError);
});
