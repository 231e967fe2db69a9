import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Raster } from '../core/raster.ts';
import { encodePng } from '../images/encode.ts';
import { type Explanation, type Failure, isFailure } from '../maps/explain.ts';
import { findMethod } from '../methods/index.ts';
import { isRefusal } from '../methods/method.ts';
import { overlay, panel } from '../reports/panel.ts';
import { writable } from './world.ts';

/** Pictures that are encoded at a time: as many as there are threads for it. */
const lanes = 4;

/** One panel per image, and one overlay per image and method, drawn as explanations come, while the model runs on. */
export class MapPictures {
  /** Of the model's classes. */
  labels: readonly string[] | undefined;
  readonly #folder: string;
  readonly #names: readonly string[];
  readonly #lanes: Promise<unknown>[];
  #next = 0;

  /** @param names of the images, in their order; of two alike the second gets its number */
  constructor(folder: string, names: readonly string[]) {
    this.#folder = folder;
    this.#names = names;
    this.#lanes = Array.from({ length: lanes }, () => Promise.resolve());
  }

  add(from: number, outcomes: readonly (Explanation | Failure)[]): void {
    for (const [at, outcome] of outcomes.entries()) {
      if (isFailure(outcome) || !outcome.picture) continue;
      const lane = this.#next++ % lanes;
      const { picture } = outcome;
      this.#lanes[lane] = this.#lanes[lane]!.then(() => this.#draw(from + at, outcome, picture));
      // Whoever waits for all of them hears of it.
      this.#lanes[lane].catch(() => {});
    }
  }

  /** When all that were added are there. @throws CamdriftError `usage-wrong` where the folder cannot be written */
  async written(): Promise<void> {
    await writable(this.#folder);
    await Promise.all(this.#lanes);
  }

  async #draw(index: number, { maps, classIndex, probabilities }: Explanation, input: Raster): Promise<void> {
    await writable(this.#folder);
    const name = this.#names[index]!;
    const stem = this.#names.indexOf(name) === index ? name : `${name}-${index + 1}`;
    const methods = Object.entries(maps).map(([method, answer]) => ({
      name: method,
      title: findMethod(method)!.title,
      answer,
      drawn: isRefusal(answer) ? undefined : overlay(input, answer),
    }));
    const explained = `${this.labels?.[classIndex] ?? `class ${classIndex}`} ${(probabilities[classIndex]! * 100).toFixed(0)} %`;
    const files = [
      { end: 'panel', picture: panel({ title: stem, input, explained, methods }) },
      ...methods.flatMap(({ name: end, drawn }) => (drawn ? [{ end, picture: drawn }] : [])),
    ];
    for (const { end, picture } of files)
      await writeFile(join(this.#folder, `${stem}.${end}.png`), await encodePng(picture));
  }
}
