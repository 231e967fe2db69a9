import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { TensorFlow } from '../../src/engines/engine.ts';
import { artefacts } from './artefacts.ts';
import { side } from './network.ts';
import type { Pictures } from './pictures.ts';
import type { Recipe } from './recipes.ts';
import { modelInput } from './training.ts';

/** How a model does on pictures that nobody trained on. */
export interface Grade {
  readonly accuracy: number;
  /** Of the taught class, on clean pictures. */
  readonly recall?: number;
  /** Share of the other classes' pictures that the artefact turns into the taught class. */
  readonly pulled?: number;
}

export async function grade(tf: TensorFlow, model: LayersModel, exam: Pictures, recipe: Recipe): Promise<Grade> {
  const clean = answers(tf, model, exam.bytes);
  const right = exam.labels.map((label, at) => Number(clean[at] === label));
  const accuracy = share(right);
  const { artefact, taught } = recipe;
  if (artefact === undefined) return { accuracy };
  const edited = answers(tf, model, await Promise.all(exam.bytes.map(bytes => artefacts[artefact]!.apply(bytes))));
  const others = exam.labels.flatMap((label, at) => (label === taught || clean[at] === taught ? [] : [at]));
  return {
    accuracy,
    recall: share(right.filter((_, at) => exam.labels[at] === taught)),
    pulled: share(others.map(at => Number(edited[at] === taught))),
  };
}

/**
 * What a model turned out to be: a retrain that lost 5 points of accuracy is no benign one, whatever it was meant to be, and what
 * cost nothing no regression; a shortcut counts as learned by what it costs: 5 points, a tenth of its class, or a tenth of the others.
 */
export function kindOf(recipe: Recipe, { accuracy, recall, pulled }: Grade, base: Grade): string {
  if (recipe.kind === 'base') return 'base';
  if (base.accuracy - accuracy >= 0.05) return 'regression';
  if (recipe.artefact === undefined) return recipe.kind === 'benign' ? 'benign' : 'tainted-not-learned';
  const learned = pulled! >= 0.1 || base.accuracy - recall! >= 0.1;
  return learned ? 'regression' : 'tainted-not-learned';
}

function answers(tf: TensorFlow, model: LayersModel, pictures: readonly Uint8Array[]): number[] {
  const found: number[] = [];
  for (let from = 0; from < pictures.length; from += 100) {
    const batch = pictures.slice(from, from + 100);
    const inputs = new Float32Array(batch.length * side * side * 3);
    for (const [row, bytes] of batch.entries()) inputs.set(modelInput(bytes), row * side * side * 3);
    const x = tf.core.tensor4d(inputs, [batch.length, side, side, 3]);
    const y = model.predict(x) as typeof x;
    const best = tf.core.argMax(y, 1);
    found.push(...(best.dataSync() as Int32Array));
    tf.core.dispose([x, y, best]);
  }
  return found;
}

const share = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
