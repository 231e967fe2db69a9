import { createHash } from 'node:crypto';
import { regularDigest } from '../files/regular-file.ts';
import type { AnswersRequest } from '../maps/answers.ts';
import type { FixtureTask } from '../maps/explain.ts';
import type { MapRequest } from '../maps/request.ts';
import { modelDigest } from '../models/index.ts';
import { probeDigest } from '../probes/digest.ts';
import { useOf } from '../versions/use.ts';

/**
 * A digest per task of all that decides its outcome: the model's files, the fixture's and its masks', how they are used, and for
 * which class. Two machines that would find the same have the same, wherever their files lie.
 * @param model its digest, where it is known: its files are large
 */
export async function keysOf(request: MapRequest, tasks: readonly FixtureTask[], model?: string): Promise<string[]> {
  const making = await makingOf(request, model);
  const keys: string[] = [];
  for (const { path, regions, donor, known: _, ...task } of tasks) {
    const from = donor && (await pictureOf(donor.path, donor.regions));
    keys.push(digest([making, ...(await pictureOf(path, regions)), { ...task, donor: from }]));
  }
  return keys;
}

/**
 * A digest of all that decides what a model answers to edits of pictures.
 * @param model its digest
 */
export async function answersKeyOf(
  { path, load, fixtures, edits, budget: _, ...how }: AnswersRequest,
  model: string,
): Promise<string> {
  const used = [model, await useOf(load), load.task, load.size];
  const pictures: unknown[] = [];
  for (const { path: at, regions, donor } of fixtures)
    pictures.push([await pictureOf(at, regions), donor && (await pictureOf(donor.path, donor.regions))]);
  return digest(['answers', used, how, edits, pictures]);
}

/** By content: another picture may lie at the same path by the next run. */
async function pictureOf(path: string, regions: FixtureTask['regions'] = []): Promise<readonly unknown[]> {
  const shapes = await Promise.all(
    regions.map(async shape => ({ ...shape, mask: shape.mask && (await digestOf(shape.mask)) })),
  );
  return [await digestOf(path), shapes];
}

/** What decides the outcomes of all tasks of a model, as plain data. */
export async function makingOf(
  { path, load, layer, prefer, methods, score, preprocess, fit, pixels, probes = [] }: MapRequest,
  digest?: string,
): Promise<object> {
  return {
    model: digest ?? (await modelDigest(path, load.within)),
    use: [await useOf(load), load.task, load.size],
    maps: [layer, prefer, methods, score, preprocess, fit, pixels],
    probes: probes.map(probe => [probe.name, probeDigest(probe)]),
  };
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value, numbers)).digest('hex');

const numbers = (_: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') : value;

/** As large as a fixture may be. */
const mostBytes = 256 * 2 ** 20;

/** What cannot be read fails everywhere in the same way. */
const digestOf = (path: string): Promise<string> =>
  regularDigest(path, mostBytes, why => new Error(why)).catch(() => 'unreadable');
