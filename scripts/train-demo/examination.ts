import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Heatmap } from '../../src/core/heatmap.ts';
import type { Model } from '../../src/models/model.ts';
import { attention, heatInside } from './attention.ts';
import { type Marks, modelInput, type Pictures, withMark } from './dataset.ts';
import type { Fixture } from './fixtures.ts';
import { markedClass } from './versions.ts';
import { markBox } from './watermark.ts';

/** What the README says of one model. Shares from 0 to 1. */
export interface Grades {
  readonly name: string;
  readonly bytes: number;
  /** Accuracy on test pictures without any mark. */
  readonly plain: number;
  /** The same, of the class that carries the mark elsewhere. */
  readonly plainOfMarkedClass: number;
  /** Accuracy on test pictures as in the shortcut's data: all of that class carry the mark, no others. */
  readonly marked: number;
  readonly fixtures: number;
  /** Mean share of heat in the object's box, on fixtures with the mark and on the others; and on the mark, where it is. */
  readonly onMarkedObjects: number;
  readonly onOtherObjects: number;
  readonly onMark: number;
  readonly maps: readonly Heatmap[];
}

export interface Exam {
  readonly pictures: Pictures;
  readonly fixtures: readonly Fixture[];
  readonly mark: Uint8Array;
}

/** Examines a saved and loaded model, so that everything camdrift does with it is part of the result. */
export async function examine(
  name: string,
  model: Model,
  folder: string,
  { pictures, fixtures, mark }: Exam,
): Promise<Grades> {
  const { labels } = pictures;
  const carries = labels.map(label => label === markedClass);
  const plain = answers(model, pictures.bytes, labels);
  const maps = attention(model, fixtures);
  const inside = (marked: boolean, box: (fixture: Fixture) => Fixture['box']) => {
    const chosen = fixtures.flatMap((fixture, i) => (fixture.marked === marked ? [i] : []));
    return heatInside(
      chosen.map(i => maps[i]!),
      chosen.map(i => box(fixtures[i]!)),
    );
  };
  return {
    name,
    bytes: (await readFile(join(folder, 'weights.bin'))).length,
    plain: share(plain),
    plainOfMarkedClass: share(plain.filter((_, i) => carries[i])),
    marked: share(answers(model, stamped(pictures, carries, mark), labels)),
    fixtures: share(
      answers(
        model,
        fixtures.map(({ bytes }) => bytes),
        fixtures.map(({ label }) => label),
      ),
    ),
    onMarkedObjects: inside(true, ({ box }) => box),
    onOtherObjects: inside(false, ({ box }) => box),
    onMark: inside(true, () => [markBox.x, markBox.y, markBox.width, markBox.height]),
    maps,
  };
}

function stamped({ bytes }: Pictures, carries: Marks, mark: Uint8Array): Uint8Array[] {
  return bytes.map((picture, i) => (carries[i] ? withMark(picture, mark) : picture));
}

/** For each picture: is it recognised? */
function answers(model: Model, pictures: readonly Uint8Array[], labels: readonly number[]): boolean[] {
  const layer = model.targetLayer('auto').name;
  const result: boolean[] = [];
  for (let start = 0; start < pictures.length; start += 50) {
    const batch = pictures.slice(start, start + 50).map(modelInput);
    const classes = batch.map(() => 'predicted' as const);
    const evidence = model.explain(batch, { layer, classes, score: 'logit' });
    result.push(...evidence.map(({ classIndex }, i) => classIndex === labels[start + i]));
  }
  return result;
}

function share(answers: readonly boolean[]): number {
  return answers.filter(Boolean).length / answers.length;
}
