import { join } from 'node:path';
import type { Explainer } from '../../src/explainer/explainer.ts';
import type { Explanation, Failure } from '../../src/maps/explain.ts';
import type { ModelMaps } from '../../src/maps/maps.ts';
import type { MapRequest } from '../../src/maps/request.ts';
import { modelDigest } from '../../src/models/index.ts';
import { askedBefore } from './cached-answers.ts';
import { codeDigest, digest, keep, kept, remembered } from './kept.ts';

/**
 * An explainer that remembers on disk what it found, so that another rule for the verdict is tried in seconds. What it finds
 * anew: another model, picture, edit or setting, other code of methods and probes; fewer fixtures or edits than before are read
 * back. For changes elsewhere (engines, readers of models) the folder has to be removed by hand. Checks of the
 * explanation are not remembered.
 */
export function cached(explainer: Explainer, folder: string): Explainer {
  const code = codeDigest(
    ['methods', 'probes', 'maps/explain.ts', 'maps/_probed.ts', 'maps/map-of.ts', 'maps/answers.ts'],
    ['stock.ts', '_stock-marks.ts', '_stock-colours.ts'],
  );
  return {
    ...explainer,
    answers: request => askedBefore(explainer, request, folder, code),
    async maps(request, tasksFor, progress) {
      if (request.checks && request.checks !== 'none') return explainer.maps(request, tasksFor, progress);
      const facts = await factsOf(explainer, request, folder, code);
      const tasks = await tasksFor(facts);
      const model = await modelDigest(request.path);
      const paths = tasks.map(task => join(folder, digest([code, model, settled(request), task])));
      const before = await Promise.all(paths.map(path => kept<Explanation | Failure>(path)));
      const open = [...before.keys()].filter(at => !before[at]);
      const found =
        open.length === 0 ? [] : (await explainer.maps(request, () => open.map(at => tasks[at]!), progress)).outcomes;
      const made = [...found].values();
      for (const at of open) {
        before[at] = made.next().value!;
        await keep(paths[at]!, before[at]);
      }
      return { ...facts, outcomes: before.map(each => each!) };
    },
  };
}

/** What is known of a model before its tasks are: from a run without any. */
async function factsOf(explainer: Explainer, request: MapRequest, folder: string, code: string): Promise<ModelMaps> {
  const key = digest([code, 'facts', await modelDigest(request.path), request.layer, request.prefer, request.load]);
  return remembered(join(folder, key), () => explainer.maps({ ...request, checks: 'none' }, () => []));
}

const settled = ({ path: _, jobs: __, batch: ___, ...rest }: MapRequest) => rest;
