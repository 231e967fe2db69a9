import type { CamdriftError } from '../errors.ts';
import { type Explanation, type Failure, type FixtureTask, withoutPicture } from '../maps/explain.ts';
import type { Found, ModelFacts, ModelMaps, Progress } from '../maps/maps.ts';
import { Spilled } from '../spill/spilled.ts';

/** Who is told of outcomes as they come. */
interface Onlookers {
  readonly progress: Progress | undefined;
  readonly tell: Found | undefined;
}

/** What has come so far of one model's maps. */
export class Outcomes {
  readonly outcomes: Spilled<Explanation | Failure> = new Spilled();
  readonly #progress: Progress | undefined;
  readonly #tell: Found | undefined;
  #facts: ModelFacts | undefined;
  #tasks = 0;
  #done = 0;

  constructor({ progress, tell }: Onlookers) {
    this.#progress = progress;
    this.#tell = tell;
  }

  begin(facts: ModelFacts, tasks: readonly FixtureTask[]): readonly FixtureTask[] {
    this.#facts = facts;
    this.#tasks = tasks.length;
    // Nobody needs to say again what is known here.
    for (const [at, { known }] of tasks.entries()) if (known) this.add(at, [known()]);
    return tasks;
  }

  add(from: number, outcomes: readonly (Explanation | Failure)[]): void {
    for (const [index, outcome] of outcomes.entries()) this.outcomes.set(from + index, withoutPicture(outcome));
    this.#tell?.(from, outcomes);
    this.#done += outcomes.length;
    this.#progress?.(this.#done, this.#tasks);
  }

  /** With the fixtures that were not reached as failures; nothing when none was. */
  sofar({ code, message }: CamdriftError): ModelMaps | undefined {
    if (!this.#facts || this.#done === 0) return undefined;
    const missing: Failure = { failed: `Not reached. ${message}` };
    for (let at = 0; at < this.#tasks; at++) if (!this.outcomes.has(at)) this.outcomes.set(at, missing);
    const left = this.#tasks - this.#done;
    const words = left > 0 ? `${left} of ${this.#tasks} fixtures were not reached` : 'its explanation was not checked';
    return { ...this.#facts, outcomes: this.outcomes, unfinished: { code, message: `${message} ${capital(words)}.` } };
  }
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
