import { z } from 'zod';
import { floatsToText, textToFloats } from '../core/float-text.ts';
import type { LearnedWeights } from '../models/model.ts';
import {
  finite,
  normOf,
  ofConstant,
  packedAffine,
  packedConstant,
  type SampledAffine,
  type SampledConstant,
  unpackedAffine,
} from './_packed.ts';
import { mostSamples, type Place, type Sampling, samplingOf } from './_sampling.ts';

/** Kernels that are kept of a model, and numbers of all inner ones together: some 64 kB of text, what is beside them not counted. */
const limits = { kernels: 200, samples: 6000, size: 2 ** 31, others: 100 } as const;

const kernelSketch = z.strictObject({
  /** `3x3x64x128`: rows x columns x from x to, or from x to. */
  shape: z.string().regex(/^[1-9]\d{0,8}(x[1-9]\d{0,8}){1,5}$/),
  /** Euclidean norm of the whole kernel. */
  norm: z.number().min(0),
  /** Base64 of float32 values, channel by channel. */
  values: z.string().max(2 ** 16),
  /** Of bias and normalisation behind it, in the same way: norms of factors and addends, then both of each kept channel. */
  affine: z
    .string()
    .max(2 ** 16)
    .optional(),
});

const otherSketch = z.strictObject({
  size: z.int().min(1).max(limits.size),
  /** The norm of all, and some numbers. */
  values: z.string().max(2 ** 8),
});

/**
 * What is kept of a model's weights, so that a later version can be recognised as its descendant without its file: of each
 * kernel the shape, the norm and some of its numbers. It says nothing about the maps.
 */
export const weightSketchSchema = z
  .strictObject({
    version: z.literal(1),
    /** How many kernels the model has; of very deep ones not all are kept. */
    count: z.int().min(0),
    kernels: z.array(kernelSketch).max(limits.kernels),
    /** Weights that are no kernels and stand behind none; baselines that were stored before have neither these nor affines. */
    others: z.array(otherSketch).max(limits.others).optional(),
  })
  .refine(isSound, 'the samples do not fit the kernels');

export type WeightSketch = z.infer<typeof weightSketchSchema>;

/** A kernel as far as it is kept. */
export interface SampledKernel {
  readonly shape: readonly number[];
  readonly norm: number;
  readonly place: Place;
  /** One per sampled output channel, each with the same inputs. */
  readonly channels: readonly Float32Array[];
  readonly affine?: SampledAffine;
}

/**
 * At most 96 kB as JSON. Numbers that are not finite count as 0: such a model explains nothing anyway.
 * @param weights kernels in execution order, the output channel last
 */
export function sketchOf({ kernels, others }: LearnedWeights): WeightSketch {
  const sound = kernels.filter(({ shape }) => shape.length <= 6 && shape.every(size => size > 0));
  const kept = evenly(sound, limits.kernels);
  const sketches = kept.map(({ shape, values, affine }, index) => {
    const numbers = values();
    const sampling = samplingOf(shape, placeOf(index, kept.length), samplesOf(kept.length));
    const text = floatsToText(sampled(numbers, shape, sampling));
    const behind = affine && { affine: floatsToText(packedAffine(affine(), sampling.channels)) };
    return { shape: shape.join('x'), norm: normOf(numbers), values: text, ...behind };
  });
  const beside = evenly(
    others.filter(({ size }) => size > 0),
    limits.others,
  ).map(each => ({ size: each.size, values: floatsToText(packedConstant(each)) }));
  return { version: 1, count: sound.length, kernels: sketches, others: beside };
}

/** The kernels of a sketch, unpacked. */
export function sampledKernels({ kernels }: WeightSketch): SampledKernel[] {
  return kernels.map(({ shape: text, norm, values, affine }, index) => {
    const shape = text.split('x').map(Number);
    const place = placeOf(index, kernels.length);
    const { channels, inputs } = samplingOf(shape, place, samplesOf(kernels.length));
    const numbers = textToFloats(values);
    const parts = channels.map((_, at) => numbers.subarray(at * inputs.length, (at + 1) * inputs.length));
    const behind = affine !== undefined && { affine: unpackedAffine(textToFloats(affine), channels.length) };
    return { shape, norm, place, channels: parts, ...behind };
  });
}

/** The other weights of a sketch, unpacked; nothing where it was made before they were kept. */
export const sampledConstants = ({ others }: WeightSketch): SampledConstant[] | undefined =>
  others?.map(({ size, values }) => ({ size, values: textToFloats(values) }));

const placeOf = (index: number, count: number): Place =>
  index === 0 ? 'first' : index === count - 1 ? 'last' : 'inner';

const samplesOf = (count: number): number => Math.min(mostSamples, Math.floor(limits.samples / count));

/** All of a short list; of a longer one the ends and as many evenly between. */
function evenly<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, index) => items[Math.round((index * (items.length - 1)) / (most - 1))]!);
}

function sampled(numbers: Float32Array, shape: readonly number[], { channels, inputs }: Sampling): Float32Array {
  const to = shape.at(-1)!;
  const at = (channel: number, input: number) => numbers[input * to + channel]!;
  return Float32Array.from(
    channels.flatMap(channel => inputs.map(input => at(channel, input))),
    finite,
  );
}

/** What a schema cannot say of a file that anybody may have written. */
function isSound({ count, kernels, others = [] }: Unchecked): boolean {
  if (kernels.length !== Math.min(count, limits.kernels)) return false;
  if (!others.every(({ size, values }) => holds(values, ofConstant(size)))) return false;
  return kernels.every(({ shape: text, values, affine }, index) => {
    const shape = text.split('x').map(Number);
    if (shape.reduce((product, size) => product * size, 1) > limits.size) return false;
    const { channels, inputs } = samplingOf(shape, placeOf(index, kernels.length), samplesOf(kernels.length));
    if (affine !== undefined && !holds(affine, 2 + 2 * channels.length)) return false;
    return holds(values, channels.length * inputs.length);
  });
}

interface Unchecked {
  readonly count: number;
  readonly kernels: readonly z.infer<typeof kernelSketch>[];
  readonly others?: readonly z.infer<typeof otherSketch>[] | undefined;
}

function holds(text: string, count: number): boolean {
  const numbers = textToFloats(text);
  return numbers.length === count && numbers.every(Number.isFinite);
}
