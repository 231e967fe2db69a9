import { readFile } from 'node:fs/promises';
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
