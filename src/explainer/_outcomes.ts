import type { CamdriftError } from '../errors.ts';
import { type Explanation, type Failure, type FixtureTask, isFailure } from '../maps/explain.ts';
import type { Found, ModelFacts, ModelMaps, Progress } from '../maps/maps.ts';

/** Who is told of outcomes as they come. */
interface Onlookers {
  readonly progress: Progress | undefined;
  readonly tell: Found | undefined;
}

/** What has come so far of one model's maps. */
export class Outcomes {
  readonly outcomes: (Explanation | Failure)[] = [];
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
    return tasks;
  }

  add(from: number, outcomes: readonly (Explanation | Failure)[]): void {
    // Pictures are for who looks on: kept, they would grow with the fixtures.
    for (const [index, outcome] of outcomes.entries()) this.outcomes[from + index] = withoutPicture(outcome);
    this.#tell?.(from, outcomes);
    this.#done += outcomes.length;
    this.#progress?.(this.#done, this.#tasks);
  }

  /** With the fixtures that were not reached as failures; nothing when none was. */
  sofar({ code, message }: CamdriftError): ModelMaps | undefined {
    if (!this.#facts || this.#done === 0) return undefined;
    const missing: Failure = { failed: `Not reached. ${message}` };
    const outcomes = Array.from({ length: this.#tasks }, (_, index) => this.outcomes[index] ?? missing);
    const left = this.#tasks - this.#done;
    const words = left > 0 ? `${left} of ${this.#tasks} fixtures were not reached` : 'its explanation was not checked';
    return { ...this.#facts, outcomes, unfinished: { code, message: `${message} ${capital(words)}.` } };
  }
}

function withoutPicture(outcome: Explanation | Failure): Explanation | Failure {
  if (isFailure(outcome) || !outcome.picture) return outcome;
  const { picture: _, ...rest } = outcome;
  return rest;
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
