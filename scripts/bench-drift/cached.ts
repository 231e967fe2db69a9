import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Explainer } from '../../src/explainer/explainer.ts';
import type { ModelMaps } from '../../src/maps/maps.ts';
import type { MapRequest } from '../../src/maps/request.ts';
import { modelDigest } from '../../src/models/index.ts';

const source = resolve(import.meta.dirname, '../../src');

/**
 * An explainer that remembers on disk what it found, so that another rule for the verdict is tried in seconds. What it finds
 * anew: another model, other pictures or settings, other code of methods and probes. For changes elsewhere (engines, readers
 * of models) the folder has to be removed by hand.
 */
export function cached(explainer: Explainer, folder: string): Explainer {
  const code = codeDigest(['methods', 'probes', 'maps/explain.ts', 'maps/answers.ts']);
  return {
    ...explainer,
    async answers(request) {
      const key = digest([code, 'answers', await modelDigest(request.path), { ...request, path: '' }]);
      return remembered(join(folder, key), () => explainer.answers(request));
    },
    async maps(request, tasksFor, progress) {
      const facts = await factsOf(explainer, request, folder, code);
      const tasks = tasksFor(facts);
      const key = digest([code, await modelDigest(request.path), settled(request), tasks]);
      return remembered(join(folder, key), () => explainer.maps(request, tasksFor, progress));
    },
  };
}

/** What is known of a model before its tasks are: from a run without any. */
async function factsOf(explainer: Explainer, request: MapRequest, folder: string, code: string): Promise<ModelMaps> {
  const key = digest([code, 'facts', await modelDigest(request.path), request.layer, request.prefer, request.load]);
  return remembered(join(folder, key), () => explainer.maps({ ...request, checks: 'none' }, () => []));
}

const settled = ({ path: _, jobs: __, batch: ___, ...rest }: MapRequest) => rest;

async function remembered<T>(path: string, make: () => Promise<T>): Promise<T> {
  const found = await readFile(path).catch(() => undefined);
  if (found) return deserialize(found) as T;
  const made = await make();
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(`${path}.new`, serialize(made));
  await rename(`${path}.new`, path);
  return made;
}

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value, (_, each) => (ArrayBuffer.isView(each) ? digestOf(each as Uint8Array) : each)))
    .digest('hex');

const digestOf = (bytes: Uint8Array | Float32Array): string =>
  createHash('sha256')
    .update(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    .digest('hex');

function codeDigest(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const place of places) {
    const files = place.endsWith('.ts') ? [place] : readdirSync(join(source, place)).map(file => join(place, file));
    for (const file of files.sort()) hash.update(readFileSync(join(source, file)));
  }
  return hash.digest('hex');
}
