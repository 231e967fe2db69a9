import type { Engine } from '../engines/engine.ts';
import { CamdriftError } from '../errors.ts';
import {
  donorOf,
  fedEdited,
  type LoadedFixture,
  loadFixture,
  type Preparation,
  pictureBudget,
} from '../images/load.ts';
import { loadModel } from '../models/index.ts';
import type { LoadOptions, Model } from '../models/model.ts';
import { edit } from '../probes/edit.ts';
import type { Edit } from '../probes/probe.ts';
import type { RegionShape } from '../regions/region.ts';

/** One model, pictures, and edits of them: only its answers are asked for. Plain data. */
export interface AnswersRequest extends Preparation {
  readonly path: string;
  readonly load: LoadOptions;
  readonly fixtures: readonly AskedFixture[];
  readonly edits: readonly Edit[];
  /** Whether a large model may be asked about fewer of them. */
  readonly sample: boolean;
}

export interface AskedFixture extends Place {
  /** The other fixture of edits that take something of one. */
  readonly donor?: Place | undefined;
}

/** Where a picture lies, and what is where on it. */
export interface Place {
  readonly path: string;
  readonly regions?: readonly RegionShape[];
}

/** Probabilities by fixture; nothing where it cannot be read or edited so. */
export type AnswersRow = readonly (Float32Array | undefined)[];

export interface EditedAnswers {
  /** Which of the fixtures were asked about, by index. */
  readonly asked: readonly number[];
  readonly plain: AnswersRow;
  /** A row for each edit. */
  readonly edited: readonly AnswersRow[];
}

/**
 * What a model answers to fixtures and to each edit of them: forward passes alone. A large model is asked about fewer
 * fixtures, evenly taken, where it may be: which ones depends on the model and the number of fixtures and on nothing else.
 */
export async function editedAnswers(engine: Engine, request: AnswersRequest): Promise<EditedAnswers> {
  using model = await loadModel(request.path, engine, request.load);
  const { fixtures, edits, preprocess: recipe } = request;
  const asked = request.sample ? sampled(fixtures.length, model) : [...fixtures.keys()];
  const options = { ...request, budget: pictureBudget() };
  const once = new Map<string, Promise<LoadedFixture | undefined>>();
  const load = ({ path, regions }: Place) => {
    const found = once.get(path) ?? loadFixture(path, model.input, options, regions).catch(unreadable);
    once.set(path, found);
    return found;
  };
  const swaps = edits.some(({ kind }) => kind === 'swap');
  const loaded: Loaded[] = [];
  for (const index of asked) {
    const { donor, ...place } = fixtures[index]!;
    loaded.push({ fixture: await load(place), donor: swaps && donor ? await load(donor) : undefined });
  }
  const answered = (values: readonly (Float32Array | undefined)[]) => answersTo(model, values, engine.batch);
  const plain = answered(loaded.map(({ fixture }) => fixture?.values));
  const edited = edits.map(each => answered(loaded.map(both => fedWith(each, both, recipe))));
  return { asked, plain, edited };
}

interface Loaded {
  readonly fixture: LoadedFixture | undefined;
  readonly donor: LoadedFixture | undefined;
}

function fedWith(each: Edit, { fixture, donor }: Loaded, recipe: Preparation['preprocess']): Float32Array | undefined {
  const found = fixture?.picture && edit(each, fixture.picture, fixture.regions, donorOf(donor));
  return !found || 'refused' in found ? undefined : fedEdited(found.picture, fixture!, recipe);
}

function answersTo(model: Model, values: readonly (Float32Array | undefined)[], batch: number): AnswersRow {
  const sound = values.filter(each => each !== undefined);
  const found: Float32Array[] = [];
  for (let at = 0; at < sound.length; at += batch) found.push(...model.answers(sound.slice(at, at + batch)));
  const next = found.values();
  return values.map(each => (each ? next.next().value : undefined));
}

function unreadable(error: unknown): undefined {
  if (!(error instanceof CamdriftError) || error.code !== 'fixture-unreadable') throw error;
}

/** Fixtures that a model is asked about: many of a small one, few of a large one. */
const few = 6;
const many = 24;
/** Work of a forward pass, which grows with the weights and with the pixels, that is small: 3 MB at 128 x 128. */
const small = 3 * 2 ** 20 * 128 * 128;

/** Which of so many fixtures a model is asked about, evenly taken. */
export function sampled(count: number, { weightBytes, input }: Pick<Model, 'weightBytes' | 'input'>): number[] {
  const affordable = Math.floor((many * small) / (weightBytes * input.width * input.height));
  const wanted = Math.min(count, Math.max(few, Math.min(many, affordable)));
  return Array.from({ length: wanted }, (_, index) => Math.floor((index * count) / wanted));
}
