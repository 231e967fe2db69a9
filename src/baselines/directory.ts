import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { floatsToText, textToFloats } from '../core/float-text.ts';
import type { Heatmap } from '../core/heatmap.ts';
import { CamdriftError } from '../errors.ts';
import { readRegular } from '../files/regular-file.ts';
import { confined } from '../files/workspace.ts';
import { isRefusal, type Refusal } from '../methods/method.ts';
import { SpilledMap } from '../spill/read-map.ts';
import { replaceAll, wholeFolder } from './_whole.ts';
import {
  type Baseline,
  type BaselineRecord,
  makingDigest,
  manifestSchema,
  type Provenance,
  provenanceOf,
  recordSchema,
  type Seen,
} from './baseline.ts';

const manifestName = 'manifest.json';
const recordEnding = '.map.json';
const mostBytes = 16 * 2 ** 20;

/**
 * Writes a baseline in place of the one that is there. Whoever reads it, at any moment and after any interruption, finds the
 * old one or the new one, whole.
 */
export async function writeBaseline(folder: string, baseline: Baseline): Promise<void> {
  const manifest = { version: 1, ...provenanceOf(baseline), weights: baseline.weights };
  const ours = (name: string) => name === manifestName || name.endsWith(recordEnding);
  await replaceAll(folder, recordsOf(baseline), toText(manifest), ours);
}

/**
 * Reads a baseline back, bit by bit.
 * @throws CamdriftError `baseline-unavailable` when there is none, or it is damaged or half written
 */
export async function readBaseline(folder: string): Promise<Baseline> {
  const there = await wholeFolder(folder);
  const manifest = await readJson(there, manifestName, manifestSchema, `There is no baseline in ${folder}`);
  const made = makingDigest(manifest);
  const seen = new SpilledMap<Seen>();
  for (const file of await recordFiles(there)) {
    const record = await readJson(there, file, recordSchema, `The baseline in ${folder} is incomplete`);
    if (record.made !== made)
      throw unavailable(
        `The baseline in ${folder} is mixed: the record of ${record.fixture} was made by another model than the manifest's, or in another way.`,
      );
    seen.set(record.fixture, fromRecord(record, manifest, folder));
  }
  const { version: _, ...provenance } = manifest;
  return { ...provenance, seen };
}

function* recordsOf(baseline: Baseline): Generator<[name: string, text: string]> {
  const made = makingDigest(baseline);
  for (const [name, seen] of baseline.seen) yield [recordName(name), toText(toRecord(name, seen, made))];
}

/** Readable, and unique by the hash of the whole name. */
function recordName(fixture: string): string {
  const slug = fixture
    .replace(/\.\w+$/, '')
    .replace(/[^\w-]+/g, '-')
    .slice(-60)
    .replace(/^-+/, '');
  return `${slug}-${createHash('sha256').update(fixture).digest('hex').slice(0, 8)}${recordEnding}`;
}

async function recordFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter(file => file.endsWith(recordEnding)).sort();
}

const toText = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;

async function readJson<T extends z.ZodType>(
  folder: string,
  name: string,
  schema: T,
  trouble: string,
): Promise<z.output<T>> {
  const path = await confined(folder, join(folder, name), `file ${name} of the baseline`);
  const bytes = await readRegular(path, mostBytes, (why, cause) =>
    unavailable(`${trouble}: ${path} cannot be read: ${why}.`, cause),
  );
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw unavailable(`${path} is not a baseline file of this version of camdrift, or it is damaged.`, cause);
  }
}

const unavailable = (message: string, cause?: unknown) => new CamdriftError('baseline-unavailable', message, { cause });

function toRecord(fixture: string, seen: Seen, made: string): BaselineRecord {
  const maps = Object.entries(seen.maps).map(([method, map]) => [
    method,
    isRefusal(map) ? map : { width: map.width, height: map.height, data: floatsToText(map.data) },
  ]);
  return {
    version: 1,
    fixture,
    digest: seen.digest,
    made,
    class: seen.classIndex,
    predicted: seen.predicted,
    top: top(seen.probabilities, 5),
    probabilities: floatsToText(seen.probabilities),
    ...(seen.value !== undefined && { value: seen.value }),
    maps: Object.fromEntries(maps),
    ...(seen.probes && { probes: withoutMaps(seen.probes) }),
  };
}

function withoutMaps(probes: NonNullable<Seen['probes']>): NonNullable<BaselineRecord['probes']> {
  const bare = Object.entries(probes).map(([name, found]) => {
    if ('refused' in found) return [name, found];
    const { map: _, ...seen } = found;
    return [name, seen];
  });
  return Object.fromEntries(bare);
}

function fromRecord(record: BaselineRecord, manifest: Provenance, folder: string): Seen {
  const damaged = (what: string) =>
    unavailable(`The baseline in ${folder} is damaged: the record of ${record.fixture} ${what}.`);
  const probabilities = textToFloats(record.probabilities);
  if (probabilities.length !== manifest.classes || !probabilities.every(Number.isFinite))
    throw damaged(`should have ${manifest.classes} finite probabilities and has ${probabilities.length}`);
  if (Math.max(record.class, record.predicted) >= manifest.classes)
    throw damaged(`names a class beyond the model's ${manifest.classes}`);
  const maps = Object.entries(record.maps).map(([method, map]) => [
    method,
    'refused' in map ? map : toMap(map, manifest, damaged),
  ]);
  return {
    digest: record.digest,
    classIndex: record.class,
    predicted: record.predicted,
    probabilities,
    ...(record.value !== undefined && { value: record.value }),
    maps: Object.fromEntries(maps) as Record<string, Heatmap | Refusal>,
    ...(record.probes && { probes: record.probes as NonNullable<Seen['probes']> }),
  };
}

function toMap(
  { width, height, data }: { width: number; height: number; data: string },
  { layer }: Provenance,
  damaged: (what: string) => CamdriftError,
): Heatmap {
  const values = textToFloats(data);
  const fits = width === layer.width && height === layer.height && values.length === width * height;
  if (fits && values.every(Number.isFinite)) return { width, height, data: values };
  throw damaged(
    `should have maps of ${layer.width} x ${layer.height} finite values and has one of ${width} x ${height} with ${values.length}`,
  );
}

function top(probabilities: Float32Array, count: number): { class: number; probability: number }[] {
  const ranked = [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]!);
  return ranked
    .slice(0, count)
    .map(index => ({ class: index, probability: Number(probabilities[index]!.toPrecision(6)) }));
}
