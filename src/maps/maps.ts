import { performance } from 'node:perf_hooks';
import type { Engine, EngineFacts, EngineName } from '../engines/engine.ts';
import { CamdriftError, type ProblemCode } from '../errors.ts';
import { pictureBudget } from '../images/load.ts';
import { sketchOf, type WeightSketch } from '../lineage/sketch.ts';
import { ReadDigests } from '../models/content-hash.ts';
import { loadModel, modelDigest } from '../models/index.ts';
import type { InputShape, Model, Takes, TargetLayer, Task } from '../models/model.ts';
import { examine } from '../sanity/examine.ts';
import type { Findings } from '../sanity/sanity.ts';
import { type Sequence, Spilled } from '../spill/spilled.ts';
import { batchSize, guessedSeconds, memoryPerJob, startsAhead, usefulJobs } from './_jobs.ts';
import { oneAhead } from './_one-ahead.ts';
import { explainAll, Threads } from './_workers.ts';
import { type Explanation, explainBatch, type Failure, type FixtureTask, withoutPicture } from './explain.ts';
import type { MapRequest } from './request.ts';

/** What is known of a model once it is loaded. */
export interface ModelFacts {
  readonly format: string;
  readonly input: InputShape;
  readonly classes: number;
  readonly task: Task;
  /** What numbers it is made for, where its file shows it. */
  readonly takes?: Takes | undefined;
  /** Class names that the model's file carries, one per class. */
  readonly labels?: readonly string[];
  readonly layer: TargetLayer;
  /** `modelDigest` of the bytes that it was loaded from, where that was asked. */
  readonly digest?: string;
  /** Of its weights, unless it was not wanted. */
  readonly sketch?: WeightSketch;
  /** What runs it where that is not the engine that was asked, and why. */
  readonly fallback?: Fallback;
}

export interface Fallback extends EngineFacts {
  /** Foreign text, in one line. */
  readonly why: string;
}

/** Outcomes come one per task, in the order of the tasks. */
export interface ModelMaps extends ModelFacts {
  readonly outcomes: Sequence<Explanation | Failure>;
  /** When checks were asked for. */
  readonly findings?: Findings;
  /** When something ended it before it was done: why. Outcomes that are missing are failures then. */
  readonly unfinished?: { readonly code: ProblemCode; readonly message: string };
}

export type Progress = (done: number, total: number) => void;

/**
 * Explains every fixture with one model. The numbers depend neither on the batch size nor on the number of threads.
 *
 * When that would take long and the engine has one thread, the batches are spread over workers, each with an engine and
 * a copy of the model of its own.
 *
 * @param tasksFor asked once the model is known, so that a label can be turned into the index of its class
 * @param tell told of outcomes as they come, with the index of their first task
 */
export async function makeMaps(
  engine: Engine,
  request: MapRequest,
  tasksFor: (facts: ModelFacts) => readonly FixtureTask[] | Promise<readonly FixtureTask[]>,
  progress: Progress = () => {},
  tell: Found = () => {},
): Promise<ModelMaps> {
  const read = new ReadDigests();
  await using threads = await threadsAhead(engine, request);
  using model = await loadModel(request.path, engine, { ...request.load, ...(request.digest && { read: read.hear }) });
  const layer = chooseLayer(model, request);
  const facts = {
    ...factsOf(engine, model, layer),
    ...(request.sketch !== false && { sketch: sketchOf(model.weights()) }),
    ...(request.digest && { digest: await modelDigest(request.path, request.load.within, read) }),
  };
  const options = { ...request, layer: layer.name, budget: pictureBudget() };
  const all = await tasksFor(facts);
  const open = [...all.keys()].filter(at => !all[at]!.known);
  const tasks = open.map(at => all[at]!);
  const size = request.batch ?? batchSize(engine, model);
  const useful = (seconds: number) => usefulJobs(seconds, model.weightBytes, memoryPerJob(model, size));
  if (useful(guessedSeconds(tasks.length, model)) > 1) threads.read(options);
  const probe = await timedProbe(model, options, isTimed(engine, request) ? tasks.slice(0, 1) : []);
  const batches = split(tasks.slice(probe.outcomes.length), size);
  const outcomes = new Spilled<Explanation | Failure>();
  for (const [at, { known }] of all.entries()) if (known) outcomes.set(at, known());
  const told = teller(open, outcomes, tell);
  progress(probe.outcomes.length, tasks.length);
  told(0, probe.outcomes);
  const wanted = request.jobs ?? useful(probe.seconds * (tasks.length - 1));
  const jobs = engine.multithreaded ? 1 : Math.max(1, Math.min(batches.length, wanted));
  threads.read(options);
  await threads.become(jobs - 1);
  await explainAll(
    threads,
    batches,
    jobs === 1 ? oneAhead(model, batches, options) : batch => explainBatch(model, batch, options),
    (done, id, found) => {
      progress(probe.outcomes.length + done, tasks.length);
      told(probe.outcomes.length + id * size, found);
    },
  );
  await threads.become(0);
  const found = { ...facts, outcomes, ...fallbackOf(engine, model, layer) };
  if (!request.checks || request.checks === 'none') return found;
  const findings = await examine({ model, layer, options, batch: size, tasks: all, outcomes }, request.checks);
  return { ...found, findings };
}

/** Whether the first fixture tells what the others will take, and so how many threads there are. */
const isTimed = (engine: Engine, { jobs }: MapRequest): boolean => !engine.multithreaded && jobs === undefined;

/** None as yet, or one where a model is so large that another thread will be of use: its engine starts while the model is read. */
async function threadsAhead(engine: Engine, request: MapRequest): Promise<Threads> {
  const threads = new Threads(engine.name as EngineName);
  if (isTimed(engine, request) && (await startsAhead(request.path))) await threads.become(1);
  return threads;
}

function factsOf(engine: Engine, model: Model, layer: TargetLayer): ModelFacts {
  const { format, input, classes, task, labels } = model;
  const takes = model.takes();
  return { format, input, classes, task, takes, layer, ...(labels && { labels }), ...fallbackOf(engine, model, layer) };
}

/** A runtime that stops while it runs is noticed at the end. */
function fallbackOf({ without }: Engine, model: Model, { name }: TargetLayer): Pick<ModelFacts, 'fallback'> {
  const why = without && model.fallback(name);
  if (why === undefined) return {};
  return { fallback: { name: without!.name, version: without!.version, why: why.split('\n')[0]!.slice(0, 300) } };
}

/** Keeps outcomes and tells of them, under their tasks' own numbers; of those that lie side by side at once. */
function teller(open: readonly number[], kept: Spilled<Explanation | Failure>, tell: Found): Found {
  return (from, outcomes) => {
    const places = open.slice(from, from + outcomes.length);
    for (const [which, at] of places.entries()) kept.set(at, withoutPicture(outcomes[which]!));
    const beside = places.every((at, which) => at === places[0]! + which);
    if (beside && outcomes.length > 0) tell(places[0]!, outcomes);
    else for (const [which, at] of places.entries()) tell(at, [outcomes[which]!]);
  };
}

/** Outcomes as they come, with the index of the first one's task. */
export type Found = (from: number, outcomes: readonly (Explanation | Failure)[]) => void;

/** The first fixture alone, to see what the others will take; where nothing depends on that, none. */
async function timedProbe(model: Model, options: MapRequest, first: readonly FixtureTask[]) {
  const start = performance.now();
  const outcomes = await explainBatch(model, first, options);
  return { outcomes, seconds: (performance.now() - start) / 1000 };
}

/** The preferred layer is only a preference: another architecture need not have it. */
function chooseLayer(model: Model, request: MapRequest): TargetLayer {
  const chosen = namedLayer(model, request);
  const last = lastOf(model);
  if (!last || last.name === chosen.name) return chosen;
  return { ...chosen, finer: Math.sqrt((chosen.width * chosen.height) / (last.width * last.height)) };
}

/** Some models have layers that can be named, and none that could be chosen. */
function lastOf(model: Model): TargetLayer | undefined {
  try {
    return model.targetLayer('auto');
  } catch (error) {
    if (error instanceof CamdriftError) return undefined;
    throw error;
  }
}

function namedLayer(model: Model, { layer, prefer }: MapRequest): TargetLayer {
  if (layer !== 'auto' || prefer === undefined) return model.targetLayer(layer);
  try {
    return { ...model.targetLayer(prefer), reason: 'the layer of the baseline' };
  } catch (error) {
    if (error instanceof CamdriftError && error.code === 'layer-unknown') return model.targetLayer('auto');
    throw error;
  }
}

function split<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
