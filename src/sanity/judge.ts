import type { Seen } from '../baselines/baseline.ts';
import { type Heatmap, peak } from '../core/heatmap.ts';
import { isRefusal } from '../methods/method.ts';
import type { Reason } from '../results/reason.ts';
import type { CheckName, Findings, NotRun, SanityCheck } from './sanity.ts';

type SeenBy = ReadonlyMap<string, Seen>;

export interface SanityEvidence {
  /** The judged method. */
  readonly method: string;
  readonly layer: string;
  /** How far the judged headline may drift on average, 0 to 1. */
  readonly limit: number;
  /** By fixture name. */
  readonly candidate: SeenBy;
  readonly baseline?: SeenBy | undefined;
  /** Absent when nothing was to be checked. */
  readonly findings: Findings | undefined;
}

/** Maps of two classes that differ by less are one map. */
const leastClassDrift = 0.01;
/** Two runs that differ by less differ by rounding; in parts of the map's largest value. */
const mostDeviation = 1e-5;

/** Whether a model's maps say anything, one answer per check. */
export function judgeSanity(evidence: SanityEvidence): SanityCheck[] {
  const { findings } = evidence;
  if (!findings) return [];
  return [
    emptyMaps(evidence),
    classBlind(evidence, findings),
    unmoved(evidence),
    repeatable(findings),
    ...(findings.rewired ? [headRandomised(evidence, findings.rewired)] : []),
    ...(findings.faithfulness ? [faithfulness(evidence, findings.faithfulness)] : []),
  ];
}

/** A warning per check that trips. */
export const sanityReasons = (checks: readonly SanityCheck[]): Reason[] =>
  checks
    .filter(({ outcome }) => outcome === 'trips')
    .map(({ check, message }) => ({ level: 'warn', code: `sanity-${check}`, message }));

const answer = (check: CheckName, trips: boolean, message: string): SanityCheck => ({
  check,
  outcome: trips ? 'trips' : 'ok',
  message,
});

const notRun = (check: CheckName, { notRun: message }: NotRun): SanityCheck => ({ check, outcome: 'not-run', message });

/** How many maps are empty is told elsewhere; this says why, which asks for different cures. */
function emptyMaps({ candidate, method, layer }: SanityEvidence): SanityCheck {
  let [maps, dead, against] = [0, 0, 0];
  for (const map of mapsOf(candidate, method)) {
    maps++;
    if (peak(map) > 0) continue;
    if (map.data.every(value => value === 0)) dead++;
    else against++;
  }
  if (maps === 0) return notRun('empty-maps', { notRun: `There are no maps of ${method}.` });
  if (dead + against === 0) return answer('empty-maps', false, `All ${maps} maps have positive heat.`);
  const why = [
    dead > 0 &&
      `${dead} are 0 everywhere: no gradient reaches ${layer}, or its units are dead (saturated or never active)`,
    against > 0 && `${against} are negative, and nowhere positive: all that ${layer} shows speaks against the class`,
  ].filter(Boolean);
  return answer('empty-maps', true, `Why maps of ${method} have no heat: of ${maps}, ${why.join('; ')}.`);
}

function* mapsOf(seen: SeenBy, method: string): Generator<Heatmap> {
  for (const { maps } of seen.values()) {
    const map = maps[method];
    if (map && !isRefusal(map)) yield map;
  }
}

function classBlind({ method }: SanityEvidence, { otherClass: found }: Findings): SanityCheck {
  if ('notRun' in found) return notRun('class-blind', found);
  const figures = `maps of the class explained and of the likeliest other class differ by ${percent(found.drift)} of their heat (${fixtures(found)})`;
  const trips = found.drift < leastClassDrift;
  return answer(
    'class-blind',
    trips,
    trips ? `Maps of ${method} hardly depend on the class: ${figures}.` : sentence(figures),
  );
}

/** Only answers that changed show that weights did: a converted model has other bytes and the same weights. */
function unmoved(evidence: SanityEvidence): SanityCheck {
  const { method, layer } = evidence;
  const { pairs, answers, heat, moved } = changesOf(evidence);
  if (pairs === 0) return notRun('unmoved', { notRun: 'There are no maps to compare with.' });
  if (answers === 0) return notRun('unmoved', { notRun: 'No answer changed, so maps need not change.' });
  if (heat === 0) return notRun('unmoved', { notRun: 'No map has heat.' });
  if (moved > 0)
    return answer('unmoved', false, `Answers changed on ${answers} of ${pairs} fixtures, maps on ${moved}.`);
  const message = `Answers changed on ${answers} of ${pairs} fixtures, and not a single map of ${method} did, to the last bit: ${layer} and the weights that ${method} reads lie apart from what changed (another layer or a bias), so its drift says nothing about this change.`;
  return answer('unmoved', true, message);
}

/** On how many fixtures both sides have a map, and of these: answers that changed, maps with heat on either side, maps that changed. */
function changesOf({ candidate, baseline, method }: SanityEvidence) {
  const found = { pairs: 0, answers: 0, heat: 0, moved: 0 };
  for (const [name, after] of candidate) {
    const before = baseline?.get(name);
    if (before?.digest !== after.digest || before.classIndex !== after.classIndex) continue;
    const [earlier, later] = [before.maps[method], after.maps[method]];
    if (!earlier || !later || isRefusal(earlier) || isRefusal(later)) continue;
    found.pairs++;
    if (!same(before.probabilities, after.probabilities)) found.answers++;
    if (peak(earlier) > 0 || peak(later) > 0) found.heat++;
    if (!same(earlier.data, later.data)) found.moved++;
  }
  return found;
}

const same = (a: Float32Array, b: Float32Array): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at]);

function repeatable({ repeated: found }: Findings): SanityCheck {
  if ('notRun' in found) return notRun('repeatable', found);
  const trips = found.deviation > mostDeviation;
  const message = trips
    ? `The same fixture gives other numbers when it is explained again, alone or among others: maps or probabilities differ by up to ${percent(found.deviation)} of their largest value (${fixtures(found)}). Something in the model depends on the batch, such as batch normalisation in training mode, or on chance, and drift cannot be told from it.`
    : `Explained again, alone and among others: equal ${found.deviation === 0 ? 'bit by bit' : `to ${found.deviation.toExponential(0)} of the largest value`} (${fixtures(found)}).`;
  return answer('repeatable', trips, message);
}

function headRandomised(
  { method, layer, limit }: SanityEvidence,
  found: NonNullable<Findings['rewired']>,
): SanityCheck {
  if ('notRun' in found) return notRun('head-randomised', found);
  const trips = found.drift <= limit;
  const figures = `with the head's weights shuffled, maps of ${method} at ${layer} move by ${percent(found.drift)} on average (${fixtures(found)}; limit ${percent(limit)})`;
  return answer(
    'head-randomised',
    trips,
    trips ? `Maps say little about what the head has learned: ${figures}.` : sentence(figures),
  );
}

function faithfulness({ method }: SanityEvidence, found: NonNullable<Findings['faithfulness']>): SanityCheck {
  if ('notRun' in found) return notRun('faithfulness', found);
  const { heat, random } = found;
  const trips = heat.deletion >= random.deletion && heat.insertion <= random.insertion;
  const figures = `deletion ${area(heat.deletion)} (random ${area(random.deletion)}), insertion ${area(heat.insertion)} (random ${area(random.insertion)}), ${fixtures(found)}`;
  return answer(
    'faithfulness',
    trips,
    trips ? `Hot pixels of ${method} matter no more to the answer than random ones: ${figures}.` : sentence(figures),
  );
}

const fixtures = ({ fixtures: count }: { readonly fixtures: number }) => `${count} fixture${count === 1 ? '' : 's'}`;
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const area = (value: number) => value.toFixed(2);
const sentence = (figures: string) => `${figures[0]!.toUpperCase()}${figures.slice(1)}.`;
