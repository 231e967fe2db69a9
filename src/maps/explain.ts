import type { Heatmap } from '../core/heatmap.ts';
import { type Raster, rasterFromArray } from '../core/raster.ts';
import { CamdriftError } from '../errors.ts';
import { donorOf, fedEdited, type Ignored, type LoadedFixture, loadFixture, type Preparation } from '../images/load.ts';
import type { InputSize } from '../images/prepare.ts';
import type { Evidence, Refusal } from '../methods/method.ts';
import type { Model, Score } from '../models/model.ts';
import { isPresent } from '../models/model.ts';
import { edit } from '../probes/edit.ts';
import type { Edit, Probe, ProbeRefusal, ProbeSeen } from '../probes/probe.ts';
import type { RegionSeen, RegionShape } from '../regions/region.ts';
import { regionsSeen } from '../regions/see.ts';
import { type Ask, arrayRefused, probed } from './_probed.ts';
import { likeliest, mapOf } from './map-of.ts';

/** What one model sees in one fixture. */
export interface Explanation {
  /** SHA-256 of the fixture's file. */
  readonly digest: string;
  /** The class explained. */
  readonly classIndex: number;
  /** The model's own answer. */
  readonly predicted: number;
  readonly logits: Float32Array;
  readonly probabilities: Float32Array;
  /** Per method, in the order asked: the raw signed map on the layer's grid, or why there is none. */
  readonly maps: Readonly<Record<string, Heatmap | Refusal>>;
  /** Per probe, by the first method. */
  readonly probes: Readonly<Record<string, ProbeSeen | ProbeRefusal>>;
  /** Per region, by the first method. */
  readonly regions: Readonly<Record<string, RegionSeen>>;
  /** What the fixture's file says of its picture, and was not followed. */
  readonly ignored?: Ignored;
  /** As the model saw it, where that was asked; the numbers of an array as greys or colours. */
  readonly picture?: Raster;
  /** Of a regression: the answer. */
  readonly value?: number;
  /** Of a multi-label model: what it sees in the same fixture for its further labels. */
  readonly others?: readonly Explanation[];
}

/** A fixture that could not be read: the run goes on without it, and cannot pass. */
export interface Failure {
  readonly failed: string;
}

export const isFailure = (outcome: Explanation | Failure): outcome is Failure => 'failed' in outcome;

/** Pictures are for who looks on: kept, they would grow with the fixtures. */
export function withoutPicture(outcome: Explanation | Failure): Explanation | Failure {
  if (isFailure(outcome) || !outcome.picture) return outcome;
  const { picture: _, ...rest } = outcome;
  return rest;
}

/** Of thousands of fixtures all at once would be much to hold. */
export type Known = () => Explanation | Failure;

export interface FixtureTask {
  readonly path: string;
  /** What was found of it elsewhere, read when it is asked for: then it is not explained again. */
  readonly known?: Known | undefined;
  readonly class: number | 'predicted';
  readonly regions?: readonly RegionShape[];
  /** What is done to the picture first. */
  readonly edit?: Edit | undefined;
  /** The other picture of an edit that takes something of one. */
  readonly donor?: Pick<FixtureTask, 'path' | 'regions'> | undefined;
  /** What the baseline's judged map of it is, in the same frame: seen under the same regions. */
  readonly earlier?: Heatmap | Refusal | undefined;
  /** Of a multi-label model: labels that are explained whether or not they are predicted. */
  readonly labels?: readonly { readonly index: number; readonly earlier?: Heatmap | Refusal | undefined }[];
}

export interface ExplainOptions extends Preparation {
  readonly layer: string;
  /** The first one is judged: probes and regions are seen by it. */
  readonly methods: readonly string[];
  readonly score: Score;
  readonly probes?: readonly Probe[];
  /** Whether each explanation comes with its picture. */
  readonly pictures?: boolean;
}

/** A fixture's pixels, edited where that is asked, or why there are none. */
export type Loaded = LoadedFixture | Failure;

/** Decodes and resizes a batch, which needs no model. */
export function loadBatch(input: InputSize, tasks: readonly FixtureTask[], options: ExplainOptions): Promise<Loaded[]> {
  return Promise.all(
    tasks.map(task =>
      loadFixture(task.path, input, options, task.regions)
        .then(async fixture => {
          const donor = task.donor && (await loadFixture(task.donor.path, input, options, task.donor.regions));
          return withEdit(fixture, task.edit, donor, options.preprocess);
        })
        .catch(failure),
    ),
  );
}

/** Explains a batch of fixtures with a loaded model: one forward pass for all of them, every method on its evidence; then one more per probe. */
export async function explainBatch(
  model: Model,
  tasks: readonly FixtureTask[],
  options: ExplainOptions,
): Promise<(Explanation | Failure)[]> {
  return explainLoaded(model, tasks, await loadBatch(model.input, tasks, options), options);
}

/** The same of pictures that are there. */
export function explainLoaded(
  model: Model,
  tasks: readonly FixtureTask[],
  loaded: readonly Loaded[],
  options: ExplainOptions,
): (Explanation | Failure)[] {
  const sound = loaded.flatMap((fixture, index) => ('failed' in fixture ? [] : [{ fixture, task: tasks[index]! }]));
  const fixtures = sound.map(({ fixture }) => fixture);
  const ask = (values: readonly Float32Array[], classes: readonly (number | 'predicted')[]) =>
    values.length > 0 ? model.explain(values, { layer: options.layer, classes, score: options.score }) : [];
  const evidence = ask(
    fixtures.map(({ values }) => values),
    sound.map(({ task }) => task.class),
  );
  const rows = evidence.flatMap((found, at) => rowsOf(model, sound[at]!, found, ask));
  const shown = rows.map(({ fixture }) => fixture);
  const found = rows.map(row => row.evidence);
  const probes = (options.probes ?? []).map(probe => probed(probe, shown, found, options, ask));
  const explanations = rows.map((row, index): Explanation => {
    const edits = Object.fromEntries(probes.map(({ name, seen }) => [name, seen[index]!]));
    const { logits } = row.evidence;
    const value = model.task.kind === 'regression' ? { value: logits[0]! } : {};
    const picture = options.pictures ? { picture: shownOf(row.fixture, model.input) } : {};
    return { ...explanation(row.evidence, row, options.methods), ...value, probes: edits, ...picture };
  });
  const together = fixtures.map(fixture => explanations.filter((_, at) => rows[at]!.fixture === fixture)).values();
  return loaded.map(fixture => ('failed' in fixture ? fixture : joined(together.next().value!)));
}

const shownOf = ({ picture, values }: LoadedFixture, { width, height, channels }: InputSize): Raster =>
  picture ?? rasterFromArray(values, width, height, channels);

/** One fixture, explained for one class. */
interface Row {
  readonly fixture: LoadedFixture;
  readonly task: FixtureTask;
  readonly evidence: Evidence;
}

/** A multi-label model is explained for each label that it predicts or is asked for; for the likeliest where there is none. */
function rowsOf(model: Model, { fixture, task }: Omit<Row, 'evidence'>, evidence: Evidence, ask: Ask): Row[] {
  if (model.task.kind !== 'multi-label') return [{ fixture, task, evidence }];
  const asked = new Map((task.labels ?? []).map(({ index, earlier }) => [index, earlier]));
  const wanted = [...evidence.probabilities.keys()].filter(
    index => asked.has(index) || isPresent(evidence.probabilities[index]!),
  );
  const labels = wanted.length > 0 ? wanted : [evidence.classIndex];
  const further = labels.filter(index => index !== evidence.classIndex);
  const found = ask(
    further.map(() => fixture.values),
    further,
  ).values();
  return labels.map(index => ({
    fixture,
    task: { ...task, earlier: asked.get(index) },
    evidence: index === evidence.classIndex ? evidence : found.next().value!,
  }));
}

function withEdit(
  fixture: LoadedFixture,
  wanted: Edit | undefined,
  donor: LoadedFixture | undefined,
  recipe: Preparation['preprocess'],
) {
  if (!wanted) return fixture;
  const found = fixture.picture ? edit(wanted, fixture.picture, fixture.regions, donorOf(donor)) : arrayRefused;
  if ('refused' in found) return { failed: found.refused };
  return { ...fixture, values: fedEdited(found.picture, fixture, recipe), picture: found.picture };
}

const joined = ([first, ...others]: readonly Explanation[]): Explanation =>
  others.length > 0 ? { ...first!, others } : first!;

function failure(error: unknown): Failure {
  if (error instanceof CamdriftError && error.code === 'fixture-unreadable')
    return { failed: `${error.message} ${error.remedy}` };
  throw error;
}

function explanation(
  evidence: Evidence,
  { fixture: { digest, regions, ignored = {} }, task: { earlier } }: { fixture: LoadedFixture; task: FixtureTask },
  names: readonly string[],
): Omit<Explanation, 'probes'> {
  const { logits, probabilities, classIndex } = evidence;
  const maps = Object.fromEntries(names.map(name => [name, mapOf(name, evidence)]));
  const seen = regionsSeen(maps[names[0]!]!, regions, earlier);
  return {
    digest,
    classIndex,
    predicted: likeliest(probabilities),
    logits,
    probabilities,
    maps,
    regions: seen,
    ignored,
  };
}
