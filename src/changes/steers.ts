import { arraysIn } from '../config/given.ts';
import { defaultBaselines } from '../config/references.ts';

import type { RawConfig } from '../config/schema.ts';
import type { ChangedFiles } from '../repository/changed-files.ts';
import type { Change } from '../results/change.ts';
import type { DecidingFiles } from './deciding-files.ts';
import { within } from './policy-edits.ts';
import { placeOf } from './rules.ts';
import { effective } from './settings.ts';
import { touchesPlace } from './touched.ts';

/** What a change does. */
interface Doing extends Pick<Change, 'edits' | 'settings'> {
  readonly files: ChangedFiles;
}

/** Turns a path as a configuration writes it into one relative to the repository. */
type Written = (path: string) => string;

/**
 * Whether a change has a hand in what would show that its model repairs something: a rule, a fixture, a reference, an array that
 * both versions are given. Stored baselines that it brings are not among that: those of the base branch are believed, and no others.
 * @param raw the changed configuration
 */
export function steersRepairs({ edits, settings, files }: Doing, raw: RawConfig, written: Written): boolean {
  const references = raw.models.flatMap(({ name }) => referencesOf(raw, name, written)).map(path => path.toLowerCase());
  const stored = raw.models.map(({ name }) => storedOf(raw, name, written));
  const touchesReference = (path: string) => references.some(place => within(place, path) || within(path, place));
  const isStored = (path: string) => stored.some(place => within(place, path)) && !touchesReference(path.toLowerCase());
  return (
    !files.complete ||
    settings.length > 0 ||
    edits.some(({ what, path }) => what !== 'baseline' || !isStored(path)) ||
    raw.models.some(({ name }) => arraysOf(raw, name, written).some(path => touchesPlace(files, path)))
  );
}

/**
 * Whether Git of the base branch holds all that would show a repair of a model. What a step of the workflow brings may be of the change:
 * a pointer that it edits, a script.
 * @param held paths of the base branch
 * @param present whether there is a file at a path of the repository on this machine
 */
export function isShownByBase(
  { name, labels, truth, regions = [], probes = [], fixtures }: DecidingFiles,
  raw: RawConfig,
  written: Written,
  held: ReadonlyMap<string, unknown>,
  present: (path: string) => boolean,
): boolean {
  const stored = storedOf(raw, name, written);
  const places = [
    ...[labels ?? [], truth ?? []].flat(),
    ...regions,
    ...probes,
    ...arraysOf(raw, name, written),
    ...referencesOf(raw, name, written),
    ...(present(`${stored}/manifest.json`) ? [stored] : []),
  ];
  const paths = [...held.keys()];
  const isHeld = (place: string) => held.has(place) || paths.some(path => within(place, path) && !isHidden(path));
  return fixtures.paths.every(path => held.has(path)) && places.every(isHeld);
}

const isHidden = (path: string): boolean => path.slice(path.lastIndexOf('/') + 1).startsWith('.');

const settingsOf = (raw: RawConfig, name: string) => effective(raw, raw.models.find(model => model.name === name)!);

const storedOf = (raw: RawConfig, name: string, written: Written): string =>
  written(settingsOf(raw, name).baseline ?? `${defaultBaselines}/${name}`);

/** The golden release, and the version that the configuration names. */
function referencesOf(raw: RawConfig, name: string, written: Written): string[] {
  const { pinned = [], 'baseline-model': golden = [] } = settingsOf(raw, name);
  return [pinned, golden]
    .flat()
    .filter(path => path !== 'none')
    .map(path => placeOf(written(path)));
}

/** Files of what the models are given beside the picture. */
const arraysOf = (raw: RawConfig, name: string, written: Written): string[] =>
  arraysIn(settingsOf(raw, name).inputs).map(written);
