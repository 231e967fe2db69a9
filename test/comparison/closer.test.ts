import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Seen } from '../../src/baselines/baseline.ts';
import { closerTo } from '../../src/comparison/closer.ts';
import type { Fixture } from '../../src/config/config.ts';
import { near } from '../support/near.ts';

/** All heat in one cell of eleven in a row: from one to the next it moves by a tenth. */
function at(cell: number | undefined, more: Partial<Seen> = {}): Seen {
  const data = Float32Array.from({ length: 11 }, (_, index) => Number(index === cell));
  const maps = { cam: { width: 11, height: 1, data } };
  return { digest: 'd', classIndex: 0, predicted: 0, probabilities: Float32Array.of(0.9, 0.1), maps, ...more };
}

const fixtureOf = (name: string, more: Partial<Fixture> = {}): Fixture => ({
  ...{ name, path: name, label: undefined, tags: [], regions: [] },
  ...more,
});
const names = ['a', 'b', 'c', 'd'];
const seen = (...all: readonly Seen[]) => ({ seen: new Map(all.map((each, index) => [names[index]!, each] as const)) });
const four = (cell: number) => seen(...names.map(() => at(cell)));
const policy = { method: 'cam', thresholds: { 'attention-shift': 0.32 }, divergence: 0.09 };
const gold = { title: 'gold', kind: 'pinned' } as const;

type Side = ReturnType<typeof seen>;
const closer = (
  before: Side,
  now: Side,
  { reference = four(0), fixtures = names.map(name => fixtureOf(name)), given = policy } = {},
) => closerTo({ reference, before, now }, { fixtures }, given, gold);

describe('who is closer to a reference', () => {
  it('is within its limits and at most half as far as the version before, which is beyond them', () => {
    const found = closer(four(6), four(3));
    assert.deepEqual([found?.title, found?.kind, found?.fixtures], ['gold', 'pinned', 4]);
    near(found!.before, 0.6, 1e-12);
    near(found!.now, 0.3, 1e-12);
    assert.deepEqual([...found!.names], names);
    assert.ok(closer(four(4), four(0)));
  });

  it('is nobody who is only a little nearer, beyond a limit still, or nearer than what was near', () => {
    assert.equal(closer(four(5), four(3)), undefined, 'more than half as far');
    assert.equal(closer(four(10), four(4)), undefined, 'beyond the limit');
    assert.equal(closer(four(3), four(0)), undefined, 'the version before was within it');
    assert.equal(closer(four(3), four(6)), undefined);
    const other = seen(...names.map(() => at(0, { probabilities: Float32Array.of(0.1, 0.9) })));
    assert.equal(closer(four(6), other), undefined, 'other answers');
  });

  it('is told from the same fixtures on both sides, and from half of the reference at least', () => {
    const without = (count: number) => seen(...names.slice(0, count).map(() => at(0)));
    assert.deepEqual([...closer(four(6), without(2))!.names], ['a', 'b']);
    assert.equal(closer(four(6), without(1)), undefined);
    assert.equal(closer(without(1), four(0)), undefined);
  });

  it('is not told from other files, other classes, maps without heat, copies, or what the change brings', () => {
    const now = (odd: Partial<Seen>) => seen(at(0), at(0), at(0), at(0, odd));
    assert.equal(closer(four(6), now({ digest: 'other' }))?.fixtures, 3);
    assert.equal(closer(four(6), now({ classIndex: 1 }))?.fixtures, 3);
    assert.equal(closer(four(6), seen(at(0), at(0), at(0), at(undefined)))?.fixtures, 3);
    assert.equal(closer(seen(at(6), at(6), at(6), at(undefined)), four(0))?.fixtures, 3);
    const fixtures = [
      ...['a', 'b'].map(name => fixtureOf(name)),
      fixtureOf('c', { touched: 'edited' }),
      fixtureOf('d', { copyOf: 'a' }),
    ];
    assert.deepEqual([...closer(four(6), four(0), { fixtures })!.names], ['a', 'b']);
  });
});
