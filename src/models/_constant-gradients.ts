import type { FeatureMaps } from '../core/feature-maps.ts';
import type { Answer } from './_answers.ts';

/** Float32 that are kept at most: sixteen megabytes, the rows of 2,048 classes behind 2,048 channels. */
const mostKept = 2 ** 22;

/**
 * Gradients of logits behind one global average and linear steps that are the same at every cell: there the gradient of a class's
 * logit is the same for every image and at every cell, a number per channel. It is asked of the tape once per layer and class.
 */
export class ConstantGradients {
  readonly #kept = new Map<string, Float32Array>();
  #numbers = 0;

  /**
   * @param like the layer's maps of each image
   * @param taped makes the gradients of all images, where that of one is not known
   * @returns arrays of their own
   */
  of(
    layer: string,
    answers: readonly Pick<Answer, 'classIndex'>[],
    like: readonly FeatureMaps[],
    taped: () => readonly FeatureMaps[],
  ): readonly FeatureMaps[] {
    const keys = answers.map(({ classIndex }) => `${classIndex} ${layer}`);
    if (keys.every(key => this.#kept.has(key)))
      return like.map((maps, at) => everywhere(this.#kept.get(keys[at]!)!, maps));
    const made = taped();
    for (const [at, maps] of made.entries()) this.#keep(keys[at]!, maps);
    return made;
  }

  #keep(key: string, { data, channels }: FeatureMaps): void {
    if (this.#kept.has(key) || !isSameEverywhere(data, channels)) return;
    if (this.#numbers + channels > mostKept) {
      this.#kept.clear();
      this.#numbers = 0;
    }
    this.#kept.set(key, data.slice(0, channels));
    this.#numbers += channels;
  }
}

/** Whether every cell has the bits of the one before it. */
function isSameEverywhere({ buffer, byteOffset, byteLength }: Float32Array, channels: number): boolean {
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
