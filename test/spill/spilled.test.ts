import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Outcomes } from '../../src/explainer/_outcomes.ts';
import type { Explanation } from '../../src/maps/explain.ts';
import type { ModelFacts } from '../../src/maps/maps.ts';
import { ReadMap } from '../../src/spill/read-map.ts';
import { ReadSequence, Spilled } from '../../src/spill/spilled.ts';
import { heldAtLast, heldNow } from '../support/array-memory.ts';

const explanation = (seed: number): Explanation => ({
  digest: `${seed}`,
  classIndex: seed % 3,
  predicted: 0,
  logits: new Float32Array([seed, 2]),
  probabilities: new Float32Array([0.3, 0.7]),
  maps: { 'grad-cam': { width: 64, height: 64, data: new Float32Array(64 * 64).fill(seed) } },
  probes: {},
  regions: {},
});

describe('a sequence that is set aside', () => {
  it('has values at their places, whichever came first, and gaps where none came', () => {
    const found = new Spilled<string>();
    found.set(2, 'c');
    found.set(0, 'a');
    assert.deepEqual(
      [found.length, found.at(0), found.at(1), found.at(2), found.at(3)],
      [3, 'a', undefined, 'c', undefined],
    );
    assert.deepEqual([found.has(0), found.has(1)], [true, false]);
    assert.deepEqual([...found], ['a', 'c']);
    found.set(0, 'b');
    assert.equal(found.at(0), 'b');
  });
});

describe('a sequence that is read when it is asked', () => {
  it('reads one value at a time, in their order or not, and none that is not there', () => {
    const asked: number[] = [];
    const found = new ReadSequence(3, at => {
      asked.push(at);
      return at * 10;
    });
    assert.deepEqual([found.length, asked], [3, []]);
    assert.deepEqual([found.at(2), found.at(3), found.at(-1), asked], [20, undefined, undefined, [2]]);
    for (const value of found) if (value === 10) break;
    assert.deepEqual(asked, [2, 0, 1]);
    assert.deepEqual([...found], [0, 10, 20]);
  });
});

describe('a map that is read when it is asked', () => {
  const given = () => {
    const asked: number[] = [];
    const kept = new Map([
      ['a', 1],
      ['b', 2],
      ['c', 0],
    ]);
    const read = (of: number) => {
      asked.push(of);
      return of * 10;
    };
    return { asked, map: new ReadMap(kept, read) };
  };

  it('answers as a map of the values would', () => {
    const { map } = given();
    const plain = new Map([
      ['a', 10],
      ['b', 20],
      ['c', 0],
    ]);
    assert.deepEqual(
      [map.size, [...map.keys()], [...map.values()], [...map.entries()]],
      [plain.size, [...plain.keys()], [...plain.values()], [...plain.entries()]],
    );
    assert.deepEqual(new Map(map), plain);
    assert.deepEqual([map.get('c'), map.get('x'), map.has('c'), map.has('x')], [0, undefined, true, false]);
    const told: unknown[] = [];
    map.forEach((value, key) => {
      told.push([key, value]);
    });
    assert.deepEqual(told, [...plain]);
  });

  it('reads one value at a time, and none for names', () => {
    const { asked, map } = given();
    assert.deepEqual([[...map.keys()], map.has('a'), map.size, asked], [['a', 'b', 'c'], true, 3, []]);
    for (const [name] of map) if (name === 'b') break;
    assert.deepEqual(asked, [1, 2]);
  });
});

it('of 4,000 explanations that came from another process hardly one is in memory', async () => {
  const found = new Outcomes({ progress: undefined, tell: undefined });
  found.begin(
    {} as ModelFacts,
    Array.from({ length: 4000 }, () => ({ path: 'a.png', class: 0 })),
  );
  const before = heldNow();
  for (let at = 0; at < 4000; at += 8)
    found.add(
      at,
      Array.from({ length: 8 }, (_, more) => explanation(at + more)),
    );
  const held = (await heldAtLast(megabytes => megabytes - before < 4)) - before;
  assert.ok(held < 4, `${held} MB of 62`);
  assert.deepEqual(found.outcomes.at(3999), explanation(3999));
  assert.equal([...found.outcomes].length, 4000);
});
