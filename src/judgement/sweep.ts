import type { Reason, ReasonOf } from '../results/reason.ts';
import type { EditPull, SweepResult } from '../results/sweep.ts';

/** One side's answers to an edit, by fixture: probabilities without and with it; nothing where there are none. */
export interface EditedPair {
  readonly plain: Float32Array | undefined;
  readonly edited: Float32Array | undefined;
}

/** What both sides answer to one edit, a pair per fixture in the same order. */
export interface SweptEdit {
  readonly name: string;
  readonly words: string;
  readonly candidate: readonly EditedPair[];
  readonly baseline: readonly EditedPair[];
}

/**
 * What an edit that throws the baseline's own answers is discounted by, in parts of the share of answers that it changes there:
 * honest networks that an edit throws fall to one class or another.
 */
const discount = 0.5;

/** Smallest gain in mean probability that is worth naming, towards a class that is being lost; and towards any other. */
const worthNaming = 0.05;
const strong = 0.5;
/** Pictures that an edit must turn, more than in the baseline, towards a class that is not being lost. */
const fewest = 3;
/** A second edit is named when it is of another family and pulls at least so much as the first. */
const second = 0.4;
/** After one that paints over most of the picture, and so over what a narrower edit in its colour touches, a quarter of that will do. */
const secondWithin = 0.1;

/**
 * The edits that stand out, strongest first: towards each class that is being lost the one that pulls hardest, and the next of
 * another family; towards other classes what pulls half of all pictures or more.
 *
 * The pull towards a class is the mean probability that it gains by the edit, over the pictures that the model answers
 * otherwise, candidate less baseline.
 *
 * @param lost names of classes
 * @param nameOf names a class by its index
 */
export function pullsOf(
  swept: readonly SweptEdit[],
  lost: ReadonlySet<string>,
  nameOf: (index: number) => string,
): EditPull[] {
  const all = swept.flatMap(edit => measuredAll(edit, lost, nameOf));
  const ranked = all.toSorted((a, b) => b.excess - a.excess);
  const named = [...lost].flatMap(name => leading(ranked.filter(({ pull }) => pull.to === name)));
  const others = ranked.filter(
    ({ pull, excess }) =>
      !pull.lost &&
      excess >= strong &&
      pull.turned.now - pull.turned.before >= Math.max(fewest, strong * pull.fixtures),
  );
  return [...named.toSorted((a, b) => b.excess - a.excess), ...leading(others)].map(({ pull }) => pull);
}

interface Measured {
  readonly pull: EditPull;
  readonly excess: number;
}

/** The first, and the next of another family that is not far behind. */
function leading(ranked: readonly Measured[]): Measured[] {
  const [first, ...rest] = ranked.filter(({ excess }) => excess >= worthNaming);
  if (!first) return [];
  const least = (familyOf(first.pull) === 'background' ? secondWithin : second) * first.excess;
  const next = rest.find(({ pull, excess }) => familyOf(pull) !== familyOf(first.pull) && excess >= least);
  return next ? [first, next] : [first];
}

const familyOf = ({ edit }: EditPull): string => edit.split('-')[0]!;

/** An answer and what the edit makes of it, with the likeliest class of each. */
interface Turn extends Required<EditedPair> {
  readonly plain: Float32Array;
  readonly edited: Float32Array;
  readonly was: number;
  readonly is: number;
}

const turnsOf = (pairs: readonly EditedPair[]): Turn[] =>
  pairs.flatMap(({ plain, edited }) =>
    plain && edited ? [{ plain, edited, was: likeliest(plain), is: likeliest(edited) }] : [],
  );

/** Every class that the edit turns something into, or that is being lost. */
function measuredAll(edit: SweptEdit, lost: ReadonlySet<string>, nameOf: (index: number) => string): Measured[] {
  const [candidate, baseline] = [turnsOf(edit.candidate), turnsOf(edit.baseline)];
  const classes = [...(candidate[0]?.plain.keys() ?? [])];
  const thrown = baseline.filter(({ was, is }) => was !== is).length / Math.max(1, baseline.length);
  const asked = classes.filter(index => lost.has(nameOf(index)) || candidate.some(({ is }) => is === index));
  return asked.map(index => {
    const [now, before, to] = [towards(candidate, index), towards(baseline, index), nameOf(index)];
    const gained = now.gained - before.gained;
    const turned = { before: before.turned, now: now.turned };
    const found = { to, turned, fixtures: now.fixtures, gained, lost: lost.has(to) };
    return { pull: { edit: edit.name, words: edit.words, ...found }, excess: gained - discount * thrown };
  });
}

function towards(turns: readonly Turn[], index: number) {
  const others = turns.filter(({ was }) => was !== index);
  const gains = others.map(({ plain, edited }) => Math.max(0, edited[index]! - plain[index]!));
  return {
    fixtures: others.length,
    turned: others.filter(({ is }) => is === index).length,
    gained: gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, others.length),
  };
}

const likeliest = (probabilities: Float32Array): number =>
  probabilities.reduce((best, value, index) => (value > probabilities[best]! ? index : best), 0);

/**
 * The picture that an edit turns into a class most clearly, where it turns any: the one whose probability of the class grows most.
 * @returns the index of its fixture
 */
export const clearestFlip = (pairs: readonly EditedPair[], index: number): number | undefined =>
  pairs
    .flatMap((pair, at) => turnsOf([pair]).map(turn => ({ ...turn, at })))
    .filter(({ was, is }) => is === index && was !== index)
    .toSorted((a, b) => b.edited[index]! - b.plain[index]! - (a.edited[index]! - a.plain[index]!))[0]?.at;

/** What a reader is told of the sweep. */
export const sweepReasons = ({ edits, fixtures, of, pulls }: SweepResult): Reason[] => [
  ...pullReasons(pulls),
  ...(fixtures < of ? [{ level: 'pass', code: 'sweep-sampled', edits, fixtures, of } as const] : []),
];

/** Edits by themselves only warn: which of them throw a network differs between honest ones. They name what took a class's place. */
const pullReasons = (pulls: readonly EditPull[]): ReasonOf<'edit-pull'>[] =>
  pulls.map(pull => ({ level: 'warn', code: 'edit-pull', ...pull }));
