import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clearestFlip, type EditedPair, pullsOf, type SweptEdit, sweepReasons } from '../../src/judgement/sweep.ts';
import { sentenceOf } from '../../src/reports/reasons.ts';

const names = ['ball', 'cup', 'door'];
const nameOf = (index: number) => names[index]!;
const sure = (index: number, probability = 1) =>
  Float32Array.from({ length: 3 }, (_, each) => (each === index ? probability : (1 - probability) / 2));
const pair = (plain: Float32Array, edited: Float32Array | undefined): EditedPair => ({ plain, edited });
const still = [sure(0), sure(0), sure(1), sure(1)].map(answer => pair(answer, answer));

const swept = (name: string, candidate: readonly EditedPair[], baseline: readonly EditedPair[] = still): SweptEdit => ({
  name,
  words: `a ${name}`,
  candidate,
  baseline,
});
/** Turns so many of two balls and two cups into doors. */
const intoDoors = (count: number) => still.map(({ plain }, at) => pair(plain!, at < count ? sure(2) : plain));

describe('the pull of an edit', () => {
  it('is the mean probability that a class gains on pictures of other classes, less the baseline’s', () => {
    // 0.5, 0.25, 0 and 0 in the candidate: 0.1875; 0.25, 0, 0 and 0 in the baseline: 0.0625.
    const raised = (...by: number[]) =>
      still.map(({ plain }, at) => {
        const edited = plain!.slice();
        edited[2] = by[at] ?? 0;
        return pair(plain!, edited);
      });
    const [found] = pullsOf([swept('stripe', raised(0.5, 0.25), raised(0.25))], new Set(['door']), nameOf);
    assert.deepEqual(
      { ...found, gained: Number(found!.gained.toFixed(12)) },
      {
        edit: 'stripe',
        words: 'a stripe',
        to: 'door',
        turned: { before: 0, now: 0 },
        fixtures: 4,
        gained: 0.125,
        lost: true,
      },
    );
  });

  it('leaves out pictures that the model takes for that class anyway', () => {
    const doors = [pair(sure(2), sure(2)), ...intoDoors(2).slice(0, 2)];
    const [found] = pullsOf([swept('stripe', doors, doors.map(({ plain }) => pair(plain!, plain)))], new Set(['door']), nameOf); // biome-ignore format: one line
    assert.deepEqual([found!.turned.now, found!.fixtures, found!.gained], [2, 2, 1]);
  });

  it('names for a lost class what pulls hardest, and the next of another family that is not far behind', () => {
    const edits = [
      swept('border-red', intoDoors(2)),
      swept('border-blue', intoDoors(3)),
      swept('strip-left', intoDoors(2)),
      swept('blur', intoDoors(1)),
    ];
    const found = pullsOf(edits, new Set(['door']), nameOf);
    assert.deepEqual(
      found.map(({ edit }) => edit),
      ['border-blue', 'strip-left'],
    );
    const far = pullsOf([swept('border-blue', intoDoors(3)), swept('blur', intoDoors(1))], new Set(['door']), nameOf);
    assert.deepEqual(
      far.map(({ edit }) => edit),
      ['border-blue'],
    );
  });

  it('discounts an edit by half of the answers that it changes in the baseline', () => {
    // Both turn two of four into doors; the first also turns all four of the baseline's answers into something else.
    const thrown = [sure(1), sure(1), sure(0), sure(0)].map((edited, at) => pair(still[at]!.plain!, edited));
    const edits = [swept('dark', intoDoors(2), thrown), swept('blur', intoDoors(1))];
    assert.deepEqual(
      pullsOf(edits, new Set(['door']), nameOf).map(({ edit }) => edit),
      ['blur'],
    );
  });

  it('towards a class that is not being lost needs half of the pictures, and three', () => {
    const none = new Set<string>();
    assert.deepEqual(pullsOf([swept('dark', intoDoors(2))], none, nameOf), []);
    const [found] = pullsOf([swept('dark', intoDoors(3))], none, nameOf);
    assert.deepEqual([found!.to, found!.turned, found!.lost], ['door', { before: 0, now: 3 }, false]);
    const two = intoDoors(2).slice(0, 2);
    assert.deepEqual(pullsOf([swept('dark', two, still.slice(0, 2))], none, nameOf), []);
  });

  it('says nothing of pictures that cannot be edited so', () => {
    const bare = still.map(({ plain }) => pair(plain!, undefined));
    assert.deepEqual(pullsOf([swept('background', bare, bare)], new Set(['door']), nameOf), []);
  });
});

it('the clearest flip is the one whose probability of the class grows most', () => {
  const flips = [pair(sure(0, 0.5), sure(2, 0.7)), pair(sure(1), sure(2, 0.9)), pair(sure(2), sure(2)), pair(sure(0), sure(1))]; // biome-ignore format: one line
  assert.equal(clearestFlip(flips, 2), 1);
  assert.equal(clearestFlip(flips, 0), undefined);
});

it('warns with the edit and the class, and says on how few fixtures a large model was asked', () => {
  const pulls = pullsOf([swept('border', intoDoors(3))], new Set(['door']), nameOf);
  const reasons = sweepReasons({ edits: 1, fixtures: 4, of: 9, pulls });
  assert.deepEqual(
    reasons.map(({ level }) => level),
    ['warn', 'pass'],
  );
  assert.deepEqual(reasons.map(sentenceOf), [
    'A border turns 3 of 4 pictures into `door` (baseline 0). It may be what that class is known by now.',
    'The model is large: 1 edits that should not matter were tried on 4 of 9 fixtures.',
  ]);
  assert.equal(sweepReasons({ edits: 1, fixtures: 4, of: 4, pulls }).length, 1);
});
