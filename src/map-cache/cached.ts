import { createHash } from 'node:crypto';
import { type Explainer, explainingBy, type TasksFor } from '../explainer/explainer.ts';
import { type FixtureTask, isFailure, type Known } from '../maps/explain.ts';
import type { ModelFacts, ModelMaps } from '../maps/maps.ts';
import type { MapRequest } from '../maps/request.ts';
import { modelDigest } from '../models/index.ts';
import { keysOf, makingOf } from '../shards/keys.ts';
import { bare, explanationSchema, type Outcome } from '../shards/record.ts';
import { SpilledMap } from '../spill/read-map.ts';
import { ReadSequence } from '../spill/spilled.ts';
import { tool } from '../version.ts';
import { answersOnce } from './answers.ts';
import { factsSchema } from './facts.ts';
import { Store, type StoreOptions } from './store.ts';

/**
 * An explainer that computes nothing twice: what was found of a model and a fixture is kept under a digest of all that decides it, engine
 * and version of camdrift among it. Where all is known, and the explanation is not to be checked, not even the model is loaded.
 * @param say told once when the folder cannot be written, or held what was damaged
 */
export function cached(engine: Explainer, options: StoreOptions, say: (words: string) => void): Explainer {
  const store = new Store(options);
  const maps: Explainer['maps'] = async (request, tasksFor, progress, deadline) => {
    const own = new OneModel(store, engine, request);
    const whole = await own.fromStore(tasksFor);
    if (whole) progress?.(whole.outcomes.length, whole.outcomes.length);
    const made = whole ?? (await engine.maps(request, own.withKnown(tasksFor), progress, deadline));
    if (!whole) await own.keep(made);
    tellOnce(store, options.folder, say);
    return made;
  };
  const answers: Explainer['answers'] = async (request, deadline) => {
    const found = await answersOnce(store, engine, request, deadline);
    tellOnce(store, options.folder, say);
    return found;
  };
  return { ...explainingBy(engine, maps), answers };
}

const told = new WeakMap<Store, Set<string>>();

function tellOnce(store: Store, folder: string, say: (words: string) => void): void {
  const before = told.get(store) ?? new Set();
  told.set(store, before);
  const words = {
    refusal:
      store.refusal &&
      `The cache of maps in ${folder} cannot be written: ${store.refusal}. Nothing is kept for the next run.`,
    damaged:
      store.damaged > 0 &&
      `The cache of maps in ${folder} held what was damaged, or is no entry of this version: it was computed again.`,
  };
  for (const [kind, text] of Object.entries(words)) {
    if (!text || before.has(kind)) continue;
    before.add(kind);
    say(text);
  }
}

/** What is kept of one model under one request. */
class OneModel {
  readonly #store: Store;
  readonly #request: MapRequest;
  readonly #by: readonly string[];
  #facts: ModelFacts | undefined;
  #ownDigest: Promise<string> | undefined;
  /** By key, as they were verified: what lies in the folder may be another thing by the time when it is used. */
  readonly #found = new SpilledMap<Outcome>();
  #keys: readonly string[] = [];
  #isKnown: readonly boolean[] = [];

  constructor(store: Store, { name, version }: Explainer, request: MapRequest) {
    this.#store = store;
    this.#request = request;
    this.#by = [tool, name, version];
  }

  /** All of it, where all is there and nothing more is asked. */
  async fromStore(tasksFor: TasksFor): Promise<ModelMaps | undefined> {
    const { checks = 'none', sketch } = this.#request;
    if (checks !== 'none') return undefined;
    // A model that cannot be read has no key; who loads it says why.
    const key = await this.#factsKey().catch(() => undefined);
    const facts = key && (await this.#store.read(key, factsSchema));
    if (!facts || (sketch !== false && !facts.sketch)) return undefined;
    const tasks = await this.#known(
      { ...(facts as ModelFacts), ...(this.#request.digest && { digest: await this.#digest() }) },
      tasksFor,
    );
    if (!tasks.every(({ known }) => known)) return undefined;
    return { ...this.#facts!, outcomes: new ReadSequence(tasks.length, at => tasks[at]!.known!()) };
  }

  withKnown(tasksFor: TasksFor): TasksFor {
    return facts => this.#known(facts, tasksFor);
  }

  async keep(made: ModelMaps): Promise<void> {
    if (!this.#facts) return;
    const { digest: _, ...facts } = this.#facts;
    const kept = { ...facts, ...(made.fallback && { fallback: made.fallback }) };
    await this.#store.write(await this.#factsKey(), JSON.stringify(kept));
    for (const [at, key] of this.#keys.entries()) {
      const outcome = this.#isKnown[at] ? undefined : made.outcomes.at(at);
      if (outcome && !isFailure(outcome)) await this.#store.write(key, JSON.stringify(outcome, bare));
    }
    await this.#store.trim();
  }

  async #known(facts: ModelFacts, tasksFor: TasksFor): Promise<readonly FixtureTask[]> {
    const asked = await tasksFor(facts);
    const own = await this.#digest();
    // Another model was loaded than the one whose entries these are.
    this.#facts = undefined;
    if (facts.digest !== undefined && facts.digest !== own) return asked;
    const keys = await keysOf(this.#request, asked, own);
    this.#facts = facts;
    this.#keys = keys.map(key => this.#key(key));
    const tasks: FixtureTask[] = [];
    for (const [at, task] of asked.entries())
      tasks.push(task.known ? task : { ...task, known: await this.#fromStore(this.#keys[at]!) });
    this.#isKnown = tasks.map(({ known }) => known !== undefined);
    return tasks;
  }

  async #fromStore(key: string): Promise<Known | undefined> {
    if (!this.#found.has(key)) {
      const read = (await this.#store.read(key, explanationSchema)) as Outcome | undefined;
      if (!read) return undefined;
      this.#found.set(key, read);
    }
    return () => this.#found.get(key)!;
  }

  async #factsKey(): Promise<string> {
    const making = await makingOf(this.#request, await this.#digest());
    return this.#key(JSON.stringify(['facts', making, this.#request.sketch !== false]));
  }

  /** Read once, however often it is asked for. @throws as `modelDigest` does */
  #digest(): Promise<string> {
    this.#ownDigest ??= modelDigest(this.#request.path, this.#request.load.within);
    return this.#ownDigest;
  }

  #key(of: string): string {
    return createHash('sha256')
      .update(JSON.stringify([...this.#by, of]))
      .digest('hex');
  }
}
