import type { Seen } from '../baselines/baseline.ts';
import type { Fixture } from '../config/config.ts';
import { ReadMap } from '../spill/read-map.ts';

/** What one fixture shows for one label of a multi-label model has a name of its own: `photos/1.png#2`, by the label's index. */
export const itemName = (fixture: string, label: number): string => `${fixture}#${label}`;

/** No picture's name ends so: an ending stands before it. */
export const fixtureOf = (item: string): string => item.replace(/#\d+$/, '');

/** The digests of fixtures by their own names, of items or fixtures. */
export const digestsOf = (seen: ReadonlyMap<string, Seen> | undefined): ReadonlyMap<string, Pick<Seen, 'digest'>> =>
  new Map(Array.from(seen ?? [], ([name, { digest }]) => [fixtureOf(name), { digest }]));

/**
 * Each fixture once per label that either side explained, and as it is where nothing was seen of it.
 * @param names of the labels, by index
 */
export function itemsOf(
  fixtures: readonly Fixture[],
  candidate: ReadonlyMap<string, Seen>,
  names: readonly string[],
): Fixture[] {
  const labels = new Map<string, number[]>();
  for (const [name, { classIndex }] of candidate)
    labels.set(fixtureOf(name), [...(labels.get(fixtureOf(name)) ?? []), classIndex]);
  return fixtures.flatMap(fixture => {
    const own = labels.get(fixture.name)?.toSorted((a, b) => a - b);
    const truth = truthOf(fixture);
    return (
      own?.map(index => ({ ...fixture, name: itemName(fixture.name, index), ...truth(names[index]) })) ?? [fixture]
    );
  });
}

/** Whether a label is among the true ones, where these are known. */
function truthOf({ label, labels = label === undefined ? undefined : [label] }: Fixture) {
  return (name: string | undefined): Pick<Fixture, 'label' | 'expected'> => {
    if (labels === undefined || name === undefined) return { label: undefined };
    const expected = labels.includes(name);
    return { label: expected ? name : undefined, expected };
  };
}

/**
 * The baseline with what it is known to answer for labels that only the candidate names: the answer is of the whole fixture,
 * and there is no map of it.
 */
export function withFurtherLabels(
  baseline: ReadonlyMap<string, Seen>,
  candidate: ReadonlyMap<string, Seen>,
): ReadonlyMap<string, Seen> {
  // Of several items of one fixture any knows what is answered for all labels.
  const known = new Map(Array.from(baseline.keys(), name => [fixtureOf(name), name]));
  const slots = new Map<string, Slot>(Array.from(baseline.keys(), name => [name, { of: name }]));
  for (const [name, { classIndex }] of candidate) {
    const of = known.get(fixtureOf(name));
    if (of !== undefined && !baseline.has(name)) slots.set(name, { of, classIndex });
  }
  return new ReadMap(slots, ({ of, classIndex }) => {
    const seen = baseline.get(of)!;
    if (classIndex === undefined) return seen;
    const { digest, predicted, probabilities } = seen;
    return { digest, predicted, probabilities, classIndex, maps: {} };
  });
}

/** An item of the baseline, or its fixture's answer for a label that it does not name. */
interface Slot {
  readonly of: string;
  readonly classIndex?: number;
}
