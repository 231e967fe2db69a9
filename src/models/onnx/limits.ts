import { CamdriftError } from '../../errors.ts';
import { type Shape, sizeOf } from './value.ts';

/**
 * What a network may ask for before it is run for the first time. All grows with the numbers in the file: a kilobyte that
 * asks for seconds or gigabytes is refused, a large network is not. Real classifiers stay below a tenth.
 */
export class Limits {
  /** Numbers of the file's constants that were read. */
  #numbers = 0;
  /** Images that the file wants at once. */
  #demanded = 1;
  #folded = 0;
  #entries = 0;
  #products = 0;
  #isOver = false;

  read(numbers: number): void {
    this.#numbers += numbers;
  }

  /** From here on only sizes are looked at: the network was run once. */
  close(): void {
    this.#isOver = true;
  }

  /** A batch that is fixed is the file's choice, not ours: what it takes is bounded by the file's size alone. */
  demand(images: number): void {
    this.#demanded = images;
  }

  /**
   * Refuses a value before it is allocated: at most 64 MB of float32 and 256 bytes per number of the file, never more than 128 MB, per image.
   * Of a fixed batch, 32 MB and 256 bytes per number for all its images together, if that is less.
   */
  value(shape: Shape, images: number, where: string): Shape {
    const [each, together] = [Math.min(2 ** 25, 2 ** 24 + 64 * this.#numbers) * images, 2 ** 23 + 64 * this.#numbers];
    if (this.#demanded === 1 || each < together) return within(shape, each, where);
    return within(shape, together, `${where}, for the ${this.#demanded} images that the file takes at once,`, {
      remedy: 'Export the model with a batch of one, or of any size.',
    });
  }

  /** The same of a value that does not depend on the image and that no file holds: a few lines can ask for terabytes of them. */
  constant(shape: Shape, where: string): Shape {
    this.#folded += sizeOf(within(shape, 2 ** 22 + this.#numbers, where));
    this.#require(this.#folded, 2 ** 24 + 16 * this.#numbers, where, 'makes constants of more than', 'numbers');
    return shape;
  }

  /** Entries that one image's values have together. */
  entries(count: number, where: string): void {
    this.#entries += count;
    this.#require(
      this.#entries,
      2 ** 27 + 2 ** 10 * this.#numbers,
      where,
      'ends a run of more than',
      'numbers per image',
    );
  }

  /** Products that convolutions and matrices take for one image. */
  products(count: number, where: string): void {
    this.#products += count;
    this.#require(
      this.#products,
      2 ** 32 + 2 ** 14 * this.#numbers,
      where,
      'ends a run of more than',
      'products per image',
    );
  }

  #require(found: number, most: number, where: string, what: string, of: string): void {
    if (found <= most || this.#isOver) return;
    throw new CamdriftError(
      'model-unsupported',
      `${where} ${what} ${most} ${of}, which is more than a file of this size needs.`,
    );
  }
}

function within(shape: Shape, limit: number, where: string, told: { readonly remedy?: string } = {}): Shape {
  if (sizeOf(shape) <= limit && shape.every(length => Number.isSafeInteger(length) && length >= 0)) return shape;
  throw new CamdriftError(
    'model-unsupported',
    `${where} makes a value of shape ${shape.join(' x ') || 'a scalar'}; expected at most ${limit} entries.`,
    told,
  );
}
