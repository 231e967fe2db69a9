import { mapDrift } from '../comparison/compare.ts';
import { type Heatmap, peak } from '../core/heatmap.ts';
import { mean } from '../core/statistics.ts';
import { CamdriftError } from '../errors.ts';
import { type LoadedFixture, loadFixture } from '../images/load.ts';
import { preprocess } from '../images/preprocess.ts';
import { type ExplainOptions, type Explanation, type Failure, type FixtureTask, isFailure } from '../maps/explain.ts';
import { mapOf } from '../maps/map-of.ts';
import { findMethod } from '../methods/index.ts';
import { type Evidence, isRefusal, type Refusal } from '../methods/method.ts';
import { metrics } from '../metrics/index.ts';
import type { LayerInfo, Model } from '../models/model.ts';
import type { Sequence } from '../spill/spilled.ts';
import { hottestFirst, randomOrder, removalAreas } from './faithfulness.ts';
import type { CheckLevel, Faithfulness, Findings, MeanDrift, NotRun, RemovalAreas, Repeated } from './sanity.ts';

/** A model that has been asked, what it was asked, and what it answered. */
export interface AskedModel {
  readonly model: Model;
  readonly layer: LayerInfo;
  readonly options: ExplainOptions;
  /** Most images per batch. */
  readonly batch: number;
  readonly tasks: readonly FixtureTask[];
  /** One per task. */
  readonly outcomes: Sequence<Explanation | Failure>;
}

/** Fixtures that basic checks look at: alone, together and for another class, so nine passes. */
const fewFixtures = 3;
/** Fixtures that full checks look at: one more pass each per shuffled head, 63 for faithfulness. */
const someFixtures = 8;
/** Of a single shuffle the drift is luck: between 4 % and 23 % for one model of the demo. Every run takes the same ones. */
const shuffles = 8;

/**
 * Asks a model more, to see whether its maps say anything: whether they come out the same again, whether they depend on the
 * class, and at level `full` on the head, and whether hot pixels matter to the answer. By the first method, as it is judged;
 * on fixtures spread evenly over all that have such a map.
 */
export async function examine(subject: AskedModel, level: Exclude<CheckLevel, 'none'>): Promise<Findings> {
  const { tasks, outcomes } = subject;
  const judged = subject.options.methods[0]!;
  const mapped = [...places(outcomes, outcome => !isFailure(outcome) && !isRefusal(outcome.maps[judged]!))];
  if (mapped.length === 0) return nothing(level);
  const chosen = spread(mapped, level === 'full' ? someFixtures : fewFixtures).map((at): Mapped => {
    const outcome = outcomes.at(at) as Explanation;
    return { path: tasks[at]!.path, outcome, map: outcome.maps[judged] as Heatmap };
  });
  const examined = await loaded(subject, chosen);
  const few = spread(examined, fewFixtures);
  const basic = { repeated: repeated(subject, few), otherClass: otherClass(subject, few) };
  if (level === 'basic') return basic;
  return {
    ...basic,
    rewired: unlessRefused(() => rewired(subject, examined)),
    faithfulness: unlessRefused(() => faithfulness(subject, examined)),
  };
}

/** Of values that fit. */
function* places<T>(values: Iterable<T>, fits: (value: T) => boolean): Generator<number> {
  let at = 0;
  for (const value of values) {
    if (fits(value)) yield at;
    at++;
  }
}

const noMaps: NotRun = { notRun: 'No fixture has a map of the judged method.' };

const nothing = (level: CheckLevel): Findings => ({
  repeated: noMaps,
  otherClass: noMaps,
  ...(level === 'full' && { rewired: noMaps, faithfulness: noMaps }),
});

/** A shuffled head or a picture of one grey may overflow where the model and its fixtures do not. */
function unlessRefused<T>(check: () => T): T | NotRun {
  try {
    return check();
  } catch (error) {
    // Whatever a broken engine is asked next fails as well, the next model too.
    if (!(error instanceof CamdriftError) || error.code === 'broke-down') throw error;
    return { notRun: `The model gives no numbers there: ${error.message}` };
  }
}

interface Mapped {
  readonly path: string;
  readonly outcome: Explanation;
  readonly map: Heatmap;
}

interface Examined extends Mapped {
  readonly fixture: LoadedFixture;
}

const loaded = ({ model, options }: AskedModel, mapped: readonly Mapped[]): Promise<Examined[]> =>
  Promise.all(mapped.map(async each => ({ ...each, fixture: await loadFixture(each.path, model.input, options) })));

/** At most so many, evenly spaced. */
function spread<T>(items: readonly T[], most: number): T[] {
  const count = Math.min(most, items.length);
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]!);
}

function ask(
  { model, options: { layer, score }, batch }: AskedModel,
  values: readonly Float32Array[],
  classes: readonly number[],
  seed?: number,
): Evidence[] {
  const found: Evidence[] = [];
  for (let from = 0; from < values.length; from += batch) {
    const until = from + batch;
    const request = { layer, score, classes: classes.slice(from, until), rewired: seed };
    found.push(...model.explain(values.slice(from, until), request));
  }
  return found;
}

const judgedMap = ({ options }: AskedModel, evidence: Evidence): Heatmap | Refusal =>
  mapOf(options.methods[0]!, evidence);
const valuesOf = (examined: readonly Examined[]) => examined.map(({ fixture }) => fixture.values);
const classesOf = (examined: readonly Examined[]) => examined.map(({ outcome }) => outcome.classIndex);

function repeated(subject: AskedModel, examined: readonly Examined[]): Repeated {
  const together = ask(subject, valuesOf(examined), classesOf(examined));
  const deviations = examined.flatMap((each, index) => {
    const [alone] = ask(subject, [each.fixture.values], [each.outcome.classIndex]);
    return [alone!, together[index]!].map(({ probabilities, ...evidence }) => {
      const map = judgedMap(subject, { probabilities, ...evidence });
      const moved = isRefusal(map) ? 1 : furthest(each.map.data, map.data) / (furthest(each.map.data) || 1);
      return Math.max(moved, furthest(each.outcome.probabilities, probabilities));
    });
  });
  return { fixtures: examined.length, deviation: Math.min(1, Math.max(...deviations)) };
}

/** Largest distance of a value from its counterpart, or from 0. */
const furthest = (values: Float32Array, others?: Float32Array): number =>
  values.reduce((most, value, at) => Math.max(most, Math.abs(value - (others?.[at] ?? 0))), 0);

/** The class explained against the likeliest of the others. */
function otherClass(subject: AskedModel, examined: readonly Examined[]): MeanDrift | NotRun {
  const method = findMethod(subject.options.methods[0]!)!;
  if (method.sameForEveryClass) return { notRun: `${method.title} gives the same map for every class.` };
  if (examined[0]!.outcome.logits.length === 1)
    return { notRun: 'The model has one logit: what speaks for one class speaks against the other.' };
  const others = examined.map(({ outcome }) => likeliestBut(outcome.classIndex, outcome.probabilities));
  return meanDrift(subject, examined, ask(subject, valuesOf(examined), others), 'overlap');
}

function likeliestBut(index: number, probabilities: Float32Array): number {
  const others = [...probabilities.keys()].filter(each => each !== index);
  return others.reduce((best, each) => (probabilities[each]! > probabilities[best]! ? each : best));
}

function rewired(subject: AskedModel, examined: readonly Examined[]): MeanDrift | NotRun {
  if (subject.layer.channels < 2) return { notRun: 'The layer has a single channel, so there is nothing to shuffle.' };
  const drifts = Array.from({ length: shuffles }, (_, seed) => {
    const evidence = ask(subject, valuesOf(examined), classesOf(examined), seed);
    return meanDrift(subject, examined, evidence, metrics[0]!.name);
  });
  const told = drifts.flatMap(found => ('drift' in found ? [found] : []));
  if (told.length === 0) return drifts[0]!;
  return { fixtures: Math.max(...told.map(({ fixtures }) => fixtures)), drift: mean(told.map(({ drift }) => drift)) };
}

/** Mean drift from the fixtures' own maps to others of them. Where neither has heat there is nothing to compare. */
function meanDrift(
  subject: AskedModel,
  examined: readonly Examined[],
  others: readonly Evidence[],
  metric: string,
): MeanDrift | NotRun {
  const drifts = examined.flatMap(({ map }, index) => {
    const found = mapDrift(map, judgedMap(subject, others[index]!));
    return 'drift' in found ? [found.drift[metric]!] : [];
  });
  if (drifts.length === 0) return { notRun: 'No examined map has heat.' };
  return { fixtures: drifts.length, drift: mean(drifts) };
}

function faithfulness(subject: AskedModel, examined: readonly Examined[]): Faithfulness | NotRun {
  const { preprocess: recipe } = subject.options;
  const areas = examined.flatMap(({ fixture: { picture }, map, outcome: { classIndex } }, index) => {
    if (!picture || peak(map) === 0) return [];
    const probabilityOf = (pictures: readonly (typeof picture)[]) => {
      const values = pictures.map(each => preprocess(each, recipe));
      return ask(
        subject,
        values,
        values.map(() => classIndex),
      ).map(({ probabilities }) => probabilities[classIndex]!);
    };
    const orders = [hottestFirst(map, picture, index), randomOrder(picture.width * picture.height, -1 - index)];
    return [removalAreas(picture, orders, probabilityOf)];
  });
  if (areas.length === 0) return { notRun: 'No examined fixture is a picture with heat in its map.' };
  const means = (which: 0 | 1): RemovalAreas => ({
    deletion: mean(areas.map(pair => pair[which]!.deletion)),
    insertion: mean(areas.map(pair => pair[which]!.insertion)),
  });
  return { fixtures: areas.length, heat: means(0), random: means(1) };
}
