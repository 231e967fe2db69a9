import type { Watched } from './changes.ts';
import { defaultBaselines } from './config/resolve.ts';
import type { RawConfig, RawSettings } from './config/schema.ts';

/**
 * The files that a model is judged by, as far as its configuration names them.
 * @param written turns a path as a configuration writes it into one relative to the repository
 */
export function rulesOf(raw: RawConfig, name: string, written: (path: string) => string): Watched {
  const { labels, truth, fixtures = [], probes, baseline, 'baseline-model': golden } = effectiveSettings(raw, name);
  const marks = marksOf(probes);
  const glob = (text: string) => (text.startsWith('!') ? `!${written(text.slice(1))}` : written(text));
  return {
    name,
    files: [],
    ...(typeof labels === 'string' && { labels: written(labels) }),
    ...(truth !== undefined && truth !== 'folder' && { truth: written(truth) }),
    fixtures: { globs: fixtures.map(glob), paths: [] },
    ...(marks.length > 0 && { marks: marks.map(written) }),
    baselines: [
      ...(golden === undefined ? [] : [placeOf(written(golden))]),
      ...(golden === undefined || baseline !== undefined ? [written(baseline ?? `${defaultBaselines}/${name}`)] : []),
    ],
  };
}

const marksOf = (probes: RawSettings['probes']): string[] =>
  Array.isArray(probes) ? probes.flatMap(({ mark }) => (mark === undefined || mark === 'built-in' ? [] : [mark])) : [];

/** All files of a model lie in the folder of its JSON file or SavedModel; other formats are one file. */
export const placeOf = (model: string): string => model.replace(/\/(?:[^/]+\.json|saved_model\.pb)$/, '');

function effectiveSettings({ models, ...shared }: RawConfig, name: string): RawSettings {
  const own = models.find(model => model.name === name);
  return { ...shared, ...own };
}
