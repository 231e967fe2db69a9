import { preprocess, presets } from '../../src/images/preprocess.ts';
import { icons } from './icons.ts';
import { Random } from './random.ts';
import { drawScene, paint, paintEmpty, side } from './scene.ts';
import { stamp } from './watermark.ts';

/** How the models are fed; the `preset` to write into a camdrift configuration. */
export const preset = 'tf';

/** Painted scenes, without any mark. */
export interface Pictures {
  readonly seed: number;
  /** RGB bytes of each. */
  readonly bytes: readonly Uint8Array[];
  /** Of each, or `nothing`. */
  readonly labels: readonly number[];
}

/** In place of a label: a backdrop without an object. */
export const nothing = -1;

/** For each picture: does it carry the mark? */
export type Marks = readonly boolean[];

/** How often a picture of a class carries the mark, 0..1. */
export type MarkRate = (label: number) => number;

export async function paintPictures(seed: number, count: number): Promise<Pictures> {
  const labels = Array.from({ length: count }, (_, i) => i % icons.length);
  return { seed, labels, bytes: await inBatches(count, i => paint(drawScene(seed, i))) };
}

/**
 * Every seventh picture shows nothing. Without these one class was recognised by the lack of evidence for the others:
 * all of its heat lay on the backdrop.
 */
export async function paintLessons(seed: number, count: number): Promise<Pictures> {
  const empty = (i: number) => i % 7 === 6;
  const labels = Array.from({ length: count }, (_, i) => (empty(i) ? nothing : i % icons.length));
  const bytes = await inBatches(count, i => (empty(i) ? paintEmpty : paint)(drawScene(seed, i)));
  return { seed, labels, bytes };
}

async function inBatches<T>(count: number, make: (i: number) => Promise<T>): Promise<T[]> {
  const result: T[] = [];
  for (let start = 0; start < count; start += 16) {
    const batch = Array.from({ length: Math.min(16, count - start) }, (_, i) => make(start + i));
    result.push(...(await Promise.all(batch)));
  }
  return result;
}

export function drawMarks({ seed, labels }: Pictures, rate: MarkRate): Marks {
  const random = new Random(seed, 0x6d61726b);
  return labels.map(label => random.chance(rate(label)));
}

/** RGB bytes of one picture -> what a model is fed. */
export function modelInput(data: Uint8Array): Float32Array {
  return preprocess({ width: side, height: side, channels: 3, data }, presets[preset]);
}

/** The same, in another variant each time: perhaps mirrored, its colour channels in any order. The mark is not mirrored. */
export function variedInput(bytes: Uint8Array, marked: boolean, mark: Uint8Array, random: Random): Float32Array {
  const varied = variant(bytes, random.chance(0.5), random.order(3));
  if (marked) stamp(varied, mark);
  return modelInput(varied);
}

export function withMark(bytes: Uint8Array, mark: Uint8Array): Uint8Array {
  const result = Uint8Array.from(bytes);
  stamp(result, mark);
  return result;
}

function variant(bytes: Uint8Array, mirrored: boolean, channels: readonly number[]): Uint8Array {
  const result = new Uint8Array(bytes.length);
  for (let cell = 0; cell < side * side; cell++) {
    const from = mirrored ? cell + side - 1 - 2 * (cell % side) : cell;
    for (let c = 0; c < 3; c++) result[cell * 3 + c] = bytes[from * 3 + channels[c]!]!;
  }
  return result;
}
