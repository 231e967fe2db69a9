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

/** The probability of a door by so much on each of the four. */
const raised = (...by: number[]) =>
  still.map(({ plain }, at) => {
    const edited = plain!.slice();
    edited[2] = by[at] ?? 0;
    return pair(plain!, edited);
  });

describe('the pull of an edit', () => {
  it('is the mean probability that a class gains on pictures of other classes, less the baseline’s', () => {
    // 0.5, 0.25, 0 and 0 in the candidate: 0.1875; 0.25, 0, 0 and 0 in the baseline: 0.0625.
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
    const [found] = pullsOf(
      [
        swept(
          'stripe',
          doors,
          doors.map(({ plain }) => pair(plain!, plain)),
        ),
      ],
      new Set(['door']),
      nameOf,
    );
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

  it('names behind a background, which paints over what a border touches, one that pulls a tenth as hard', () => {
    const [all, some] = [swept('background-blue', intoDoors(4)), (by: number) => swept('border-blue', raised(by))];
    const found = (by: number) => pullsOf([all, some(by)], new Set(['door']), nameOf).map(({ edit }) => edit);
    assert.deepEqual(found(0.4), ['background-blue', 'border-blue'], 'a tenth of 1');
    assert.deepEqual(found(0.39), ['background-blue']);
    const border = swept('border-blue', intoDoors(4));
    const behind = pullsOf([border, swept('strip-left', raised(0.4))], new Set(['door']), nameOf);
    assert.deepEqual(
      behind.map(({ edit }) => edit),
      ['border-blue'],
      'behind any other it takes four times that',
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
  const flips = [
    pair(sure(0, 0.5), sure(2, 0.7)),
    pair(sure(1), sure(2, 0.9)),
    pair(sure(2), sure(2)),
    pair(sure(0), sure(1)),
  ];
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

describe('what is worth naming, to the last figure', () => {
  /** Of so many balls, so many turned into doors by an edit. */
  const balls = (of: number, turned: number, before = 0): SweptEdit => {
    const answers = (count: number) =>
      Array.from({ length: of }, (_, at) => pair(sure(0), at < count ? sure(2) : sure(0)));
    return swept('border-red', answers(turned), answers(before));
  };
  const named = (edits: readonly SweptEdit[], ...lost: string[]) =>
    pullsOf(edits, new Set(lost), nameOf).map(({ edit, to }) => `${edit} ${to}`);

  it('towards a class that is not being lost: half of the pictures, and three at least', () => {
    assert.deepEqual(named([balls(6, 3)]), ['border-red door']);
    assert.deepEqual(named([balls(8, 3)]), []);
    assert.deepEqual(named([balls(4, 2)]), [], 'half, and two');
    assert.deepEqual(named([balls(3, 3)]), ['border-red door']);
    assert.deepEqual(
      named([balls(8, 6, 2)]),
      [],
      'gains half, less half of the quarter that it throws in the baseline',
    );
  });

  it('towards one that is being lost: a twentieth', () => {
    assert.deepEqual(named([balls(20, 1)], 'door'), ['border-red door']);
    assert.deepEqual(named([balls(21, 1)], 'door'), []);
    assert.deepEqual(named([balls(20, 1)], 'cup'), [], 'of another class it says nothing');
  });

  it('a second edit of another family pulls two fifths as hard; lost classes go by how hard they are pulled', () => {
    const also = (turned: number): SweptEdit => ({ ...balls(20, turned), name: 'blur' });
    assert.deepEqual(named([balls(20, 10), also(4)], 'door'), ['border-red door', 'blur door']);
    assert.deepEqual(named([balls(20, 10), also(3)], 'door'), ['border-red door']);
    const cups = Array.from({ length: 20 }, (_, at) => pair(sure(0), at < 12 ? sure(1) : at < 16 ? sure(2) : sure(0)));
    const plain = cups.map(({ plain }) => pair(plain!, plain));
    assert.deepEqual(named([swept('dark', cups, plain)], 'door', 'cup'), ['dark cup', 'dark door']);
  });

  it('pictures that one side could not answer are left out, and none at all say nothing', () => {
    const some = [...balls(4, 3).candidate, pair(sure(0), undefined), { plain: undefined, edited: sure(2) }];
    const [found] = pullsOf(
      [
        swept(
          'blur',
          some,
          some.map(({ plain }) => ({ plain, edited: plain })),
        ),
      ],
      new Set(['door']),
      nameOf,
    );
    assert.deepEqual([found!.fixtures, found!.turned.now, found!.gained], [4, 3, 0.75]);
    assert.deepEqual(pullsOf([swept('blur', [], [])], new Set(['door']), nameOf), []);
  });

  it('of equally likely classes the first is the answer', () => {
    const even = Float32Array.of(0.5, 0.5, 0);
    assert.equal(clearestFlip([pair(even, sure(1))], 1), 0);
    assert.equal(clearestFlip([pair(sure(1), even)], 0), 0);
    assert.equal(clearestFlip([pair(even, sure(0))], 0), undefined);
  });
});
