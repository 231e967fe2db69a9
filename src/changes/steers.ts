import { defaultBaselines } from '../config/references.ts';

import type { RawConfig } from '../config/schema.ts';
import type { Change } from '../results/change.ts';
import { within } from './policy-edits.ts';
import { placeOf } from './rules.ts';
import { effective } from './settings.ts';

/**
 * Whether a change has a hand in what would show that its model repairs something: a rule, a fixture, a reference. Stored
 * baselines that it brings are not among that: those of the base branch are believed, and no others.
 * @param raw the changed configuration
 * @param written turns a path as a configuration writes it into one relative to the repository
 */
export function steersRepairs(
  { edits, settings }: Pick<Change, 'edits' | 'settings'>,
  raw: RawConfig,
  written: (path: string) => string,
): boolean {
  const models = raw.models.map(model => ({ name: model.name, ...effective(raw, model) }));
  const stored = models.map(({ name, baseline = `${defaultBaselines}/${name}` }) => written(baseline));
  const references = models
    .flatMap(({ pinned = [], 'baseline-model': golden = [] }) => [pinned, golden].flat())
    .map(path => placeOf(written(path)).toLowerCase());
  const touchesReference = (path: string) => references.some(place => within(place, path) || within(path, place));
  const isStored = (path: string) => stored.some(place => within(place, path)) && !touchesReference(path.toLowerCase());
  return settings.length > 0 || edits.some(({ what, path }) => what !== 'baseline' || !isStored(path));
}
