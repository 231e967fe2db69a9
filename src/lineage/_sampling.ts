/** Which numbers of a kernel are kept: some output channels, and the same inputs of each. */
export interface Sampling {
  readonly channels: readonly number[];
  /** Indices into rows x columns x from, the kernel's other axes taken as one. */
  readonly inputs: readonly number[];
}

/** Places in a network that are looked at more closely: what preprocessing may be baked into, and the classes. */
export type Place = 'first' | 'inner' | 'last';

/**
 * Follows from shape, place and budget alone, so that two kernels of one shape are sampled alike wherever they are met.
 *
 * Channels with few inputs make room for more channels: a direction is told from `samples` numbers either way. Of the first
 * kernel whole pixels are taken, every colour of each, because colours may have changed places.
 */
export function samplingOf(shape: readonly number[], place: Place, samples: number): Sampling {
  const to = shape.at(-1)!;
  const from = shape.slice(0, -1).reduce((product, size) => product * size, 1);
  const colours = coloursOf(shape);
  if (place === 'first' && colours > 0) {
    const pixels = spread(from / colours, 64);
    const inputs = pixels.flatMap(pixel => Array.from({ length: colours }, (_, colour) => pixel * colours + colour));
    return { channels: spread(to, 8), inputs };
  }
  const wanted = place === 'inner' ? samples : mostSamples;
  const channels = spread(to, Math.max(4, Math.ceil(wanted / from)));
  return { channels, inputs: spread(from, Math.ceil(wanted / channels.length)) };
}

export const mostSamples = 128;

/** Input channels of a kernel that may read an image, and 0 of any other. */
export function coloursOf(shape: readonly number[]): number {
  const [rows, columns, colours] = shape;
  return shape.length === 4 && rows! * columns! >= 4 && colours! <= 4 ? colours! : 0;
}

/** At most `count` of 0 .. size - 1, evenly. */
export function spread(size: number, count: number): number[] {
  const kept = Math.min(size, count);
  return Array.from({ length: kept }, (_, index) => Math.floor(((index + 0.5) * size) / kept));
}
