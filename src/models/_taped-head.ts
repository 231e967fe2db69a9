import type { Tensor } from '@tensorflow/tfjs-core';
import type { Engine } from '../engines/engine.ts';
import { type Answer, readAnswers, slope } from './_answers.ts';
import { concatenated } from './_at-once.ts';
import type { ConstantGradients } from './_constant-gradients.ts';
import type { Graph } from './_graph.ts';
import type { Head, Scores } from './_head.ts';
import { wiringOf } from './_wiring.ts';
import type { ExplainRequest, Score } from './model.ts';

export interface Classifier {
  readonly graph: Graph;
  readonly scores: Scores;
  /** Number of logits: one per class, or a single one for two classes. */
  readonly units: number;
  /** Of its linear heads. */
  readonly constant: ConstantGradients;
  /** Of layers in front of such heads, as far as they were asked: whether all between the layer and the mean is that mean. */
  readonly means: Map<string, boolean>;
}

/** The head of some images, which runs under the tape whenever it is asked for gradients. */
export class TapedHead {
  /** Read in the first run where they are not known before. */
  answers: readonly Answer[] | undefined;
  readonly #engine: Engine;
  readonly #model: Classifier;
  readonly #head: Head;
  readonly #request: ExplainRequest;

  constructor(engine: Engine, model: Classifier, head: Head, request: ExplainRequest) {
    this.#engine = engine;
    this.#model = model;
    this.#head = head;
    this.#request = request;
  }

  /** @param channels which axis of the layer's value counts them */
  gradients(score: Score, [activations, ...bypasses]: readonly [Tensor, ...Tensor[]], channels: number): Tensor {
    const { core } = this.#engine.tf;
    const { graph, scores, units } = this.#model;
    const { layer, classes, rewired } = this.#request;
    const wiring = wiringOf(this.#engine, activations, channels, rewired);
    const sides = this.#head.bypasses.map((name, index): [string, Tensor] => [name, bypasses[index]!]);
    const gradient = core.grad(a => {
      const [scored] = graph.execute(new Map<string, Tensor>([...sides, [layer, a]]), [scores.node]);
      const logits = core.reshape(scored!, [classes.length, units]);
      this.answers ??= readAnswers(scores, logits.dataSync() as Float32Array, this.#request);
      const slopes = this.answers.map(answer => slope(answer, score, scores));
      return core.sum(core.mul(logits, core.tensor2d(concatenated(slopes, units), [classes.length, units])));
    });
    return wiring.back(gradient(wiring.there(activations)));
  }
}
