import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { aroundEvidence } from '../reports/html/page.ts';
import { byDrift } from '../reports/words.ts';
import type { ModelResult } from '../results/model.ts';

/** What the build makes of the page: beside this file in `dist`; run from source, it is the last build's. */
export const reportTemplate = (): Promise<string> =>
  readFile(
    new URL(
      import.meta.url.endsWith('.ts') ? '../../dist/report-template.html' : 'report-template.html',
      import.meta.url,
    ),
    'utf8',
  );

/** Pictures of a report: more would make a file that no browser opens at once. */
const mostPictures = 1000;

/** Pixels of the longer side of each picture, by the fixture's name: the fewer there are the larger, and none for the steadiest of thousands. */
export function pictureSizes(models: readonly ModelResult[]): (model: ModelResult, fixture: string) => number {
  const count = models.reduce((sum, { fixtures }) => sum + fixtures.length, 0);
  const size = count <= 60 ? 480 : count <= 400 ? 320 : 224;
  const each = Math.max(1, Math.floor(mostPictures / Math.max(1, models.length)));
  const chosen = new Map(
    models.map(model => [
      model.name,
      new Set(
        byDrift(model)
          .slice(0, each)
          .map(({ name }) => name),
      ),
    ]),
  );
  return ({ name }, fixture) => (chosen.get(name)?.has(fixture) ? size : 0);
}

/** Bytes of a page that are in memory at once: all its pictures together are large. */
const pieceBytes = 2 ** 16;

/** The pictures of a page as they stand in it, in pieces; those of a page that is not there, or is none, are none. */
export function* evidenceIn(path: string): Generator<string> {
  const file = opened(path);
  if (file === undefined) return void (yield '[]');
  try {
    const [before, behind] = aroundEvidence;
    const place = Buffer.allocUnsafeSlow(pieceBytes);
    const start = placeOf(before, file, place);
    const end = start < 0 ? -1 : placeOf(behind, file, place, start + before.length);
    if (end < 0) return void (yield '[]');
    const decoder = new TextDecoder();
    for (let at = start + before.length; at < end; ) {
      const read = readSync(file, place, 0, Math.min(pieceBytes, end - at), at);
      if (read === 0) throw new Error(`${path} changed while it was read.`);
      at += read;
      yield decoder.decode(place.subarray(0, read), { stream: at < end });
    }
  } finally {
    closeSync(file);
  }
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined;
  }
}

/** Where in a file a text comes first, in bytes, from one of them on; -1: nowhere. */
function placeOf(text: string, file: number, place: Buffer, from = 0): number {
  for (let at = from; ; at += place.length - text.length + 1) {
    const read = readSync(file, place, 0, place.length, at);
    const found = place.subarray(0, read).indexOf(text, 'latin1');
    if (found >= 0) return at + found;
    if (read < place.length) return -1;
  }
}
