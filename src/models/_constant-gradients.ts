import type { FeatureMaps } from '../core/feature-maps.ts';
import type { Answer } from './_answers.ts';

/** Float32 that are kept at most: sixteen megabytes, the rows of 2,048 classes behind 2,048 channels. */
const mostKept = 2 ** 22;

/** How the gradients of classes that are not known are made. */
export interface Makers<Asked> {
  /** For each answer, of which no two have the same class, the gradient at a cell; nothing where only the tape can tell. */
  rows(answers: readonly Asked[]): readonly Float32Array[] | undefined;
  /** Those of all images, by the tape. */
  taped(): readonly FeatureMaps[];
}

/**
 * Gradients of logits behind one global average and linear steps that are the same at every cell: there the gradient of a class's
 * logit is the same for every image and at every cell, a number per channel. It is made once per layer and class.
 */
export class ConstantGradients {
  readonly #kept = new Map<string, Float32Array>();
  #numbers = 0;

  /**
   * @param like the layer's maps of each image
   * @returns arrays of their own
   */
  of<Asked extends Pick<Answer, 'classIndex'>>(
    layer: string,
    answers: readonly Asked[],
    like: readonly FeatureMaps[],
    { rows, taped }: Makers<Asked>,
  ): readonly FeatureMaps[] {
    const keys = answers.map(({ classIndex }) => `${classIndex} ${layer}`);
    const known = new Map(keys.map(key => [key, this.#kept.get(key)]));
    const fresh = [...new Set(keys.filter(key => !known.get(key)))];
    const made = fresh.length > 0 ? rows(fresh.map(key => answers[keys.indexOf(key)]!)) : [];
    if (!made) return this.#learned(keys, taped());
    for (const [at, key] of fresh.entries()) {
      known.set(key, made[at]!);
      this.#keep(key, made[at]!);
    }
    return like.map((maps, at) => everywhere(known.get(keys[at]!)!, maps));
  }

  #learned(keys: readonly string[], made: readonly FeatureMaps[]): readonly FeatureMaps[] {
    for (const [at, maps] of made.entries())
      if (!this.#kept.has(keys[at]!) && isSameEverywhere(maps))
        this.#keep(keys[at]!, maps.data.slice(0, maps.channels));
    return made;
  }

  #keep(key: string, row: Float32Array): void {
    if (this.#numbers + row.length > mostKept) {
      this.#kept.clear();
      this.#numbers = 0;
    }
    this.#kept.set(key, row);
    this.#numbers += row.length;
  }
}

/** Whether every cell has the bits of the one before it. */
function isSameEverywhere({ data: { buffer, byteOffset, byteLength }, channels }: FeatureMaps): boolean {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const cell = channels * Float32Array.BYTES_PER_ELEMENT;
  return bytes.subarray(cell).equals(bytes.subarray(0, byteLength - cell));
}

function everywhere(row: Float32Array, { width, height, channels, data: { length } }: FeatureMaps): FeatureMaps {
  const data = new Float32Array(length);
  data.set(row);
  for (let there = channels; there < length; there *= 2) data.copyWithin(there, 0, Math.min(there, length - there));
  return { width, height, channels, data };
}
