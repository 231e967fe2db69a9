import type { Heatmap } from './core/heatmap.ts';
import { CamdriftError } from './errors.ts';
import { loadFixture, type Preparation } from './images/load.ts';
import { methods } from './methods/index.ts';
import { type Evidence, isRefusal, type Refusal } from './methods/method.ts';
import type { Model, Score } from './models/model.ts';

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
}

/** A fixture that could not be read: the run goes on without it, and cannot pass. */
export interface Failure {
  readonly failed: string;
}

export const isFailure = (outcome: Explanation | Failure): outcome is Failure => 'failed' in outcome;

export interface FixtureTask {
  readonly path: string;
  readonly class: number | 'predicted';
}

export interface ExplainOptions extends Preparation {
  readonly layer: string;
  readonly methods: readonly string[];
  readonly score: Score;
}

/** Explains a batch of fixtures with a loaded model: one forward pass for all of them, every method on its evidence. */
export async function explainBatch(
  model: Model,
  tasks: readonly FixtureTask[],
  options: ExplainOptions,
): Promise<(Explanation | Failure)[]> {
  const loaded = await Promise.all(tasks.map(task => loadFixture(task.path, model.input, options).catch(failure)));
  const sound = loaded.flatMap((fixture, index) => ('failed' in fixture ? [] : [{ fixture, task: tasks[index]! }]));
  const request = { layer: options.layer, classes: sound.map(({ task }) => task.class), score: options.score };
  const values = sound.map(({ fixture }) => fixture.values);
  const remaining = (values.length > 0 ? model.explain(values, request) : []).values();
  return loaded.map(fixture =>
    'failed' in fixture ? fixture : explanation(remaining.next().value!, fixture.digest, options.methods),
  );
}

function failure(error: unknown): Failure {
  if (error instanceof CamdriftError && error.code === 'fixture-unreadable')
    return { failed: `${error.message} ${error.remedy}` };
  throw error;
}

function explanation(evidence: Evidence, digest: string, names: readonly string[]): Explanation {
  const { logits, probabilities, classIndex } = evidence;
  const predicted = probabilities.reduce((best, value, index) => (value > probabilities[best]! ? index : best), 0);
  const maps = Object.fromEntries(
    names.map(name => [name, finite(methods.find(method => method.name === name)!.explain(evidence))]),
  );
  return { digest, classIndex, predicted, logits, probabilities, maps };
}

/** An activation or gradient that overflowed would otherwise pass for a map without heat. */
function finite(answer: Heatmap | Refusal): Heatmap | Refusal {
  if (isRefusal(answer) || answer.data.every(Number.isFinite)) return answer;
  return { refused: 'The map holds values that are not finite: activations or gradients overflowed.' };
}
