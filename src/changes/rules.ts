import { arraysIn } from '../config/given.ts';
import { defaultBaselines } from '../config/references.ts';

import type { RawConfig, RawSettings } from '../config/schema.ts';
import type { DecidingFiles } from './deciding-files.ts';

/**
 * The files that a model is judged by, as far as its configuration names them.
 * @param written turns a path as a configuration writes it into one relative to the repository
 */
export function rulesOf(raw: RawConfig, name: string, written: (path: string) => string): DecidingFiles {
  const { labels, truth, regions, probes, fixtures = [], baseline, pinned, ...rest } = effectiveSettings(raw, name);
  const inputs = arraysIn(rest.inputs).map(written);
  const golden = rest['baseline-model'];
  const marks = typeof probes === 'object' ? probes.flatMap(({ mark = 'built-in' }) => mark) : [];
  const pictures = marks.filter(mark => mark !== 'built-in').map(written);
  const glob = (text: string) => (text.startsWith('!') ? `!${written(text.slice(1))}` : written(text));
  return {
    name,
    files: [],
    ...(typeof labels === 'string' && { labels: written(labels) }),
    ...(inputs.length > 0 && { inputs }),
    ...(truth !== undefined && truth !== 'folder' && { truth: written(truth) }),
    ...(regions && { regions: regions.map(({ from }) => written(from).replace(/\/$/, '')) }),
    ...(pictures.length > 0 && { probes: pictures }),
    fixtures: { globs: fixtures.map(glob), paths: [] },
    ...(marks.length > 0 && { marks: marks.map(written) }),
    ...(rest.watch && { watch: rest.watch.map(glob) }),
    baselines: [
      ...(golden === undefined || golden === 'none' ? [] : [placeOf(written(golden))]),
      // Beside a golden model too: the accepted models are told there.
      ...(golden === 'none' ? [] : [written(baseline ?? `${defaultBaselines}/${name}`)]),
      ...(pinned === undefined ? [] : [placeOf(written(pinned))]),
    ],
  };
}

/** All files of a model lie in the folder of its JSON file or SavedModel; other formats are one file. */
export const placeOf = (model: string): string => model.replace(/\/(?:[^/]+\.json|saved_model\.pb)$/, '');

function effectiveSettings({ models, ...shared }: RawConfig, name: string): RawSettings {
  const own = models.find(model => model.name === name);
  return { ...shared, ...own };
}
