import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clearestFlip, type EditedPair, pullsOf, type SweptEdit } from '../../src/judgement/sweep.ts';
import type { EditPull } from '../../src/results/sweep.ts';
import { random } from '../core/_numbers.ts';

const classes = 4;
const nameOf = (index: number) => `class ${index}`;

function answers(next: () => number): Float32Array {
  const raw = Array.from({ length: classes }, () => next() ** 4);
  const total = raw.reduce((sum, value) => sum + value, 0);
  return Float32Array.from(raw, value => value / total);
}

const mixed = (plain: Float32Array, edited: Float32Array, strength: number) =>
  plain.map((value, at) => value + strength * (edited[at]! - value));

/** Random answers of both sides to some edits, weak and strong ones; now and then a picture that cannot be edited. */
function randomSweep(seed: number): SweptEdit[] {
  const next = random(seed);
  const plain = { candidate: [] as Float32Array[], baseline: [] as Float32Array[] };
  for (let fixture = 0; fixture < 7; fixture++)
    for (const side of ['candidate', 'baseline'] as const) plain[side].push(answers(next));
  const side = (of: 'candidate' | 'baseline', strength: number): EditedPair[] =>
    plain[of].map(each => ({ plain: each, edited: next() < 0.1 ? undefined : mixed(each, answers(next), strength) }));
  return ['border-red', 'border-blue', 'strip-left', 'background-grey', 'blur', 'dark'].map(name => ({
    name,
    words: `a ${name}`,
    candidate: side('candidate', next()),
    baseline: side('baseline', next() / 2),
  }));
}

const top = (values: Float32Array): number => [...values].indexOf(Math.max(...values));

interface Naive {
  edit: string;
  to: number;
  turned: number[];
  fixtures: number;
  gained: number;
  excess: number;
}

/** What one side does under an edit, towards a class. */
function naiveSide(pairs: readonly EditedPair[], to: number) {
  const sound = pairs.flatMap(({ plain, edited }) => (plain && edited ? [{ plain, edited }] : []));
  const others = sound.filter(({ plain }) => top(plain) !== to);
  let gain = 0;
  for (const { plain, edited } of others) if (edited[to]! > plain[to]!) gain += edited[to]! - plain[to]!;
  return {
    gain: others.length > 0 ? gain / others.length : 0,
    turned: others.filter(({ edited }) => top(edited) === to).length,
    fixtures: others.length,
    thrown: sound.filter(({ plain, edited }) => top(plain) !== top(edited)).length / sound.length,
  };
}

/** As the documentation has it, edit by edit and class by class. */
function naive(swept: readonly SweptEdit[]): Naive[] {
  const found: Naive[] = [];
  for (const { name, candidate, baseline } of swept)
    for (let to = 0; to < classes; to++) {
      const [now, before] = [naiveSide(candidate, to), naiveSide(baseline, to)];
      const gained = now.gain - before.gain;
      found.push({
        edit: name,
        to,
        turned: [before.turned, now.turned],
        fixtures: now.fixtures,
        gained,
        excess: gained - 0.5 * before.thrown,
      });
    }
  return found.sort((a, b) => b.excess - a.excess);
}

const family = (edit: string) => edit.split('-')[0];

/** The leading edit towards a lost class, and the next of another family: after a background a far weaker one will do. */
function expected(all: readonly Naive[], lost: number, behindBackground = 0.1): Naive[] {
  const towards = all.filter(({ to, excess }) => to === lost && excess >= 0.05);
  const [first] = towards;
  if (!first) return [];
  const share = family(first.edit) === 'background' ? behindBackground : 0.4;
  const second = towards.find(each => family(each.edit) !== family(first.edit) && each.excess >= share * first.excess);
  return second ? [first, second] : [first];
}

test('pulls are those of a naive count, over random answers of both sides', () => {
  let [named, weaker] = [0, 0];
  for (let seed = 1; seed <= 200; seed++) {
    const swept = randomSweep(seed);
    const lost = seed % classes;
    const found = pullsOf(swept, new Set([nameOf(lost)]), nameOf).filter(pull => pull.lost);
    const wanted = expected(naive(swept), lost);
    const facts = ({ edit, turned, fixtures, gained }: EditPull) => [
      edit,
      turned.before,
      turned.now,
      fixtures,
      gained.toFixed(6),
    ];
    assert.deepEqual(
      found.map(facts),
      wanted.map(({ edit, turned, fixtures, gained }) => [edit, ...turned, fixtures, gained.toFixed(6)]),
      `seed ${seed}`,
    );
    named += found.length;
    weaker += wanted.length - expected(naive(swept), lost, 0.4).length;
  }
  assert.ok(named > 20, `${named} pulls were compared`);
  assert.ok(weaker > 0, 'some of them are named after a background alone');
});

test('the clearest flip is that of a naive search, over random answers', () => {
  let flips = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const [{ candidate }] = randomSweep(seed) as [SweptEdit];
    const to = seed % classes;
    let best: { at: number; gain: number } | undefined;
    for (const [at, { plain, edited }] of candidate.entries()) {
      if (!plain || !edited || top(edited) !== to || top(plain) === to) continue;
      const gain = edited[to]! - plain[to]!;
      if (!best || gain > best.gain) best = { at, gain };
    }
    assert.equal(clearestFlip(candidate, to), best?.at, `seed ${seed}`);
    flips += best ? 1 : 0;
  }
  assert.ok(flips > 50, `${flips} flips were compared`);
});
